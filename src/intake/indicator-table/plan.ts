/** Headings and indicators, once all are read → a plan, with ids, period and what the document prints. */

import type { Indicator, Plan, Year } from "../../plan/plan";
import type { Found } from "./rows";
import { emptyPlan, type Source } from "../layout";
import { settle, type Tree } from "../tree";

export function planOf(
  tree: Tree,
  found: readonly Found[],
  levels: readonly string[],
  itemLevel: string,
): { plan: Plan; sources: Source[] } {
  const { nodes, idOf, sources } = settle(tree);
  const counts = new Map<string, number>();
  const indicators = found.map(({ twig, indicator, reads }): Indicator => {
    const node = idOf(twig);
    const count = (counts.get(node) ?? 0) + 1;
    counts.set(node, count);
    const id = `${node}-${count}`;
    for (const { of, line, token } of reads) sources.push({ path: `indicators/${id}/${of}`, line, token });
    return { id, node, ...indicator };
  });
  const used = new Set(nodes.map((node) => node.level));
  return {
    plan: {
      ...emptyPlan(),
      period: periodOf(indicators),
      expects: {
        level: itemLevel,
        departments: nodes.some((node) => node.departments.length > 0),
        targets: targetsExpected(indicators),
      },
      levels: levels.filter((level) => used.has(level)),
      nodes,
      indicators,
    },
    sources,
  };
}

/** From the year after the baseline to the last target; a document that prints its period says so in its annotations. */
function periodOf(indicators: readonly Indicator[]): [Year, Year] {
  const targets = indicators.flatMap(({ targets: byYear }) => Object.keys(byYear).map(Number));
  if (targets.length === 0) return [0, 0];
  const first = targets.reduce((least, year) => Math.min(least, year));
  const last = targets.reduce((most, year) => Math.max(most, year));
  const baselines = indicators.flatMap(({ baseline }) => (baseline?.year ? [baseline.year] : []));
  const afterBaseline = baselines.reduce((most, year) => Math.max(most, year + 1), 0);
  return [afterBaseline > 0 ? Math.min(first, afterBaseline) : first, last];
}

/** One target year each is a final target; several are a target for each year. */
function targetsExpected(indicators: readonly Indicator[]): Plan["expects"]["targets"] {
  const most = indicators.reduce((count, { targets }) => Math.max(count, Object.keys(targets).length), 0);
  if (most === 0) return "none";
  return most === 1 ? "final" : "yearly";
}
