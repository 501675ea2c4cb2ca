/** Reads what a PivotTable summarizes: a range or a table with its headers, as it is now. */
import { refuse } from "../../refusal";
import { sheetById, tableById, type Book } from "../book";
import type { CellValue } from "../cells/cell";
import { readCell, sheetIn, type Draft } from "../draft";
import { styleAt } from "../looks/effective";
import { rowsOf, type Rectangle } from "../cells/rectangle";
import { styleValue } from "../looks/style";
import { bodyOf, headerOf } from "../tables/table";
import { textOf } from "../cells/text";
import type { PivotCache, PivotSource } from "./pivot";

export const NO_FIELD_NAME =
  "The PivotTable field name is not valid. To create a PivotTable report, you must use data that is organized as a list with labeled columns.";

interface Place {
  readonly sheet: string;
  /** With the headers on its first row. */
  readonly area: Rectangle;
}

/** Of a table its headers and body, not its totals. */
export const placeOfSource = (book: Book, source: PivotSource): Place | undefined => {
  if (source.kind === "range") {
    return sheetById(book, source.sheet) ? { sheet: source.sheet, area: source.area } : undefined;
  }
  const table = tableById(book, source.table);
  return table && headerOf(table)
    ? { sheet: table.sheet, area: { ...table.area, bottom: bodyOf(table).bottom } }
    : undefined;
};

/** `件数`, `件数2`: a header that comes again is numbered. */
const distinct = (names: readonly string[]): readonly string[] => {
  const taken = new Set<string>();
  return names.map((name) => {
    let wanted = name;
    for (let number = 2; taken.has(wanted.toLowerCase()); number++) wanted = `${name}${number}`;
    taken.add(wanted.toLowerCase());
    return wanted;
  });
};

export const readSource = (
  draft: Draft,
  source: PivotSource,
): { readonly fields: readonly string[]; readonly cache: PivotCache } => {
  const place = placeOfSource(draft.book, source) ?? refuse("InvalidReference");
  const { sheet, area } = place;
  if (rowsOf(area) < 2) refuse("InvalidArgument", NO_FIELD_NAME);
  const home = sheetIn(draft, sheet);
  const format = (row: number, column: number): string =>
    styleValue(styleAt(home, row, column), "numberFormat");
  const names: string[] = [];
  const formats: string[] = [];
  for (let column = area.left; column <= area.right; column++) {
    const name = textOf(readCell(draft, sheet, area.top, column).value, format(area.top, column));
    if (name.trim() === "") refuse("InvalidArgument", NO_FIELD_NAME);
    names.push(name);
    formats.push(format(area.top + 1, column));
  }
  const records: CellValue[][] = [];
  for (let row = area.top + 1; row <= area.bottom; row++) {
    const record: CellValue[] = [];
    for (let column = area.left; column <= area.right; column++)
      record.push(readCell(draft, sheet, row, column).value);
    records.push(record);
  }
  return { fields: distinct(names), cache: { records, formats } };
};
