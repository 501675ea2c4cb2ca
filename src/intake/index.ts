/** From a document's text to a plan, with every problem and the line each number stands on. Never an exception. */

import type { Plan, Problem } from "../plan/plan";
import { readPlan } from "../plan/file/read";
import { applyAnnotations, correctLines, noAnnotations, type Annotations } from "./annotations";
import { decodeText } from "./encoding";
import type { Layout, LayoutKind, Source } from "./layout";
import { layouts } from "./layouts";
import { leftoverProblems } from "./leftovers";
import { isBlank, splitLines, type Line } from "./lines";

export { readAnnotations, type Annotations } from "./annotations";
export type { LayoutKind, Source } from "./layout";

const empty = "文書が空です。計画の文章か表を読み込ませてください。";

export interface Intake {
  plan: Plan | null;
  problems: Problem[];
  /** null: no known layout was recognised. A plan/1 file is a plan already. */
  kind: LayoutKind | "plan-file" | null;
  /** Where each number was read. */
  sources: Source[];
}

export function intake(input: string | Uint8Array, annotations: Annotations = noAnnotations): Intake {
  if (typeof input !== "string" && !ArrayBuffer.isView(input)) return refusal(empty);
  const decoded = typeof input === "string" ? { text: input, problems: [] } : decodeText(input);
  if (isPlanFile(decoded.text)) return { ...readPlan(decoded.text), kind: "plan-file", sources: [] };
  const printed = splitLines(decoded.text);
  if (printed.every(isBlank)) return refusal(empty);
  const { lines, problems } = correctLines(printed, annotations);
  const layout = recognise(lines);
  if (!layout) {
    return refusal(
      "文書の形が分かりません。取組項目のブロック、指標の表、評価の表、見出し行のある CSV のいずれかを読み込ませてください。",
    );
  }
  const reading = layout.read(lines, annotations);
  const annotated = applyAnnotations(reading.plan, annotations);
  return {
    plan: annotated.plan,
    problems: [
      ...decoded.problems,
      ...problems,
      ...reading.problems.map(withLine),
      ...annotated.problems,
      ...unusable(annotated.plan, reading.sources),
      ...leftoverProblems(lines, reading.consumed),
    ].sort(byLine),
    kind: layout.kind,
    sources: reading.sources,
  };
}

function recognise(lines: readonly Line[]): Layout | null {
  const surest = layouts
    .map((layout) => ({ layout, sureness: layout.recognises(lines) }))
    .reduce<{ layout: Layout; sureness: number } | null>(
      (best, next) => (next.sureness > (best?.sureness ?? 0) ? next : best),
      null,
    );
  return surest?.layout ?? null;
}

/** A JSON object; no printed document begins with a brace. */
function isPlanFile(text: string): boolean {
  return /^\uFEFF?\s*\{/.test(text);
}

/**
 * What would keep the plan from being loaded is said here, where the document is still at hand. Title, municipality and period
 * are another matter: they are the person's to fill in, and the reader asks for them.
 */
function unusable(plan: Plan, sources: readonly Source[]): Problem[] {
  const { problems } = readPlan(plan);
  return problems.flatMap((problem) => {
    const { path: where = "" } = problem;
    const [, list, place] = /^(nodes|indicators|assessments)\b(?:\[(\d+)\])?/.exec(where) ?? [];
    if (problem.severity !== "error" || list === undefined) return [];
    const thing = (list === "nodes" ? plan.nodes : list === "indicators" ? plan.indicators : [])[
      Number(place)
    ];
    const source = sources.find(({ path }) => path.startsWith(`${list}/${thing?.id ?? place ?? ""}/`));
    return [withLine({ ...problem, ...(source === undefined ? {} : { line: source.line }) })];
  });
}

/** What the document nowhere says (title, code, period) would stand at its head. */
function withLine(problem: Problem): Problem {
  return problem.line === undefined ? { ...problem, line: 1 } : problem;
}

function refusal(message: string): Intake {
  return { plan: null, problems: [{ severity: "error", line: 1, message }], kind: null, sources: [] };
}

/** In the order of the text; what has no line comes first. */
function byLine({ line: one = 0 }: Problem, { line: other = 0 }: Problem): number {
  return one - other;
}
