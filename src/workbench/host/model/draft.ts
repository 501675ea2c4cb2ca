/** An edit in progress: the next book, what has happened on the way to it, and the right to write in place what it made itself. */
import type { Move } from "./shifting/shift";
import { refuse } from "../refusal";
import { sheetById, type Book } from "./book";
import { BLANK, type Cell } from "./cells/cell";
import { cellAt, ownedGrid, putCell, type Grid } from "./cells/grid";
import type { Happening } from "./happening";
import type { Sheet } from "./sheets/sheet";

export interface Draft {
  book: Book;
  owner: object;
  /** Grids this owner may write, by sheet. */
  readonly owned: Map<string, Grid>;
  readonly happenings: Happening[];
  /** Edits that moved cells, in order: live ranges follow them. */
  readonly moves: Move[];
  /** Formula cells to calculate again though nothing they read changed. */
  readonly dirty: { readonly sheet: string; readonly row: number; readonly column: number }[];
  /** Why a formula that can be read is not accepted all the same: only the calculation knows the add-in's functions. */
  readonly complaint?: (formula: string) => string | undefined;
}

export const draftOf = (book: Book, complaint?: Draft["complaint"]): Draft => ({
  book,
  owner: {},
  owned: new Map(),
  happenings: [],
  moves: [],
  dirty: [],
  ...(complaint ? { complaint } : {}),
});

/** From here on `draft.book` as it is now stays as it is: what follows can be taken back by putting it in again. */
export const seal = (draft: Draft): Book => {
  draft.owner = {};
  draft.owned.clear();
  return draft.book;
};

export const sheetIn = (draft: Draft, id: string): Sheet =>
  sheetById(draft.book, id) ?? refuse("ItemNotFound");

export const updateBook = (draft: Draft, patch: Partial<Book>): void => {
  draft.book = { ...draft.book, ...patch };
};

export const updateSheet = (draft: Draft, id: string, patch: Partial<Sheet>): void => {
  if (patch.grid) draft.owned.delete(id);
  draft.book = {
    ...draft.book,
    sheets: draft.book.sheets.map((sheet) => (sheet.id === id ? { ...sheet, ...patch } : sheet)),
  };
};

/** The sheet's grid, to be written with this draft's owner. */
export const writableGrid = (draft: Draft, id: string): Grid => {
  const known = draft.owned.get(id);
  if (known) return known;
  const grid = ownedGrid(sheetIn(draft, id).grid, draft.owner);
  updateSheet(draft, id, { grid });
  draft.owned.set(id, grid);
  return grid;
};

export const readCell = (draft: Draft, sheet: string, row: number, column: number): Cell =>
  cellAt(sheetIn(draft, sheet).grid, row, column) ?? BLANK;

export const writeCell = (
  draft: Draft,
  sheet: string,
  row: number,
  column: number,
  cell: Cell | undefined,
): void => {
  putCell(writableGrid(draft, sheet), draft.owner, row, column, cell);
};

export const takeId = (draft: Draft): number => {
  const id = draft.book.nextId;
  updateBook(draft, { nextId: id + 1 });
  return id;
};
