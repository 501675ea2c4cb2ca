/** The PivotTables of a workbook: finding one, and putting a changed one in its place. */
import { refuse } from "../../refusal";
import type { Book } from "../book";
import { updateBook, type Draft } from "../draft";
import type { Pivot } from "./pivot";

export const pivotById = (book: Book, id: string): Pivot | undefined =>
  book.pivots.find((pivot) => pivot.id === id);

export const pivotsOn = (book: Book, sheet: string): readonly Pivot[] =>
  book.pivots.filter((pivot) => pivot.sheet === sheet);

export const pivotIn = (draft: Draft, id: string): Pivot =>
  pivotById(draft.book, id) ?? refuse("ItemNotFound");

export const replacePivot = (draft: Draft, next: Pivot): void => {
  updateBook(draft, { pivots: draft.book.pivots.map((pivot) => (pivot.id === next.id ? next : pivot)) });
};
