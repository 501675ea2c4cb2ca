/** Filters of tables and sheets: which rows they hide. */
import { isError } from "../cells/cell";
import { readCell, sheetIn, updateBook, updateSheet, type Draft } from "../draft";
import { styleOf } from "../looks/effective";
import { predicateOf, type Seen } from "./filter-criteria";
import { rowsOf, type Rectangle } from "../cells/rectangle";
import type { FilterCriteria, Line } from "../sheets/sheet";
import { styleValue } from "../looks/style";
import { bodyOf } from "./table";
import { tableIn } from "./tables";
import { shownText } from "../cells/values-as-json";

const seenIn = (draft: Draft, sheet: string, body: Rectangle, column: number): readonly Seen[] => {
  const home = sheetIn(draft, sheet);
  return Array.from({ length: rowsOf(body) }, (_, at) => {
    const row = body.top + at;
    const cell = readCell(draft, sheet, row, column);
    const style = styleOf(home, cell, row, column);
    return {
      cell,
      text:
        isError(cell.value) && !cell.rich
          ? cell.value.code
          : shownText(cell, styleValue(style, "numberFormat")),
      fill: styleValue(style, "fillColor"),
      font: styleValue(style, "fontColor"),
    };
  });
};

/** Hides the rows of `body` that any of the criteria turns away and shows the others. */
export const hideFiltered = (
  draft: Draft,
  sheet: string,
  body: Rectangle,
  criteria: readonly { readonly column: number; readonly criteria: FilterCriteria }[],
): void => {
  const stays = criteria.map(({ column, criteria: wanted }) => {
    const seen = seenIn(draft, sheet, body, body.left + column);
    const keeps = predicateOf(wanted, seen);
    return seen.map(keeps);
  });
  const rows = new Map(sheetIn(draft, sheet).rows);
  for (let at = 0; at < rowsOf(body); at++) {
    const row = body.top + at;
    const { filtered: _, ...line }: Line = rows.get(row) ?? {};
    if (stays.some((column) => column[at] === false)) rows.set(row, { ...line, filtered: true });
    else if (Object.keys(line).length > 0) rows.set(row, line);
    else rows.delete(row);
  }
  updateSheet(draft, sheet, { rows });
  draft.happenings.push({ kind: "sheetFiltered", sheet });
};

const applyTable = (draft: Draft, id: string): void => {
  const table = tableIn(draft, id);
  const criteria = table.columns.flatMap(({ filter }, column) =>
    filter ? [{ column, criteria: filter }] : [],
  );
  hideFiltered(draft, table.sheet, bodyOf(table), criteria);
  draft.happenings.push({ kind: "tableFiltered", sheet: table.sheet, table: id });
};

export const reapplyTableFilter = applyTable;

export const setColumnFilter = (
  draft: Draft,
  id: string,
  column: number,
  filter: FilterCriteria | undefined,
): void => {
  updateBook(draft, {
    tables: draft.book.tables.map((table) => {
      if (table.id !== id) return table;
      const columns = table.columns.map((each, index) => {
        if (index !== column) return each;
        const { filter: _, ...rest } = each;
        return filter ? { ...rest, filter } : rest;
      });
      return { ...table, columns };
    }),
  });
  applyTable(draft, id);
};

export const clearFilters = (draft: Draft, id: string): void => {
  updateBook(draft, {
    tables: draft.book.tables.map((table) =>
      table.id === id
        ? { ...table, columns: table.columns.map(({ filter: _, ...column }) => column) }
        : table,
    ),
  });
  applyTable(draft, id);
};

export const reapplySheetFilter = (draft: Draft, sheet: string): void => {
  const { filter } = sheetIn(draft, sheet);
  if (!filter) return;
  hideFiltered(
    draft,
    sheet,
    { ...filter.area, top: filter.area.top + 1 },
    [...filter.criteria].map(([column, criteria]) => ({ column, criteria })),
  );
};

/** One column of a sheet's own filter; without criteria it turns nothing away. */
export const setSheetFilter = (
  draft: Draft,
  sheet: string,
  column: number,
  criteria: FilterCriteria | undefined,
): void => {
  const { filter } = sheetIn(draft, sheet);
  if (!filter) return;
  const wanted = new Map(filter.criteria);
  if (criteria) wanted.set(column, criteria);
  else wanted.delete(column);
  updateSheet(draft, sheet, { filter: { ...filter, criteria: wanted } });
  reapplySheetFilter(draft, sheet);
};
