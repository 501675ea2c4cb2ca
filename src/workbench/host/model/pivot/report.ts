/** What a PivotTable shows: a sheet of cells of its own, and which of them are labels, values and filters. */
import { countedRecords } from "./filters";
import { itemsOf } from "./items";
import { linesOf, type Line } from "./lines";
import { fieldIn, type Pivot, type PivotData } from "./pivot";
import { showsPercent, valueAt } from "./show-as";
import { columnHeadings } from "./column-headings";
import { rowHeadings } from "./row-headings";
import { ALL, SEVERAL } from "./words";
import type { ShownRow, Shown } from "./shown";

export interface Report {
  readonly filters: readonly ShownRow[];
  /** Everything below the filters. */
  readonly body: readonly ShownRow[];
  readonly width: number;
  /** How many rows of the body are headings, and how many columns labels. */
  readonly headings: number;
  readonly labels: number;
  readonly rows: readonly Line[];
  /** One for every column of values: several share a line where several values are shown. */
  readonly columns: readonly { readonly line: Line; readonly data: PivotData | undefined }[];
}

/** Excel draws an empty frame of this size while there are no fields. */
const EMPTY = { rows: 18, columns: 3 };

const filterRow = (pivot: Pivot, id: string): ShownRow => {
  const field = fieldIn(pivot, id);
  const all = itemsOf(pivot, id);
  const shown = all.filter(({ key }) => !field.hidden.includes(key));
  const only = shown.length === 1 ? shown[0] : undefined;
  const choice: Shown =
    shown.length === all.length
      ? { value: ALL }
      : only
        ? { value: only.value ?? only.name, format: only.format }
        : { value: SEVERAL };
  return [{ value: field.name }, choice];
};

/** The number format of its values: the one somebody gave, else what its way of showing asks for. */
export const formatOf = (data: PivotData): string | undefined =>
  data.numberFormat ?? (showsPercent(data) ? "0.00%" : undefined);

export const reportOf = (pivot: Pivot): Report => {
  const { layout } = pivot;
  const filters = pivot.filters.map((id) => filterRow(pivot, id));
  if (pivot.rows.length + pivot.columns.length + pivot.data.length === 0) {
    const body = Array.from({ length: EMPTY.rows }, () =>
      new Array<undefined>(EMPTY.columns).fill(undefined),
    );
    return { filters, body, width: EMPTY.columns, headings: 0, labels: 0, rows: [], columns: [] };
  }
  const counted = countedRecords(pivot);
  const rows = linesOf(
    {
      pivot,
      fields: pivot.rows,
      nested: layout.layoutType === "Tabular" ? "beside" : "above",
      total: layout.showColumnGrandTotals,
      blankLines: layout.blankLines,
    },
    counted,
  );
  const across = linesOf(
    {
      pivot,
      fields: pivot.columns,
      nested: "beside",
      total: layout.showRowGrandTotals,
      blankLines: false,
    },
    counted,
  );
  const shownData: readonly (PivotData | undefined)[] = pivot.data.length > 0 ? pivot.data : [undefined];
  const needsValues = pivot.data.length > 0 || pivot.columns.length > 0;
  const columns = needsValues ? across.flatMap((line) => shownData.map((data) => ({ line, data }))) : [];
  const { labels, corner, cells } = rowHeadings(pivot, rows);
  const headings = columnHeadings(pivot, columns, corner);
  const values = rows.map((row): ShownRow =>
    columns.map(({ line: column, data }) => {
      if (!data || !row.showsData) return { value: null };
      const value = valueAt({ pivot, data, row, column, counted });
      const format = formatOf(data);
      const empty = value === null && layout.fillEmptyCells && layout.emptyCellText !== "";
      return {
        value: empty ? layout.emptyCellText : value,
        ...(format === undefined ? {} : { format }),
      };
    }),
  );
  return {
    filters,
    body: [...headings, ...rows.map((_, at) => [...(cells[at] ?? []), ...(values[at] ?? [])])],
    width: Math.max(labels + columns.length, 1),
    headings: headings.length,
    labels,
    rows,
    columns,
  };
};
