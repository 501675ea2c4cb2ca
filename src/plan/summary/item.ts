/** What one item comes to in a year: the mean (or the worst) of its judged indicators, or the state it is in. */

import { gradeDetail } from "../scales/grade";
import { withinItem } from "../items";
import { marksOf } from "../scales/judgements";
import type { Year } from "../plan";
import { printPercent } from "../percent";
import { rateOf } from "../progress/progress";
import {
  noRate,
  printState,
  type Rate,
  type RateOfOptions,
  type RateState,
  type StateName,
} from "../progress/rate";
import type { Scale } from "../scales/scale";
import type { IndicatorCounts, IndicatorResult, InterimMean, ItemResult, StateCounts } from "./shape";
import { type Branch, departmentsOf } from "../tree";

export interface ItemSettings {
  year: Year;
  scale: Scale;
  aggregation: "mean" | "worst";
  cap: number;
  byElapsed: boolean;
  /** How rates come about, the plan's period among it. */
  rates: RateOfOptions;
}

/** An original item with what it came to; its 再掲 share it. */
export interface Measured {
  original: Branch;
  result: ItemResult;
  interim: Walked | null;
  recorded: Recorded[];
}

/** 進捗率 before their target year, added up; the 経過率 where all have the same. */
export interface Walked {
  sum: number;
  count: number;
  elapsed: number | null;
}

export function measure(original: Branch, isItem: ReadonlySet<Branch>, settings: ItemSettings): Measured {
  const within = withinItem(original, isItem);
  const measured: IndicatorResult[] = [];
  const counts: IndicatorCounts = { n: 0, judged: 0, states: noStates() };
  let sum = 0;
  let worst = Infinity;
  let interim: Measured["interim"] = null;
  for (const branch of within) {
    for (const indicator of branch.indicators) {
      const rate = rateOf(indicator, settings.year, settings.rates);
      measured.push({ indicator: indicator.id, rate });
      counts.n++;
      const judged = judgedValue(rate, settings);
      if (judged.kind === "value") {
        const capped = Math.min(judged.value, settings.cap);
        counts.judged++;
        sum += capped;
        worst = Math.min(worst, capped);
      } else {
        counts.states[judged.state]++;
        if (rate.kind === "rate")
          interim = together(interim, { sum: rate.value, count: 1, elapsed: rate.interim?.elapsed ?? null });
      }
    }
  }
  const recorded = recordedWithin(within, original);
  const rate = itemRate(
    counts,
    settings.aggregation === "worst" ? worst : sum / counts.judged,
    settings,
    measured,
  );
  return {
    original,
    interim,
    recorded,
    result: {
      node: original.node.id,
      parent: original.parent?.node.id ?? null,
      depth: original.depth,
      sameAs: null,
      departments: departmentsOf(original),
      rate,
      printed: printMean(rate, counts),
      grade: gradeDetail(rate, settings.scale),
      counts,
      measured,
      marks: marksOfAll(recorded),
    },
  };
}

/** A 再掲 shows what its original came to, in its own place. */
export function inPlaceOf(branch: Branch, { original, result }: Measured): ItemResult {
  if (branch === original) return result;
  const { node, parent, depth } = branch;
  return { ...result, node: node.id, parent: parent?.node.id ?? null, depth, sameAs: original.node.id };
}

/** `98.7 %（143/146）`: judged indicators of all. Without gaps just `98.7 %`; without a mean its state. */
export function printMean(rate: Rate, { n, judged }: IndicatorCounts): string {
  if (rate.kind === "state") return printState(rate);
  const mean = printPercent(rate.value);
  return judged === n ? mean : `${mean}（${judged}/${n}）`;
}

export function printInterim({ sum, count, elapsed }: Walked): InterimMean {
  const mean = sum / count;
  const passed = elapsed === null ? "" : `（経過率${printPercent(elapsed)}）`;
  return { mean, printed: `${printPercent(mean)}${passed}`, count, elapsed };
}

export function together(one: Walked | null, other: Walked | null): Walked | null {
  if (one === null || other === null) return one ?? other;
  return {
    sum: one.sum + other.sum,
    count: one.count + other.count,
    elapsed: one.elapsed === other.elapsed ? one.elapsed : null,
  };
}

export function noStates(): StateCounts {
  return { 未入力: 0, 対象外: 0, 判定不能: 0 };
}

/** The state of something of which nothing is judged: what is still owed comes first, then what cannot be told. */
export function stateOf({ states }: { states: StateCounts }): StateName {
  if (states.未入力 > 0) return "未入力";
  return states.判定不能 > 0 || states.対象外 === 0 ? "判定不能" : "対象外";
}

type Judged = { kind: "value"; value: number } | { kind: "state"; state: StateName };

/** Before its target year a 進捗率 is no judgement, unless it is held against the share of the period that has passed. */
function judgedValue(rate: Rate, { byElapsed }: ItemSettings): Judged {
  if (rate.kind === "state") return rate;
  const { interim } = rate;
  if (interim === undefined) return { kind: "value", value: rate.value };
  const { elapsed } = interim;
  return byElapsed && elapsed !== null && elapsed > 0
    ? { kind: "value", value: rate.value / elapsed }
    : { kind: "state", state: "判定不能" };
}

function itemRate(
  counts: IndicatorCounts,
  value: number,
  { aggregation }: ItemSettings,
  measured: readonly IndicatorResult[],
): Rate {
  const [only] = measured;
  if (counts.judged > 0) {
    const method = only?.rate.kind === "rate" ? only.rate.method : "達成率";
    return { kind: "rate", value, method, formula: aggregation === "worst" ? "最も低い指標" : "指標の平均" };
  }
  if (only === undefined)
    return noRate("判定不能", "指標 なし", "この取組項目には指標がありません。指標を追加してください。");
  return sharedState(counts, measured);
}

/** The one indicator's own words where there is one, else the state they share. */
function sharedState(counts: IndicatorCounts, measured: readonly IndicatorResult[]): RateState {
  const state = stateOf(counts);
  const early = measured.find(({ rate }) => rate.kind === "rate");
  if (state === "判定不能" && early !== undefined)
    return noRate(state, "期間中", "目標の年度より前のため、進捗率は評価しません。");
  const first = measured.find(({ rate }) => rate.kind === "state" && rate.state === state);
  return first?.rate.kind === "state" ? first.rate : noRate(state, state, "指標の状態を確かめてください。");
}

/** A judgement as it was recorded: an item that two 担当課 judged has two. */
export interface Recorded {
  marks: ReadonlyMap<string, string[]>;
  departments: string[];
}

function recordedWithin(within: readonly Branch[], original: Branch): Recorded[] {
  return within.flatMap(({ assessments }) =>
    assessments.map(({ marks, departments }) => ({
      marks: new Map(Object.entries(marks).map(([name, mark]) => [name, marksOf(mark)])),
      departments: departments.length > 0 ? departments : original.node.departments,
    })),
  );
}

/** Scale → every letter recorded for the item, each once. */
function marksOfAll(recorded: readonly Recorded[]): Record<string, string[]> {
  if (recorded.length === 0) return {};
  const all = new Map<string, Set<string>>();
  for (const { marks } of recorded) {
    for (const [name, letters] of marks) {
      const there = all.get(name) ?? new Set<string>();
      for (const letter of letters) there.add(letter);
      all.set(name, there);
    }
  }
  return Object.fromEntries([...all].map(([name, letters]) => [name, [...letters]]));
}
