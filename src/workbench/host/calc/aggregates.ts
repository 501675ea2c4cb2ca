/** Sums, counts and the like: what most formulas of a plan workbook do, read straight from the cells. */
import type { Surface } from "./surface";
import {
  type CellError,
  type CellValue,
  failure,
  isError,
  isLambda,
  isMatrix,
  isPlaces,
  toNumber,
  type Value,
} from "./values";

/** An argument typed into the formula counts differently from one that stands in cells. */
interface Seen {
  typed(value: CellValue | undefined): CellError | undefined;
  inCells(value: CellValue): CellError | undefined;
}

function over(given: readonly Value[], surface: Surface, seen: Seen): CellError | undefined {
  for (const value of given) {
    let stop: CellError | undefined;
    if (isPlaces(value)) {
      for (const place of value.places) stop ??= surface.scan(place, seen.inCells);
    } else if (isMatrix(value)) {
      for (const row of value.cells) for (const cell of row) stop ??= seen.inCells(cell);
    } else stop = isLambda(value) ? failure("#VALUE!") : seen.typed(value);
    if (stop) return stop;
  }
  return undefined;
}

/** Numbers as SUM sees them: in cells only numbers, typed also `"5"` and TRUE. Errors stop it. */
function numbers(
  given: readonly Value[],
  surface: Surface,
  take: (number: number) => void,
): CellError | undefined {
  return over(given, surface, {
    typed(value) {
      const number = toNumber(value ?? null);
      if (isError(number)) return number;
      take(number);
      return undefined;
    },
    inCells(value) {
      if (typeof value === "number") take(value);
      else if (isError(value)) return failure(value.code);
      return undefined;
    },
  });
}

function counted(
  given: readonly Value[],
  surface: Surface,
  counts: (value: CellValue, typed: boolean) => boolean,
): Value {
  let count = 0;
  const busy = (value: CellValue) => (isError(value) && value.code === "#BUSY!" ? value : undefined);
  const stop = over(given, surface, {
    typed(value = null) {
      if (counts(value, true)) count++;
      return busy(value);
    },
    inCells(value) {
      if (counts(value, false)) count++;
      return busy(value);
    },
  });
  return stop ?? count;
}

/** Sums carry the digits that plain addition drops, so that 0.1 ten times is 1. */
function sum(given: readonly Value[], surface: Surface): { total: number; count: number } | CellError {
  let total = 0;
  let carried = 0;
  let count = 0;
  const stop = numbers(given, surface, (number) => {
    count++;
    const next = total + number;
    carried += Math.abs(total) >= Math.abs(number) ? total - next + number : number - next + total;
    total = next;
  });
  return stop ?? { total: total + carried, count };
}

function extreme(
  given: readonly Value[],
  surface: Surface,
  better: (a: number, b: number) => boolean,
): Value {
  let best: number | undefined;
  const stop = numbers(given, surface, (number) => {
    if (best === undefined || better(number, best)) best = number;
  });
  return stop ?? best ?? 0;
}

export const aggregates: Readonly<Record<string, (given: readonly Value[], surface: Surface) => Value>> = {
  SUM(given, surface) {
    const result = sum(given, surface);
    if ("kind" in result) return result;
    return Number.isFinite(result.total) ? result.total : failure("#NUM!");
  },
  AVERAGE(given, surface) {
    const result = sum(given, surface);
    if ("kind" in result) return result;
    return result.count === 0 ? failure("#DIV/0!") : result.total / result.count;
  },
  COUNT: (given, surface) =>
    counted(
      given,
      surface,
      (value, typed) =>
        typeof value === "number" ||
        (typed && !isError(value) && value !== null && !isError(toNumber(value))),
    ),
  COUNTA: (given, surface) => counted(given, surface, (value, typed) => value !== null || typed),
  COUNTBLANK: (given, surface) => counted(given, surface, (value) => value === null || value === ""),
  MAX: (given, surface) => extreme(given, surface, (a, b) => a > b),
  MIN: (given, surface) => extreme(given, surface, (a, b) => a < b),
};
