/** A binding's cells now, and binding cells or the table around them under an id. */
import { refuse } from "../../refusal";
import { sheetById, tableById, tablesOn, type Binding, type Book, type Place } from "../book";
import { updateBook, type Draft } from "../draft";
import { cellsOf, sameRectangle } from "../cells/rectangle";
import { bodyOf } from "../tables/table";

/** A bound table is where the table is now; other bindings follow their cells. Undefined when those are gone. */
export const placeOfBinding = (book: Book, { sheet, area, table }: Binding): Place | undefined => {
  if (table !== undefined) {
    const found = tableById(book, table);
    return found && { sheet: found.sheet, area: bodyOf(found) };
  }
  return area && sheetById(book, sheet) ? { sheet, area } : undefined;
};

export const bind = (draft: Draft, { sheet, area }: Place, type: Binding["type"], id: string): Binding => {
  if (id === "" || (type === "Text" && cellsOf(area) !== 1)) return refuse("InvalidArgument");
  const found =
    type === "Table"
      ? (tablesOn(draft.book, sheet).find(
          (one) => sameRectangle(one.area, area) || sameRectangle(bodyOf(one), area),
        ) ?? refuse("InvalidArgument"))
      : undefined;
  const made: Binding = { id, type, sheet, ...(found ? { table: found.id } : { area: { ...area } }) };
  // The same id again takes the place of the old binding.
  updateBook(draft, { bindings: [...draft.book.bindings.filter((one) => one.id !== id), made] });
  return made;
};

export const releaseBinding = (draft: Draft, id: string): void =>
  updateBook(draft, { bindings: draft.book.bindings.filter((one) => one.id !== id) });
