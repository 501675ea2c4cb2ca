/** A plan's roll-up of a year, made once: a sheet full of =PLAN.PROGRESS asks for the same one. */
import { type Plan, type Year } from "../../plan/plan";
import { type Scale } from "../../plan/scales/scale";
import { type PlanSummary, summarize } from "../../plan/summary/summary";
import { type SourcePlan } from "../plans/source-plan";

const made = new WeakMap<Plan, { year: Year; scale: Scale | null; summary: PlanSummary }[]>();
const mostKept = 12;

export function summaryOf({ plan, scale }: SourcePlan, year: Year): PlanSummary {
  const kept = made.get(plan) ?? [];
  const known = kept.find((each) => each.year === year && each.scale === scale);
  if (known !== undefined) return known.summary;
  const summary = summarize(plan, { year, ...(scale === null ? {} : { scale }) });
  made.set(plan, [{ year, scale, summary }, ...kept].slice(0, mostKept));
  return summary;
}
