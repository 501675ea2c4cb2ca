/** The file format plan/1 as a schema: which fields there are and what each may hold. What they say of each other is in rules.ts. */

import * as z from "zod/mini";
import type { Plan } from "../plan";

// zod would otherwise try `new Function`, which the page's Content-Security-Policy forbids and reports.
z.config({ jitless: true });

const words = z.string().check(z.minLength(1));
const optionalWords = z.nullable(words);
const year = z.int().check(z.gte(1869), z.lte(2100));
const yearKey = z.string().check(z.regex(/^\d{4}$/));
const cells = z.record(yearKey, z.string());

const correction = { printed: z.string(), meant: z.string(), where: z.string() };
const source = { title: z.string() };
const expects = { level: words, departments: z.boolean(), targets: z.enum(["yearly", "final", "none"]) };
const node = {
  id: words,
  parent: optionalWords,
  level: words,
  number: optionalWords,
  name: words,
  departments: z.array(words),
  remark: z.optional(z.boolean()),
  remarkText: z.optional(z.string()),
  sameAs: z.optional(words),
  detail: z.optional(z.string()),
};
const baseline = { year: z.nullable(year), text: z.string() };
const indicator = {
  id: words,
  node: words,
  name: words,
  unit: optionalWords,
  direction: z.nullable(z.enum(["up", "down", "keep", "band"])),
  kind: optionalWords,
  cumulative: z.boolean(),
  note: optionalWords,
  baseline: z.nullable(z.object(baseline)),
  targets: cells,
  actuals: z.optional(cells),
  method: z.optional(z.enum(["達成率", "進捗率"])),
};
const assessment = {
  node: words,
  marks: z.record(words, z.union([words, z.array(words)])),
  departments: z.array(words),
};
const plan = {
  format: z.literal("plan/1"),
  id: words,
  municipality: words,
  code: z.string(),
  title: words,
  period: z.tuple([year, year]),
  source: z.object(source),
  corrections: z.array(z.object(correction)),
  expects: z.object(expects),
  levels: z.array(words).check(z.minLength(1)),
  nodes: z.array(z.object(node)),
  indicators: z.array(z.object(indicator)),
  assessments: z.array(z.object(assessment)),
};

export const planSchema: z.ZodMiniType<Plan> = z.object(plan);

/** The fields of every object of the format, by where it stands; `[]` is any place of a list. */
export const knownFields: ReadonlyMap<string, readonly string[]> = new Map([
  ["", Object.keys(plan)],
  ["source", Object.keys(source)],
  ["expects", Object.keys(expects)],
  ["corrections[]", Object.keys(correction)],
  ["nodes[]", Object.keys(node)],
  ["indicators[]", Object.keys(indicator)],
  ["indicators[].baseline", Object.keys(baseline)],
  ["assessments[]", Object.keys(assessment)],
]);
