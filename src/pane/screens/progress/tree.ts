/** The plan as a tree of headings, items and indicators with rate and grade in a year, and which of its rows show. */
import { gradeDetail, printGrade } from "../../../plan/scales/grade";
import { type Plan } from "../../../plan/plan";
import { printState, type Rate } from "../../../plan/progress/rate";
import { type Scale } from "../../../plan/scales/scale";
import {
  type IndicatorResult,
  type ItemResult,
  type PlanSummary,
  type Roll,
} from "../../../plan/summary/summary";
import { treeOf } from "../../../plan/tree";
import { printRate, reprint } from "../../parts/print-rate";
import { type Decimals } from "../../state/preferences";
import { bestShare, gradeWord } from "./overview";

export interface TreeNode {
  /** Unique among all rows: an indicator of a 再掲 stands only under its original. */
  key: string;
  kind: "heading" | "item" | "indicator";
  /** Id of the node, or of the indicator. */
  id: string;
  level: string;
  number: string | null;
  name: string;
  /** 98.7 %（143/146）, 未入力. */
  rate: string;
  grade: string;
  /** Why there is no rate or no grade, or how the rate came about. */
  reason: string | null;
  departments: readonly string[];
  children: TreeNode[];
}

export interface TreeRow {
  node: TreeNode;
  depth: number;
  position: number;
  of: number;
  parent: string | null;
  expanded: boolean;
}

export function progressTree(plan: Plan, summary: PlanSummary, decimals: Decimals = 1): TreeNode[] {
  const names = new Map(plan.indicators.map((indicator) => [indicator.id, indicator]));
  const tops: TreeNode[] = [];
  const made = new Map<string, TreeNode>();
  for (const branch of treeOf(plan).inOrder) {
    const { id, level, number, name } = branch.node;
    if (made.has(id)) continue;
    const item = summary.itemOf.get(id);
    const heading = item === undefined ? summary.headingOf.get(id) : undefined;
    const face =
      item !== undefined
        ? itemFace(item, summary.basis, decimals)
        : heading !== undefined && heading.n > 0
          ? headingFace(heading, summary.basis, decimals)
          : null;
    if (face === null) continue;
    const node: TreeNode = {
      key: `n:${id}`,
      id,
      level,
      number,
      name,
      departments: [],
      children: [],
      ...face,
    };
    if (item !== undefined && item.sameAs === null) {
      for (const result of item.measured) {
        const { name: label = result.indicator } = names.get(result.indicator) ?? {};
        node.children.push(indicatorNode(result, label, item, summary.scale, decimals));
      }
    }
    made.set(id, node);
    let above = branch.parent;
    while (above !== null && !made.has(above.node.id)) above = above.parent;
    const parent = above === null ? undefined : made.get(above.node.id);
    (parent?.children ?? tops).push(node);
  }
  return tops;
}

type Face = Pick<TreeNode, "kind" | "rate" | "grade" | "reason"> & { departments?: readonly string[] };

function headingFace(roll: Roll, basis: PlanSummary["basis"], decimals: Decimals): Face {
  const best = bestShare(roll);
  const share =
    best === null || best.share === null
      ? null
      : `${best.name} ${best.share.toFixed(1)} %（${best.count}/${roll.judged}）`;
  if (basis === "recorded") {
    return { kind: "heading", rate: share ?? `判定${roll.judged}/${roll.n}`, grade: "", reason: null };
  }
  const reason = roll.grade.kind === "state" ? roll.grade.reason : share;
  return {
    kind: "heading",
    rate: reprint(roll.printed, roll.rate, decimals),
    grade: gradeWord(roll),
    reason,
  };
}

function itemFace(item: ItemResult, basis: PlanSummary["basis"], decimals: Decimals): Face {
  const { departments } = item;
  const repeated = item.sameAs === null ? null : `再掲（元は${item.sameAs}）。実績値は元の行に入力します。`;
  if (basis === "recorded") {
    const marks = Object.entries(item.marks).map(([scale, letters]) => `${scale} ${letters.join("・")}`);
    const [first] = Object.values(item.marks);
    return {
      kind: "item",
      rate: first === undefined ? "未入力" : first.join("・"),
      grade: "",
      reason: repeated ?? (marks.length === 0 ? "評価の記録がありません。" : marks.join("、")),
      departments,
    };
  }
  return {
    kind: "item",
    rate: reprint(item.printed, item.rate, decimals),
    grade: item.grade.kind === "grade" ? gradeWord(item) : "",
    reason: repeated ?? reasonOf(item.rate, item.grade),
    departments,
  };
}

function indicatorNode(
  { indicator, rate }: IndicatorResult,
  name: string,
  item: ItemResult,
  scale: Scale,
  decimals: Decimals,
): TreeNode {
  const grade = gradeDetail(rate, scale);
  return {
    key: `i:${indicator}`,
    kind: "indicator",
    id: indicator,
    level: "指標",
    number: null,
    name,
    rate: rate.kind === "rate" ? printRate(rate.value, decimals) : printState(rate),
    grade: grade.kind === "grade" ? gradeWord({ grade }) : rate.kind === "rate" ? printGrade(grade) : "",
    reason: reasonOf(rate, grade),
    departments: item.departments,
    children: [],
  };
}

function reasonOf(rate: Rate, grade: ItemResult["grade"]): string | null {
  if (rate.kind === "state") return rate.reason;
  if (grade.kind === "state") return grade.reason;
  return `${rate.method}：${rate.formula}`;
}

/** The rows that show when these keys are open, in order. */
export function rowsShown(tops: readonly TreeNode[], open: ReadonlySet<string>): TreeRow[] {
  const rows: TreeRow[] = [];
  const put = (nodes: readonly TreeNode[], depth: number, parent: string | null): void => {
    nodes.forEach((node, at) => {
      const expanded = node.children.length > 0 && open.has(node.key);
      rows.push({ node, depth, position: at + 1, of: nodes.length, parent, expanded });
      if (expanded) put(node.children, depth + 1, node.key);
    });
  };
  put(tops, 0, null);
  return rows;
}

/** Everything that can be opened. */
export function allKeys(tops: readonly TreeNode[]): Set<string> {
  const keys = new Set<string>();
  const waiting = [...tops];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.children.length === 0) continue;
    keys.add(node.key);
    waiting.push(...node.children);
  }
  return keys;
}

/** What is open at first: the headings at the top, so that the next level can be read. */
export function firstKeys(tops: readonly TreeNode[]): Set<string> {
  return new Set(tops.filter(({ children }) => children.length > 0).map(({ key }) => key));
}

export type TreeMove =
  | { kind: "to"; key: string }
  | { kind: "open"; key: string }
  | { kind: "close"; key: string }
  | { kind: "stay" };

/** What an arrow key does in a tree (ARIA's tree pattern). */
export function moveIn(rows: readonly TreeRow[], active: string | null, key: string): TreeMove {
  const at = rows.findIndex(({ node }) => node.key === active);
  const row = rows[at];
  const to = (target: TreeRow | undefined): TreeMove =>
    target === undefined ? { kind: "stay" } : { kind: "to", key: target.node.key };
  switch (key) {
    case "ArrowDown":
      return to(rows[at + 1]);
    case "ArrowUp":
      return to(at <= 0 ? rows[0] : rows[at - 1]);
    case "Home":
      return to(rows[0]);
    case "End":
      return to(rows.at(-1));
    case "ArrowRight":
      if (row === undefined || row.node.children.length === 0) return { kind: "stay" };
      return row.expanded ? to(rows[at + 1]) : { kind: "open", key: row.node.key };
    case "ArrowLeft":
      if (row === undefined) return { kind: "stay" };
      if (row.expanded) return { kind: "close", key: row.node.key };
      return row.parent === null ? { kind: "stay" } : { kind: "to", key: row.parent };
    default:
      return { kind: "stay" };
  }
}
