/** What a person chooses of a block before it is made: which indicators and years, in which layout, alive or as values. */
import { type Year } from "../../../plan/plan";
import { type FiscalRow } from "./fiscal-rows";

export const SERIES = ["基準値", "目標値", "実績値", "達成率", "法定の基準"] as const;
export type Series = (typeof SERIES)[number];

export interface BlockChoice {
  rows: readonly FiscalRow[];
  years: readonly Year[];
  series: readonly Series[];
  /** Which way the years run. */
  direction: "across" | "down";
  headings: boolean;
  sourceLine: boolean;
  /** `formula`: a formula in every cell. `table`: one formula for the whole block, which spills. */
  form: Form;
}

export type Form = "formula" | "table" | "value";
