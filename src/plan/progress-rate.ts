/** A rate from what is printed: which rule answers for which kind of target, and the state where none can. */

import type { Direction, Method } from "./plan";
import { directionOfRatio, printsDashWhenSound } from "./fiscal-names";
import { isPercentUnit, looksLikeFraction } from "./progress-fraction";
import { milestoneReached } from "./progress-milestone";
import { amountOf, read, unitsDiffer, wordsOf } from "./progress-reading";
import type { Amount, Reading } from "./progress-reading";
import { achievement, agreeing, progress, upkeep, withinBand } from "./progress-ratio";
import type { Better, Numbers, Ratio } from "./progress-ratio";
import { noRate } from "./rate";
import type { PartRate, Rate, RateInput, RateState, RateValue } from "./rate";
import type { Bound, Target } from "./target";
import { foldSpaces } from "./text-width";

/**
 * 達成率 or 進捗率 of any values, as numbers or as printed. What is deliberately not measured comes first (対象外), then what is
 * not entered yet (未入力), then what cannot be judged (判定不能).
 */
export function rate(input: RateInput): Rate {
  const target = read(input.target);
  const actual = read(input.actual);
  if (isNothingToReport(actual) && target.kind !== "missing" && isDashRatio(input))
    return met(input, "該当なし");
  if (target.kind === "notMeasured" && !isDashRatio(input)) {
    return noRate("対象外", "測定しない年度", "目標値が「－」の年度は、実績を評価しません。");
  }
  if (actual.kind === "missing") return noRate("未入力", "未入力", "実績値を入力してください。");
  if (target.kind === "missing") {
    return noRate("判定不能", "目標値 未設定", "目標値がないため計算できません。目標値を入力してください。");
  }
  if (actual.kind === "notMeasured") {
    return noRate("対象外", "測定しない年度", "実績値が「－」のため、この年度は評価しません。");
  }
  if (target.kind === "unreadable" || actual.kind === "unreadable") return notANumber();
  if (!isMethod(input.method)) return unknownWord("方法", String(input.method), "達成率か進捗率");
  return judged(target, actual, input);
}

/** A sheet may hold any word, whatever the type says. */
function isMethod(method: string | undefined): boolean {
  return method === undefined || method === "達成率" || method === "進捗率";
}

function isDashRatio({ name }: RateInput): boolean {
  return name !== undefined && printsDashWhenSound(name);
}

/** Kinds that can be judged: the others have their own state above; a dash is left only in the four fiscal ratios. */
function judged(target: Exclude<Target, { kind: "missing" }>, actual: Target, input: RateInput): Rate {
  switch (target.kind) {
    case "number":
    case "reduction":
      return againstNumber(target, actual, read(input.baseline), input);
    case "bound":
      return againstBound(target.value, target.bound, target.unit, actual, input);
    case "band":
      return againstBand(target, actual, input);
    case "parts":
      return againstParts(target.parts, actual, input);
    case "milestone":
      return againstMilestone(target.words, actual, input);
    case "comparison":
      return againstComparator(target.comparator, target.bound, actual, input);
    case "notMeasured":
      return noRate(
        "判定不能",
        "目標が「－」",
        "目標の「－」が赤字や負担なし（該当なし）の意味なら未達成です。目標値を数値で入力してください。",
      );
  }
}

function againstNumber(target: Amount, actual: Reading, baseline: Reading, input: RateInput): Rate {
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

function againstBound(
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
function againstBand(
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

function againstParts(
  parts: readonly (Amount & { label: string })[],
  actual: Reading,
  input: RateInput,
): Rate {
  if (actual.kind !== "parts") return partsAgainstOne("目標値が区分ごとで、実績値は1つ");
  const unknown = actual.parts.find(({ label }) => !parts.some((part) => sameLabel(part.label, label)));
  if (unknown !== undefined) {
    return noRate(
      "判定不能",
      "区分 不一致",
      `実績値の区分「${unknown.label}」が目標値にありません。区分名をそろえてください。`,
    );
  }
  const baseline = read(input.baseline);
  const rates = parts.map(({ label, value, unit }): PartRate => {
    const own = partOf(actual, label);
    if (own === null)
      return { label, rate: noRate("未入力", "未入力", `区分「${label}」の実績値を入力してください。`) };
    const start = partOf(baseline, label) ?? read(undefined);
    return { label, rate: againstNumber({ value, unit }, own, start, input) };
  });
  return worst(rates);
}

/** The worst part decides; a part that cannot be judged leaves the whole unjudged. */
function worst(parts: PartRate[]): Rate {
  const states = parts.flatMap(({ label, rate }) => (rate.kind === "state" ? [{ label, rate }] : []));
  const state = states.find(({ rate }) => rate.state === "未入力") ?? states[0];
  if (state !== undefined) {
    return { ...state.rate, reason: `${state.rate.reason}（区分「${state.label}」）`, parts };
  }
  const values = parts.flatMap(({ rate }) => (rate.kind === "rate" ? [rate] : []));
  const [first, ...rest] = values;
  if (first === undefined) return noRate("判定不能", "区分なし", "目標値の区分がありません。");
  const least = rest.reduce((low, each) => (each.value < low.value ? each : low), first);
  return { ...least, parts };
}

function partOf(reading: Reading, label: string): Reading | null {
  if (reading.kind !== "parts") return null;
  const part = reading.parts.find((each) => sameLabel(each.label, label));
  return part === undefined
    ? null
    : { kind: "number", value: part.value, unit: part.unit, printed: String(part.value) };
}

function sameLabel(one: string, other: string): boolean {
  return foldSpaces(one) === foldSpaces(other);
}

function againstMilestone(words: readonly string[], actual: Reading, input: RateInput): Rate {
  const value = milestoneReached(wordsOf(actual), words, input.laterWords ?? []);
  if (value !== null) return { kind: "rate", value, method: input.method ?? "達成率", formula: "節目" };
  return noRate(
    "判定不能",
    "節目 不明",
    `実績「${actual.printed}」が目標「${words.join("・")}」に届いたか分かりません。達成・一部達成・未達成（○△×）か目標の言葉で入力してください。`,
  );
}

function againstComparator(comparator: string, bound: Bound, actual: Reading, input: RateInput): Rate {
  const other = read(input.comparator);
  const limit = amountOf(other);
  if (limit !== null) return againstBound(limit.value, bound, limit.unit, actual, input);
  return noRate(
    "判定不能",
    "比較の相手なし",
    `「${comparator}」の値がないため判定できません。その値を数値で入力してください。`,
  );
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

/** 該当なし: printed as a dash or said in words, where a fiscal ratio has nothing to report. */
function isNothingToReport(actual: Reading): boolean {
  if (actual.kind === "notMeasured") return true;
  return actual.kind === "milestone" && /^(?:該当(?:なし|無し?)|黒字)$/u.test(foldSpaces(actual.printed));
}

function met({ method = "達成率" }: RateInput, formula: string): RateValue {
  return { kind: "rate", value: 1, method, formula };
}

function finite({ value, method, formula }: Ratio): Rate {
  // A rate that cannot be printed as a percentage could not be graded either.
  if (!Number.isFinite(value * 1000)) {
    return noRate("判定不能", "桁あふれ", "値が大きすぎるか小さすぎて計算できません。値を確かめてください。");
  }
  return { kind: "rate", value: value === 0 ? 0 : value, method, formula };
}

function noRatio(method: Method, baseline: Reading): RateState {
  if (method === "達成率" || amountOf(baseline) !== null) {
    return noRate(
      "判定不能",
      "目標が負の値",
      "負の目標は割合にできません。基準値を入れると進捗率で計算します。",
    );
  }
  return baseline.kind === "missing"
    ? noRate(
        "判定不能",
        "基準値なし",
        "進捗率には基準値が必要です。基準値を入れるか、方法を達成率にしてください。",
      )
    : noRate(
        "判定不能",
        "基準値が数値でない",
        `基準値「${baseline.printed}」からは進捗率を計算できません。基準値を数値にするか、方法を達成率にしてください。`,
      );
}

function actualNotANumber(actual: Reading): RateState {
  return noRate(
    "判定不能",
    "実績が数値でない",
    `実績「${actual.printed}」を1つの数値として読めません。数値で入力してください。`,
  );
}

function partsAgainstOne(what: string): RateState {
  return noRate(
    "判定不能",
    "区分と1つの数値",
    `${what}のため比べられません。「主幹 50 / 主査 70」のように区分をそろえてください。`,
  );
}

function unknownWord(what: string, word: string, known: string): RateState {
  return noRate("判定不能", `${what} 不明`, `「${word}」という${what}はありません。${known}にしてください。`);
}

function unitMismatch(what: string): RateState {
  return noRate("判定不能", "単位 不一致", `${what}です。同じ単位の数値で入力してください。`);
}

function notANumber(): RateState {
  return noRate("判定不能", "数値でない", "数値として扱えない値です。値を確かめてください。");
}
