/** Which slicers stay when a sheet goes. */
import type { Book } from "../book";
import type { Slicer } from "./slicer";

/** A slicer goes with its sheet, and with the table or the PivotTable it chooses from. */
export const slicersLeft = (book: Book, goneSheet: string): readonly Slicer[] =>
  book.slicers.filter(({ sheet, source }) => {
    if (sheet === goneSheet) return false;
    return source.kind === "table"
      ? book.tables.some(({ id, sheet: home }) => id === source.table && home !== goneSheet)
      : book.pivots.some(({ id, sheet: home }) => id === source.pivot && home !== goneSheet);
  });
