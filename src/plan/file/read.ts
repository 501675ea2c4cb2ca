/** A plan file (plan/1), as text or already parsed → the plan, or everything that is wrong with it at once. */

import * as z from "zod/mini";
import { lineOfJsonError } from "./json-line";
import type { Plan, Problem } from "../plan";
import { limitProblems, sizeProblems } from "./limits";
import { ruleProblems } from "./rules";
import { planSchema } from "./schema";
import { isNewerFormat, schemaProblems } from "./schema-sentences";

/** The plan is null exactly when a problem is an error. It is a copy: what was passed in can change without changing it. */
export function readPlan(json: unknown): { plan: Plan | null; problems: Problem[] } {
  if (typeof json !== "string") return readParsed(json);
  const tooLarge = sizeProblems(json);
  if (tooLarge.length > 0) return { plan: null, problems: tooLarge };
  const parsed = parse(json);
  return parsed.kind === "json" ? readParsed(parsed.value) : { plan: null, problems: [parsed.problem] };
}

function readParsed(json: unknown): { plan: Plan | null; problems: Problem[] } {
  const limits = limitProblems(json);
  const read = z.safeParse(planSchema, json);
  const schema = schemaProblems(read.error?.issues ?? [], json);
  // What else a newer file has or lacks is not for plan/1 to judge.
  if (isNewerFormat(formatIn(json)))
    return { plan: null, problems: schema.filter(({ path }) => path === "format") };
  const problems = [...limits, ...schema, ...ruleProblems(json)];
  const usable = read.success && problems.every(({ severity }) => severity !== "error");
  return { plan: usable ? read.data : null, problems };
}

function formatIn(json: unknown): unknown {
  return typeof json === "object" && json !== null && "format" in json ? json.format : undefined;
}

type Parsed = { kind: "json"; value: unknown } | { kind: "problem"; problem: Problem };

function parse(text: string): Parsed {
  try {
    // A byte order mark is what Windows editors leave in front; it is no fault of the file.
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ""));
    return { kind: "json", value };
  } catch (cause) {
    const line = lineOfJsonError(String(cause), text);
    const where = line === null ? "" : `${line}行目のあたりで`;
    const message =
      text.trim() === ""
        ? "ファイルが空です。計画のファイル（JSON）を選んでください。"
        : `JSONとして${where}読めません。引用符、コンマ、括弧の閉じ忘れがないか確かめてください。`;
    return {
      kind: "problem",
      problem: { message, path: "", ...(line === null ? {} : { line }), severity: "error" },
    };
  }
}
