/** Whether a cell's value obeys its validation: what Excel checks when somebody types, and what `valid` tells. */
import { toTruth } from "../../calc/values";
import { parseAddress, toPlain } from "../../formula";
import { Refusal } from "../../refusal";
import { createScratch } from "../../scratch";
import { sheetByName, type Book } from "../book";
import { asWireValue, type Cell, type CellValue } from "../cells/cell";
import { readCell, sheetIn, type Draft } from "../draft";
import { cellAt } from "../cells/grid";
import { homeOf, lookupOf, sheetName } from "../formulas/lookup";
import { containsCell } from "../cells/rectangle";
import type { Validation } from "./validation";

export const validationAt = (
  book: Book,
  sheet: string,
  row: number,
  column: number,
): Validation | undefined =>
  book.sheets
    .find(({ id }) => id === sheet)
    ?.validations.find(({ areas }) => areas.some((area) => containsCell(area, row, column)));

type Bound = number | undefined;

const record = (value: unknown): Readonly<Record<string, unknown>> | undefined =>
  typeof value === "object" && value !== null ? (value as Record<string, unknown>) : undefined;

/** The texts a list offers, from an inline list or from cells. */
export const listOf = (book: Book, sheet: string, source: unknown): readonly string[] | undefined => {
  if (typeof source !== "string") return undefined;
  if (!source.startsWith("=")) return source.split(",").map((each) => each.trim());
  const plain = toPlain(source, homeOf(book, sheet, 0, 0), lookupOf(book));
  const area =
    plain.kind === "plain" ? parseAddress(plain.formula.slice(1), sheetName(book, sheet)) : undefined;
  const home = area && sheetByName(book, area.sheet);
  if (!area || !home) return undefined;
  const texts: string[] = [];
  const last = Math.min(area.bottom, area.top + 10_000);
  for (let row = area.top; row <= last; row++) {
    for (let column = area.left; column <= area.right; column++) {
      const value = cellAt(home.grid, row, column)?.value ?? null;
      if (value !== null) texts.push(String(asWireValue(value)));
    }
  }
  return texts;
};

/** A rule's formula is written for the first cell of its first area. */
const askedAt = (
  draft: Draft,
  validation: Validation,
  place: CellPlace | undefined,
  formula: string,
): CellValue | undefined => {
  const corner = validation.areas[0];
  if (!place || !corner) return undefined;
  const { sheet, row, column } = place;
  return createScratch(draft.book).ask(formula, { sheet, row: corner.top, column: corner.left })(row, column);
};

const bound = (draft: Draft, sheet: string, given: unknown): Bound => {
  if (typeof given === "number") return given;
  if (typeof given !== "string") return undefined;
  if (!given.startsWith("="))
    return Number.isFinite(Number(given)) && given !== "" ? Number(given) : undefined;
  const body = given.slice(1);
  if (Number.isFinite(Number(body)) && body !== "") return Number(body);
  const plain = toPlain(given, homeOf(draft.book, sheet, 0, 0), lookupOf(draft.book));
  const area =
    plain.kind === "plain" ? parseAddress(plain.formula.slice(1), sheetName(draft.book, sheet)) : undefined;
  const home = area && sheetByName(draft.book, area.sheet);
  const value = area && home ? readCell(draft, home.id, area.top, area.left).value : undefined;
  return typeof value === "number" ? value : undefined;
};

const inBounds = (
  draft: Draft,
  sheet: string,
  rule: Readonly<Record<string, unknown>>,
  value: number,
): boolean => {
  const first = bound(draft, sheet, rule.formula1);
  const second = bound(draft, sheet, rule.formula2);
  // A bound that cannot be read here (a formula) lets the value pass, as an empty cell does.
  if (first === undefined) return true;
  switch (String(rule.operator)) {
    case "Between":
      return value >= first && (second === undefined || value <= second);
    case "NotBetween":
      return value < first || (second !== undefined && value > second);
    case "EqualTo":
      return value === first;
    case "NotEqualTo":
      return value !== first;
    case "GreaterThan":
      return value > first;
    case "LessThan":
      return value < first;
    case "GreaterThanOrEqualTo":
      return value >= first;
    case "LessThanOrEqualTo":
      return value <= first;
    default:
      return true;
  }
};

export interface CellPlace {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

export const obeys = (
  draft: Draft,
  sheet: string,
  validation: Validation,
  cell: Cell,
  place?: CellPlace,
): boolean => {
  const { rule, ignoreBlanks } = validation;
  if (!rule) return true;
  const { value } = cell;
  if (value === null || value === "") return ignoreBlanks;
  const list = record(rule.list);
  if (list) {
    const texts = listOf(draft.book, sheet, list.source);
    return !texts || texts.includes(String(asWireValue(value)));
  }
  const whole = record(rule.wholeNumber);
  if (whole)
    return typeof value === "number" && Number.isInteger(value) && inBounds(draft, sheet, whole, value);
  const decimal = record(rule.decimal) ?? record(rule.date) ?? record(rule.time);
  if (decimal) return typeof value === "number" && inBounds(draft, sheet, decimal, value);
  const length = record(rule.textLength);
  if (length) return inBounds(draft, sheet, length, [...String(asWireValue(value))].length);
  const custom = record(rule.custom);
  if (typeof custom?.formula === "string") {
    const answer = askedAt(draft, validation, place, custom.formula);
    return answer === undefined || toTruth(answer) === true;
  }
  return true;
};

/** Typing what a strict rule forbids is refused; a warning or an information lets it through. */
export const assertValid = (draft: Draft, sheet: string, row: number, column: number, before: Cell): void => {
  const validation = validationAt(draft.book, sheet, row, column);
  if (!validation || sheetIn(draft, sheet).id !== sheet) return;
  const cell = readCell(draft, sheet, row, column);
  if (cell.formula !== undefined || cell === before) return;
  if (obeys(draft, sheet, validation, cell, { sheet, row, column })) return;
  const alert = validation.errorAlert;
  const strict = alert?.showAlert !== false && (alert?.style === undefined || alert.style === "Stop");
  if (!strict) return;
  const message =
    typeof alert?.message === "string" && alert.message !== ""
      ? alert.message
      : "この値は、このセルに定義されているデータ入力規則の制限を満たしていません。";
  throw new Refusal("InvalidArgument", message);
};
