/** The formulas the add-in writes into a plan's table: 達成率, 評価, and what a 再掲 row shows of its original. */

import type { Plan, Year } from "../plan/plan";
import { parseTarget } from "../plan/target";
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

/** =PLAN.RATE(実績,目標,基準値,方向,方法,単位,指標,後の目標) of a year: all that the roll-ups know of an indicator, so that its row says the same. */
export function rateFormula(plan: Plan, year: Year): string {
  return `=${rateCall(plan, year)}`;
}

function rateCall(plan: Plan, year: Year): string {
  const { target, method } = targetOf(plan, year);
  const later = saysMilestones(plan) ? yearsOf(plan).filter((each) => each > year) : [];
  const cells = [
    guarded({ kind: "actual", year }),
    target,
    guarded({ kind: "baseline" }),
    guarded({ kind: "direction" }),
    method,
    guarded({ kind: "unit" }),
    guarded({ kind: "indicator" }),
    ...(later.length === 0
      ? []
      : [later.map((each) => thisRow({ kind: "target", year: each })).join('&"｜"&')]),
  ];
  return `PLAN.RATE(${cells.join(",")})`;
}

/** Only words can be overtaken by a later target. */
const saysMilestones = oncePerPlan((plan) =>
  plan.indicators.some(({ targets }) =>
    Object.values(targets).some((text) => parseTarget(text).kind === "milestone"),
  ),
);

/** An indicator that has one target is on its way to it. */
const hasFinalTargets = oncePerPlan(
  (plan) =>
    plan.expects.targets === "final" ||
    plan.indicators.some(({ targets }) => Object.values(targets).filter(Boolean).length === 1),
);

/**
 * As `rateOf` has it: a row with one target only is held against that one, as 進捗率, in its own year too where the baseline is a
 * number; between several targets a row walks to the next one only where it says 進捗率.
 */
function targetOf(plan: Plan, year: Year): { target: string; method: string } {
  const own = guarded({ kind: "target", year });
  if (!hasFinalTargets(plan)) return { target: own, method: guarded({ kind: "method" }) };
  const asWritten = thisRow({ kind: "method" });
  const all = yearsOf(plan).map((each) => thisRow({ kind: "target", year: each }));
  const isOnly = `COUNTA(${all.join(",")})=1`;
  const blank = `ISBLANK(${thisRow({ kind: "target", year })})`;
  const later = nextTargetYears(plan, year).reduceRight(
    (otherwise, each) =>
      `IF(ISBLANK(${thisRow({ kind: "target", year: each })}),${otherwise},${thisRow({ kind: "target", year: each })})`,
    `""`,
  );
  const walks = `IF(OR(${isOnly},${asWritten}="進捗率"),${later},"")`;
  const hasWay = `OR(${blank},ISNUMBER(${thisRow({ kind: "baseline" })}))`;
  return {
    target: `IF(${blank},${later === '""' ? later : walks},${thisRow({ kind: "target", year })})`,
    method: `IF(ISBLANK(${asWritten}),IF(AND(${isOnly},${hasWay}),"進捗率",""),${asWritten})`,
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
  const next = hasFinalTargets(plan) ? nextTargetYears(plan, year) : [];
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
