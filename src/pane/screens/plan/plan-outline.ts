/** A plan as a tree to look through before it is loaded: headings, items with who is responsible, indicators with their targets. */
import { type Indicator, type Plan } from "../../../plan/plan";
import { type Branch, departmentsOf, treeOf } from "../../../plan/tree";
import { formatYear } from "../../../plan/year";

export interface Twig {
  /** Unique in the tree: a plan not yet loaded may use an id twice. */
  key: string;
  /** 取組項目 83 経常収支比率の改善 */
  label: string;
  /** 財政課・指標 2, or 基準値 93.1 → 目標値 令和7年度 91.8 */
  about: string;
  children: Twig[];
}

export function outlineOf(plan: Plan): Twig[] {
  const tops = treeOf(plan).inOrder.filter(({ parent }) => parent === null);
  return tops.map((branch, at) => twigOf(branch, String(at)));
}

function twigOf(branch: Branch, key: string): Twig {
  const { node } = branch;
  const departments = departmentsOf(branch);
  return {
    key,
    label: [node.level, node.number, node.name].filter((part) => part !== null && part !== "").join(" "),
    about: [
      ...(node.sameAs === undefined ? [] : ["再掲"]),
      ...(departments.length === 0 ? [] : [departments.join("、")]),
      ...branch.assessments.flatMap(({ marks }) =>
        Object.entries(marks).map(([scale, mark]) => `${scale} ${[mark].flat().join("・")}`),
      ),
    ].join("／"),
    children: [
      ...branch.indicators.map((indicator, at) => twigOfIndicator(indicator, `${key}/i${at}`)),
      ...branch.children.map((child, at) => twigOf(child, `${key}/${at}`)),
    ],
  };
}

function twigOfIndicator(indicator: Indicator, key: string): Twig {
  const { name, unit, baseline, targets } = indicator;
  const years = Object.entries(targets);
  const first = years[0];
  const last = years.at(-1);
  return {
    key,
    label: `指標 ${name}${unit === null ? "" : `（${unit}）`}`,
    about: [
      ...(baseline === null ? [] : [`基準値 ${baseline.text}`]),
      ...(first === undefined || last === undefined
        ? ["目標値なし"]
        : first === last
          ? [`目標値 ${targetText(first)}`]
          : [`目標値 ${targetText(first)} から ${targetText(last)}`]),
    ].join("、"),
    children: [],
  };
}

function targetText([year, text]: [string, string]): string {
  return `${formatYear(Number(year))} ${text}`;
}
