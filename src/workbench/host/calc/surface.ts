/** What a formula can ask of the workbook while it is calculated. */
import type { CellError, CellValue, Matrix, Place, Value } from "./values";

export interface Home {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

export interface Surface {
  value(sheet: string, row: number, column: number): CellValue;
  matrix(place: Place): Matrix;
  /** Every value of an area, until `see` gives something. */
  scan<Found>(place: Place, see: (value: CellValue) => Found | undefined): Found | undefined;
  extent(sheet: string): { readonly rows: number; readonly columns: number };
  /** The id of a sheet by its name as formulas write it; case does not count. */
  sheetId(name: string): string | undefined;
  sheetName(id: string): string;
  sheetOrder(): readonly string[];
  /** What a defined name stands for, by its key in lower case. */
  name(key: string): Value | undefined;
  formulaText(sheet: string, row: number, column: number): string | undefined;
  /** The cells a formula spills over; a cell that does not spill is no answer. */
  spillOf(sheet: string, row: number, column: number): Place | undefined;
  hiddenRow(sheet: string, row: number): "filtered" | "hidden" | undefined;
  now(): Date;
  custom(name: string): CustomCall | undefined;
}

/** Where in which formula a custom function is called: a promise's result is kept for this call. */
export interface CallSite {
  readonly home: Home;
  /** The calls of one evaluation in order. */
  readonly ordinal: number;
}

export type CustomCall = (given: readonly CustomArgument[], site: CallSite) => CellValue | Matrix;

export interface CustomArgument {
  readonly value: CellValue | Matrix | undefined;
  /** Where it stood, when it was a reference. */
  readonly place?: Place;
}

export type { CellError, CellValue, Matrix, Place, Value };
