/** A plan as a tree: every node with what hangs on it, found in constant time; broken plans give a tree too. */

import type { Assessment, Indicator, Plan, PlanNode } from "./plan";

export interface Branch {
  node: PlanNode;
  /** null at the top, and where the parent is missing or the parents go round in a circle. */
  parent: Branch | null;
  children: Branch[];
  /** 0 at the top. */
  depth: number;
  indicators: Indicator[];
  assessments: Assessment[];
}

export interface Tree {
  plan: Plan;
  byId: ReadonlyMap<string, Branch>;
  /** Every node once, headings before what stands under them, as printed. */
  inOrder: readonly Branch[];
  /** Nodes that had to be cut from a parent that does not exist or stands below them. */
  cut: readonly PlanNode[];
  /** Nodes whose id an earlier node has already. They stand in `inOrder`, but nothing can hang on them. */
  doubles: readonly PlanNode[];
  strayIndicators: readonly Indicator[];
  strayAssessments: readonly Assessment[];
}

export function treeOf(plan: Plan): Tree {
  const byId = new Map<string, Branch>();
  const branches: Branch[] = [];
  const doubles: PlanNode[] = [];
  for (const node of plan.nodes) {
    const branch: Branch = {
      node,
      parent: null,
      children: nothing,
      depth: 0,
      indicators: nothing,
      assessments: nothing,
    };
    branches.push(branch);
    if (byId.has(node.id)) doubles.push(node);
    else byId.set(node.id, branch);
  }
  const { inOrder, cut } = linked(branches, byId);
  const strayIndicators = plan.indicators.filter((indicator) => {
    const branch = byId.get(indicator.node);
    if (branch !== undefined) branch.indicators = hung(branch.indicators, indicator);
    return branch === undefined;
  });
  const strayAssessments = plan.assessments.filter((assessment) => {
    const branch = byId.get(assessment.node);
    if (branch !== undefined) branch.assessments = hung(branch.assessments, assessment);
    return branch === undefined;
  });
  return { plan, byId, inOrder, cut, doubles, strayIndicators, strayAssessments };
}

/** Most nodes have no children and most no judgements: they share one empty list, which nobody adds to. */
const nothing: never[] = [];

function hung<Thing>(things: Thing[], thing: Thing): Thing[] {
  if (things.length === 0) return [thing];
  things.push(thing);
  return things;
}

/** The item a 再掲 repeats; the branch itself where it repeats nothing that exists. */
export function originalOf(branch: Branch, byId: ReadonlyMap<string, Branch>): Branch {
  let original = branch;
  // A 再掲 of a 再掲 is a fault, but not one to go round in circles for.
  for (let steps = 0; steps < 8 && original.node.sameAs !== undefined; steps++) {
    const next = byId.get(original.node.sameAs);
    if (next === undefined || next === branch) break;
    original = next;
  }
  return original;
}

/** Who is responsible: the 担当課 of the node and of its recorded judgements, each once. */
export function departmentsOf(branch: Branch): string[] {
  if (branch.assessments.length === 0) return branch.node.departments;
  const names = new Set(branch.node.departments);
  for (const assessment of branch.assessments) for (const name of assessment.departments) names.add(name);
  return [...names];
}

function linked(
  branches: Branch[],
  byId: ReadonlyMap<string, Branch>,
): { inOrder: Branch[]; cut: PlanNode[] } {
  const tops: Branch[] = [];
  const cut = new Set<PlanNode>();
  for (const branch of branches) {
    const { parent: parentId } = branch.node;
    const parent = parentId === null ? undefined : byId.get(parentId);
    if (parentId !== null && parent === undefined) cut.add(branch.node);
    if (parent === undefined) {
      tops.push(branch);
    } else {
      branch.parent = parent;
      parent.children = hung(parent.children, branch);
    }
  }
  const inOrder: Branch[] = [];
  const seen = new Set<Branch>();
  for (const top of tops) walk(top, inOrder, seen);
  // Whatever no top leads to hangs on a circle of parents: cut it open at its first node.
  for (const branch of branches) {
    if (seen.has(branch)) continue;
    if (branch.parent !== null)
      branch.parent.children = branch.parent.children.filter((child) => child !== branch);
    branch.parent = null;
    cut.add(branch.node);
    walk(branch, inOrder, seen);
  }
  return { inOrder, cut: [...cut] };
}

/** Without recursion: nothing says how deep a file goes. */
function walk(top: Branch, inOrder: Branch[], seen: Set<Branch>): void {
  const waiting = [top];
  for (let branch = waiting.pop(); branch !== undefined; branch = waiting.pop()) {
    if (seen.has(branch)) continue;
    seen.add(branch);
    branch.depth = branch.parent === null ? 0 : branch.parent.depth + 1;
    inOrder.push(branch);
    for (let at = branch.children.length - 1; at >= 0; at--) {
      const child = branch.children[at];
      if (child !== undefined) waiting.push(child);
    }
  }
}
