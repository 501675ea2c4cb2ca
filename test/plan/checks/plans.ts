/** Plans for the tests of 点検: a sound one to break in one place, and small ones of the shapes that rules look for. */

import { accept, type Acceptance } from "../../../src/plan/acceptance";
import { checkPlan, RULES, type Finding } from "../../../src/plan/check";
import type { Indicator, Plan, PlanNode } from "../../../src/plan/plan";
import { heading, indicator, item, planOf } from "../plan-parts";

const years = [2021, 2022, 2023, 2024, 2025] as const;

/** A plan in which 点検 finds nothing, for a test to break in one place. */
export function soundPlan(node: Partial<PlanNode> = {}, own: Partial<Indicator> = {}): Plan {
  return planOf({
    nodes: [
      heading("目1", null),
      heading("施1", "目1"),
      item("a", "施1", { number: "1", name: "財政の健全化", ...node }),
    ],
    indicators: [indicator("a-1", "a", { name: "参加者数", ...own })],
  });
}

/** One text after the other, from the first year of the period. */
export const path = (...texts: string[]) =>
  Object.fromEntries(texts.map((text, at) => [years[at] ?? 0, text]));

/** What one rule says of a plan. */
export function findingsOf(rule: string, plan: Plan): Finding[] {
  return checkPlan(plan, { rules: RULES.filter(({ id }) => id === rule) });
}

export function messagesOf(rule: string, plan: Plan): string[] {
  return findingsOf(rule, plan).map(({ message }) => message);
}

export function numbered(...numbers: string[]): Plan {
  const nodes = numbers.map((number, at) => item(`n${at}`, null, { number }));
  return planOf({ nodes, indicators: nodes.map(({ id }) => indicator(`${id}-1`, id)) });
}

export function renumbered(): Plan {
  const nodes = ["目1", "目2", "目3"].flatMap((id) => [
    heading(id, null),
    ...["(1)", "(2)"].map((number) => item(`${id}${number}`, id, { number })),
  ]);
  const items = nodes.filter(({ level }) => level === "取組項目");
  return planOf({ nodes, indicators: items.map(({ id }) => indicator(`${id}-1`, id)) });
}

export function repeated(repeat: Partial<PlanNode>): Plan {
  return planOf({
    nodes: [item("a", null), item("b", null, { name: "取組a", sameAs: "a", ...repeat })],
    indicators: [indicator("1", "a")],
  });
}

export function withDepartments(...departments: string[]): Plan {
  const nodes = departments.map((name, at) => item(`n${at}`, null, { departments: [name] }));
  return planOf({ nodes, indicators: nodes.map(({ id }) => indicator(`${id}-1`, id)) });
}

export function recorded(assessments: Plan["assessments"]): Plan {
  return planOf({
    expects: { level: "取組項目", departments: true, targets: "none" },
    nodes: [item("a", null), item("b", null), item("c", null)],
    assessments,
  });
}

export function accepted(finding: Finding | undefined): Acceptance {
  if (finding === undefined) throw new Error("nothing found to accept");
  const record = accept(finding, "計画課 加須", "4月に機構改革", "2026-04-01");
  if ("kind" in record) throw new Error(record.message);
  return record;
}
