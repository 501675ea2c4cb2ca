/** From what a program writes — an address, a name, a table, a range — to cells, and back to the address Excel shows. */
import { faultOfDefinedName, parseAddress, printAddress, toPlain } from "../../formula";
import type { Book } from "../../model/book";
import { sheetById, sheetByName, tableByName } from "../../model/book";
import { cellAt } from "../../model/cells/grid";
import { areaOf, lookupOf, sheetName } from "../../model/formulas/lookup";
import { isOnSheet, rectangle, type Rectangle } from "../../model/cells/rectangle";
import { bodyOf } from "../../model/tables/table";
import { refuse } from "../../refusal";
import type { RangeRef } from "../../session";
import { isHandle } from "../../wire/object-type";

export const rangeRef = (sheet: string, area: Rectangle): RangeRef =>
  isOnSheet(area) ? { sheet, area: { ...area } } : refuse("InvalidArgument");

/** The cells a range stands for now; a range whose cells are all deleted is no more. */
export const cellsOfRange = (ref: RangeRef): Rectangle => (ref.gone ? refuse("ItemNotFound") : ref.area);

export const addressOf = (book: Book, ref: RangeRef): string =>
  printAddress(areaOf(book, ref.sheet, cellsOfRange(ref)), { sheet: true });

/** Where a defined name points, when it points at cells. */
export const placeOfFormula = (book: Book, formula: string, sheet: string): RangeRef | undefined => {
  const plain = toPlain(formula, { sheet: sheetName(book, sheet), row: 0, column: 0 }, lookupOf(book));
  if (plain.kind !== "plain") return undefined;
  const area = parseAddress(plain.formula.replace(/^=/, "").trim(), sheetName(book, sheet));
  const home = area && sheetByName(book, area.sheet);
  return area && home && rangeRef(home.id, area);
};

const named = (book: Book, name: string, sheet: string): RangeRef | undefined => {
  const table = tableByName(book, name);
  if (table) return rangeRef(table.sheet, bodyOf(table));
  if (faultOfDefinedName(name) !== undefined) return undefined;
  const found = lookupOf(book).name(name, sheetName(book, sheet));
  return found && placeOfFormula(book, found.formula, sheet);
};

/** As `Worksheet.getRange` reads it. The sheet in the address must be this one. */
export const rangeFromText = (book: Book, address: string, sheet: string): RangeRef => {
  const area = parseAddress(address, sheetName(book, sheet));
  if (area) {
    const home = sheetByName(book, area.sheet);
    if (!home || home.id !== sheet) return refuse("InvalidArgument");
    return rangeRef(sheet, area);
  }
  const byName = named(book, address, sheet) ?? placeOfStructured(book, address, sheet);
  if (!byName) return refuse("InvalidArgument");
  return byName.sheet === sheet ? byName : refuse("InvalidArgument");
};

const placeOfStructured = (book: Book, address: string, sheet: string): RangeRef | undefined =>
  address.includes("[") ? placeOfFormula(book, `=${address}`, sheet) : placeOfSpill(book, address, sheet);

/** `A1#`: all that the formula in A1 spilled into. */
const placeOfSpill = (book: Book, address: string, sheet: string): RangeRef | undefined => {
  const area = address.endsWith("#") ? parseAddress(address.slice(0, -1), sheetName(book, sheet)) : undefined;
  const home = area && sheetByName(book, area.sheet);
  const spill = home && cellAt(home.grid, area.top, area.left)?.spill;
  return spill && rangeRef(home.id, rectangle(area.top, area.left, spill.rows, spill.columns));
};

/** As `tables.add` and its like read it: any sheet of the workbook, `sheet` when none is named. */
export const rangeAnywhere = (book: Book, given: unknown, sheet: string): RangeRef => {
  if (isHandle(given)) {
    const { ref } = given as { readonly ref: RangeRef };
    return given.type.name === "Range" ? ref : refuse("InvalidArgument");
  }
  if (typeof given !== "string") return refuse("InvalidArgument");
  const area = parseAddress(given, sheetName(book, sheet));
  if (area) {
    const home = sheetByName(book, area.sheet) ?? refuse("InvalidArgument");
    return rangeRef(home.id, area);
  }
  return named(book, given, sheet) ?? placeOfStructured(book, given, sheet) ?? refuse("InvalidArgument");
};

/** Several ranges of one sheet, as text with commas, as a range or as range areas. */
export const areasAnywhere = (book: Book, given: unknown, sheet: string): readonly RangeRef[] => {
  if (isHandle(given) && given.type.name === "RangeAreas")
    return (given.ref as { readonly areas: readonly RangeRef[] }).areas;
  if (typeof given !== "string") return [rangeAnywhere(book, given, sheet)];
  return addressesIn(given).map((one) => rangeAnywhere(book, one, sheet));
};

/** Commas inside quotes and brackets belong to a name. */
const addressesIn = (given: string): readonly string[] =>
  (given.match(/(?:'(?:[^']|'')*'|\[[^\]]*\]|[^,])+/g) ?? [given]).map((one) => one.trim());

export const sheetExists = (book: Book, id: string): boolean => sheetById(book, id) !== undefined;
