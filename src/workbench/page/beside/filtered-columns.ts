/** The columns of a sheet that have a filter button: of its tables, and of its own filter, as a file from Excel brings one. */
import { sheetById, tablesOn, type Book } from "../../host/model/book";
import { isError } from "../../host/model/cells/cell";
import { styleOf } from "../../host/model/looks/effective";
import { cellAt } from "../../host/model/cells/grid";
import type { Rectangle } from "../../host/model/cells/rectangle";
import type { FilterCriteria, Sheet } from "../../host/model/sheets/sheet";
import { styleValue } from "../../host/model/looks/style";
import { bodyOf } from "../../host/model/tables/table";
import { textOf } from "../../host/model/cells/text";
import type { UserEdit } from "../../host/person/edit";

export interface FilteredColumn {
  /** Where its button stands. */
  readonly row: number;
  readonly column: number;
  readonly name: string;
  readonly filter: FilterCriteria | undefined;
  /** How it was put in order last; undefined where it was not. */
  readonly sorted?: "up" | "down" | undefined;
  /** What it shows, each once. */
  readonly texts: () => string[];
  readonly set: (criteria?: FilterCriteria) => UserEdit;
  /** A sheet's own filter puts nothing in order here. */
  readonly sort?: (ascending: boolean) => UserEdit;
}

/** Those of them that are among `columns`: what is on screen. */
export function filteredColumns(book: Book, sheetId: string, columns: readonly number[]): FilteredColumn[] {
  const sheet = sheetById(book, sheetId);
  return sheet ? [...columnsOfTables(book, sheet, columns), ...columnsOfSheet(sheet, columns)] : [];
}

const within = (columns: readonly number[], { left, right }: Rectangle): number[] =>
  columns.filter((column) => column >= left && column <= right);

function columnsOfTables(book: Book, sheet: Sheet, columns: readonly number[]): FilteredColumn[] {
  return tablesOn(book, sheet.id).flatMap((table) => {
    if (!table.showHeaders || !table.showFilterButton) return [];
    const [by] = table.sort?.fields ?? [];
    return within(columns, table.area).map((column): FilteredColumn => {
      const at = column - table.area.left;
      const { name, filter } = table.columns[at] ?? { name: "", filter: undefined };
      const place = { table: table.id, column: at };
      return {
        row: table.area.top,
        column,
        name,
        filter,
        sorted: by?.key === at ? (by.ascending === false ? "down" : "up") : undefined,
        texts: () => textsIn(sheet, bodyOf(table), column),
        set: (criteria) => ({ kind: "filter", ...place, ...(criteria ? { criteria } : {}) }),
        sort: (ascending) => ({ kind: "sortTable", ...place, ascending }),
      };
    });
  });
}

function columnsOfSheet(sheet: Sheet, columns: readonly number[]): FilteredColumn[] {
  const { filter } = sheet;
  if (!filter) return [];
  const { area, criteria } = filter;
  return within(columns, area).map((column): FilteredColumn => {
    const at = column - area.left;
    return {
      row: area.top,
      column,
      name: shownAt(sheet, area.top, column),
      filter: criteria.get(at),
      texts: () => textsIn(sheet, { ...area, top: area.top + 1 }, column),
      set: (wanted) => ({
        kind: "filterSheet",
        sheet: sheet.id,
        column: at,
        ...(wanted ? { criteria: wanted } : {}),
      }),
    };
  });
}

function shownAt(sheet: Sheet, row: number, column: number): string {
  const cell = cellAt(sheet.grid, row, column);
  const value = cell?.value ?? null;
  return isError(value)
    ? value.code
    : textOf(value, styleValue(styleOf(sheet, cell, row, column), "numberFormat"));
}

/** In Japanese order; numbers by size. Blank is "". */
function textsIn(sheet: Sheet, body: Rectangle, column: number): string[] {
  const texts = new Map<string, number | undefined>();
  for (let row = body.top; row <= body.bottom; row += 1) {
    const text = shownAt(sheet, row, column);
    const value = cellAt(sheet.grid, row, column)?.value;
    if (!texts.has(text)) texts.set(text, typeof value === "number" ? value : undefined);
  }
  const collator = new Intl.Collator("ja", { numeric: true });
  return [...texts]
    .sort(([a, x], [b, y]) => {
      if (a === "" || b === "") return Number(a === "") - Number(b === "");
      if (x !== undefined && y !== undefined) return x - y;
      if (x !== undefined || y !== undefined) return x !== undefined ? -1 : 1;
      return collator.compare(a, b);
    })
    .map(([text]) => text);
}
