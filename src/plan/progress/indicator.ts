/** The rate of a plan's indicator in a year: which target it is held against, and by which method. */

import type { Indicator, Method, Year } from "../plan";
import { rate } from "./of-values";
import { amountOf, read } from "./reading";
import { noRate } from "./rate";
import type { Interim, Printed, Rate, RateOfOptions, RateState } from "./rate";

/**
 * 達成率 where the year has its target, 進捗率 where there is only a final one — then in the final year too, so that a series does not
 * change its meaning at the end; only without a numeric baseline is the final year a 達成率. `indicator.method` overrides both.
 */
export function rateOf(indicator: Indicator, year: Year, options: RateOfOptions = {}): Rate {
  const aim = aimOf(indicator, year);
  const actual = actualOf(indicator, year, options);
  if (aim.kind === "state") return isBlank(actual) ? noActual() : aim;
  const target = read(indicator.targets[aim.year]);
  // By name: spreading the options makes a rate several times dearer, and a plan has a hundred thousand.
  const result = rate({
    downFormula: options.downFormula,
    keepBetter: options.keepBetter,
    comparator: options.comparator,
    actual,
    target: target.kind === "unreadable" ? null : target,
    baseline: indicator.baseline?.text,
    direction: indicator.direction,
    method: aim.method,
    unit: indicator.unit,
    name: indicator.name,
    laterWords: target.kind === "milestone" ? wordsAfter(indicator, aim.year) : [],
  });
  if (result.kind === "state" || result.method !== "進捗率" || year >= aim.year) return result;
  return { ...result, interim: interimOf(indicator, year, aim.year, options) };
}

interface Aim {
  kind: "aim";
  year: Year;
  method: Method;
}

function aimOf(indicator: Indicator, year: Year): Aim | RateState {
  const years = yearsWithTarget(indicator);
  const [first, second] = years;
  if (first === undefined) return noTarget("この指標には目標値がありません。");
  if (second === undefined) return finalAim(indicator, year, first);
  if (years.includes(year)) return { kind: "aim", year, method: indicator.method ?? "達成率" };
  // A plan with a 中間 and a final target walks to the next of them only when it says 進捗率: a gap in a yearly path stays a gap.
  const next = years.find((each) => each > year);
  if (indicator.method === "進捗率" && next !== undefined)
    return { kind: "aim", year: next, method: "進捗率" };
  return noTarget("この年度の目標値がありません。目標値を入力してください。");
}

function finalAim(indicator: Indicator, year: Year, final: Year): Aim | RateState {
  if (year > final) return noTarget("目標の年度を過ぎています。この年度の目標値を入力してください。");
  const hasStart = indicator.baseline !== null && amountOf(read(indicator.baseline.text)) !== null;
  const usual = year === final && !hasStart ? "達成率" : "進捗率";
  return { kind: "aim", year: final, method: indicator.method ?? usual };
}

/** In order: keys that are whole numbers always come sorted. */
function yearsWithTarget({ targets }: Indicator): Year[] {
  const years: Year[] = [];
  for (const year in targets) {
    if (!isBlank(targets[year])) years.push(Number(year));
  }
  return years;
}

function wordsAfter({ targets }: Indicator, after: Year): string[] {
  const words: string[] = [];
  for (const [year, text] of Object.entries(targets)) {
    if (Number(year) <= after) continue;
    const target = read(text);
    if (target.kind === "milestone") words.push(...target.words);
  }
  return words;
}

/**
 * The year's actual. A 累計 is entered as the running total, so its latest value is the year's own; only where the plan says that
 * each year's own value is entered are they added up, and then a year not entered leaves the total open.
 */
function actualOf(indicator: Indicator, year: Year, options: RateOfOptions): Printed {
  const { actuals = {} } = indicator;
  if (!indicator.cumulative || !(options.summed ?? saysSummed(indicator.note))) return actuals[year];
  const first = firstSummedYear(indicator, options);
  if (first === null || first > year) return actuals[year];
  let total = 0;
  for (let each = first; each <= year; each += 1) {
    const reading = read(actuals[each]);
    const amount = amountOf(reading);
    if (amount === null) return actuals[each];
    total += amount.value;
  }
  return Number(total.toPrecision(15));
}

function firstSummedYear(indicator: Indicator, { period }: RateOfOptions): Year | null {
  const afterBaseline = indicator.baseline?.year == null ? null : indicator.baseline.year + 1;
  const years = Object.keys(indicator.actuals ?? {}).map(Number);
  return period?.[0] ?? afterBaseline ?? (years.length === 0 ? null : Math.min(...years));
}

/** The words a note uses to say that a 累計 is the sum of what each year enters. */
function saysSummed(note: string | null): boolean {
  return note !== null && /(?:各|毎|単)年度?.*(?:合計|合算|積み上げ|積上げ|累計)/u.test(note);
}

function interimOf(indicator: Indicator, year: Year, targetYear: Year, { period }: RateOfOptions): Interim {
  const afterBaseline = indicator.baseline?.year == null ? null : indicator.baseline.year + 1;
  const first = period?.[0] ?? afterBaseline;
  if (first === null || first > targetYear) return { year, targetYear, elapsed: null };
  const passed = (year - first + 1) / (targetYear - first + 1);
  return { year, targetYear, elapsed: Math.min(Math.max(passed, 0), 1) };
}

function isBlank(value: Printed): boolean {
  return value === null || value === undefined || (typeof value === "string" && value.trim() === "");
}

function noActual(): RateState {
  return noRate("未入力", "未入力", "実績値を入力してください。");
}

function noTarget(advice: string): RateState {
  return noRate("判定不能", "目標値 未設定", advice);
}
