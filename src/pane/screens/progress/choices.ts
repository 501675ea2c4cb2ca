/** Which 年度, 担当課 and 階層 can be chosen for a plan, and which holds when nobody has chosen one that exists. */
import { itemsOf } from "../../../plan/items";
import { type Plan, type Year } from "../../../plan/plan";
import { NO_DEPARTMENT, type PlanSummary } from "../../../plan/summary/summary";
import { departmentsOf, treeOf } from "../../../plan/tree";

/** The plan's period, and any year outside it that somebody entered an actual for. */
export function yearsOf({ period: [first, last], indicators }: Plan): Year[] {
  const years = new Set<Year>();
  for (let year = first; year <= last; year += 1) years.add(year);
  for (const { actuals = {} } of indicators) {
    for (const [year, text] of Object.entries(actuals)) if (text.trim() !== "") years.add(Number(year));
  }
  return [...years].sort((one, other) => one - other);
}

/** What was chosen, else the workbook's 評価年度, else the last year of the period. */
export function yearShown(plan: Plan, chosen: Year | null, evaluationYear: Year | null): Year {
  const years = yearsOf(plan);
  return [chosen, evaluationYear].find((year) => year !== null && years.includes(year)) ?? plan.period[1];
}

/** Everybody responsible for an item, in the order they are printed first. */
export function departmentsIn(plan: Plan): string[] {
  const names = new Set<string>();
  let nobody = false;
  for (const branch of itemsOf(treeOf(plan))) {
    const here = departmentsOf(branch).filter((name) => name.trim() !== "");
    for (const name of here) names.add(name);
    nobody ||= here.length === 0;
  }
  return names.size === 0 ? [] : [...names, ...(nobody ? [NO_DEPARTMENT] : [])];
}

export function departmentShown(departments: readonly string[], chosen: string | null): string | null {
  return chosen !== null && departments.includes(chosen) ? chosen : null;
}

/** Levels with a heading that holds an item, from the top down. */
export function levelsOf({ headings }: PlanSummary): string[] {
  return [...new Set(headings.flatMap(({ level, n }) => (level !== null && n > 0 ? [level] : [])))];
}

export function levelShown(summary: PlanSummary, chosen: string | null): string | null {
  const levels = levelsOf(summary);
  if (chosen !== null && levels.includes(chosen)) return chosen;
  return summary.level !== null && levels.includes(summary.level) ? summary.level : (levels[0] ?? null);
}

/** The same summary with the headings of another level as its rows. */
export function atLevel(summary: PlanSummary, level: string | null): PlanSummary {
  return { ...summary, level, rows: summary.headings.filter((each) => each.level === level && each.n > 0) };
}
