/** Sheets of another workbook brought into this one, with their tables and the names that speak of them. */
import { refuse } from "../../refusal";
import { guid, sameName, sheetByName, type Book, type DefinedName } from "../book";
import { draftOf, seal, takeId, updateBook, type Draft } from "../draft";
import { rewriteFormulas } from "../formulas/rewrite";
import { shapeOf } from "../formulas/lookup";
import { ownParts } from "./own-parts";
import type { Sheet } from "./sheet";
import { renameSheet } from "./sheets";
import { styleNamed } from "../looks/styles";
import type { CellStyle } from "../looks/cell-style";
import { isNameTaken, renameTable } from "../tables/tables";

export interface SheetsWanted {
  /** All of them when nothing is named. */
  readonly names?: readonly string[];
  /** Where the first of them will stand. */
  readonly at: number;
}

const LONGEST_NAME = 31;

/** `計画` → `計画 (2)`, as Excel names a sheet that comes to one of its name. */
const freeSheetName = (wanted: string, books: readonly Book[]): string => {
  for (let number = 2; ; number++) {
    const end = ` (${number})`;
    const name = wanted.slice(0, LONGEST_NAME - end.length) + end;
    if (!books.some((book) => sheetByName(book, name))) return name;
  }
};

const freeTableName = (wanted: string, books: readonly Book[]): string => {
  for (let number = 2; ; number++) {
    const name = `${wanted}_${number}`;
    if (!books.some((book) => isNameTaken(book, name))) return name;
  }
};

/** The other workbook with only these sheets in it; what pointed at the others is #REF!. */
const onlySheets = (from: Draft, names: readonly string[] | undefined): void => {
  if (!names) return;
  const kept = new Set(names.map((name) => (sheetByName(from.book, name) ?? refuse("InvalidArgument")).id));
  for (const sheet of from.book.sheets.filter(({ id }) => !kept.has(id))) {
    for (const table of from.book.tables.filter((each) => each.sheet === sheet.id))
      rewriteFormulas(from, { kind: "deleteTable", table: shapeOf(from.book, table) });
    rewriteFormulas(from, { kind: "deleteSheet", sheet: sheet.name });
  }
  updateBook(from, {
    sheets: from.book.sheets.filter(({ id }) => kept.has(id)),
    tables: from.book.tables.filter(({ sheet }) => kept.has(sheet)),
    names: from.book.names.filter(({ scope }) => scope === undefined || kept.has(scope)),
  });
};

/** Sheets and tables get names that nobody has here; formulas follow. */
const avoidNames = (from: Draft, here: Book): void => {
  for (const { id, name } of from.book.sheets) {
    if (sheetByName(here, name)) renameSheet(from, id, freeSheetName(name, [here, from.book]));
  }
  for (const { id, name } of from.book.tables) {
    if (isNameTaken(here, name)) renameTable(from, id, freeTableName(name, [here, from.book]));
  }
};

/** A name that is taken here belongs to each of the sheets it came with; one that points nowhere any more stays behind. */
const namesFor = (from: Book, here: Book, ids: ReadonlyMap<string, string>): readonly DefinedName[] =>
  from.names.flatMap(({ scope, ...name }): readonly DefinedName[] => {
    if (name.formula.includes("#REF!")) return [];
    if (scope !== undefined) return [{ ...name, scope: ids.get(scope) ?? scope }];
    const taken =
      here.names.some((each) => each.scope === undefined && sameName(each.name, name.name)) ||
      here.tables.some((table) => sameName(table.name, name.name));
    return taken ? [...ids.values()].map((id) => ({ ...name, scope: id })) : [name];
  });

/** Looks somebody made come along; one this workbook has under the same name stays as it is here. */
const stylesFor = (from: Book, here: Book): readonly CellStyle[] =>
  from.cellStyles.filter(({ name, builtIn }) => !builtIn && styleNamed(here, name) === undefined);

/** The ids of the new sheets, in their order. */
export const insertSheets = (draft: Draft, source: Book, { names, at }: SheetsWanted): readonly string[] => {
  if (draft.book.protection) refuse("AccessDenied");
  const { protection: _, ...open } = source;
  const from = draftOf(open);
  onlySheets(from, names);
  avoidNames(from, draft.book);
  const book = seal(from);
  const ids = new Map(book.sheets.map(({ id }) => [id, guid(takeId(draft))]));
  const idOf = (sheet: string): string => ids.get(sheet) ?? sheet;
  const sheets = book.sheets.map((sheet): Sheet => ({
    ...sheet,
    id: idOf(sheet.id),
    ...ownParts(
      sheet,
      () => guid(takeId(draft)),
      (id) => ids.get(id),
    ),
  }));
  const tables = book.tables.map((table) => {
    const number = takeId(draft);
    return { ...table, id: guid(number), legacyId: String(number), sheet: idOf(table.sheet) };
  });
  const before = draft.book;
  updateBook(draft, {
    sheets: [...before.sheets.slice(0, at), ...sheets, ...before.sheets.slice(at)],
    tables: [...before.tables, ...tables],
    names: [...before.names, ...namesFor(book, before, ids)],
    cellStyles: [...before.cellStyles, ...stylesFor(book, before)],
  });
  for (const { id } of sheets) draft.happenings.push({ kind: "sheetAdded", sheet: id });
  for (const { id, sheet } of tables) draft.happenings.push({ kind: "tableAdded", sheet, table: id });
  return sheets.map(({ id }) => id);
};
