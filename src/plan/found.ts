/** What a key was found to mean: one thing, several, or none. */

import type { Indicator, PlanNode } from "./plan";

export type Found =
  /** A node. `original` is the node itself, or what a 再掲 repeats; `indicators` are the original's. */
  | { kind: "node"; node: PlanNode; original: PlanNode; indicators: readonly Indicator[] }
  | { kind: "indicator"; indicator: Indicator; node: PlanNode }
  | { kind: "department"; department: string; nodes: readonly PlanNode[] }
  | { kind: "ambiguous"; key: string; candidates: readonly Candidate[] }
  | { kind: "unknown"; key: string; suggestions: readonly Candidate[] };

export interface Candidate {
  kind: "node" | "indicator" | "department";
  /** Id of the node or indicator, or the department's name. */
  id: string;
  /** What to type to get it and nothing else. */
  key: string;
  /** What it is, for a person: 経常収支比率（％）― 取組項目-83 経常収支比率の改善. */
  label: string;
}
