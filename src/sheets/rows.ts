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

const MIRROR_ARROW = "→";

/** A row per indicator; an item with none has a row too; a 再掲 has a row per row of its original. */
export function rowsOf(plan: Plan): Row[] {
  const tree = treeOf(plan);
  const own = new Map(tree.inOrder.map((branch) => [branch, ownRows(branch)]));
  return [...own].flatMap(([branch, rows]) => {
    const { sameAs } = branch.node;
    const original = sameAs === undefined ? undefined : tree.byId.get(sameAs);
    const originals = original === undefined || original === branch ? undefined : own.get(original);
    if (sameAs === undefined || originals === undefined) return rows;
    return [...rows.filter(({ kind }) => kind !== "bare"), ...mirrorRows(branch, sameAs, originals)];
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

function mirrorRows(branch: Branch, sameAs: string, originals: readonly Row[]): Row[] {
  const { id } = branch.node;
  // A heading repeated as a whole has no row of its own to show.
  if (originals.length === 0) return [{ kind: "mirror", id, branch, source: sameAs, shows: null }];
  return originals.map((row): Row => {
    const mirror = { kind: "mirror", branch, source: row.id } as const;
    switch (row.kind) {
      case "indicator":
        return { ...mirror, id: mirrorId(id, row), shows: row.indicator };
      case "assessment":
        return { ...mirror, id: mirrorId(id, row), shows: row.assessment };
      default:
        return { ...mirror, id, shows: null };
    }
  });
}

/** Whose row it is: 72→62-1 is one of 72. */
export function ownIdIn(rowId: string): string {
  const [own = ""] = rowId.split(MIRROR_ARROW);
  return own;
}

function mirrorId(own: string, original: Row): string {
  return `${own}${MIRROR_ARROW}${original.id}`;
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
