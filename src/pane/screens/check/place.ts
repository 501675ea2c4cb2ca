/** Where a finding is: in words, and the cell a person has to look at. */
import { placeOfIndicator, placeOfNode } from "../../../plan/checks/place";
import { type CellChange, type Finding } from "../../../plan/check";
import { type Plan } from "../../../plan/plan";
import { treeOf, type Tree } from "../../../plan/tree";
import { formatYear } from "../../../plan/year";
import { type Place, type PlaceColumn, type WorkbookPlan } from "../../../sheets";
import { placeOfChange } from "../../../sheets/place-of-change";

/** Which column a rule speaks of; a rule that is not named here speaks of the whole row. */
const columns: Readonly<Record<string, PlaceColumn>> = {
  "department-missing": "departments",
  "department-misspelt": "departments",
  "name-missing": "name",
  "number-twice": "name",
  "number-gap": "name",
  "indicator-twice": "name",
  "target-missing": "target",
  "target-worse-than-baseline": "target",
  "path-turns-back": "target",
  "type-changes": "target",
  "dash-without-note": "target",
  "dash-with-note": "target",
  "unit-in-cell": "target",
  "unit-differs": "target",
  "statutory-line": "target",
  "unit-missing": "unit",
  "direction-missing": "direction",
  "baseline-missing": "baseline",
  "cumulative-baseline": "baseline",
  "share-for-percent": "actual",
  "actual-unreadable": "actual",
  "actual-implausible": "actual",
  "cumulative-falls": "actual",
  "judgement-missing": "mark",
  "judgement-unknown": "mark",
};

/** null: the finding is about the plan as a whole. */
export function placeOfFinding(plan: string, finding: Finding): Place | null {
  const [change] = finding.changes;
  const { node, indicator, year, rule } = finding;
  if (change !== undefined && (indicator === null || change.kind === "actual" || change.kind === "target")) {
    if (node === null || isAt(change, finding)) return { plan, ...placeOfChange(change) };
  }
  if (indicator === null && node === null)
    return change === undefined ? null : { plan, ...placeOfChange(change) };
  const column = columns[rule] ?? "row";
  const at = indicator === null ? { node } : { indicator };
  if ((column === "target" || column === "actual") && year === null) return { plan, ...at, column: "name" };
  return {
    plan,
    ...at,
    column,
    ...(year === null ? {} : { year }),
    ...(finding.scale === undefined ? {} : { scale: finding.scale }),
  };
}

function isAt(change: CellChange, { node, indicator }: Finding): boolean {
  return "node" in change ? change.node === node : change.indicator === indicator;
}

export function addressOfFinding(plan: WorkbookPlan, finding: Finding): string | null {
  const place = placeOfFinding(plan.plan.id, finding);
  return place === null ? null : plan.addressOf(place);
}

const trees = new WeakMap<
  Plan,
  { tree: Tree; indicators: ReadonlyMap<string, Plan["indicators"][number]> }
>();

function known(plan: Plan) {
  const there = trees.get(plan) ?? {
    tree: treeOf(plan),
    indicators: new Map(plan.indicators.map((indicator) => [indicator.id, indicator])),
  };
  trees.set(plan, there);
  return there;
}

/** 取組項目83「経常収支比率の改善」の指標「経常収支比率」・令和5年度; 計画全体 where it is no row's. */
export function placeInWords(
  plan: Plan,
  { node, indicator, year }: Pick<Finding, "node" | "indicator" | "year">,
): string {
  const { tree, indicators } = known(plan);
  const found = indicator === null ? undefined : indicators.get(indicator);
  const branch = tree.byId.get(found?.node ?? node ?? "") ?? null;
  const at =
    found !== undefined
      ? placeOfIndicator(found, branch)
      : branch !== null
        ? placeOfNode(branch.node)
        : (node ?? "計画全体");
  return year === null ? at : `${at}・${formatYear(year)}`;
}

/** Beside the message: the cell, and the words only where the message has not said them already. */
export function placeLine(plan: WorkbookPlan, finding: Finding): string {
  const address = addressOfFinding(plan, finding);
  const words = placeInWords(plan.plan, finding);
  if (address === null) return words;
  const told = finding.message.includes(placeInWords(plan.plan, { ...finding, year: null }));
  return told ? `場所：${address}` : `${words}（${address}）`;
}
