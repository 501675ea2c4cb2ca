/** Which plans rate a heading by its share of met items, as data. */

import type { Plan } from "../plan";
import type { Scale } from "../scales/scale";
import type { RatingPractice } from "./shape";

/** 加須: every 目標 has a rating, and the plan as a whole. */
export const KAZO_RATINGS: RatingPractice = {
  met: ["目標達成", "概ね達成"],
  levels: { 目標: "目標" },
  total: "総合",
};

/** The practice that fits a plan by itself: only where it has 加須's level and is graded with 加須's words. */
export function ratingsOf(plan: Plan, scale: Scale): RatingPractice | null {
  const names = new Set(scale.rules.map(({ name }) => name));
  const fits = plan.levels.includes("目標") && KAZO_RATINGS.met.every((name) => names.has(name));
  return fits ? KAZO_RATINGS : null;
}
