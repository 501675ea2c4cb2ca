/** A cell of a PivotTable's report, before it is written to the sheet. */
import type { CellValue } from "../cells/cell";

export interface Shown {
  readonly value: CellValue;
  readonly format?: string;
  readonly indent?: number;
}

export type ShownRow = readonly (Shown | undefined)[];
