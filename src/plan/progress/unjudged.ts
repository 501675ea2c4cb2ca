/** The sentences where no rate can be said: which value stands in the way, and what to do. */

import type { Method } from "../plan";
import { amountOf } from "./reading";
import type { Reading } from "./reading";
import { noRate } from "./rate";
import type { RateState } from "./rate";

export function noRatio(method: Method, baseline: Reading): RateState {
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

export function actualNotANumber(actual: Reading): RateState {
  return noRate(
    "判定不能",
    "実績が数値でない",
    `実績「${actual.printed}」を1つの数値として読めません。数値で入力してください。`,
  );
}

export function partsAgainstOne(what: string): RateState {
  return noRate(
    "判定不能",
    "区分と1つの数値",
    `${what}のため比べられません。「主幹 50 / 主査 70」のように区分をそろえてください。`,
  );
}

export function unknownWord(what: string, word: string, known: string): RateState {
  return noRate("判定不能", `${what} 不明`, `「${word}」という${what}はありません。${known}にしてください。`);
}

export function unitMismatch(what: string): RateState {
  return noRate("判定不能", "単位 不一致", `${what}です。同じ単位の数値で入力してください。`);
}

export function notANumber(): RateState {
  return noRate("判定不能", "数値でない", "数値として扱えない値です。値を確かめてください。");
}
