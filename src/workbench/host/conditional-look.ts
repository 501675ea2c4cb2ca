/** Which look the conditional formats of a sheet give a cell, rule by rule, as Excel judges it. Asked for the cells on screen only. */
import { compare } from "./calc/operators";
import { type CellValue, isError, toText, toTruth } from "./calc/values";
import { colorScale } from "./color-scale";
import type { Book } from "./model/book";
import { sheetById } from "./model/book";
import type { ConditionalFormat } from "./model/conditional";
import { dateOfSerial, serialOf } from "./model/date";
import { containsCell, type Rectangle } from "./model/rectangle";
import type { Style } from "./model/style";
import { matchesCriterion } from "./model/filter-criteria";
import { type Scratch, scratchOf } from "./scratch";

export type ConditionalLook = (row: number, column: number) => Style | undefined;

type Holds = (value: CellValue, row: number, column: number) => boolean;

const record = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
const never: Holds = () => false;

/** Every value in the areas, once they are asked for. */
function gatherer(scratch: Scratch, sheet: string, areas: readonly Rectangle[], lastRow: number) {
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

const numbersIn = (values: readonly CellValue[]): readonly number[] =>
  values.filter((value) => typeof value === "number");

/** A formula's text or value in a rule: `=A1`, `="達成"`, `5`. */
function operand(scratch: Scratch, sheet: string, at: Rectangle, formula: unknown) {
  const text = typeof formula === "number" ? `=${formula}` : typeof formula === "string" ? formula : "";
  return scratch.ask(text.startsWith("=") ? text : `=${text}`, { sheet, row: at.top, column: at.left });
}

type Rule = (
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

/** Bars and icons give no look of a cell; they are stored and answered, not drawn. */
const rules: Readonly<Record<string, Rule>> = {
  CellValue: cellValue,
  Custom: custom,
  ContainsText: text,
  TopBottom: topBottom,
  PresetCriteria: preset,
};

/** What the first rule says goes; a later one adds what that left open. */
function mixed(first: Style | undefined, second: Style): Style {
  if (!first) return second;
  const borders = { ...second.borders, ...first.borders };
  return { ...second, ...first, ...(Object.keys(borders).length > 0 ? { borders } : {}) };
}

/** The same rules in force give the same record, so that looks are shared. */
function mixer() {
  const known = new Map<string, Style>();
  return (formats: readonly ConditionalFormat[]): Style | undefined => {
    const [only, ...more] = formats;
    if (!only || more.length === 0) return only?.style;
    const name = formats.map(({ id }) => id).join();
    const found =
      known.get(name) ??
      formats.reduce<Style | undefined>((sum, { style }) => mixed(sum, style ?? {}), undefined);
    if (found) known.set(name, found);
    return found;
  };
}

function lookAt(book: Book, sheetId: string): ConditionalLook {
  const sheet = sheetById(book, sheetId);
  if (!sheet || sheet.conditionalFormats.length === 0) return () => undefined;
  const scratch = scratchOf(book);
  const lastRow = sheet.grid.blocks.length * 64;
  const inForce = sheet.conditionalFormats.flatMap((format) => {
    const rule = rules[format.type];
    const corner = format.areas[0];
    const scaled = format.type === "ColorScale";
    if ((!rule && !scaled) || !corner) return [];
    const all = gatherer(scratch, sheetId, format.areas, lastRow);
    const scale = scaled
      ? colorScale(
          format.settings.criteria,
          () => numbersIn(all()),
          (formula) => operand(scratch, sheetId, corner, formula)(corner.top, corner.left),
        )
      : undefined;
    return [{ format, scale, holds: rule?.(format, { scratch, sheet: sheetId, corner, all }) ?? never }];
  });
  const mix = mixer();
  const seen = new Map<number, Style | undefined>();
  return (row, column) => {
    const place = row * 16_384 + column;
    if (seen.has(place)) return seen.get(place);
    const value = scratch.value(sheetId, row, column);
    const held: ConditionalFormat[] = [];
    let shade: Style | undefined;
    for (const { format, holds, scale } of inForce) {
      if (!format.areas.some((area) => containsCell(area, row, column))) continue;
      // A ground that an earlier rule gave stays.
      if (scale && !shade && !held.some(({ style }) => style?.fillColor)) shade = scale(value);
      if (!holds(value, row, column)) continue;
      if (format.style) held.push(format);
      if (format.stopIfTrue) break;
    }
    const rules = mix(held);
    const look = shade ? mixed(shade, rules ?? {}) : rules;
    seen.set(place, look);
    return look;
  };
}

/** All that a rule can ask about. Selecting or renaming changes none of it, and then nothing is judged again. */
const sameAnswers = (a: Book, b: Book): boolean =>
  a.tables === b.tables &&
  a.names === b.names &&
  a.sheets.length === b.sheets.length &&
  a.sheets.every((sheet, at) => {
    const other = b.sheets[at];
    return (
      sheet === other ||
      (sheet.id === other?.id &&
        sheet.name === other.name &&
        sheet.grid === other.grid &&
        sheet.rows === other.rows &&
        sheet.conditionalFormats === other.conditionalFormats)
    );
  });

/** Remembers answers for as long as the book stands still. */
export function createConditionalLooks(): (book: Book, sheet: string) => ConditionalLook {
  let judged: Book | undefined;
  const looks = new Map<string, ConditionalLook>();
  return (book, sheet) => {
    if (judged !== book) {
      if (!judged || !sameAnswers(judged, book)) looks.clear();
      judged = book;
    }
    const found = looks.get(sheet) ?? lookAt(book, sheet);
    looks.set(sheet, found);
    return found;
  };
}
