/** 集計: a plan in one year, rolled up by heading, by 担当課 and as a whole. Every item is gone through once. */

import { scaleNamed } from "../scales/grade";
import { itemsOf } from "../items";
import { JUDGEMENT_SCALES, judgementScalesOf } from "../scales/judgements";
import type { Plan } from "../plan";
import type { Scale } from "../scales/scale";
import { DEFAULT_SCALE } from "../scales/bundled";
import { inPlaceOf, measure, type Measured } from "./item";
import { ratingsOf } from "./ratings";
import { type RollFace, rollOf, type RollSettings } from "./roll";
import type { ItemResult, PlanSummary, Roll, SummaryOptions } from "./shape";
import { addItem, addRecorded, addSum, emptySum, type Sum } from "./tally";
import { type Branch, departmentsOf, originalOf, treeOf, type Tree } from "../tree";

export type {
  GradeCount,
  IndicatorCounts,
  IndicatorResult,
  InterimMean,
  ItemResult,
  PlanSummary,
  RatingPractice,
  Roll,
  StateCounts,
  SummaryOptions,
  Tally,
} from "./shape";
export { KAZO_RATINGS } from "./ratings";
export { printMean } from "./item";
export { gradeTable, summaryTable, type SummaryTable, type TableCell } from "./table";

/** Items without 担当課 stand in a line of their own, so that nothing is left out. */
export const NO_DEPARTMENT = "（担当課なし）";

export function summarize(plan: Plan, options: SummaryOptions = {}): PlanSummary {
  const tree = treeOf(plan);
  const allItems = itemsOf(tree);
  const isItem = new Set(allItems);
  const scale = scaleFor(options);
  const settings = {
    year: options.year ?? plan.period[1],
    scale,
    aggregation: options.aggregation ?? "mean",
    cap: options.cap ?? capFor(scale),
    byElapsed: options.byElapsed ?? false,
    rates: { period: plan.period, ...options.rates },
  } as const;
  const basis = plan.indicators.length === 0 && plan.assessments.length > 0 ? "recorded" : "computed";
  const rollSettings: RollSettings = {
    scale,
    ratings: options.ratings === undefined ? ratingsOf(plan, scale) : options.ratings,
    judgements: judgementScalesOf(plan, options.judgements ?? JUDGEMENT_SCALES),
    basis,
  };

  const wanted = options.departments === undefined ? null : new Set(options.departments);
  const groups = groupsOf(allItems, tree, wanted);
  const measured = new Map<Branch, Measured>();
  for (const { original } of groups) measured.set(original, measure(original, isItem, settings));

  const headingBranches = headingsOf(tree, allItems, isItem);
  const isHeading = new Set(headingBranches);
  const sums = new Map<Branch, Sum>();
  const total = emptySum();
  const byDepartment = new Map<string, Sum>();
  const repeats = options.repeats ?? "once";
  for (const { original, printed, departments } of groups) {
    const item = measured.get(original);
    if (item === undefined) continue;
    for (const places of repeats === "once" ? [printed] : printed.map((each) => [each])) {
      add(total, item);
      for (const heading of headingsOver(places, isHeading)) add(sumFor(sums, heading), item);
      for (const name of departments) {
        if (wanted === null || wanted.has(name)) addFor(name, sumFor(byDepartment, name), item, departments);
      }
    }
  }

  const items: ItemResult[] = [];
  const itemOf = new Map<string, ItemResult>();
  for (const branch of allItems) {
    const item = measured.get(originalOf(branch, tree.byId));
    if (item === undefined) continue;
    const result = inPlaceOf(branch, item);
    items.push(result);
    if (!itemOf.has(result.node)) itemOf.set(result.node, result);
  }
  const headings = headingBranches.map((branch) =>
    rollOf(faceOf(branch), sums.get(branch) ?? emptySum(), rollSettings),
  );
  const level = options.level ?? usualLevel(plan, headings);
  const made: PlanSummary = {
    plan: plan.id,
    title: plan.title,
    municipality: plan.municipality,
    year: settings.year,
    itemLevel: plan.expects.level,
    level,
    scale,
    aggregation: settings.aggregation,
    repeats,
    cap: settings.cap,
    basis,
    total: rollOf(faceOfTotal("total", "合計"), total, rollSettings),
    headings,
    rows: headings.filter((heading) => heading.level === level),
    departments: departmentRolls(byDepartment, rollSettings),
    items,
    headingOf: new Map(headings.map((heading) => [heading.key, heading])),
    itemOf,
  };
  linesOfItems.set(made, () =>
    allItems.flatMap((branch) => {
      const item = measured.get(originalOf(branch, tree.byId));
      if (item === undefined) return [];
      const sum = emptySum();
      add(sum, item);
      return [rollOf(faceOf(branch), sum, rollSettings)];
    }),
  );
  return made;
}

/** Few are asked for them, and a large plan has a hundred thousand. */
const linesOfItems = new WeakMap<PlanSummary, () => Roll[]>();

/** A line for each item, 再掲 in its own place too: where a plan has no headings worth comparing, its items are compared. */
export function itemRolls(summary: PlanSummary): Roll[] {
  return linesOfItems.get(summary)?.() ?? [];
}

/** An original with all the places it is printed in, and everybody responsible in one of them. */
interface Group {
  original: Branch;
  printed: Branch[];
  departments: string[];
}

function groupsOf(items: readonly Branch[], tree: Tree, wanted: ReadonlySet<string> | null): Group[] {
  const groups = new Map<Branch, Group>();
  for (const branch of items) {
    const original = originalOf(branch, tree.byId);
    const group = groups.get(original);
    if (group === undefined) {
      groups.set(original, { original, printed: [branch], departments: departmentsOf(branch) });
    } else {
      group.printed.push(branch);
      for (const name of departmentsOf(branch))
        if (!group.departments.includes(name)) group.departments = [...group.departments, name];
    }
  }
  const all = [...groups.values()];
  for (const group of all) group.departments = named(group.departments);
  return wanted === null
    ? all
    : all.filter(({ departments }) => departments.some((name) => wanted.has(name)));
}

function named(departments: readonly string[]): string[] {
  const names = departments.filter((name) => name.trim() !== "");
  return names.length === 0 ? [NO_DEPARTMENT] : names;
}

/** The headings over one or several places, each once: there a 再掲 and its original are one item. */
function headingsOver(places: readonly Branch[], isHeading: ReadonlySet<Branch>): Iterable<Branch> {
  // Nearly every item is printed once, and then nothing can come up twice.
  const over = places.length === 1 ? new Array<Branch>() : new Set<Branch>();
  for (const place of places) {
    for (let at: Branch | null = place; at !== null; at = at.parent) {
      if (!isHeading.has(at)) continue;
      if (over instanceof Set) over.add(at);
      else over.push(at);
    }
  }
  return over;
}

function add(sum: Sum, item: Measured): void {
  addItem(sum, item);
  if (item.recorded.length === 0) addRecorded(sum, null);
  else for (const recorded of item.recorded) addRecorded(sum, recorded);
}

/** An item two 担当課 judged apart counts for each with its own judgement only. */
function addFor(name: string, sum: Sum, item: Measured, departments: readonly string[]): void {
  addItem(sum, item);
  const own = item.recorded.filter((recorded) => recorded.departments.includes(name));
  const shared = item.recorded.filter(
    (recorded) => !recorded.departments.some((each) => departments.includes(each)),
  );
  const counted = [...own, ...shared];
  if (counted.length === 0) addRecorded(sum, null);
  else for (const recorded of counted) addRecorded(sum, recorded);
}

function sumFor<Key>(sums: Map<Key, Sum>, key: Key): Sum {
  const there = sums.get(key);
  if (there !== undefined) return there;
  const sum = emptySum();
  sums.set(key, sum);
  return sum;
}

function departmentRolls(
  byDepartment: ReadonlyMap<string, Sum>,
  settings: RollSettings,
): PlanSummary["departments"] {
  const nobodyNamed = byDepartment.size === 1 && byDepartment.has(NO_DEPARTMENT);
  const total = emptySum();
  const rows: Roll[] = [];
  for (const [name, sum] of nobodyNamed ? [] : byDepartment) {
    addSum(total, sum);
    rows.push(rollOf({ ...faceOfTotal("department", name), depth: 1 }, sum, settings));
  }
  return { rows, total: rollOf(faceOfTotal("departments", "合計（延べ）"), total, settings) };
}

/** What holds items, one measured itself included, and what could: everything but the items and what is inside them. */
function headingsOf(tree: Tree, items: readonly Branch[], isItem: ReadonlySet<Branch>): Branch[] {
  const { level } = tree.plan.expects;
  const holds = new Set<Branch>();
  for (const { parent } of items) {
    for (let at = parent; at !== null && !holds.has(at); at = at.parent) holds.add(at);
  }
  const inside = new Set<Branch>();
  return tree.inOrder.filter((branch) => {
    const within = isItem.has(branch) || (branch.parent !== null && inside.has(branch.parent));
    if (within) inside.add(branch);
    return branch.node.level !== level && (holds.has(branch) || !within);
  });
}

function faceOf({ node, parent, depth }: Branch): RollFace {
  return {
    kind: "heading",
    key: node.id,
    node: node.id,
    parent: parent?.node.id ?? null,
    level: node.level,
    number: node.number,
    name: node.name,
    depth,
  };
}

function faceOfTotal(kind: Roll["kind"], name: string): RollFace {
  return { kind, key: name, node: null, parent: null, level: null, number: null, name, depth: 0 };
}

/** The highest level with more than one heading that holds something. */
function usualLevel(plan: Plan, headings: readonly Roll[]): string | null {
  const counts = new Map<string, number>();
  for (const { level, n } of headings) {
    if (level !== null && n > 0) counts.set(level, (counts.get(level) ?? 0) + 1);
  }
  const rated = plan.levels.find((level) => level === "目標" && counts.has(level));
  return rated ?? plan.levels.find((level) => (counts.get(level) ?? 0) > 1) ?? headings[0]?.level ?? null;
}

/** Above 100 % nothing counts — unless the scale has a grade up there, which could otherwise never be reached. */
function capFor(scale: Scale): number {
  const lines = scale.rules.map(({ percent }) => percent ?? 0);
  return Math.max(100, ...lines) / 100;
}

function scaleFor({ scale }: SummaryOptions): Scale {
  if (scale === undefined || scale === null) return DEFAULT_SCALE;
  // An unknown name grades nothing, and every item says so: gradeDetail's sentence lists the names there are.
  return typeof scale === "string"
    ? (scaleNamed(scale) ?? { name: scale, measures: "達成率", rules: [] })
    : scale;
}
