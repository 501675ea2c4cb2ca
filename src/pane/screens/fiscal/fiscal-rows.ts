/** The 財政指標 of a plan as the screen shows them: baseline, target and actual by year, whether it was met, and the statutory lines. */
import { find } from "../../../plan/keys/find";
import {
  type FiscalRatio,
  isShownLine,
  LINE_KINDS,
  type LineKind,
  type LineOptions,
  linesReached,
  ratioOfIndicator,
  statutoryLine,
  type StatutoryLine,
} from "../../../plan/fiscal/fiscal";
import { type Indicator, type Plan, type Year } from "../../../plan/plan";
import { rateOf } from "../../../plan/progress/progress";
import { printState, type Rate, type RateState } from "../../../plan/progress/rate";
import { parseTarget } from "../../../plan/target";
import { printRate } from "../../parts/print-rate";
import { type Decimals } from "../../state/preferences";
import { type Source } from "./sources";

/** How a year went. `onTheWay`: the year is before the target's own, so nothing is decided yet. */
export type Verdict =
  | { kind: "met"; rate: string }
  | { kind: "missed"; rate: string }
  | { kind: "onTheWay"; rate: string; targetYear: Year }
  | { kind: "open"; text: string; reason: string };

export interface YearCell {
  year: Year;
  target: string | null;
  actual: string | null;
  rate: Rate;
  verdict: Verdict;
  /** Statutory lines the actual has reached. */
  reached: StatutoryLine[];
}

export interface Line {
  kind: LineKind;
  line: StatutoryLine | RateState;
  /** 標準財政規模 in 億円 as a number, where somebody entered it. */
  scale: number | null;
}

export interface FiscalRow {
  key: string;
  source: Source;
  indicator: Indicator;
  ratio: FiscalRatio;
  /** What a formula types to get this indicator and no other. */
  formulaKey: string;
  years: YearCell[];
  lines: Line[];
}

export interface LineInputs {
  /** 億円, as typed. */
  標準財政規模: string;
  /** Ratio → the published 早期健全化基準, as typed. */
  公表値: Readonly<Partial<Record<string, string>>>;
}

export const noLineInputs: LineInputs = { 標準財政規模: "", 公表値: {} };

export function fiscalRows(source: Source, inputs: LineInputs, decimals: Decimals = 1): FiscalRow[] {
  return source.plan.indicators.flatMap((indicator) => {
    const ratio = ratioOfIndicator(indicator.name);
    return ratio === null ? [] : [rowOf(source, indicator, ratio, inputs, decimals)];
  });
}

function rowOf(
  source: Source,
  indicator: Indicator,
  ratio: FiscalRatio,
  inputs: LineInputs,
  decimals: Decimals,
): FiscalRow {
  const { plan } = source;
  const options = lineOptions(ratio, inputs);
  return {
    key: `${source.key} ${indicator.id}`,
    source,
    indicator,
    ratio,
    formulaKey: formulaKey(plan, indicator),
    years: yearsOf(plan, indicator).map((year) => yearCell(plan, indicator, ratio, year, options, decimals)),
    lines: linesOf(ratio, options),
  };
}

/** The years of the plan that print a target, and those with an actual. */
function yearsOf({ period }: Plan, { targets, actuals = {} }: Indicator): Year[] {
  const said = (cells: Record<string, string>): number[] =>
    Object.entries(cells).flatMap(([year, text]) => (text.trim() === "" ? [] : [Number(year)]));
  const years = new Set([...said(targets), ...said(actuals)]);
  // A plan that prints one final target is filled in year by year all the same.
  if (Object.keys(actuals).length > 0)
    for (let year = period[0]; year <= period[1]; year += 1) years.add(year);
  return [...years].sort((one, other) => one - other);
}

function yearCell(
  plan: Plan,
  indicator: Indicator,
  ratio: FiscalRatio,
  year: Year,
  options: LineOptions,
  decimals: Decimals,
): YearCell {
  const actual = wordsIn(indicator.actuals?.[year]);
  const rate = rateOf(indicator, year, { period: plan.period });
  return {
    year,
    target: wordsIn(indicator.targets[year]),
    actual,
    rate,
    verdict: verdictOf(rate, decimals),
    reached: actual === null ? [] : linesReached(ratio.name, actual, options),
  };
}

function wordsIn(text: string | undefined): string | null {
  return text === undefined || text.trim() === "" ? null : text;
}

export function verdictOf(rate: Rate, decimals: Decimals = 1): Verdict {
  if (rate.kind === "state") return { kind: "open", text: printState(rate), reason: rate.reason };
  const printed = printRate(rate.value, decimals);
  if (rate.interim !== undefined)
    return { kind: "onTheWay", rate: printed, targetYear: rate.interim.targetYear };
  return { kind: rate.value >= 1 ? "met" : "missed", rate: printed };
}

export function lineOptions({ name }: FiscalRatio, inputs: LineInputs): LineOptions {
  const published = inputs.公表値[name] ?? "";
  return {
    ...(inputs.標準財政規模.trim() === "" ? {} : { 標準財政規模: inputs.標準財政規模 }),
    ...(published.trim() === "" ? {} : { 公表値: published }),
  };
}

/** The lines this ratio has; one that cannot be computed yet is there with what it needs. */
export function linesOf(ratio: FiscalRatio, options: LineOptions): Line[] {
  const entered = parseTarget(options.標準財政規模 === undefined ? "" : String(options.標準財政規模));
  const scale = entered.kind === "number" ? entered.value : null;
  return LINE_KINDS.flatMap((kind): Line[] => {
    // 公表値 is the published 早期健全化基準 and no other line's.
    const line = statutoryLine(ratio.name, kind, kind === "早期健全化" ? options : {});
    return isShownLine(line) ? [{ kind, line, scale }] : [];
  });
}

/** Lines nobody can hold the ratio against yet, with what they wait for. Nothing to report reaches none. */
export function undecided(lines: readonly Line[], printed: string): RateState[] {
  return printed === "－" ? [] : lines.flatMap(({ line }) => (line.kind === "state" ? [line] : []));
}

/** Whether a line of this ratio depends on the municipality's size. */
export function needsStandardScale(ratio: FiscalRatio): boolean {
  return ratio.name === "実質赤字比率" || ratio.name === "連結実質赤字比率";
}

/** The name where it means this indicator and nothing else, as find reads it; else the id. */
export function formulaKey(plan: Plan, indicator: Indicator): string {
  const found = find(plan, indicator.name);
  const means =
    found.kind === "indicator"
      ? found.indicator.id
      : found.kind === "node" && found.indicators.length === 1
        ? found.indicators[0]?.id
        : undefined;
  return means === indicator.id ? indicator.name : indicator.id;
}
