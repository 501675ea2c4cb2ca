/** Which cells the rule of a conditional format holds for, as Excel judges it: one way to judge for each type of rule. */
import { compare } from "../calc/operators";
import { isError, toText, toTruth, type CellValue } from "../calc/values";
import type { ConditionalFormat } from "../model/looks/conditional";
import { dateOfSerial, serialOf } from "../model/cells/date";
import { matchesCriterion } from "../model/tables/filter-criteria";
import type { Rectangle } from "../model/cells/rectangle";
import type { Scratch } from "../scratch";

export type Holds = (value: CellValue, row: number, column: number) => boolean;

const record = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
export const never: Holds = () => false;

/** Every value in the areas, once they are asked for. */
export function gatherer(scratch: Scratch, sheet: string, areas: readonly Rectangle[], lastRow: number) {
  let values: CellValue[] | undefined;
  return (): readonly CellValue[] => {
    if (values) return values;
    values = [];
    for (const area of areas) {
      for (let row = area.top; row <= Math.min(area.bottom, lastRow); row += 1) {
        for (let column = area.left; column <= Math.min(area.right, area.left + 500); column += 1) {
          const value = scratch.value(sheet, row, column);
          if (value !== null) values.push(value);
        }
      }
    }
    return values;
  };
}

export const numbersIn = (values: readonly CellValue[]): readonly number[] =>
  values.filter((value) => typeof value === "number");

/** A formula's text or value in a rule: `=A1`, `="達成"`, `5`. */
export function operand(scratch: Scratch, sheet: string, at: Rectangle, formula: unknown) {
  const text = typeof formula === "number" ? `=${formula}` : typeof formula === "string" ? formula : "";
  return scratch.ask(text.startsWith("=") ? text : `=${text}`, { sheet, row: at.top, column: at.left });
}

export type Rule = (
  format: ConditionalFormat,
  context: {
    readonly scratch: Scratch;
    readonly sheet: string;
    readonly corner: Rectangle;
    readonly all: () => readonly CellValue[];
  },
) => Holds;

const comparisons: Readonly<Record<string, (order: number) => boolean>> = {
  EqualTo: (order) => order === 0,
  NotEqualTo: (order) => order !== 0,
  GreaterThan: (order) => order > 0,
  LessThan: (order) => order < 0,
  GreaterThanOrEqual: (order) => order >= 0,
  LessThanOrEqual: (order) => order <= 0,
};

const cellValue: Rule = ({ settings }, { scratch, sheet, corner }) => {
  const rule = record(settings.rule);
  const operator = String(rule.operator);
  const first = operand(scratch, sheet, corner, rule.formula1);
  const test = comparisons[operator];
  if (test) {
    return (value, row, column) => {
      const other = first(row, column);
      return !isError(value) && !isError(other) && test(compare(value, other));
    };
  }
  const second = operand(scratch, sheet, corner, rule.formula2);
  return (value, row, column) => {
    const [a, b] = [first(row, column), second(row, column)];
    if (isError(value) || isError(a) || isError(b)) return false;
    const [low, high] = compare(a, b) <= 0 ? [a, b] : [b, a];
    const between = compare(value, low) >= 0 && compare(value, high) <= 0;
    return operator === "NotBetween" ? !between : between;
  };
};

const custom: Rule = ({ settings }, { scratch, sheet, corner }) => {
  const asked = operand(scratch, sheet, corner, settings.formula);
  return (_value, row, column) => toTruth(asked(row, column)) === true;
};

const text: Rule = ({ settings }, { scratch, sheet, corner }) => {
  const rule = record(settings.rule);
  const wanted = typeof rule.text === "string" ? rule.text : "";
  const asked = wanted.startsWith("=") ? operand(scratch, sheet, corner, wanted) : () => wanted;
  const pattern: Readonly<Record<string, (text: string) => string>> = {
    Contains: (part) => `=*${part}*`,
    NotContains: (part) => `<>*${part}*`,
    BeginsWith: (part) => `=${part}*`,
    EndsWith: (part) => `=*${part}`,
  };
  const make = pattern[String(rule.operator)];
  if (!make) return never;
  return (value, row, column) => {
    const shown = toText(value);
    const part = toText(asked(row, column));
    if (isError(shown) || isError(part)) return false;
    return matchesCriterion(make(part), { cell: { value: shown }, text: shown });
  };
};

const topBottom: Rule = ({ settings }, { all }) => {
  const rule = record(settings.rule);
  const type = String(rule.type ?? "TopItems");
  const rank = typeof rule.rank === "number" ? rule.rank : 10;
  const top = type.startsWith("Top");
  let limit: number | undefined;
  let known = false;
  return (value) => {
    if (!known) {
      known = true;
      const sorted = [...numbersIn(all())].sort((a, b) => (top ? b - a : a - b));
      const count = type.endsWith("Percent") ? Math.floor((sorted.length * rank) / 100) : rank;
      limit = sorted[Math.min(Math.max(count, 1), sorted.length) - 1];
    }
    return typeof value === "number" && limit !== undefined && (top ? value >= limit : value <= limit);
  };
};

const isBlankText = (value: CellValue) =>
  value === null || (typeof value === "string" && value.trim() === "");

const key = (value: CellValue) => (typeof value === "string" ? value.toLowerCase() : value);

function repeated(all: () => readonly CellValue[], wanted: (count: number) => boolean): Holds {
  let counts: Map<unknown, number> | undefined;
  return (value) => {
    if (value === null || isError(value)) return false;
    if (!counts) {
      counts = new Map();
      for (const each of all()) counts.set(key(each), (counts.get(key(each)) ?? 0) + 1);
    }
    return wanted(counts.get(key(value)) ?? 0);
  };
}

/** `1` above, `-1` below; how many deviations away; whether the line itself counts. */
function average(all: () => readonly CellValue[], side: 1 | -1, deviations: number, equal = false): Holds {
  let line: number | undefined;
  return (value) => {
    if (typeof value !== "number") return false;
    if (line === undefined) {
      const numbers = numbersIn(all());
      const mean = numbers.reduce((sum, each) => sum + each, 0) / numbers.length;
      const spread = Math.sqrt(
        numbers.reduce((sum, each) => sum + (each - mean) ** 2, 0) / Math.max(1, numbers.length - 1),
      );
      line = mean + side * deviations * spread;
    }
    return equal && value === line ? true : side > 0 ? value > line : value < line;
  };
}

const today = (): number => {
  const now = new Date();
  return serialOf(now.getFullYear(), now.getMonth() + 1, now.getDate()) ?? 0;
};

/** A day within so many days of today, or within the week or month so many away. */
const day = (holds: (day: number, today: number) => boolean): Holds => {
  const now = today();
  return (value) => typeof value === "number" && holds(Math.floor(value), now);
};
/** Excel's weeks begin on Sunday; serial day 1 counts as one. */
const week = (serial: number) => Math.floor((serial - 1) / 7);
const month = (serial: number) => {
  const { year, month: number } = dateOfSerial(serial);
  return year * 12 + number;
};

const presets: Readonly<Record<string, (all: () => readonly CellValue[]) => Holds>> = {
  Blanks: () => isBlankText,
  NonBlanks: () => (value) => !isBlankText(value),
  Errors: () => isError,
  NonErrors: () => (value) => !isError(value),
  DuplicateValues: (all) => repeated(all, (count) => count > 1),
  UniqueValues: (all) => repeated(all, (count) => count === 1),
  AboveAverage: (all) => average(all, 1, 0),
  BelowAverage: (all) => average(all, -1, 0),
  EqualOrAboveAverage: (all) => average(all, 1, 0, true),
  EqualOrBelowAverage: (all) => average(all, -1, 0, true),
  OneStdDevAboveAverage: (all) => average(all, 1, 1),
  OneStdDevBelowAverage: (all) => average(all, -1, 1),
  TwoStdDevAboveAverage: (all) => average(all, 1, 2),
  TwoStdDevBelowAverage: (all) => average(all, -1, 2),
  ThreeStdDevAboveAverage: (all) => average(all, 1, 3),
  ThreeStdDevBelowAverage: (all) => average(all, -1, 3),
  Yesterday: () => day((on, now) => on === now - 1),
  Today: () => day((on, now) => on === now),
  Tomorrow: () => day((on, now) => on === now + 1),
  LastSevenDays: () => day((on, now) => on <= now && on > now - 7),
  LastWeek: () => day((on, now) => week(on) === week(now) - 1),
  ThisWeek: () => day((on, now) => week(on) === week(now)),
  NextWeek: () => day((on, now) => week(on) === week(now) + 1),
  LastMonth: () => day((on, now) => month(on) === month(now) - 1),
  ThisMonth: () => day((on, now) => month(on) === month(now)),
  NextMonth: () => day((on, now) => month(on) === month(now) + 1),
};

const preset: Rule = ({ settings }, { all }) =>
  presets[String(record(settings.rule).criterion)]?.(all) ?? never;

/** Scales, bars and icons hold for every number: they are not here. */
export const rules: Readonly<Record<string, Rule>> = {
  CellValue: cellValue,
  Custom: custom,
  ContainsText: text,
  TopBottom: topBottom,
  PresetCriteria: preset,
};
