/** The rows above a PivotTable's values: the fields across, their items, and the names of the values. */
import type { Line } from "./lines";
import { fieldIn, type Pivot, type PivotData } from "./pivot";
import type { Shown, ShownRow } from "./shown";
import { captionOf, COLUMN_LABELS, GRAND_TOTAL, subtotalOf, totalOf } from "./words";

export interface ValueColumn {
  readonly line: Line;
  readonly data: PivotData | undefined;
}

const caption = (pivot: Pivot, data: PivotData | undefined): Shown | undefined =>
  data && { value: captionOf(pivot, data) };

/** What a column says on the row of its field at `level`. */
const itemLabel = (
  pivot: Pivot,
  { line, data }: ValueColumn,
  before: Line | undefined,
  level: number,
): Shown | undefined => {
  const several = pivot.data.length > 1;
  const last = line.path.length - 1;
  const named = data ? captionOf(pivot, data) : "";
  if (line.kind === "total") {
    if (level > 0) return undefined;
    if (several) return { value: totalOf(named) };
    return line === before ? undefined : { value: GRAND_TOTAL };
  }
  const item = line.path[level]?.item;
  if (!item) return undefined;
  if (line.kind === "subtotal") {
    if (level !== last) return undefined;
    return { value: several ? `${item.name} ${named}` : subtotalOf(item.name) };
  }
  const shared = line.path
    .slice(0, level + 1)
    .every((step, at) => before?.path[at]?.item.key === step.item.key && before.kind === "item");
  if (shared && (!pivot.layout.repeatLabels || level === last)) return undefined;
  return { value: item.value === null || item.value === "" ? item.name : item.value, format: item.format };
};

export const columnHeadings = (
  pivot: Pivot,
  columns: readonly ValueColumn[],
  corner: ShownRow,
): readonly ShownRow[] => {
  const blank = corner.map((): Shown => ({ value: null }));
  const captions = columns.map(({ data }) => caption(pivot, data));
  if (pivot.columns.length === 0) return [[...corner, ...captions]];
  const several = pivot.data.length > 1;
  const { showFieldHeaders, layoutType } = pivot.layout;
  const names = (
    layoutType === "Compact" ? [COLUMN_LABELS] : pivot.columns.map((id) => fieldIn(pivot, id).name)
  ).map((name): Shown => ({ value: showFieldHeaders ? name : null }));
  const only = several || pivot.rows.length === 0 ? undefined : caption(pivot, pivot.data[0]);
  const first: ShownRow = [
    ...blank.map((cell, at) => (at === 0 && only ? only : cell)),
    ...columns.map((_, at) => names[at] ?? { value: null }),
  ];
  const items = pivot.columns.map((_, level): ShownRow => [
    ...blank,
    ...columns.map((column, at) => itemLabel(pivot, column, columns[at - 1]?.line, level)),
  ]);
  const values: ShownRow = [
    ...blank,
    ...columns.map(({ line, data }) => (line.kind === "item" ? caption(pivot, data) : undefined)),
  ];
  const rows = several ? [...items, values] : items;
  return [
    first,
    ...rows.map((row, at) => (at === rows.length - 1 ? [...corner, ...row.slice(corner.length)] : row)),
  ];
};
