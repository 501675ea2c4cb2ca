/** What a scale of grades is: ordered rules, first match wins, each saying whether a plan or this add-in set it. Data a user can edit. */

import type { Bound } from "../target";

/** Who set it: a number or word no plan prints is ours and is marked so wherever it shows. */
export type Origin = "計画" | "アドイン";

export interface ScaleRule {
  /** The grade's name. */
  name: string;
  /** `percent` 以上, 超, 以下, 未満; null: everything the rules before it left over. */
  bound: Bound | null;
  /** A percentage as printed: 80. null with a null bound. */
  percent: number | null;
  nameFrom: Origin;
  numberFrom: Origin;
}

export interface Scale {
  name: string;
  /** What the percentages are percentages of. */
  measures: "達成率" | "進捗率" | "項目数の割合";
  rules: readonly ScaleRule[];
}

/** The first rule a printed percentage matches; null where an edited scale has a gap. */
export function firstMatch(scale: Scale, percent: number): ScaleRule | null {
  return scale.rules.find((rule) => matches(rule, percent)) ?? null;
}

function matches(rule: ScaleRule, percent: number): boolean {
  if (rule.bound === null || rule.percent === null) return true;
  switch (rule.bound) {
    case "以上":
      return percent >= rule.percent;
    case "超":
      return percent > rule.percent;
    case "以下":
      return percent <= rule.percent;
    case "未満":
      return percent < rule.percent;
  }
}
