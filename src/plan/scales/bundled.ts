/** The scales that come with the add-in, and which of their words and numbers a plan prints and which are ours. */

import type { Origin, Scale, ScaleRule } from "./scale";
import type { Bound } from "../target";

function rule(
  name: string,
  bound: Bound | null,
  percent: number | null,
  nameFrom: Origin,
  numberFrom: Origin,
): ScaleRule {
  return { name, bound, percent, nameFrom, numberFrom };
}

/** 加須 prints the four words and no cut-offs: the numbers are ours. */
const fourGrades: Scale = {
  name: "4段階",
  measures: "達成率",
  rules: [
    rule("目標達成", "以上", 100, "計画", "アドイン"),
    rule("概ね達成", "以上", 80, "計画", "アドイン"),
    rule("やや遅れている", "以上", 60, "計画", "アドイン"),
    rule("大幅に遅れている", null, null, "計画", "アドイン"),
  ],
};

/** 入間 prints the five letters of 進捗区分 for what somebody judged; the cut-offs that compute one from a 進捗率 are ours. */
const fiveLetters: Scale = {
  name: "A-E",
  measures: "進捗率",
  rules: [
    rule("A", "以上", 100, "計画", "アドイン"),
    rule("B", "以上", 80, "計画", "アドイン"),
    rule("C", "以上", 50, "計画", "アドイン"),
    rule("D", "超", 0, "計画", "アドイン"),
    rule("E", "以下", 0, "計画", "アドイン"),
  ],
};

/** In use in many municipalities, in none of the five plans. Below 80 % the line between C and D is that of the four grades. */
const aboveTarget: Scale = {
  name: "S-D",
  measures: "達成率",
  rules: [
    rule("S", "以上", 120, "アドイン", "アドイン"),
    rule("A", "以上", 100, "アドイン", "アドイン"),
    rule("B", "以上", 80, "アドイン", "アドイン"),
    rule("C", "以上", 60, "アドイン", "アドイン"),
    rule("D", null, null, "アドイン", "アドイン"),
  ],
};

/** Traffic lights, in none of the five plans: 達成, 概ね達成 and the rest. */
const trafficLights: Scale = {
  name: "RAG",
  measures: "達成率",
  rules: [
    rule("緑", "以上", 100, "アドイン", "アドイン"),
    rule("黄", "以上", 80, "アドイン", "アドイン"),
    rule("赤", null, null, "アドイン", "アドイン"),
  ],
};

/** How 加須 rates a 基本目標 by its share of 目標達成+概ね達成. It prints the first two words, no numbers. */
const goalRating: Scale = {
  name: "目標",
  measures: "項目数の割合",
  rules: [
    rule("概ね達成できた", "以上", 80, "計画", "アドイン"),
    rule("やや達成できなかった", "以上", 60, "計画", "アドイン"),
    rule("達成できなかった", null, null, "アドイン", "アドイン"),
  ],
};

/** How 加須 rates the whole plan by the same share. It prints the first word, no numbers. */
const overallRating: Scale = {
  name: "総合",
  measures: "項目数の割合",
  rules: [
    rule("成果があった", "以上", 75, "計画", "アドイン"),
    rule("やや成果があった", "以上", 50, "アドイン", "アドイン"),
    rule("成果が不十分だった", null, null, "アドイン", "アドイン"),
  ],
};

/** Grades of a rate. */
export const SCALES = [
  fourGrades,
  fiveLetters,
  aboveTarget,
  trafficLights,
] as const satisfies readonly Scale[];

/** Ratings of a share of items. */
export const RATING_SCALES = [goalRating, overallRating] as const satisfies readonly Scale[];

export type ScaleName = "4段階" | "A-E" | "S-D" | "RAG";
export type RatingScaleName = "目標" | "総合";

export const DEFAULT_SCALE: Scale = fourGrades;
export const DEFAULT_RATING_SCALE: Scale = goalRating;
