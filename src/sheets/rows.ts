/** The rows of a plan's table: which there are, in the order of the plan, and which id each has. */

import type { Assessment, Indicator, Plan, PlanNode } from "../plan/plan";
import { treeOf, type Branch } from "../plan/tree";

export type Row = { id: string; branch: Branch } & (
  | { kind: "indicator"; indicator: Indicator }
  | { kind: "assessment"; assessment: Assessment }
  /** An item, or a heading with nothing below it, that has neither indicator nor judgement. */
  | { kind: "bare" }
  /** A row of a 再掲: shows what the row `source` holds. */
  | { kind: "mirror"; source: string; shows: Indicator | Assessment | null }
);

export const MIRROR_ARROW = "→";

/** A row per indicator; an item with none has a row too; a 再掲 has a row per row of its original. */
export function rowsOf(plan: Plan): Row[] {
  const tree = treeOf(plan);
  const own = new Map<PlanNode, Row[]>();
  for (const branch of tree.inOrder) own.set(branch.node, ownRows(branch));
  return tree.inOrder.flatMap((branch) => {
    const rows = own.get(branch.node) ?? [];
    const { sameAs } = branch.node;
    const original = sameAs === undefined ? undefined : tree.byId.get(sameAs);
    if (original === undefined || original === branch) return rows;
    return [
      ...rows.filter(({ kind }) => kind !== "bare"),
      ...mirrorRows(branch, own.get(original.node) ?? []),
    ];
  });
}

function ownRows(branch: Branch): Row[] {
  const { node, indicators, assessments, children } = branch;
  const rows: Row[] = indicators.map((indicator) => ({
    kind: "indicator",
    id: indicator.id,
    branch,
    indicator,
  }));
  assessments.forEach((assessment, at) => {
    const id = indicators.length === 0 && at === 0 ? node.id : `${node.id}#${at + 1}`;
    rows.push({ kind: "assessment", id, branch, assessment });
  });
  return rows.length === 0 && (children.length === 0 || node.sameAs !== undefined)
    ? [{ kind: "bare", id: node.id, branch }]
    : rows;
}

function mirrorRows(branch: Branch, originals: readonly Row[]): Row[] {
  // A heading repeated as a whole has no row of its own to show.
  const sources: readonly (Row | null)[] = originals.length === 0 ? [null] : originals;
  return sources.map((row) => {
    const source = row?.id ?? branch.node.sameAs ?? "";
    const id =
      row === null || row.kind === "bare" ? branch.node.id : `${branch.node.id}${MIRROR_ARROW}${source}`;
    return { kind: "mirror", id, branch, source, shows: shownBy(row) };
  });
}

function shownBy(row: Row | null): Indicator | Assessment | null {
  switch (row?.kind) {
    case "indicator":
      return row.indicator;
    case "assessment":
      return row.assessment;
    default:
      return null;
  }
}

/** A heading as its column shows it: number and name, so that headings sort, and two of the same name stay two. */
export function headingText({ number, name }: Pick<PlanNode, "number" | "name">): string {
  return number === null || number === "" ? name : `${number} ${name}`;
}

/** The level columns of a row: headings with their numbers; the lowest level's number has a column of its own. */
export function pathOf(branch: Branch, levels: readonly string[]): string[] {
  const path = levels.map(() => "");
  for (let at: Branch | null = branch; at !== null; at = at.parent) {
    const depth = levels.indexOf(at.node.level);
    if (depth >= 0 && path[depth] === "") path[depth] = levelText(at.node, depth, levels);
  }
  return path;
}

export function levelText(
  node: Pick<PlanNode, "number" | "name">,
  depth: number,
  levels: readonly string[],
): string {
  return depth === levels.length - 1 ? node.name : headingText(node);
}
