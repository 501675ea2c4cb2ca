/** 修正: a plan with the cells of findings changed. Pure; a cell that has changed meanwhile is left as it is and named. */

import type { CellChange } from "./checks/rule";
import type { Indicator, Plan, PlanNode } from "./plan";

export interface Mended {
  plan: Plan;
  done: CellChange[];
  /** Not done: the cell holds something else than when the finding was made. */
  stale: CellChange[];
}

export function mendPlan(plan: Plan, changes: readonly CellChange[]): Mended {
  const nodes = shelfOf(plan.nodes);
  const indicators = shelfOf(plan.indicators);
  const done: CellChange[] = [];
  const stale: CellChange[] = [];
  for (const change of changes) {
    const mended = changed(change, nodes, indicators);
    (mended ? done : stale).push(change);
  }
  return { plan: { ...plan, nodes: nodes.all, indicators: indicators.all }, done, stale };
}

/** A copy of a list in which the first of each id can be replaced; doubles of an id are left alone. */
interface Shelf<Thing extends { id: string }> {
  all: Thing[];
  get(id: string): Thing | undefined;
  set(id: string, thing: Thing): void;
}

function shelfOf<Thing extends { id: string }>(things: readonly Thing[]): Shelf<Thing> {
  const all = [...things];
  const places = new Map<string, number>();
  for (const [at, { id }] of all.entries()) if (!places.has(id)) places.set(id, at);
  return {
    all,
    get: (id) => all[places.get(id) ?? -1],
    set: (id, thing) => {
      const at = places.get(id);
      if (at !== undefined) all[at] = thing;
    },
  };
}

function changed(change: CellChange, nodes: Shelf<PlanNode>, indicators: Shelf<Indicator>): boolean {
  switch (change.kind) {
    case "department": {
      const node = nodes.get(change.node);
      if (node === undefined || node.departments.join("\n") !== change.before.join("\n")) return false;
      nodes.set(node.id, { ...node, departments: change.after });
      return true;
    }
    case "nodeName": {
      const node = nodes.get(change.node);
      if (node === undefined || node.name !== change.before) return false;
      nodes.set(node.id, { ...node, name: change.after });
      return true;
    }
    case "unit": {
      const indicator = indicators.get(change.indicator);
      if (indicator === undefined || indicator.unit !== change.before) return false;
      indicators.set(indicator.id, { ...indicator, unit: change.after });
      return true;
    }
    case "baseline": {
      const indicator = indicators.get(change.indicator);
      const { baseline } = indicator ?? { baseline: null };
      if (indicator === undefined || baseline === null || baseline.text !== change.before) return false;
      indicators.set(indicator.id, { ...indicator, baseline: { ...baseline, text: change.after } });
      return true;
    }
    case "target": {
      const indicator = indicators.get(change.indicator);
      if (indicator === undefined || indicator.targets[change.year] !== change.before) return false;
      const targets = { ...indicator.targets, [change.year]: change.after };
      indicators.set(indicator.id, { ...indicator, targets });
      return true;
    }
    case "actual": {
      const indicator = indicators.get(change.indicator);
      if (indicator === undefined || (indicator.actuals?.[change.year] ?? "") !== change.before) return false;
      const actuals = { ...indicator.actuals, [change.year]: change.after };
      indicators.set(indicator.id, { ...indicator, actuals });
      return true;
    }
  }
}
