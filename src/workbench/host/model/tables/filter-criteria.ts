/** Whether a cell passes a filter: by its value, its look, its rank, or by a small language of conditions. */
import type { Cell } from "../cells/cell";
import { dateOfSerial } from "../cells/date";
import { daysOf, today } from "./filter-dates";
import type { FilterCriteria } from "../sheets/sheet";

/** A cell as a filter sees it. */
export interface Seen {
  readonly cell: Cell;
  readonly text: string;
  readonly fill: string;
  readonly font: string;
}

const wildcard = (pattern: string): RegExp =>
  new RegExp(
    `^${pattern
      .replace(/[.+^${}()|[\]\\]/g, "\\$&")
      .replace(/(~[*?~])|\*|\?/g, (token: string) =>
        token === "*" ? "[\\s\\S]*" : token === "?" ? "[\\s\\S]" : `\\${token.charAt(1)}`,
      )}$`,
    "i",
  );

/** `>=10`, `<>済`, `=*市`: the little language of custom filters. */
export const matchesCriterion = (
  criterion: string,
  { cell, text }: { readonly cell: Cell; readonly text: string },
): boolean => {
  const [, operator = "=", operand = ""] = /^(<=|>=|<>|=|<|>)?([\s\S]*)$/.exec(criterion) ?? [];
  const number = operand.trim() === "" ? NaN : Number(operand);
  const { value } = cell;
  if (operator === "=" || operator === "<>") {
    const same =
      operand === ""
        ? value === null || value === ""
        : (typeof value === "number" && value === number) ||
          (typeof value !== "number" && wildcard(operand).test(text)) ||
          text === operand;
    return operator === "=" ? same : !same;
  }
  const compared =
    typeof value === "number" && Number.isFinite(number)
      ? value - number
      : typeof value === "string" && !Number.isFinite(number)
        ? value.localeCompare(operand, "ja")
        : NaN;
  if (Number.isNaN(compared)) return false;
  if (operator === ">") return compared > 0;
  if (operator === "<") return compared < 0;
  return operator === ">=" ? compared >= 0 : compared <= 0;
};

const inDate = (value: unknown, cell: Cell): boolean => {
  const wanted = value as { readonly date?: unknown; readonly specificity?: unknown };
  if (typeof cell.value !== "number" || typeof wanted.date !== "string") return false;
  const { year, month, day } = dateOfSerial(cell.value);
  const [y, m, d] = wanted.date.slice(0, 10).split("-").map(Number);
  if (year !== y) return false;
  if (wanted.specificity === "Year") return true;
  if (month !== m) return false;
  return wanted.specificity === "Month" || day === d;
};

const numbersOf = (seen: readonly Seen[]): readonly number[] =>
  seen.flatMap(({ cell }) => (typeof cell.value === "number" ? [cell.value] : []));

const extreme = (seen: readonly Seen[], count: number, top: boolean): ((one: Seen) => boolean) => {
  const sorted = [...numbersOf(seen)].sort((a, b) => (top ? b - a : a - b));
  const limit = sorted[Math.min(Math.max(count, 1), sorted.length) - 1];
  return ({ cell }) =>
    typeof cell.value === "number" &&
    limit !== undefined &&
    (top ? cell.value >= limit : cell.value <= limit);
};

/** Against the average of the column, or by what day it is today. */
const dynamic = (criterion: string, seen: readonly Seen[]): ((one: Seen) => boolean) => {
  const days = daysOf(criterion, today());
  if (days) return ({ cell: { value } }) => typeof value === "number" && days(Math.floor(value));
  const numbers = numbersOf(seen);
  const mean = numbers.reduce((sum, value) => sum + value, 0) / numbers.length;
  const above = criterion === "AboveAverage";
  return ({ cell: { value } }) => typeof value === "number" && (above ? value > mean : value < mean);
};

/** Whether a row stays, by one column's criteria. */
export const predicateOf = (criteria: FilterCriteria, seen: readonly Seen[]): ((one: Seen) => boolean) => {
  const first = typeof criteria.criterion1 === "string" ? criteria.criterion1 : "";
  const count = Number(first);
  switch (String(criteria.filterOn)) {
    case "Values": {
      const values: readonly unknown[] = Array.isArray(criteria.values) ? criteria.values : [];
      const texts = new Set(
        values.filter((value) => typeof value === "string").map((value) => value.toLowerCase()),
      );
      const dates = values.filter((value) => typeof value === "object" && value !== null);
      return ({ cell, text }) => texts.has(text.toLowerCase()) || dates.some((value) => inDate(value, cell));
    }
    case "Custom": {
      const second =
        typeof criteria.criterion2 === "string" && criteria.criterion2 !== ""
          ? criteria.criterion2
          : undefined;
      return (one) => {
        const a = matchesCriterion(first, one);
        if (second === undefined) return a;
        const b = matchesCriterion(second, one);
        return String(criteria.operator ?? "And") === "Or" ? a || b : a && b;
      };
    }
    case "TopItems":
      return extreme(seen, count, true);
    case "BottomItems":
      return extreme(seen, count, false);
    case "TopPercent":
      return extreme(seen, Math.floor((numbersOf(seen).length * count) / 100), true);
    case "BottomPercent":
      return extreme(seen, Math.floor((numbersOf(seen).length * count) / 100), false);
    case "CellColor":
      return ({ fill }) => fill.toLowerCase() === String(criteria.color).toLowerCase();
    case "FontColor":
      return ({ font }) => font.toLowerCase() === String(criteria.color).toLowerCase();
    case "Dynamic":
      return dynamic(String(criteria.dynamicCriteria), seen);
    default:
      return () => true;
  }
};
