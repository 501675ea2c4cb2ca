/** Renaming a table's column: formulas that name it follow. */
import type { Draft } from "../draft";
import { updateBook } from "../draft";
import { rewriteFormulas } from "../formulas/rewrite";

export const renameTableColumn = (draft: Draft, tableId: string, index: number, name: string): void => {
  const table = draft.book.tables.find(({ id }) => id === tableId);
  const column = table?.columns[index];
  if (!table || !column || column.name === name) return;
  updateBook(draft, {
    tables: draft.book.tables.map((each) =>
      each.id === tableId
        ? { ...each, columns: each.columns.map((one, at) => (at === index ? { ...one, name } : one)) }
        : each,
    ),
  });
  rewriteFormulas(draft, { kind: "renameColumn", table: table.name, from: column.name, to: name });
};
