/** A slicer as stored: whose column or field it chooses from, and where it lies. The page does not draw it. */

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
