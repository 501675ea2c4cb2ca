/** Worksheets as a whole: adding, naming, ordering, showing, deleting. */
import { refuse } from "../../refusal";
import { guid, sheetByName } from "../book";
import { sheetIn, takeId, updateBook, updateSheet, type Draft } from "../draft";
import { rewriteFormulas } from "../formulas/rewrite";
import { newSheet, type Visibility } from "./sheet";
import { shapeOf } from "../formulas/lookup";
import { slicersLeft } from "../tables/slicers-left";

const FORBIDDEN = /[\\/?*[\]:：￥／？＊［］]/;

export const isSheetName = (name: unknown): name is string =>
  typeof name === "string" &&
  name.length >= 1 &&
  name.length <= 31 &&
  !FORBIDDEN.test(name) &&
  !name.startsWith("'") &&
  !name.endsWith("'") &&
  name.toLowerCase() !== "history";

const freeSheetName = (draft: Draft): string => {
  for (let number = draft.book.nextSheet; ; number++) {
    const name = `Sheet${number}`;
    if (!sheetByName(draft.book, name)) {
      updateBook(draft, { nextSheet: number + 1 });
      return name;
    }
  }
};

const assertStructureOpen = (draft: Draft): void => {
  if (draft.book.protection) refuse("AccessDenied");
};

export const addSheet = (draft: Draft, name: string | undefined): string => {
  assertStructureOpen(draft);
  if (name !== undefined) {
    if (!isSheetName(name)) refuse("InvalidArgument");
    if (sheetByName(draft.book, name)) refuse("ItemAlreadyExists");
  }
  const sheet = newSheet(guid(takeId(draft)), name ?? freeSheetName(draft));
  updateBook(draft, { sheets: [...draft.book.sheets, sheet] });
  draft.happenings.push({ kind: "sheetAdded", sheet: sheet.id });
  return sheet.id;
};

export const renameSheet = (draft: Draft, id: string, name: string): void => {
  const sheet = sheetIn(draft, id);
  if (sheet.name === name) return;
  assertStructureOpen(draft);
  if (!isSheetName(name)) refuse("InvalidArgument");
  const other = sheetByName(draft.book, name);
  if (other && other.id !== id) refuse("ItemAlreadyExists");
  const before = sheet.name;
  updateSheet(draft, id, { name });
  rewriteFormulas(draft, { kind: "renameSheet", from: before, to: name }, new Map([[id, before]]));
  draft.happenings.push({ kind: "sheetRenamed", sheet: id, before, after: name });
};

const visibleOthers = (draft: Draft, id: string) =>
  draft.book.sheets.filter((sheet) => sheet.id !== id && sheet.visibility === "Visible");

/** Another sheet comes to the front when this one leaves: the next visible one, else the one before. */
const leave = (draft: Draft, id: string): void => {
  if (draft.book.activeSheet !== id) return;
  const at = draft.book.sheets.findIndex((sheet) => sheet.id === id);
  const others = visibleOthers(draft, id);
  const next = others.find((sheet) => draft.book.sheets.indexOf(sheet) > at) ?? others.at(-1);
  if (next) activateSheet(draft, next.id);
};

export const activateSheet = (draft: Draft, id: string): void => {
  const sheet = sheetIn(draft, id);
  if (sheet.visibility !== "Visible") refuse("InvalidOperation");
  const before = draft.book.activeSheet;
  if (before === id) return;
  updateBook(draft, { activeSheet: id });
  draft.happenings.push({ kind: "sheetDeactivated", sheet: before }, { kind: "sheetActivated", sheet: id });
};

export const deleteSheet = (draft: Draft, id: string): void => {
  const sheet = sheetIn(draft, id);
  assertStructureOpen(draft);
  if (sheet.visibility === "VeryHidden") refuse("GeneralException");
  if (visibleOthers(draft, id).length === 0) refuse("InvalidOperation");
  leave(draft, id);
  for (const table of draft.book.tables.filter((each) => each.sheet === id)) {
    rewriteFormulas(draft, { kind: "deleteTable", table: shapeOf(draft.book, table) });
  }
  const name = sheet.name;
  rewriteFormulas(draft, { kind: "deleteSheet", sheet: name });
  updateBook(draft, {
    sheets: draft.book.sheets.filter((each) => each.id !== id),
    tables: draft.book.tables.filter((table) => table.sheet !== id),
    pivots: draft.book.pivots.filter((pivot) => pivot.sheet !== id),
    slicers: slicersLeft(draft.book, id),
    names: draft.book.names.filter((each) => each.scope !== id),
  });
  draft.owned.delete(id);
  draft.happenings.push({ kind: "sheetDeleted", sheet: id, name });
};

export const setVisibility = (draft: Draft, id: string, visibility: Visibility): void => {
  const sheet = sheetIn(draft, id);
  if (sheet.visibility === visibility) return;
  assertStructureOpen(draft);
  if (visibility !== "Visible" && visibleOthers(draft, id).length === 0) refuse("InvalidOperation");
  if (visibility !== "Visible") leave(draft, id);
  updateSheet(draft, id, { visibility });
  draft.happenings.push({ kind: "sheetVisibility", sheet: id, before: sheet.visibility, after: visibility });
};

export const moveSheet = (draft: Draft, id: string, position: number): void => {
  assertStructureOpen(draft);
  const { sheets } = draft.book;
  if (!Number.isInteger(position) || position < 0 || position >= sheets.length) refuse("InvalidArgument");
  const before = sheets.findIndex((sheet) => sheet.id === id);
  if (before === position) return;
  const rest = sheets.filter((sheet) => sheet.id !== id);
  updateBook(draft, { sheets: [...rest.slice(0, position), sheetIn(draft, id), ...rest.slice(position)] });
  draft.happenings.push({ kind: "sheetMoved", sheet: id, before, after: position });
};
