/** The plan around its rows: levels, period and order, as they were loaded or, without the kept copy, as the table tells. */

import type { Assessment, Indicator, Plan, Year } from "../../plan/plan";
import { parseTarget } from "../../plan/target";
import type { Header } from "./header";
import type { FoundRow } from "./row";
import type { TableContext } from "./table-context";

export function levelsOf(header: Header, base: Plan | null): string[] {
  const inSheet: string[] = [];
  for (const column of header.columns) if (column?.kind === "level") inSheet[column.depth] = column.name;
  const levels = Array.from(inSheet, (name, depth) => name ?? base?.levels[depth] ?? `階層${depth + 1}`);
  return base !== null && base.levels.length >= levels.length ? base.levels : levels;
}

/** As loaded; what is new comes last. Sorting the sheet does not change the plan. */
export function inOrderOf<Each extends Indicator | Assessment>(
  base: Plan | null,
  found: Each[],
  rowOf: ReadonlyMap<Indicator | Assessment, FoundRow>,
): Each[] {
  if (base === null) return found;
  const order = new Map<unknown, number>(
    [...base.indicators, ...base.assessments].map((each, at) => [each, at]),
  );
  const placeOf = (each: Each): number => {
    const known = rowOf.get(each)?.known;
    const original =
      known?.kind === "indicator" ? known.indicator : known?.kind === "assessment" ? known.assessment : null;
    return order.get(original) ?? Infinity;
  };
  return found
    .map((each, at) => ({ each, at, place: placeOf(each) }))
    .sort((one, other) => (one.place === other.place ? one.at - other.at : one.place - other.place))
    .map(({ each }) => each);
}

export function planOf(
  { base, about }: TableContext,
  levels: string[],
  years: readonly Year[],
  nodes: Plan["nodes"],
  indicators: Indicator[],
  assessments: Assessment[],
): Plan {
  if (base !== null) return { ...base, ...about, levels, nodes, indicators, assessments };
  const [first = 0] = years;
  return {
    format: "plan/1",
    id: "",
    municipality: "",
    code: "",
    title: "",
    period: [first, years.at(-1) ?? first],
    source: { title: "" },
    corrections: [],
    ...about,
    expects: {
      level: levelOfItems(levels, nodes, [...indicators, ...assessments]),
      departments:
        nodes.some(({ departments }) => departments.length > 0) ||
        assessments.some((each) => each.departments.length > 0),
      targets: targetsOf(indicators),
    },
    levels,
    nodes,
    indicators,
    assessments,
  };
}

/** The lowest level at which anything is measured or judged: what only stands below it is part of an item. */
function levelOfItems(
  levels: readonly string[],
  nodes: Plan["nodes"],
  measured: readonly { node: string }[],
): string {
  const withValues = new Set(measured.map(({ node }) => node));
  const used = new Set(nodes.flatMap(({ id, level }) => (withValues.has(id) ? [level] : [])));
  const fromBelow = [...levels].reverse();
  return fromBelow.find((level) => used.has(level)) ?? fromBelow[0] ?? "";
}

/** How the plan prints targets, as far as its table tells: in most indicators more than one year, or one. */
function targetsOf(indicators: readonly Indicator[]): Plan["expects"]["targets"] {
  const counts = indicators.map(
    ({ targets }) => Object.values(targets).filter((each) => parseTarget(each).kind !== "missing").length,
  );
  if (counts.every((count) => count === 0)) return "none";
  return counts.filter((count) => count > 1).length * 2 >= counts.length ? "yearly" : "final";
}
