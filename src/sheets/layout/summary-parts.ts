/** What both ways of 集計 are built from: which headings are compared, titles and headers of its tables. */

import type { Plan } from "../../plan/plan";
import { treeOf } from "../../plan/tree";
import { type Area, areaName } from "../address";
import type { PlanNames } from "../plan-cells";
import { headingText } from "../rows";
import type { SheetSpec } from "./sheet-spec";
import { HEADER_HEIGHT, headerLook } from "./style";

/** Beside the first table. */
export const chartRows = 16;
export const chartColumns = 6;

export interface SummaryNames extends PlanNames {
  /** 加須市 */
  name: string;
}

/** A list of items longer than this is the plan itself, not a summary of it. */
const mostItems = 40;

/** The highest level with enough headings to compare, as its column shows them; a few items, where nothing else is compared. */
export function headingsOf(plan: Plan): { level: string; depth: number; texts: string[] } | null {
  const tree = treeOf(plan);
  const texts = plan.levels.map((level) =>
    tree.inOrder.flatMap(({ node }) => (node.level === level ? [headingText(node)] : [])),
  );
  const itemLevel = plan.levels.indexOf(plan.expects.level);
  const above = itemLevel < 0 ? plan.levels.length : Math.max(1, itemLevel);
  const comparable = plan.levels
    .map((level, depth) => ({ level, depth, texts: texts[depth] ?? [] }))
    .filter((each) => each.texts.length > 1);
  const [first, second] = comparable.filter(({ depth }) => depth < above);
  if (first === undefined) {
    const items = plan.expects.departments ? undefined : comparable.find(({ depth }) => depth === itemLevel);
    return items !== undefined && items.texts.length <= mostItems ? items : null;
  }
  return first.texts.length < 4 && second !== undefined ? second : first;
}

export function say(
  spec: SheetSpec,
  row: number,
  words: string,
  look: SheetSpec["looks"][number]["look"],
): void {
  spec.values.push({ area: cellAt(row, 0), cells: [[words]] });
  spec.looks.push({ area: cellAt(row, 0), look });
}

export function addHeader(spec: SheetSpec, row: number, words: readonly string[]): void {
  const area: Area = { row, column: 0, rows: 1, columns: words.length };
  spec.values.push({ area, cells: [[...words]] });
  spec.looks.push({ area, look: headerLook });
  spec.heights.push({ row, points: HEADER_HEIGHT });
}

export function cellAt(row: number, column: number): Area {
  return { row, column, rows: 1, columns: 1 };
}

export function absolute(area: Area): string {
  return areaName(area).replace(/([A-Z]+)(\d+)/g, "$$$1$$$2");
}
