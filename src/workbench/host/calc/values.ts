/** The values a formula computes with, and how Excel turns one kind into another. */
import { type ErrorCode, ERROR_CODES } from "../formula/shapes";
import { eras } from "./eras";

export interface CellError {
  readonly kind: "error";
  readonly code: ErrorCode;
  /** Shown on the cell's error card; only custom functions give one. */
  readonly message?: string;
}
/** What a cell can hold; null is a blank cell. */
export type CellValue = number | string | boolean | CellError | null;

export interface Matrix {
  readonly kind: "matrix";
  readonly cells: readonly (readonly CellValue[])[];
}
/** A rectangle on a sheet, by the sheet's id. */
export interface Place {
  readonly sheet: string;
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}
export interface Places {
  readonly kind: "places";
  readonly places: readonly Place[];
}
export interface Lambda {
  readonly kind: "lambda";
  readonly parameters: number;
  readonly call: (given: readonly Value[]) => Value;
}
/** `undefined` is an argument left out. */
export type Value = CellValue | Matrix | Places | Lambda | undefined;

const errors = new Map<ErrorCode, CellError>(ERROR_CODES.map((code) => [code, { kind: "error", code }]));

export function failure(code: ErrorCode): CellError {
  return errors.get(code) ?? { kind: "error", code };
}

const isObject = (value: Value): value is CellError | Matrix | Places | Lambda =>
  typeof value === "object" && value !== null;
export const isError = (value: Value): value is CellError => isObject(value) && value.kind === "error";
export const isMatrix = (value: Value): value is Matrix => isObject(value) && value.kind === "matrix";
export const isPlaces = (value: Value): value is Places => isObject(value) && value.kind === "places";
export const isLambda = (value: Value): value is Lambda => isObject(value) && value.kind === "lambda";

export const rowsOf = (matrix: Matrix) => matrix.cells.length;
export const columnsOf = (matrix: Matrix) => matrix.cells[0]?.length ?? 0;

/** A matrix of one cell is that cell. */
export function matrixOf(cells: readonly (readonly CellValue[])[]): Matrix | CellValue {
  if (cells.length === 0 || cells[0]?.length === 0) return failure("#CALC!");
  return cells.length === 1 && cells[0]?.length === 1 ? (cells[0][0] ?? null) : { kind: "matrix", cells };
}

/** A number as General shows it: fifteen digits. */
export function numberText(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return String(value === 0 ? 0 : value);
  const rounded = Number(value.toPrecision(15));
  const text = String(rounded);
  const size = Math.abs(rounded);
  if (size >= 1e20) return rounded.toExponential().toUpperCase();
  if (!text.includes("e")) return text;
  return text.replace(/e(-?)(\d)$/u, "E$10$2").replace("e", "E");
}

const days = (year: number, month: number, day: number) => {
  const serial = Math.round(Date.UTC(year, month - 1, day) / 86_400_000) + 25_569;
  return serial < 61 ? serial - 1 : serial;
};

/** A day that exists, as Excel counts days. */
function serialOf(year: number, month: number, day: number): number | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() + 1 === month && date.getUTCDate() === day ? days(year, month, day) : undefined;
}

const western = /^(\d{4})(?:[/-](\d{1,2})[/-](\d{1,2})|年(\d{1,2})月(\d{1,2})日)$/u;
const inEra =
  /^(令和|平成|昭和|大正|明治|[RHSTM])(元|\d{1,2})(?:年(\d{1,2})月(\d{1,2})日|[./-](\d{1,2})[./-](\d{1,2}))$/u;

function dateIn(text: string): number | undefined {
  const plain = western.exec(text);
  if (plain) return serialOf(Number(plain[1]), Number(plain[2] ?? plain[4]), Number(plain[3] ?? plain[5]));
  const named = inEra.exec(text.toUpperCase());
  const era = named && eras.find(({ name, letter }) => name === named[1] || letter === named[1]);
  if (!named || !era) return undefined;
  const year = Math.floor(era.from / 10_000) + (named[2] === "元" ? 1 : Number(named[2])) - 1;
  return serialOf(year, Number(named[3] ?? named[5]), Number(named[4] ?? named[6]));
}

function timeIn(text: string): number | undefined {
  const time = /^(\d{1,4}):([0-5]?\d)(?::([0-5]?\d))?$/u.exec(text);
  return time ? (Number(time[1]) * 3600 + Number(time[2]) * 60 + Number(time[3] ?? 0)) / 86_400 : undefined;
}

/** Text that Excel counts with: `5`, `１２３`, `1,234.5`, `50%`, `2021/4/1`, `令和3年4月1日`, `9:30`. */
export function numberIn(text: string): number | undefined {
  const trimmed = text.normalize("NFKC").trim();
  if (/^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/iu.test(trimmed)) return Number(trimmed);
  const percent = /^([+-]?[\d,]*\.?\d+)%$/u.exec(trimmed);
  if (percent?.[1]) return Number(percent[1].replaceAll(",", "")) / 100;
  if (/^[+-]?[¥$]?\d{1,3}(?:,\d{3})*(?:\.\d*)?$/u.test(trimmed))
    return Number(trimmed.replace(/[,¥$]/gu, ""));
  const [day = "", time, ...rest] = trimmed.split(/\s+/u);
  if (rest.length > 0) return undefined;
  const date = dateIn(day);
  if (time === undefined) return date ?? timeIn(day);
  const part = timeIn(time);
  return date === undefined || part === undefined ? undefined : date + part;
}

export function toNumber(value: CellValue): number | CellError {
  if (value === null) return 0;
  if (typeof value === "number") return value;
  if (typeof value === "boolean") return value ? 1 : 0;
  if (typeof value === "string") return numberIn(value) ?? failure("#VALUE!");
  return value;
}

export function toText(value: CellValue): string | CellError {
  if (value === null) return "";
  if (typeof value === "string") return value;
  if (typeof value === "number") return numberText(value);
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return value;
}

export function toTruth(value: CellValue): boolean | CellError {
  if (value === null) return false;
  if (typeof value === "boolean") return value;
  if (typeof value === "number") return value !== 0;
  if (typeof value === "string") {
    const upper = value.toUpperCase();
    return upper === "TRUE" ? true : upper === "FALSE" ? false : failure("#VALUE!");
  }
  return value;
}

export function sameValue(a: CellValue, b: CellValue): boolean {
  if (a === b) return true;
  return isError(a) && isError(b) && a.code === b.code && a.message === b.message;
}
