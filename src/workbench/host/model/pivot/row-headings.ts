/** The labels to the left of a PivotTable's values: one column in compact form, a column a field in the others. */
import type { Line } from "./lines";
import { fieldIn, type Pivot } from "./pivot";
import type { Shown, ShownRow } from "./shown";
import { captionOf, GRAND_TOTAL, ROW_LABELS, subtotalOf } from "./words";

export interface RowHeadings {
  /** How many columns they take. */
  readonly labels: number;
  /** What stands over them, on the last row of the headings. */
  readonly corner: ShownRow;
  readonly cells: readonly ShownRow[];
}

const blanks = (count: number): (Shown | undefined)[] => new Array<Shown | undefined>(count).fill(undefined);

const labelOf = ({ path }: Line, at: number): Shown | undefined => {
  const item = path[at]?.item;
  return (
    item && { value: item.value === null || item.value === "" ? item.name : item.value, format: item.format }
  );
};

const compactLabel = (line: Line): Shown | undefined => {
  const last = line.path.length - 1;
  const indent = last > 0 ? { indent: last } : {};
  switch (line.kind) {
    case "blank":
      return undefined;
    case "total":
      return { value: GRAND_TOTAL };
    case "subtotal":
      return { value: subtotalOf(line.path[last]?.item.name ?? ""), ...indent };
    case "item": {
      const label = labelOf(line, last);
      return label && { ...label, ...indent };
    }
  }
};

/** Labels that stand for the same group as the line before are written once, unless they are to be repeated. */
const labelsInColumns = (pivot: Pivot, line: Line, before: Line | undefined): ShownRow => {
  const cells = blanks(pivot.rows.length);
  if (line.kind === "blank") return cells;
  const last = line.path.length - 1;
  if (line.kind === "total") cells[0] = { value: GRAND_TOTAL };
  else if (line.kind === "subtotal") cells[last] = { value: subtotalOf(line.path[last]?.item.name ?? "") };
  else {
    const beside = pivot.layout.layoutType === "Tabular";
    line.path.forEach((step, at) => {
      const shared = line.path
        .slice(0, at + 1)
        .every(({ item }, index) => before?.path[index]?.item.key === item.key);
      const fresh = at === last || (beside && (!shared || before?.kind === "blank"));
      if (step && (fresh || pivot.layout.repeatLabels)) cells[at] = labelOf(line, at);
    });
  }
  return cells;
};

export const rowHeadings = (pivot: Pivot, lines: readonly Line[]): RowHeadings => {
  const { layoutType, showFieldHeaders } = pivot.layout;
  const caption = (text: string): Shown => ({ value: showFieldHeaders ? text : null });
  if (pivot.rows.length === 0) {
    if (pivot.columns.length === 0) return { labels: 0, corner: [], cells: lines.map(() => []) };
    const [only, second] = pivot.data;
    const name: Shown = { value: only && !second ? captionOf(pivot, only) : null };
    return { labels: 1, corner: [{ value: null }], cells: lines.map(() => [name]) };
  }
  if (layoutType === "Compact") {
    return {
      labels: 1,
      corner: [caption(ROW_LABELS)],
      cells: lines.map((line) => [compactLabel(line)]),
    };
  }
  return {
    labels: pivot.rows.length,
    corner: pivot.rows.map((id) => caption(fieldIn(pivot, id).name)),
    cells: lines.map((line, at) => labelsInColumns(pivot, line, lines[at - 1])),
  };
};
