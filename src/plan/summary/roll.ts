/** From what was added up to a line of the roll-up: shares, mean, rating, grade. */

import { gradeDetail, ratingOf, type Grade, type Rating } from "../scales/grade";
import type { JudgementScale } from "../scales/judgements";
import { noRate, type Rate } from "../progress/rate";
import type { Scale } from "../scales/scale";
import type { RatingPractice, Roll, Tally } from "./shape";
import { printInterim, printMean, stateOf } from "./item";
import { computedTally, gradeCount, recordedTally, type Sum } from "./tally";

export interface RollSettings {
  scale: Scale;
  ratings: RatingPractice | null;
  judgements: readonly JudgementScale[];
  basis: "computed" | "recorded";
}

export type RollFace = Pick<Roll, "kind" | "key" | "node" | "parent" | "level" | "number" | "name" | "depth">;

export function rollOf(face: RollFace, sum: Sum, settings: RollSettings): Roll {
  const { scale, ratings, judgements, basis } = settings;
  const names = [...new Set(scale.rules.map(({ name }) => name))];
  const recorded = judgements.map((each) => recordedTally(sum, each));
  const computed = computedTally(sum, scale.name, names);
  const [firstRecorded] = recorded;
  const tally = basis === "recorded" && firstRecorded !== undefined ? firstRecorded : computed;
  const rate = basis === "recorded" ? byRecord() : meanOf(sum);
  const rates = basis === "recorded" ? null : ratings;
  const met = rates === null ? null : countMet(computed, rates);
  const rating = rates === null ? null : ratingFor(face, sum, computed, rates);
  return {
    ...face,
    ...tally,
    rate,
    printed: printMean(rate, sum.indicators),
    indicators: sum.indicators,
    met: met === null ? null : gradeCount(rates?.met.join("+") ?? "", met, computed.judged),
    notMet: met === null ? null : gradeCount(rest(names, rates), computed.judged - met, computed.judged),
    rating,
    grade: gradeFor(face, sum, rate, rating, settings),
    interim: sum.interim === null ? null : printInterim(sum.interim),
    recorded,
  };
}

function meanOf({ n, rates, states }: Sum): Rate {
  if (rates.count > 0)
    return { kind: "rate", value: rates.sum / rates.count, method: "達成率", formula: "取組項目の平均" };
  if (n === 0) return noRate("判定不能", "項目 なし", "集計する取組項目がありません。");
  const state = stateOf({ states });
  switch (state) {
    case "未入力":
      return noRate(state, state, "実績値を入力してください。");
    case "対象外":
      return noRate(state, state, "この年度に測る指標がありません。");
    case "判定不能":
      return noRate(state, state, "判定できる取組項目がありません。取組項目ごとの理由を確かめてください。");
  }
}

function byRecord(): Rate {
  return noRate(
    "判定不能",
    "記録による評価",
    "評価を記録する計画のため、達成率の平均はありません。件数と割合を見てください。",
  );
}

function countMet({ grades }: Tally, { met }: RatingPractice): number {
  return grades.reduce((sum, { name, count }) => (met.includes(name) ? sum + count : sum), 0);
}

function rest(names: readonly string[], ratings: RatingPractice | null): string {
  return names.filter((name) => ratings?.met.includes(name) !== true).join("+");
}

/** The scale a plan rates this line by; 担当課 are rated by no plan. */
function ratingScaleFor({ kind, level }: RollFace, { levels, total }: RatingPractice): string | Scale | null {
  if (kind === "total") return total;
  return kind === "heading" && level !== null ? (levels[level] ?? null) : null;
}

function ratingFor(face: RollFace, sum: Sum, tally: Tally, ratings: RatingPractice): Rating | null {
  const scale = ratingScaleFor(face, ratings);
  if (scale === null) return null;
  const rating = ratingOf({ met: countMet(tally, ratings), n: tally.judged, scale: scale as Scale });
  const owed = sum.indicators.states.未入力;
  if (owed === 0 || rating.percent === null) return rating;
  return { percent: rating.percent, rating: "判定不能", reason: notYet(owed) };
}

/** One good indicator out of seventy is no grade for the whole, whatever the mean of those entered says. */
function notYet(owed: number): string {
  return `未入力の指標が${owed}件あるため、評価の言葉はまだ出しません。実績値を入力してください。`;
}

function gradeFor(
  face: RollFace,
  sum: Sum,
  rate: Rate,
  rating: Rating | null,
  { scale, basis }: RollSettings,
): Grade {
  const owed = sum.indicators.states.未入力;
  if (basis === "recorded" || rate.kind === "state") return gradeDetail(rate, scale);
  if (owed > 0) return noRate("判定不能", "未入力あり", notYet(owed));
  if (rating === null) return gradeDetail(rate, scale);
  const { percent, nameFrom, numberFrom } = rating;
  if (percent === null || nameFrom === undefined || numberFrom === undefined) {
    return noRate("判定不能", "区分なし", rating.reason ?? "設定シートの尺度を直してください。");
  }
  const by = face.kind === "total" ? "総合" : (face.level ?? "");
  return { kind: "grade", name: rating.rating, percent, scale: by, nameFrom, numberFrom };
}
