/** A plan's table before it is a sheet: its columns, its rows, and what goes into each cell. */

import type { Plan } from "../../plan/plan";
import { type Column, columnsOf } from "../columns";
import { type Content, contentOf, type PlanNames, rowFormatOf } from "../plan-cells";
import { type Row, rowsOf } from "../rows";

/** Title, hint, an empty row, then the header. */
export const HEADER_ROW = 3;

export interface PlanSheetParts {
  columns: Column[];
  rows: Row[];
  contents: Content[][];
}

export function planSheetParts(plan: Plan, names: PlanNames): PlanSheetParts {
  const columns = columnsOf(plan);
  const rows = rowsOf(plan);
  return { columns, rows, contents: rows.map((row) => contentsOf(row, columns, plan, names)) };
}

export function contentsOf(row: Row, columns: readonly Column[], plan: Plan, names: PlanNames): Content[] {
  const format = rowFormatOf(row);
  return columns.map((column) => contentOf(row, column, plan, names, format));
}
