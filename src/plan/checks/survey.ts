/** A plan laid out for the rules: its tree, its items, and every printed cell read once. */

import { itemsOf } from "../items";
import type { Indicator, Plan, Year } from "../plan";
import { parseTarget, type Target } from "../target";
import { type Branch, treeOf, type Tree } from "../tree";

export interface Cell {
  year: Year;
  text: string;
  value: Target;
}

/** An indicator with its cells read. */
export interface Reading {
  indicator: Indicator;
  /** Where it hangs; null if that node does not exist. */
  branch: Branch | null;
  baseline: Target;
  /** By year, cells that hold something. */
  targets: Cell[];
  actuals: Cell[];
}

export interface Survey {
  plan: Plan;
  tree: Tree;
  items: Branch[];
  isItem: ReadonlySet<Branch>;
  readings: Reading[];
}

export function surveyOf(plan: Plan): Survey {
  const tree = treeOf(plan);
  const items = itemsOf(tree);
  const read = cellReader();
  const readings = plan.indicators.map((indicator) => ({
    indicator,
    branch: tree.byId.get(indicator.node) ?? null,
    baseline: read(indicator.baseline?.text ?? ""),
    targets: cellsOf(indicator.targets, read),
    actuals: indicator.actuals === undefined ? [] : cellsOf(indicator.actuals, read),
  }));
  return { plan, tree, items, isItem: new Set(items), readings };
}

/** Plans repeat the same few thousand texts: each is read once. */
export function cellReader(): (text: string) => Target {
  const known = new Map<string, Target>();
  return (text) => {
    let value = known.get(text);
    if (value === undefined) {
      value = parseTarget(text);
      known.set(text, value);
    }
    return value;
  };
}

/** Integer-like keys of an object come in rising order, so the years do. */
function cellsOf(texts: Record<string, string>, read: (text: string) => Target): Cell[] {
  const cells: Cell[] = [];
  for (const year in texts) {
    const text = texts[year] ?? "";
    const value = read(text);
    if (value.kind !== "missing") cells.push({ year: Number(year), text, value });
  }
  return cells;
}
