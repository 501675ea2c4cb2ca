/** What one cell holds: its value, the formula as written, and how it looks. */
import type { CellError, CellValue, Spill } from "../../calc/calc";
import { ERROR_CODES, type ErrorCode } from "../../formula/shapes";
import type { RichValue } from "./rich-value";
import type { Style } from "../looks/style";

export type { CellError, CellValue };

export interface Cell {
  /** null is a blank cell; "" only a formula can give. */
  readonly value: CellValue;
  /** With its `=`, as Excel shows it. */
  readonly formula?: string;
  /** Only on the anchor of a spill: how far it reaches. */
  readonly spill?: Pick<Spill, "rows" | "columns">;
  /** This cell shows a part of the spill of another one. */
  readonly spilledFrom?: { readonly row: number; readonly column: number };
  /** Entered with a leading apostrophe: text, whatever it looks like. */
  readonly quoted?: boolean;
  /** Set when there is more to the value than formulas see of it. */
  readonly rich?: RichValue;
  readonly style?: Style;
}

export const BLANK: Cell = { value: null };

const CODES: ReadonlySet<string> = new Set(ERROR_CODES);

export const isError = (value: CellValue): value is CellError => typeof value === "object" && value !== null;
export const asErrorCode = (text: string): ErrorCode | undefined => {
  const upper = text.toUpperCase();
  return CODES.has(upper) ? (upper as ErrorCode) : undefined;
};

/** A cell somebody filled: not blank, not the part of a spill. */
export const isFilled = (cell: Cell | undefined): boolean =>
  cell !== undefined && (cell.formula !== undefined || (cell.value !== null && !cell.spilledFrom));

/** Shows something, whoever put it there. */
export const showsSomething = (cell: Cell | undefined): boolean =>
  cell !== undefined && (cell.value !== null || cell.formula !== undefined);

/** The value as office.js answers it. */
export const asWireValue = (value: CellValue): string | number | boolean =>
  value === null ? "" : isError(value) ? value.code : value;

export const valueTypeOf = (value: CellValue): "Empty" | "String" | "Double" | "Boolean" | "Error" => {
  if (value === null) return "Empty";
  switch (typeof value) {
    case "string":
      return "String";
    case "number":
      return "Double";
    case "boolean":
      return "Boolean";
    default:
      return "Error";
  }
};
