/** A plan laid out for the rules: its tree, its items, and every printed cell read once. */

import { itemsOf } from "../items";
import type { Indicator, Plan, Year } from "../plan";
import { type NumberRow, numberRowsOf } from "./number-rows";
import { parseTarget, type Target } from "../target";
import { type Branch, treeOf, type Tree } from "../tree";
import { plainNumber, unitInside } from "./value";

export interface Cell {
  year: Year;
  text: string;
  value: Target;
  /** Of a plain value; null for bounds, bands, parts and words. */
  number: number | null;
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
  /** Some cell has its unit written in it. */
  hasUnitInside: boolean;
}

export interface Survey {
  plan: Plan;
  tree: Tree;
  items: Branch[];
  isItem: ReadonlySet<Branch>;
  readings: Reading[];
  numberRows: NumberRow[];
}

export function surveyOf(plan: Plan): Survey {
  const tree = treeOf(plan);
  const items = itemsOf(tree);
  const read = cellReader();
  const cells = cellShelf(read);
  const readings = plan.indicators.map((indicator) => {
    const baseline = read(indicator.baseline?.text ?? "");
    const targets = cells(indicator.targets);
    const actuals = indicator.actuals === undefined ? noCells : cells(indicator.actuals);
    return {
      indicator,
      branch: tree.byId.get(indicator.node) ?? null,
      baseline,
      targets,
      actuals,
      hasUnitInside: unitInside(baseline) !== null || targets.some(hasUnit) || actuals.some(hasUnit),
    };
  });
  return { plan, tree, items, isItem: new Set(items), readings, numberRows: numberRowsOf(tree) };
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

function hasUnit({ value }: Cell): boolean {
  return unitInside(value) !== null;
}

function isMissing({ value }: Cell): boolean {
  return value.kind === "missing";
}

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
    if (cell === undefined) {
      const value = read(text);
      ofYear.set(text, (cell = { year: Number(year), text, value, number: plainNumber(value) }));
    }
    return cell;
  };
  return (texts) => {
    const cells = Object.keys(texts).map((year) => cellAt(year, texts[year] ?? ""));
    return cells.some(isMissing) ? cells.filter((cell) => !isMissing(cell)) : cells;
  };
}
