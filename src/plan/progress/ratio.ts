/** The arithmetic of a rate once actual, target and baseline are numbers: every direction, both methods, never a division by zero. */

import type { Method } from "../plan";
import type { DownFormula } from "./rate";

/** Which way is good. */
export type Better = "up" | "down";

export interface Ratio {
  value: number;
  method: Method;
  formula: string;
}

export interface Numbers {
  actual: number;
  target: number;
  /** null: the plan gives no number to start from. */
  baseline: number | null;
}

/** The largest number below 1: a target missed by less than a double can tell is still missed. */
const justBelowOne = 1 - 2 ** -53;

/**
 * 達成率: 実績÷目標 where more is better, 目標÷実績 where less is. null: a target below zero that should be exceeded has no
 * ratio (−20 ÷ −10 would be 200 %) and there is no baseline to walk from.
 *
 * A baseline that equals the target says 維持: having reached it is 100 %, in both methods and not 103 %. Elsewhere nothing is capped.
 */
export function achievement(numbers: Numbers, better: Better, downFormula: DownFormula): Ratio | null {
  if (numbers.baseline === numbers.target) return upkeep(numbers, better, downFormula, "達成率");
  if (better === "up" && numbers.target < 0) return progress(numbers, better, downFormula);
  return plain(numbers, better, downFormula);
}

/**
 * 進捗率: (実績−基準)÷(目標−基準). null without a baseline. Where the target is not better than the baseline (加須's worse-than-baseline
 * targets, 伊勢崎's 30,056人 → 30,000人) there is no way to walk and the formula would call a miss a success: what counts is
 * whether the target holds, as where baseline and target are equal.
 */
export function progress(numbers: Numbers, better: Better, downFormula: DownFormula): Ratio | null {
  const { actual, target, baseline } = numbers;
  if (baseline === null) return null;
  const ahead = better === "up" ? target > baseline : target < baseline;
  if (!ahead) return upkeep(numbers, better, downFormula, "進捗率");
  const walked = difference(actual, baseline) / difference(target, baseline);
  return {
    value: agreeing(walked, reached(actual, target, better)),
    method: "進捗率",
    formula: "(実績−基準)÷(目標−基準)",
  };
}

/** 維持, and a baseline that equals the target: met in the good direction is 100 %, else the plain ratio. */
export function upkeep(
  numbers: Numbers,
  better: Better,
  downFormula: DownFormula,
  method: Method = "達成率",
): Ratio | null {
  if (reached(numbers.actual, numbers.target, better)) return { value: 1, method, formula: "維持（達成）" };
  const ratio = plain(numbers, better, downFormula);
  return ratio === null ? null : { ...ratio, method };
}

/** Inside the band 100 %, above it 上限÷実績, below it 実績÷下限, never below zero. */
export function withinBand(actual: number, low: number, high: number, method: Method): Ratio {
  if (actual > high) return { value: distance(high, actual), method, formula: "上限÷実績" };
  if (actual < low) return { value: distance(low, actual), method, formula: "実績÷下限" };
  return { value: 1, method, formula: "範囲内" };
}

export function reached(actual: number, target: number, better: Better): boolean {
  return better === "up" ? actual >= target : actual <= target;
}

/** Forces what rounding could blur: reached ⇔ at least 1. */
export function agreeing(value: number, met: boolean): number {
  if (Number.isNaN(value)) return value;
  return met ? Math.max(value, 1) : Math.min(value, justBelowOne);
}

function plain({ actual, target }: Numbers, better: Better, downFormula: DownFormula): Ratio | null {
  if (better === "up") {
    if (target < 0) return null;
    // 0 is reached by anything from 0 up; below it there is no ratio to take, and 苦情 0件's rule is turned round.
    if (target === 0) return { value: actual >= 0 ? 1 : 0, method: "達成率", formula: "目標0" };
    return { value: actual / target, method: "達成率", formula: "実績÷目標" };
  }
  // 苦情 0件: none is 100 %, any is 0 %. A 進捗率 from the baseline is how a municipality gets something in between.
  if (target === 0) return { value: actual <= 0 ? 1 : 0, method: "達成率", formula: "目標0" };
  // ▲45 against ▲30 counts by size: 150 %.
  if (target < 0) return { value: actual / target, method: "達成率", formula: "実績÷目標（減の大きさ）" };
  if (downFormula === "2−実績÷目標" || actual <= 0)
    return { value: 2 - actual / target, method: "達成率", formula: "2−実績÷目標" };
  return { value: target / actual, method: "達成率", formula: "目標÷実績" };
}

/**
 * How near a value outside a band comes to its limit: the smaller size by the larger, 0 when they lie on different sides of zero.
 * For a band above zero that is 上限÷実績 and 実績÷下限; for one below zero the quotient turns round.
 */
function distance(limit: number, actual: number): number {
  if (limit === 0 || actual === 0 || limit > 0 !== actual > 0) return 0;
  return Math.min(limit / actual, actual / limit);
}

/** The difference of two printed decimals as a person subtracts them: 91.8 − 89.3 is 2.5, not 2.4999999999999996. */
function difference(a: number, b: number): number {
  for (const unit of decimalUnits) {
    const whole = Math.round(a * unit);
    const other = Math.round(b * unit);
    if (Math.abs(whole) > Number.MAX_SAFE_INTEGER || Math.abs(other) > Number.MAX_SAFE_INTEGER) break;
    if (whole / unit === a && other / unit === b) return (whole - other) / unit;
  }
  return a - b;
}

const decimalUnits = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000];
