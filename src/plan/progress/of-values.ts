/** A rate from what is printed: which rule answers for which kind of target, and the state where none can. */

import { printsDashWhenSound } from "../fiscal/names";
import { againstBand, againstBound, againstNumber, met } from "./amount";
import { milestoneReached } from "./milestone";
import { againstParts } from "./parts";
import { amountOf, read, wordsOf } from "./reading";
import type { Reading } from "./reading";
import { notANumber, unknownWord } from "./unjudged";
import { noRate } from "./rate";
import type { Rate, RateInput } from "./rate";
import type { Bound, Target } from "../target";
import { foldSpaces } from "../text-width";

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

/** 該当なし: printed as a dash or said in words, where a fiscal ratio has nothing to report. */
function isNothingToReport(actual: Reading): boolean {
  if (actual.kind === "notMeasured") return true;
  return actual.kind === "milestone" && /^(?:該当(?:なし|無し?)|黒字)$/u.test(foldSpaces(actual.printed));
}
