/** Counting: what is added up while items are gone through, and the counts and shares it comes to. */

import type { JudgementScale } from "../scales/judgements";
import { shareOf } from "../percent";
import type { StateName } from "../progress/rate";
import type { GradeCount, IndicatorCounts, StateCounts, Tally } from "./shape";
import { noStates, together, type Measured, type Recorded, type Walked } from "./item";

/** Everything added up under one heading, one 担当課 or the whole plan. */
export interface Sum {
  n: number;
  states: StateCounts;
  grades: Map<string, number>;
  /** Of the judged items. */
  rates: { sum: number; count: number };
  indicators: IndicatorCounts;
  interim: Walked | null;
  /** Recorded judgements, and per scale how often each letter (or several: ア・イ) was recorded. */
  judgements: number;
  marks: Map<string, Map<string, number>>;
}

export function emptySum(): Sum {
  return {
    n: 0,
    states: noStates(),
    grades: new Map(),
    rates: { sum: 0, count: 0 },
    indicators: { n: 0, judged: 0, states: noStates() },
    interim: null,
    judgements: 0,
    marks: new Map(),
  };
}

export function addItem(sum: Sum, { result, interim }: Measured): void {
  sum.n++;
  if (result.rate.kind === "rate") {
    sum.rates.sum += result.rate.value;
    sum.rates.count++;
  }
  if (result.grade.kind === "grade") count(sum.grades, result.grade.name);
  else sum.states[result.grade.state]++;
  addIndicators(sum.indicators, result.counts);
  sum.interim = together(sum.interim, interim);
}

/** An item nobody judged counts as one judgement still to be made. */
export function addRecorded(sum: Sum, recorded: Recorded | null): void {
  sum.judgements++;
  if (recorded === null) return;
  for (const [scale, letters] of recorded.marks) {
    if (letters.length === 0) continue;
    const there = sum.marks.get(scale) ?? new Map<string, number>();
    // Several letters in one cell are one judgement: counted as what was written, so that the counts add up.
    count(there, letters.length === 1 ? (letters[0] ?? "") : [...new Set(letters)].sort().join("・"));
    sum.marks.set(scale, there);
  }
}

/** What several sums come to: 延べ. */
export function addSum(
  total: Sum,
  { n, states, grades, rates, indicators, interim, judgements, marks }: Sum,
): void {
  total.n += n;
  addStates(total.states, states);
  for (const [name, times] of grades) count(total.grades, name, times);
  total.rates.sum += rates.sum;
  total.rates.count += rates.count;
  addIndicators(total.indicators, indicators);
  total.interim = together(total.interim, interim);
  total.judgements += judgements;
  for (const [scale, letters] of marks) {
    const there = total.marks.get(scale) ?? new Map<string, number>();
    for (const [letter, times] of letters) count(there, letter, times);
    total.marks.set(scale, there);
  }
}

export function computedTally(sum: Sum, scale: string, names: readonly string[]): Tally {
  return tally(scale, sum.n, sum.states, names, sum.grades);
}

export function recordedTally(sum: Sum, { name, marks }: JudgementScale): Tally {
  const counts = sum.marks.get(name) ?? new Map<string, number>();
  const judged = total(counts.values());
  const several = [...counts.keys()].filter((letters) => !marks.includes(letters)).sort();
  return tally(
    name,
    sum.judgements,
    { ...noStates(), 未入力: sum.judgements - judged },
    [...marks, ...several],
    counts,
  );
}

export function gradeCount(name: string, part: number, whole: number): GradeCount {
  return { name, count: part, share: shareOf(part, whole) };
}

function tally(
  scale: string,
  n: number,
  states: StateCounts,
  names: readonly string[],
  counts: ReadonlyMap<string, number>,
): Tally {
  const judged = total(counts.values());
  const grades = names.map((name) => gradeCount(name, counts.get(name) ?? 0, judged));
  return { scale, n, judged, states, grades };
}

function addIndicators(into: IndicatorCounts, from: IndicatorCounts): void {
  into.n += from.n;
  into.judged += from.judged;
  addStates(into.states, from.states);
}

function addStates(into: StateCounts, from: StateCounts): void {
  let name: StateName;
  for (name in from) into[name] += from[name];
}

function count(counts: Map<string, number>, name: string, times = 1): void {
  counts.set(name, (counts.get(name) ?? 0) + times);
}

function total(numbers: Iterable<number>): number {
  let sum = 0;
  for (const number of numbers) sum += number;
  return sum;
}
