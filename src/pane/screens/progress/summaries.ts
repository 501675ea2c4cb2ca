/** Summaries of the plans at hand, each made once: going from screen to screen and back computes nothing again. */
import { type Plan, type Year } from "../../../plan/plan";
import { type Scale } from "../../../plan/scales/scale";
import { type PlanSummary, summarize } from "../../../plan/summary/summary";

/** A plan that was edited is another object, so a summary lives as long as what it sums up. */
const made = new WeakMap<Plan, Map<string, PlanSummary>>();

export function summaryOf(
  plan: Plan,
  year: Year,
  department: string | null,
  scale: Scale | null,
): PlanSummary {
  const known = made.get(plan) ?? new Map<string, PlanSummary>();
  made.set(plan, known);
  const key = JSON.stringify([year, department, scale]);
  const there = known.get(key);
  if (there !== undefined) return there;
  const summary = summarize(plan, {
    year,
    ...(department === null ? {} : { departments: [department] }),
    ...(scale === null ? {} : { scale }),
  });
  known.set(key, summary);
  return summary;
}
