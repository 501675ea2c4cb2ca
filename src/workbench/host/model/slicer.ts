/** A slicer as stored: whose column or field it chooses from, and where it lies. The page does not draw it. */
import type { Book } from "./book";

export type SlicerSource =
  | { readonly kind: "table"; readonly table: string; readonly column: number }
  | { readonly kind: "pivot"; readonly pivot: string; readonly field: string };

export interface Slicer {
  readonly id: string;
  readonly sheet: string;
  readonly source: SlicerSource;
  readonly name: string;
  readonly caption: string;
  readonly style: string;
  readonly sortBy: "DataSourceOrder" | "Ascending" | "Descending";
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A slicer goes with its sheet, and with the table or the PivotTable it chooses from. */
export const slicersLeft = (book: Book, goneSheet: string): readonly Slicer[] =>
  book.slicers.filter(({ sheet, source }) => {
    if (sheet === goneSheet) return false;
    return source.kind === "table"
      ? book.tables.some(({ id, sheet: home }) => id === source.table && home !== goneSheet)
      : book.pivots.some(({ id, sheet: home }) => id === source.pivot && home !== goneSheet);
  });
