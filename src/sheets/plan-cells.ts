/** What the loader writes into each cell of a plan's row. Reading compares with it: a cell that still holds this was not touched. */

import type { Assessment, Direction, Indicator, Method, Plan } from "../plan/plan";
import { formatYear } from "../plan/year";
import { type Column, columnKey, type DerivedColumn, isDerived, markScalesOf } from "./columns";
import { cellOf, numberFormatOf } from "./cell-values";
import { copyFormula, gradeFormula, mirrorFormula, rateFormula } from "./formulas";
import { oncePerPlan } from "./once-per-plan";
import { pathOf, type Row } from "./rows";

export interface Content {
  /** A formula begins with = and stands in a cell that is not formatted as text. */
  kind: "text" | "number" | "blank" | "formula";
  value: string | number;
  format: string;
}

export interface PlanNames {
  /** 表_加須市 */
  table: string;
  /** 尺度_加須市 */
  scaleTable: string;
}

export const TEXT = "@";
const GENERAL = "General";
export const PERCENT_FORMAT = "0.0%";
export const LIST_SEPARATOR = "、";
export const YES = "○";
export const HAS_REMARK = "あり";
/** In 計画の備考 of rows an update left behind. */
export const RETIRED_MARK = "計画から外れた行";

export const directionWords: Record<Direction, string> = {
  up: "増やす",
  down: "減らす",
  keep: "維持",
  band: "範囲",
};
export const methodWords: readonly Method[] = ["達成率", "進捗率"];

const blank = (format: string = TEXT): Content => ({ kind: "blank", value: "", format });
const text = (words: string | null | undefined): Content =>
  words === null || words === undefined || words === ""
    ? blank()
    : { kind: "text", value: words, format: TEXT };
const formula = (words: string, format: string = GENERAL): Content => ({
  kind: "formula",
  value: words,
  format,
});

/** How numbers of an indicator are shown, found once per row. */
export function rowFormatOf(row: Row): string {
  const indicator = row.kind === "indicator" ? row.indicator : row.kind === "mirror" ? row.shows : null;
  return indicator === null || !("targets" in indicator) ? GENERAL : indicatorFormatOf(indicator);
}

export function indicatorFormatOf(indicator: Pick<Indicator, "targets" | "baseline" | "unit">): string {
  const printed = [
    ...Object.values(indicator.targets),
    ...(indicator.baseline ? [indicator.baseline.text] : []),
  ];
  const numbers = printed.some((each) => typeof cellOf(each, indicator.unit) === "number");
  // Where the plan prints words only, 実績 are words too: 実施, 導入済み. Text keeps them as typed.
  return numbers || printed.some((each) => /\d/.test(each)) || printed.length === 0
    ? numberFormatOf(printed, indicator.unit)
    : TEXT;
}

export function contentOf(
  row: Row,
  column: Column,
  plan: Plan,
  names: PlanNames,
  format = rowFormatOf(row),
): Content {
  const { node } = row.branch;
  switch (column.kind) {
    case "id":
      return text(row.id);
    case "level":
      return text(pathOf(row.branch, plan.levels)[column.depth]);
    case "number":
      return text(node.number);
    case "departments":
      return text((row.kind === "assessment" ? row.assessment : node).departments.join(LIST_SEPARATOR));
    case "original":
      return row.kind === "mirror" ? text(row.source) : blank();
    case "planRemark":
      return text(node.remarkText ?? (node.remark === true ? HAS_REMARK : ""));
    case "remark":
      return blank(GENERAL);
    case "copy":
      return row.kind === "mirror" ? blank(GENERAL) : formula(computedFormula(column, plan, names));
    default:
      break;
  }
  switch (row.kind) {
    case "indicator":
      return indicatorContent(row.indicator, column, plan, names, format);
    case "assessment":
      return column.kind === "mark" ? text(marksText(row.assessment, column.scale)) : blank();
    case "bare":
      return blank();
    case "mirror":
      return mirrorContent(row.shows, column, plan, names, format);
  }
}

/** The formula a column has in all rows of its table; null where each cell holds something of its own. */
export function derivedFormula(column: Column, plan: Plan, names: PlanNames): string | null {
  return isDerived(column) ? computedFormula(column, plan, names) : null;
}

const formulasOf = oncePerPlan(() => new Map<string, string>());

function computedFormula(column: DerivedColumn, plan: Plan, names: PlanNames): string {
  const known = formulasOf(plan);
  const key = `${columnKey(column)} ${names.scaleTable}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const worded = wordedFormula(column, plan, names);
  known.set(key, worded);
  return worded;
}

function wordedFormula(column: DerivedColumn, plan: Plan, names: PlanNames): string {
  switch (column.kind) {
    case "rate":
      return rateFormula(plan, column.year);
    case "grade":
      return gradeFormula(plan, column.year, names.scaleTable);
    case "copy":
      return copyFormula(plan);
  }
}

function indicatorContent(
  indicator: Indicator,
  column: Column,
  plan: Plan,
  names: PlanNames,
  format: string,
): Content {
  switch (column.kind) {
    case "indicator":
      return text(indicator.name);
    case "indicatorKind":
      return text(indicator.kind);
    case "unit":
      return text(indicator.unit);
    case "direction":
      return indicator.direction === null ? blank() : text(directionWords[indicator.direction]);
    case "method":
      return text(indicator.method);
    case "cumulative":
      return indicator.cumulative ? text(YES) : blank();
    case "note":
      return text(indicator.note);
    case "baselineYear":
      return indicator.baseline?.year == null ? blank() : text(formatYear(indicator.baseline.year));
    case "baseline":
      return valueContent(indicator.baseline?.text, indicator.unit, format);
    case "target":
      return valueContent(indicator.targets[column.year], indicator.unit, format);
    case "actual":
      return valueContent(indicator.actuals?.[column.year], indicator.unit, actualFormatOf(format));
    case "rate":
    case "grade":
      return formula(computedFormula(column, plan, names), column.kind === "rate" ? PERCENT_FORMAT : GENERAL);
    default:
      return blank();
  }
}

/**
 * A percentage is measured finer than it is planned: 81.4 beside a target of 80 must not show as 81 while the rate is worked out
 * from 81.4.
 */
export function actualFormatOf(format: string): string {
  return format.replace(/(?<![0.#,])0"％"/gu, '0.0"％"');
}

function valueContent(printed: string | undefined, unit: string | null, format: string): Content {
  if (printed === undefined || printed === "") return blank(format);
  const value = cellOf(printed, unit);
  return typeof value === "number" ? { kind: "number", value, format } : text(value);
}

/** Judgements, targets and actuals follow the original by formula; its definition is the plan's and changes with the plan. */
function mirrorContent(
  shows: Indicator | Assessment | null,
  column: Column,
  plan: Plan,
  names: PlanNames,
  format: string,
): Content {
  if (shows === null) return blank();
  const shown = (cellFormat: string): Content =>
    formula(mirrorFormula(plan, names.table, column), cellFormat);
  if ("marks" in shows) return column.kind === "mark" ? shown(GENERAL) : blank();
  switch (column.kind) {
    case "mark":
      return blank();
    case "rate":
      return shown(PERCENT_FORMAT);
    case "grade":
      return shown(GENERAL);
    case "target":
      return shown(format === TEXT ? GENERAL : format);
    case "actual":
      return shown(format === TEXT ? GENERAL : actualFormatOf(format));
    default:
      return indicatorContent(shows, column, plan, names, format);
  }
}

export function marksText(assessment: Assessment, scale: string): string {
  const marks = assessment.marks[scale];
  return typeof marks === "string" ? marks : (marks ?? []).join(LIST_SEPARATOR);
}

/** The letters each scale of recorded judgements uses, in order: what its drop-down offers. */
export function letterChoices(plan: Plan): Map<string, string[]> {
  return new Map(
    markScalesOf(plan).map((scale) => {
      const used = plan.assessments.flatMap(({ marks }) => marks[scale] ?? []);
      return [scale, wholeSeries([...new Set(used)].sort())];
    }),
  );
}

/** A scale from A to E offers D too, though nobody was given a D. */
function wholeSeries(letters: string[]): string[] {
  const series = ["ABCDE", "あいうえお", "アイウエオ"].find((all) =>
    letters.every((letter) => all.includes(letter)),
  );
  return series === undefined || letters.length === 0 ? letters : [...series];
}
