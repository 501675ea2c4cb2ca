/** Charts and shapes lie over cells: rows and columns that come or go move them along and make them larger or smaller. */
import { DEFAULT_ROW_HEIGHT, usualColumnWidth, type Lines, type Sheet } from "../sheets/sheet";
import type { Rectangle } from "../cells/rectangle";

interface Floating {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Whole rows or columns that come or go, of the sheet as it was before. */
export interface LineShift {
  readonly kind: "insert" | "delete";
  readonly along: "rows" | "columns";
  readonly area: Rectangle;
}

const span = (lines: Lines, from: number, to: number, usual: number): number => {
  let total = Math.max(0, to - from) * usual;
  for (const [index, line] of lines)
    if (index >= from && index < to)
      total += (line.hidden || line.filtered ? 0 : (line.size ?? usual)) - usual;
  return total;
};

/** Where an edge at so many points is afterwards. */
const edgeAfter = (sheet: Sheet, { kind, along, area }: LineShift): ((points: number) => number) => {
  const rows = along === "rows";
  const usual = rows ? DEFAULT_ROW_HEIGHT : usualColumnWidth(sheet);
  const lines = rows ? sheet.rows : sheet.columns;
  const [first, last] = rows ? [area.top, area.bottom] : [area.left, area.right];
  const start = span(lines, 0, first, usual);
  if (kind === "insert") {
    const size = (last - first + 1) * usual;
    return (points) => (points < start ? points : points + size);
  }
  const size = span(lines, first, last + 1, usual);
  return (points) => (points <= start ? points : Math.max(start, points - size));
};

/** `TwoCell` moves and grows, `OneCell` only moves, `Absolute` stays. */
export const floatingAfter = <Item extends Floating>(
  item: Item,
  placement: unknown,
  sheet: Sheet,
  shift: LineShift,
): Item => {
  if (placement === "Absolute") return item;
  const after = edgeAfter(sheet, shift);
  const rows = shift.along === "rows";
  const [start, size] = rows ? [item.top, item.height] : [item.left, item.width];
  const next = after(start);
  const length = placement === "OneCell" ? size : Math.max(0, after(start + size) - next);
  if (next === start && length === size) return item;
  return rows ? { ...item, top: next, height: length } : { ...item, left: next, width: length };
};
