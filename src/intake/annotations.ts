/**
 * What no text says about itself and a person wrote down beside it: which direction is better, what is 累計 by meaning,
 * which slips are put right, where a run-together cell divides, and the plan's own particulars. One file per plan.
 */

import * as z from "zod/mini";
import type { Indicator, Plan, PlanNode, Problem } from "../plan/plan";
import type { Line } from "./lines";

const year = z.int();
const text = z.string();
const line = z.int().check(z.positive());

const particulars = z.partial(
  z.strictObject({
    id: text,
    municipality: text,
    code: text,
    title: text,
    period: z.tuple([year, year]),
    source: z.strictObject({ title: text }),
    expects: z.strictObject({
      level: text,
      departments: z.boolean(),
      targets: z.enum(["yearly", "final", "none"]),
    }),
    levels: z.array(text),
  }),
);

const nodeNote = z.partial(
  z.strictObject({
    /** The name that must be found at that id, so that a note never lands on something else. */
    is: text,
    parent: z.nullable(text),
    level: text,
    number: z.nullable(text),
    name: text,
    departments: z.array(text),
    remark: z.boolean(),
    sameAs: text,
  }),
);

const indicatorNote = z.partial(
  z.strictObject({
    /** The name that must be found at that id. */
    is: text,
    node: text,
    name: text,
    unit: z.nullable(text),
    direction: z.nullable(z.enum(["up", "down", "keep", "band"])),
    kind: z.nullable(text),
    cumulative: z.boolean(),
    note: z.nullable(text),
    baseline: z.nullable(z.strictObject({ year: z.nullable(year), text })),
    targets: z.record(text, text),
    method: z.enum(["達成率", "進捗率"]),
    /** Why, for whoever reads the file next. Not part of the plan. */
    because: text,
  }),
);

const annotationsFile = z.strictObject({
  format: z.literal("annotations/1"),
  plan: z.optional(particulars),
  /** A slip on that line is replaced before reading, and listed in the plan's `corrections`. */
  corrections: z.optional(
    z.array(z.strictObject({ line: z.optional(line), printed: text, meant: text, where: text })),
  ),
  /** Cells printed without a gap between them: the line is read as these cells. */
  divisions: z.optional(z.array(z.strictObject({ line, cells: z.array(text) }))),
  /** By the id the reader gives. */
  nodes: z.optional(z.record(text, nodeNote)),
  indicators: z.optional(z.record(text, indicatorNote)),
  /** Bundled plans carry facts and figures only: the sentences of 取組内容 and 備考 are left out. */
  details: z.optional(z.enum(["keep", "omit"])),
});

export type Annotations = z.infer<typeof annotationsFile>;

export const noAnnotations: Annotations = { format: "annotations/1" };

/** A file's content as annotations, with every fault of it named. */
export function readAnnotations(json: unknown): { annotations: Annotations; problems: Problem[] } {
  const result = annotationsFile.safeParse(json);
  if (result.success) return { annotations: result.data, problems: [] };
  const problems = result.error.issues.flatMap((issue): Problem[] => {
    const path = issue.path.map(String);
    if (issue.code === "unrecognized_keys")
      return issue.keys.map((key) =>
        faultAt([...path, key], "という項目はありません。綴りを確かめるか、消してください。"),
      );
    return [faultAt(path, "が読めません。書式 annotations/1 に合わせてください。")];
  });
  return { annotations: noAnnotations, problems };
}

function faultAt(steps: readonly string[], fault: string): Problem {
  const path = steps.join(".");
  return path === ""
    ? {
        severity: "error",
        message:
          "注記ファイルではありません。seeds/annotations/ のファイルと同じように、書式 annotations/1 の JSON にしてください。",
      }
    : { severity: "error", path, message: `注記ファイルの「${path}」${fault}` };
}

/** The lines with the listed slips put right; a slip that is not where it should be is a problem. */
export function correctLines(
  lines: readonly Line[],
  annotations: Annotations,
): { lines: readonly Line[]; problems: Problem[] } {
  const located = (annotations.corrections ?? []).filter((correction) => correction.line !== undefined);
  if (located.length === 0) return { lines, problems: [] };
  const corrected = [...lines];
  const problems: Problem[] = [];
  for (const { line: number, printed, meant } of located) {
    const line = corrected[(number ?? 0) - 1];
    if (line?.text.includes(printed)) {
      corrected[line.number - 1] = { ...line, text: line.text.replace(printed, () => meant) };
    } else {
      problems.push({
        severity: "error",
        line: number,
        message: `注記ファイルの訂正「${printed}」が${number}行にありません。行番号を確かめてください。`,
      });
    }
  }
  return { lines: corrected, problems };
}

/** The plan as read, completed with what the annotations say; a note about something that is not there is a problem. */
export function applyAnnotations(plan: Plan, annotations: Annotations): { plan: Plan; problems: Problem[] } {
  const problems: Problem[] = [];
  const nodes = plan.nodes.map((node): PlanNode =>
    noted(
      annotations.details === "omit" ? withoutSentences(node) : node,
      annotations.nodes,
      "nodes",
      problems,
    ),
  );
  const indicators = plan.indicators.map((indicator): Indicator =>
    noted(indicator, annotations.indicators, "indicators", problems),
  );
  problems.push(
    ...unknownIds(annotations.nodes, plan.nodes, "nodes"),
    ...unknownIds(annotations.indicators, plan.indicators, "indicators"),
  );
  const corrections = (annotations.corrections ?? []).map(({ printed, meant, where }) => ({
    printed,
    meant,
    where,
  }));
  return {
    plan: {
      ...plan,
      ...annotations.plan,
      corrections: [...plan.corrections, ...corrections],
      nodes,
      indicators,
    },
    problems,
  };
}

function withoutSentences({ detail: _detail, remarkText: _remarkText, ...node }: PlanNode): PlanNode {
  return node;
}

/** The thing with its note laid over it, unless the note is about a thing of another name. */
function noted<Thing extends { id: string; name: string }>(
  thing: Thing,
  notes: Record<string, { is?: string; because?: string }> | undefined,
  path: string,
  problems: Problem[],
): Thing {
  const note = notes && Object.hasOwn(notes, thing.id) ? notes[thing.id] : undefined;
  if (!note) return thing;
  const { is, because: _, ...said } = note;
  if (is !== undefined && is !== thing.name) {
    problems.push({
      severity: "error",
      path: `${path}.${thing.id}`,
      message: `注記ファイルの「${thing.id}」は「${is}」についての注記ですが、文書では「${thing.name}」です。番号を確かめてください。`,
    });
    return thing;
  }
  return { ...thing, ...said };
}

function unknownIds(
  notes: Record<string, unknown> | undefined,
  things: readonly { id: string }[],
  path: string,
): Problem[] {
  const known = new Set(things.map((thing) => thing.id));
  return Object.keys(notes ?? {})
    .filter((id) => !known.has(id))
    .map((id): Problem => ({
      severity: "error",
      path: `${path}.${id}`,
      message: `注記ファイルの「${id}」に当たるものが文書にありません。番号を確かめてください。`,
    }));
}
