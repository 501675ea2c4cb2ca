/** A small plan for tests, made from what a test has to say about it. */

import type { Assessment, Indicator, Plan, PlanNode } from "../../src/plan/plan";

export function planOf(parts: Partial<Plan>): Plan {
  return {
    format: "plan/1",
    id: "test",
    municipality: "試験市",
    code: "112101",
    title: "試験計画",
    period: [2021, 2025],
    source: { title: "試験計画" },
    corrections: [],
    expects: { level: "取組項目", departments: true, targets: "yearly" },
    levels: ["目標", "施策", "取組項目"],
    nodes: [],
    indicators: [],
    assessments: [],
    ...parts,
  };
}

export function heading(id: string, parent: string | null, more: Partial<PlanNode> = {}): PlanNode {
  return {
    id,
    parent,
    level: parent === null ? "目標" : "施策",
    number: null,
    name: `見出し${id}`,
    departments: [],
    ...more,
  };
}

export function item(id: string, parent: string | null, more: Partial<PlanNode> = {}): PlanNode {
  return { id, parent, level: "取組項目", number: null, name: `取組${id}`, departments: ["財政課"], ...more };
}

const everyYear = (text: string) => ({ 2021: text, 2022: text, 2023: text, 2024: text, 2025: text });

/** Measured every year against 100, so that an actual of 80 is 80 %. */
export function indicator(id: string, node: string, more: Partial<Indicator> = {}): Indicator {
  return {
    id,
    node,
    name: `指標${id}`,
    unit: "人",
    direction: "up",
    kind: null,
    cumulative: false,
    note: null,
    baseline: { year: 2019, text: "50" },
    targets: everyYear("100"),
    ...more,
  };
}

export function judged(node: string, marks: Assessment["marks"], departments: string[] = []): Assessment {
  return { node, marks, departments };
}

export { everyYear };
