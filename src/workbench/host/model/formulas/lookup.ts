/** What the words of a formula mean in a book: the host's side of formula/'s Lookup. */
import type { Area, Cell, Lookup, TableShape } from "../../formula";
import { sheetById, sheetByName, tableAt, tableByName, type Book } from "../book";
import type { Rectangle } from "../cells/rectangle";
import type { Table } from "../tables/table";

export const sheetName = (book: Book, id: string): string => sheetById(book, id)?.name ?? "#REF";

export const areaOf = (book: Book, sheet: string, area: Rectangle): Area => ({
  sheet: sheetName(book, sheet),
  top: area.top,
  left: area.left,
  bottom: area.bottom,
  right: area.right,
});

export const homeOf = (book: Book, sheet: string, row: number, column: number): Cell => ({
  sheet: sheetName(book, sheet),
  row,
  column,
});

export const shapeOf = (book: Book, table: Table): TableShape => ({
  name: table.name,
  area: areaOf(book, table.sheet, table.area),
  header: table.showHeaders,
  totals: table.showTotals,
  columns: table.columns.map((column) => column.name),
});

const lookups = new WeakMap<Book, Lookup>();

export const lookupOf = (book: Book): Lookup => {
  const known = lookups.get(book);
  if (known) return known;
  const shapes = new Map<Table, TableShape>();
  const shape = (table: Table | undefined): TableShape | undefined => {
    if (!table) return undefined;
    const seen = shapes.get(table) ?? shapeOf(book, table);
    shapes.set(table, seen);
    return seen;
  };
  const lookup: Lookup = {
    table: (name) => shape(tableByName(book, name)),
    tableAt: (cell) => {
      const sheet = sheetByName(book, cell.sheet);
      return sheet && shape(tableAt(book, sheet.id, cell.row, cell.column));
    },
    name: (name, fromSheet) => {
      const sheet = sheetByName(book, fromSheet);
      const wanted = name.toLowerCase();
      const all = book.names.filter((known) => known.name.toLowerCase() === wanted);
      const found =
        all.find((known) => known.scope !== undefined && known.scope === sheet?.id) ??
        all.find((known) => known.scope === undefined);
      return (
        found && {
          name: found.name,
          formula: found.formula,
          ...(found.scope === undefined ? {} : { scope: sheetName(book, found.scope) }),
        }
      );
    },
    sheet: (name) => sheetByName(book, name)?.name,
    sheetsBetween: (first, last) => {
      const ends = [first, last].map((name) =>
        book.sheets.findIndex(({ id }) => id === sheetByName(book, name)?.id),
      );
      if (ends.includes(-1)) return undefined;
      return book.sheets.slice(Math.min(...ends), Math.max(...ends) + 1).map(({ name }) => name);
    },
  };
  lookups.set(book, lookup);
  return lookup;
};
