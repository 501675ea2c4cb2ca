/** Heights of rows and widths of columns, as `RangeFormat` reads and sets them. */
import { sheetIn } from "../../model/draft";
import { assertAllowed } from "../../model/guard";
import { updateRows, updateColumns } from "../../model/looks/appearance";
import { DEFAULT_ROW_HEIGHT, usualColumnWidth, type Line } from "../../model/sheets/sheet";
import { refuse } from "../../refusal";
import type { Turn } from "../../wire/object-type";
import { eachArea, type LookRef } from "./look-ref";
import { cellsOfRange } from "./address";

export const sizes = (turn: Turn, look: LookRef, axis: "rows" | "columns"): number | null => {
  const found = look.areas.map((ref) => {
    const sheet = sheetIn(turn.draft, ref.sheet);
    const area = cellsOfRange(ref);
    const [first, last] = axis === "rows" ? [area.top, area.bottom] : [area.left, area.right];
    const standard = axis === "rows" ? DEFAULT_ROW_HEIGHT : usualColumnWidth(sheet);
    const lines = sheet[axis];
    const known = [...lines].filter(([index]) => index >= first && index <= last);
    const values = new Set(
      known.map(([, line]) => (line.hidden || line.filtered ? 0 : (line.size ?? standard))),
    );
    if (known.length < last - first + 1) values.add(standard);
    return values.size === 1 ? [...values][0] : undefined;
  });
  const [first] = found;
  return first !== undefined && found.every((value) => value === first) ? first : null;
};

export const resize = (
  turn: Turn,
  look: LookRef,
  axis: "rows" | "columns",
  size: number | undefined,
): void => {
  const largest = axis === "rows" ? 409.5 : 1790;
  if (size !== undefined && (size < 0 || size > largest)) refuse("InvalidArgument");
  eachArea(look, (sheet, area) => {
    assertAllowed(turn.draft.book, sheet, axis === "rows" ? "allowFormatRows" : "allowFormatColumns");
    const change = (line: Line): Line => {
      const { size: _, ...rest } = line;
      return size === undefined ? rest : size === 0 ? { ...rest, hidden: true } : { ...rest, size };
    };
    if (axis === "rows") updateRows(turn.draft, sheet, area, change);
    else updateColumns(turn.draft, sheet, area, change);
    turn.draft.happenings.push({ kind: "formatChanged", sheet, area });
  });
};

export const usesStandard = (turn: Turn, look: LookRef, axis: "rows" | "columns"): boolean =>
  look.areas.every((ref) => {
    const area = cellsOfRange(ref);
    const [first, last] = axis === "rows" ? [area.top, area.bottom] : [area.left, area.right];
    return ![...sheetIn(turn.draft, ref.sheet)[axis]].some(
      ([index, line]) => index >= first && index <= last && line.size !== undefined,
    );
  });
