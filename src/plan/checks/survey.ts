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
  targets: readonly Cell[];
  actuals: readonly Cell[];
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
  const cells = cellShelf(read);
  const readings = plan.indicators.map((indicator) => ({
    indicator,
    branch: tree.byId.get(indicator.node) ?? null,
    baseline: read(indicator.baseline?.text ?? ""),
    targets: cells(indicator.targets),
    actuals: indicator.actuals === undefined ? noCells : cells(indicator.actuals),
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

const noCells: Cell[] = [];

/**
 * The cells of an indicator by year. Integer-like keys of an object come in rising order, so the years do. A cell that says
 * the same in the same year is the same cell: of a million cells a few thousand are left.
 */
function cellShelf(read: (text: string) => Target): (texts: Record<string, string>) => Cell[] {
  const known = new Map<string, Map<string, Cell>>();
  const cellAt = (year: string, text: string): Cell => {
    let ofYear = known.get(year);
    if (ofYear === undefined) known.set(year, (ofYear = new Map()));
    let cell = ofYear.get(text);
    if (cell === undefined) ofYear.set(text, (cell = { year: Number(year), text, value: read(text) }));
    return cell;
  };
  return (texts) => {
    const cells: Cell[] = [];
    for (const year in texts) {
      const cell = cellAt(year, texts[year] ?? "");
      if (cell.value.kind !== "missing") cells.push(cell);
    }
    return cells;
  };
}
