/** Meanings of printed targets as tests write them, without the print. */

import { parseTarget, type Target } from "../../src/plan/target";

export type Meaning = Target extends infer Each
  ? Each extends Target
    ? Omit<Each, "printed">
    : never
  : never;

export const number = (value: number, unit: string | null = null): Meaning => ({
  kind: "number",
  value,
  unit,
});
export const reduction = (value: number, unit: string | null = null): Meaning => ({
  kind: "reduction",
  value,
  unit,
});
export const bound = (
  value: number,
  word: "以上" | "以下" | "超" | "未満",
  unit: string | null = null,
): Meaning => ({
  kind: "bound",
  value,
  bound: word,
  unit,
});
export const band = (low: number, high: number, unit: string | null = null): Meaning => ({
  kind: "band",
  low,
  high,
  unit,
});
export const parts = (...each: [string, number, (string | null)?][]): Meaning => ({
  kind: "parts",
  parts: each.map(([label, value, unit = null]) => ({ label, value, unit })),
});
export const milestone = (...words: string[]): Meaning => ({ kind: "milestone", words });
export const comparison = (comparator: string, word: "以上" | "以下" | "超" | "未満"): Meaning => ({
  kind: "comparison",
  comparator,
  bound: word,
});
export const notMeasured: Meaning = { kind: "notMeasured" };
export const missing: Meaning = { kind: "missing" };

export function meaningOf(text: string | number | null | undefined): Meaning {
  const { printed: _printed, ...meaning } = parseTarget(text);
  return meaning;
}
