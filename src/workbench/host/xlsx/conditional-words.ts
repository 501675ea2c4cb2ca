/** The kinds of conditional formats, in the words of files and of Excel's JavaScript. */
import { fromFile } from "./formula-in-file";

export const VALUE_OPERATORS: Readonly<Record<string, string>> = {
  Between: "between",
  NotBetween: "notBetween",
  EqualTo: "equal",
  NotEqualTo: "notEqual",
  GreaterThan: "greaterThan",
  LessThan: "lessThan",
  GreaterThanOrEqual: "greaterThanOrEqual",
  LessThanOrEqual: "lessThanOrEqual",
};

/** A test for a text: the kind in a file, its operator, and the formula Excel keeps beside it. */
export const TEXT_RULES: Readonly<
  Record<
    string,
    {
      readonly type: string;
      readonly operator: string;
      readonly formula: (text: string, cell: string) => string;
    }
  >
> = {
  Contains: {
    type: "containsText",
    operator: "containsText",
    formula: (text, cell) => `NOT(ISERROR(SEARCH(${text},${cell})))`,
  },
  NotContains: {
    type: "notContainsText",
    operator: "notContains",
    formula: (text, cell) => `ISERROR(SEARCH(${text},${cell}))`,
  },
  BeginsWith: {
    type: "beginsWith",
    operator: "beginsWith",
    formula: (text, cell) => `LEFT(${cell},LEN(${text}))=${text}`,
  },
  EndsWith: {
    type: "endsWith",
    operator: "endsWith",
    formula: (text, cell) => `RIGHT(${cell},LEN(${text}))=${text}`,
  },
};

/** Tests of what a cell is; the formula is what Excel keeps beside the word. */
export const STATE_RULES: Readonly<
  Record<string, { readonly type: string; readonly formula: (cell: string) => string }>
> = {
  Blanks: { type: "containsBlanks", formula: (cell) => `LEN(TRIM(${cell}))=0` },
  NonBlanks: { type: "notContainsBlanks", formula: (cell) => `LEN(TRIM(${cell}))>0` },
  Errors: { type: "containsErrors", formula: (cell) => `ISERROR(${cell})` },
  NonErrors: { type: "notContainsErrors", formula: (cell) => `NOT(ISERROR(${cell}))` },
};

const week = (cell: string, from: string, to: string): string =>
  `AND(TODAY()-ROUNDDOWN(${cell},0)${from},TODAY()-ROUNDDOWN(${cell},0)${to})`;
const month = (cell: string, by: number): string =>
  `AND(MONTH(${cell})=MONTH(EDATE(TODAY(),${by})),YEAR(${cell})=YEAR(EDATE(TODAY(),${by})))`;

export const TIME_RULES: Readonly<
  Record<string, { readonly period: string; readonly formula: (cell: string) => string }>
> = {
  Yesterday: { period: "yesterday", formula: (cell) => `FLOOR(${cell},1)=TODAY()-1` },
  Today: { period: "today", formula: (cell) => `FLOOR(${cell},1)=TODAY()` },
  Tomorrow: { period: "tomorrow", formula: (cell) => `FLOOR(${cell},1)=TODAY()+1` },
  LastSevenDays: {
    period: "last7Days",
    formula: (cell) => `AND(TODAY()-FLOOR(${cell},1)<=6,FLOOR(${cell},1)<=TODAY())`,
  },
  LastWeek: {
    period: "lastWeek",
    formula: (cell) => week(cell, ">=WEEKDAY(TODAY())", "<WEEKDAY(TODAY())+7"),
  },
  ThisWeek: {
    period: "thisWeek",
    formula: (cell) => week(cell, "<=WEEKDAY(TODAY())-1", ">=WEEKDAY(TODAY())-7"),
  },
  NextWeek: {
    period: "nextWeek",
    formula: (cell) => week(cell, "<WEEKDAY(TODAY())-7", ">=WEEKDAY(TODAY())-14"),
  },
  LastMonth: { period: "lastMonth", formula: (cell) => month(cell, -1) },
  ThisMonth: { period: "thisMonth", formula: (cell) => month(cell, 0) },
  NextMonth: { period: "nextMonth", formula: (cell) => month(cell, 1) },
};

/** Above and below the average, with the attributes that say which. */
export const AVERAGE_RULES: Readonly<
  Record<string, { readonly below?: true; readonly equal?: true; readonly deviations?: number }>
> = {
  AboveAverage: {},
  BelowAverage: { below: true },
  EqualOrAboveAverage: { equal: true },
  EqualOrBelowAverage: { below: true, equal: true },
  OneStdDevAboveAverage: { deviations: 1 },
  OneStdDevBelowAverage: { below: true, deviations: 1 },
  TwoStdDevAboveAverage: { deviations: 2 },
  TwoStdDevBelowAverage: { below: true, deviations: 2 },
  ThreeStdDevAboveAverage: { deviations: 3 },
  ThreeStdDevBelowAverage: { below: true, deviations: 3 },
};

export const COUNT_RULES: Readonly<Record<string, string>> = {
  UniqueValues: "uniqueValues",
  DuplicateValues: "duplicateValues",
};

/** A number as it stands; anything else is a formula. */
export const boundFormula = (val: string): string =>
  Number.isFinite(Number(val)) ? val : (fromFile(val) ?? val);

/** Bounds of scales, bars and icons. */
export const BOUNDS: Readonly<Record<string, string>> = {
  LowestValue: "min",
  HighestValue: "max",
  Number: "num",
  Percent: "percent",
  Percentile: "percentile",
  Formula: "formula",
};

/** Three → 3: how icon sets are named. */
const COUNTS: Readonly<Record<string, string>> = { Three: "3", Four: "4", Five: "5" };
/** Only the newer part of a file has these. */
const NEWER: ReadonlySet<string> = new Set(["ThreeStars", "ThreeTriangles", "FiveBoxes"]);
const nameInFile = (style: string): string | undefined => {
  const [, count = "", rest = ""] = /^(Three|Four|Five)(.+)$/.exec(style) ?? [];
  return rest === "" ? undefined : (COUNTS[count] ?? "") + rest;
};
export const iconSetInFile = (style: string): string | undefined =>
  NEWER.has(style) ? undefined : nameInFile(style);

export const newerIconSet = (
  style: string,
): { readonly set: string; readonly count: number; readonly newer: boolean } => {
  const set = nameInFile(style) ?? "3TrafficLights1";
  return { set, count: Number(set.charAt(0)), newer: NEWER.has(style) };
};

interface IconInFile {
  readonly set: string;
  readonly index: number;
}
/** An icon of another set, of none, or the one the rule's own set has in this place. */
export const iconInFile = (
  icon: Readonly<Record<string, unknown>>,
  style: string,
  at: number,
): IconInFile | undefined => {
  if (icon.set === "Invalid") return { set: "NoIcons", index: 0 };
  const set = nameInFile(typeof icon.set === "string" ? icon.set : style);
  const index = typeof icon.index === "number" ? icon.index : at;
  return set === undefined || index < 0 || index >= Number(set.charAt(0)) ? undefined : { set, index };
};

export const iconSetHere = (name: string): string | undefined => {
  const count = Object.keys(COUNTS).find((word) => COUNTS[word] === name.charAt(0));
  return count && count + name.slice(1);
};
