/** A table changed, put in the place of what it was. */
import { updateBook, type Draft } from "../draft";
import { rowsOf } from "../cells/rectangle";
import { bodyOf, type Table } from "./table";

export const replaceTable = (draft: Draft, given: Table): void => {
  const { waiting, ...begun } = given;
  const next = waiting && rowsOf(bodyOf(begun)) === 1 ? given : begun;
  updateBook(draft, { tables: draft.book.tables.map((table) => (table.id === next.id ? next : table)) });
};
