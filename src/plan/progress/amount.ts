/** A rate against an amount: one number, a bound, or a band. */

import type { Direction, Method } from "../plan";
import { directionOfRatio } from "../fiscal/names";
import { isPercentUnit, looksLikeFraction } from "./fraction";
import { amountOf, read, unitsDiffer } from "./reading";
import type { Amount, Reading } from "./reading";
import { achievement, agreeing, progress, upkeep, withinBand } from "./ratio";
import type { Better, Numbers, Ratio } from "./ratio";
import { actualNotANumber, noRatio, partsAgainstOne, unitMismatch, unknownWord } from "./unjudged";
import { noRate } from "./rate";
import type { Rate, RateInput, RateState, RateValue } from "./rate";
import type { Bound } from "../target";

export function againstNumber(target: Amount, actual: Reading, baseline: Reading, input: RateInput): Rate {
  if (actual.kind === "parts") return partsAgainstOne("実績値が区分ごとで、目標値は1つ");
  const value = amountOf(actual);
  if (value === null) return actualNotANumber(actual);
  const start = amountOf(baseline);
  const unit = input.unit ?? target.unit ?? start?.unit ?? null;
  const obstacle = unitObstacle(value, target.unit, unit, Math.max(target.value, start?.value ?? 0));
  if (obstacle !== null) return obstacle;
  const asked = askedFor(input);
  if (asked.kind === "state") return asked;
  if (start !== null && unitsDiffer(start.unit, target.unit) && asked.method === "進捗率") {
    return unitMismatch(`基準値は「${start.unit ?? ""}」、目標値は「${target.unit ?? ""}」`);
  }
  const numbers = { actual: value.value, target: target.value, baseline: start?.value ?? null };
  const ratio = ratioOf(numbers, asked, input);
  return ratio === null ? noRatio(asked.method, baseline) : finite(ratio);
}

interface Asked {
  kind: "asked";
  direction: Exclude<Direction, "band">;
  method: Method;
}

/** Which way and which method, checked as they may come from a cell. */
function askedFor({ direction, method = "達成率" }: RateInput): Asked | RateState {
  switch (direction) {
    case null:
      return noRate(
        "判定不能",
        "方向 未設定",
        "増やす・減らす・維持・範囲のどれかを「方向」に入れてください。",
      );
    case "band":
      return noRate(
        "判定不能",
        "範囲 未設定",
        "方向が範囲のときは、目標値を「3〜5」のように入力してください。",
      );
    case undefined:
      return { kind: "asked", direction: "up", method };
    case "up":
    case "down":
    case "keep":
      return { kind: "asked", direction, method };
    default:
      return unknownWord("方向", String(direction), "増やす・減らす・維持・範囲のどれか");
  }
}

function ratioOf(numbers: Numbers, { direction, method }: Asked, input: RateInput): Ratio | null {
  const downFormula = input.downFormula ?? "目標÷実績";
  if (direction === "keep") return upkeep(numbers, keepBetter(input), downFormula, method);
  return method === "進捗率"
    ? progress(numbers, direction, downFormula)
    : achievement(numbers, direction, downFormula);
}

/** 維持 of a fiscal ratio that should be low means not rising above; of anything else not falling below. */
function keepBetter({ keepBetter, name }: RateInput): Better {
  return keepBetter ?? (name !== undefined && directionOfRatio(name) === "down" ? "down" : "up");
}

export function againstBound(
  limit: number,
  bound: Bound,
  unit: string | null,
  actual: Reading,
  input: RateInput,
): Rate {
  if (actual.kind === "parts") return partsAgainstOne("実績値が区分ごとで、目標値は1つ");
  const value = amountOf(actual);
  if (value === null) return actualNotANumber(actual);
  const obstacle = unitObstacle(value, unit, input.unit ?? unit, limit);
  if (obstacle !== null) return obstacle;
  if (holds(value.value, limit, bound)) return met(input, `${bound}（達成）`);
  const better = bound === "以上" || bound === "超" ? "up" : "down";
  const numbers = { actual: value.value, target: limit, baseline: null };
  const ratio = achievement(numbers, better, input.downFormula ?? "目標÷実績");
  if (ratio === null) return noRatio("達成率", read(undefined));
  // 5超 against 5 and 0超 against 0: the ratio is 1, the bound is missed.
  return finite({ ...ratio, value: agreeing(ratio.value, false), method: input.method ?? "達成率" });
}

function holds(value: number, limit: number, bound: Bound): boolean {
  switch (bound) {
    case "以上":
      return value >= limit;
    case "超":
      return value > limit;
    case "以下":
      return value <= limit;
    case "未満":
      return value < limit;
  }
}

/** A band says itself which way is good, so it is judged as a band whatever the direction says. */
export function againstBand(
  band: { low: number; high: number; unit: string | null },
  actual: Reading,
  input: RateInput,
): Rate {
  if (actual.kind === "parts") return partsAgainstOne("実績値が区分ごとで、目標値は1つの範囲");
  const value = amountOf(actual);
  if (value === null) return actualNotANumber(actual);
  if (!(band.low <= band.high)) {
    return noRate(
      "判定不能",
      "範囲の上下が逆",
      `下限${band.low}が上限${band.high}を超えています。目標値を直してください。`,
    );
  }
  const obstacle = unitObstacle(value, band.unit, input.unit ?? band.unit, band.high);
  if (obstacle !== null) return obstacle;
  return finite(withinBand(value.value, band.low, band.high, input.method ?? "達成率"));
}

/** A unit in a cell that contradicts the others, or a fraction typed for a percentage. A ％ in the actual's own cell leaves no doubt. */
function unitObstacle(
  actual: Amount,
  target: string | null,
  unit: string | null,
  largest: number,
): RateState | null {
  const expected = target ?? unit;
  if (unitsDiffer(actual.unit, expected)) {
    return unitMismatch(`実績値は「${actual.unit ?? ""}」、目標値は「${expected ?? ""}」`);
  }
  if (isPercentUnit(actual.unit) || !looksLikeFraction(actual.value, largest, null, unit)) return null;
  return noRate(
    "判定不能",
    "割合の疑い",
    `実績${actual.value}は割合（${actual.value} ＝ ${actual.value * 100} ％）のようです。91.8のように％の数値で入力してください。`,
  );
}

export function met({ method = "達成率" }: RateInput, formula: string): RateValue {
  return { kind: "rate", value: 1, method, formula };
}

function finite({ value, method, formula }: Ratio): Rate {
  // A rate that cannot be printed as a percentage could not be graded either.
  if (!Number.isFinite(value * 1000)) {
    return noRate("判定不能", "桁あふれ", "値が大きすぎるか小さすぎて計算できません。値を確かめてください。");
  }
  return { kind: "rate", value: value === 0 ? 0 : value, method, formula };
}
