/** The formulas the add-in writes into a plan's table: 達成率, 評価, and what a 再掲 row shows of its original. */

import type { Plan, Year } from "../plan/plan";
import { type Column, columnKey, headerOf, isDerived, mirroredColumns, yearsOf } from "./columns";
import { oncePerPlan } from "./once-per-plan";

/**
 * Structured references are written with the column's header in brackets; inside them [ ] # ' are escaped by '.
 * A blank cell would reach the function as 0 in older Excel, so every cell is guarded (office-js#4702).
 */
export function guarded(column: Column): string {
  const cell = thisRow(column);
  return `IF(ISBLANK(${cell}),"",${cell})`;
}

export function thisRow(column: Column): string {
  return `[@${bracketed(headerOf(column))}]`;
}

export function bracketed(header: string): string {
  return `[${header.replace(/['[\]#@]/g, "'$&")}]`;
}

/** =PLAN.RATE(実績,目標,基準値,方向,方法) of a year. */
export function rateFormula(plan: Plan, year: Year): string {
  return `=${rateCall(plan, year)}`;
}

function rateCall(plan: Plan, year: Year): string {
  const { target, method } = targetOf(plan, year);
  const cells = [
    guarded({ kind: "actual", year }),
    target,
    guarded({ kind: "baseline" }),
    guarded({ kind: "direction" }),
    method,
  ];
  return `PLAN.RATE(${cells.join(",")})`;
}

/**
 * A plan that prints only final targets is on its way to them: each year is held against the next target that is printed,
 * as 進捗率, unless the row says otherwise.
 */
function targetOf(plan: Plan, year: Year): { target: string; method: string } {
  const own = guarded({ kind: "target", year });
  const next = plan.expects.targets === "final" ? nextTargetYears(plan, year) : [];
  if (next.length === 0) return { target: own, method: guarded({ kind: "method" }) };
  const later = next.reduceRight(
    (otherwise, each) =>
      `IF(ISBLANK(${thisRow({ kind: "target", year: each })}),${otherwise},${thisRow({ kind: "target", year: each })})`,
    `""`,
  );
  const blank = `ISBLANK(${thisRow({ kind: "target", year })})`;
  const asWritten = thisRow({ kind: "method" });
  return {
    target: `IF(${blank},${later},${thisRow({ kind: "target", year })})`,
    method: `IF(ISBLANK(${asWritten}),IF(${blank},"進捗率",""),${asWritten})`,
  };
}

const targetYearsOf = oncePerPlan(
  (plan) => new Set(plan.indicators.flatMap(({ targets }) => Object.keys(targets).map(Number))),
);

function nextTargetYears(plan: Plan, year: Year): Year[] {
  const withTargets = targetYearsOf(plan);
  return yearsOf(plan).filter((each) => each > year && withTargets.has(each));
}

/** =PLAN.GRADEOF([@[達成率 令和3年度]],尺度_加須市). Before the year of its target a 進捗率 has no grade. */
export function gradeFormula(plan: Plan, year: Year, scaleTable: string): string {
  const graded = `PLAN.GRADEOF(${thisRow({ kind: "rate", year })},${scaleTable})`;
  const next = plan.expects.targets === "final" ? nextTargetYears(plan, year) : [];
  if (next.length === 0) return `=${graded}`;
  const rate = thisRow({ kind: "rate", year });
  const waiting = `AND(ISBLANK(${thisRow({ kind: "target", year })}),ISNUMBER(${rate}),${thisRow({ kind: "method" })}<>"達成率")`;
  return `=IF(${waiting},"判定不能（期間中）",${graded})`;
}

/** Letters of a 再掲用 cell that one value takes: its kind, # for a number, and the value. */
const mirroredWidth = 60;

/**
 * 再掲用: what the row's 再掲 show, one value after the other. A formula that looked its original up in the column it stands in
 * would depend on itself; this column reads its own row only, and 再掲 rows leave it blank: no circle, however rows are sorted.
 */
export const copyFormula = oncePerPlan((plan): string => {
  const blanks = `REPT(" ",${mirroredWidth})`;
  const values = mirroredColumns(plan).map((column) => {
    const cell = thisRow(column);
    const room = mirroredWidth - 1;
    return `IFERROR(IF(ISNUMBER(${cell}),"#"," ")&LEFT(${cell}&REPT(" ",${room}),${room}),${blanks})`;
  });
  return `=${values.join("&")}`;
});

/** What a 再掲 row shows in a column: the value of the row whose ID stands in its 再掲元. */
export function mirrorFormula(plan: Plan, table: string, column: Column): string {
  const first =
    mirroredColumns(plan).findIndex((each) => columnKey(each) === columnKey(column)) * mirroredWidth;
  const id = bracketed(headerOf({ kind: "id" }));
  const copied = `INDEX(${table}${bracketed(headerOf({ kind: "copy" }))},MATCH(${thisRow({ kind: "original" })},${table}${id},0))`;
  const value = `TRIM(MID(${copied},${first + 2},${mirroredWidth - 1}))`;
  // An actual that is still to be entered is asked for at the original only.
  const words = isDerived(column) ? `SUBSTITUTE(${value},"未入力","再掲")` : value;
  return `=IF(MID(${copied},${first + 1},1)="#",VALUE(${value}),${words})`;
}

/** `=IF(表_加須市[#All]="","",表_加須市[#All])`: the whole table with its header row, blanks as texts. */
export function planNameFormula(table: string): string {
  return `=IF(${table}[#All]="","",${table}[#All])`;
}
