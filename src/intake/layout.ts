/** What a reader of one layout (計画書, 指標の表, 評価の表, CSV …) takes and hands back. */

import type { Indicator, Plan, Problem } from "../plan/plan";
import type { Annotations } from "./annotations";
import type { Line } from "./lines";

export type LayoutKind = "plan-book" | "indicator-table" | "evaluation-table" | "csv";

export interface Layout {
  kind: LayoutKind;
  /** How sure the reader is that the text is its own: 0 not at all, 1 beyond doubt. Cheap, and never throws. */
  recognises(lines: readonly Line[]): number;
  /** The annotations are there for what must be known while reading (divisions); the frame applies the rest. */
  read(lines: readonly Line[], annotations: Annotations): Reading;
}

export interface Reading {
  plan: Plan;
  problems: Problem[];
  /** Where each number (and whatever else is worth showing) was read. */
  sources: Source[];
  /** Numbers of the lines that were understood. Every other line that is not blank becomes a problem. */
  consumed: Set<number>;
}

export interface Source {
  /** What was read: `indicators/83-1/targets/2021`, `indicators/83-1/baseline`, `nodes/83/name`, `assessments/12/進捗区分`. */
  path: string;
  line: number;
  /** Exactly what stands on that line, before any width or spacing is put right. */
  token: string;
}

/** A plan with nothing in it yet, for a reader to fill. */
export function emptyPlan(): Plan {
  return {
    format: "plan/1",
    id: "plan",
    municipality: "",
    code: "",
    title: "",
    period: [0, 0],
    source: { title: "" },
    corrections: [],
    expects: { level: "", departments: true, targets: "yearly" },
    levels: [],
    nodes: [],
    indicators: [],
    assessments: [],
  };
}

/** An indicator of which nothing has been read yet. */
export function emptyIndicator(): Omit<Indicator, "id" | "node"> {
  return {
    name: "",
    unit: null,
    direction: null,
    kind: null,
    cumulative: false,
    note: null,
    baseline: null,
    targets: {},
  };
}
