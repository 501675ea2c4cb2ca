/** Filters of tables and sheets: which rows they hide. */
import { updateRows } from "./appearance";
import type { Draft } from "./draft";
import { updateBook } from "./draft";
import { bodyOf } from "./table";
import { tableIn } from "./tables";

export const clearFilters = (draft: Draft, tableId: string): void => {
  const table = tableIn(draft, tableId);
  updateBook(draft, {
    tables: draft.book.tables.map((each) =>
      each.id === tableId
        ? { ...each, columns: each.columns.map(({ filter: _, ...column }) => column) }
        : each,
    ),
  });
  updateRows(draft, table.sheet, bodyOf(table), ({ filtered: _, ...line }) => line);
};
