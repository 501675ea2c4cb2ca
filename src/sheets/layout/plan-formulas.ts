/** The formulas of a plan's table: whole columns first, then the rows that are something else. */

import type { Plan } from "../../plan/plan";
import type { Area } from "../address";
import { type Column, isDerived } from "../columns";
import { type Content, derivedFormula, type PlanNames } from "../plan-cells";
import type { Row } from "../rows";
import type { PlanSheetParts } from "./plan-parts";
import { runsOf } from "./runs";
import type { SheetSpec } from "./sheet-spec";

export function computedColumns(
  plan: Plan,
  columns: readonly Column[],
  names: PlanNames,
  within: (column: number) => Area,
): SheetSpec["formulas"] {
  return columns.flatMap((column, at) => {
    const formula = derivedFormula(column, plan, names);
    return formula === null ? [] : [{ area: within(at), formula }];
  });
}

/** Rows without anything to compute get their computed cells back as what they are: blank, or a mirror of the original. */
export function mirrorFormulas(
  { columns, rows, contents }: PlanSheetParts,
  body: Area,
): SheetSpec["formulas"] {
  const formulas: SheetSpec["formulas"] = [];
  const computed = columns.findIndex(isDerived);
  for (const [first, count] of runsOf(rows, ({ kind }) => kind === "bare" || kind === "assessment")) {
    if (computed < 0) continue;
    columns.forEach((column, at) => {
      if (!isDerived(column) || column.kind === "copy") return;
      formulas.push({ area: { row: body.row + first, column: at, rows: count, columns: 1 }, formula: "" });
    });
  }
  const held = heldOpen(columns, rows, contents).map(([row, column]) => ({
    row: body.row + row,
    column,
    rows: 1,
    columns: 1,
  }));
  formulas.push(...held.map((area) => ({ area, formula: HOLDER })));
  for (const [first, count] of runsOf(rows, ({ kind }) => kind === "mirror")) {
    const block = contents.slice(first, first + count);
    const isFormula = (_: Column, at: number): boolean =>
      block.some((row) => row[at]?.kind === "formula") || isComputedAt(columns, at);
    for (const [left, width] of runsOf(columns, isFormula)) {
      formulas.push({
        area: { row: body.row + first, column: left, rows: count, columns: width },
        formula: block.map((row) => row.slice(left, left + width).map(({ value }) => String(value))),
      });
    }
  }
  formulas.push(...held.map((area) => ({ area, formula: "" })));
  return formulas;
}

/** Nothing but a space: read as blank, should it ever stay. */
export const HOLDER = " ";

/**
 * Excel takes a formula that enters an otherwise empty column of a table for the whole column's, fills every cell with it and
 * every row added later. While the formulas of 再掲 rows are written, one other cell of such a column holds a space.
 */
function heldOpen(
  columns: readonly Column[],
  rows: readonly Row[],
  contents: readonly (readonly Content[])[],
): [number, number][] {
  const own = rows.findIndex(({ kind }) => kind !== "mirror");
  if (own < 0) return [];
  return columns.flatMap((column, at): [number, number][] => {
    if (isDerived(column)) return [];
    const mirrored = contents.some((row) => row[at]?.kind === "formula");
    const otherwiseEmpty = contents.every(
      (row, index) => rows[index]?.kind === "mirror" || row[at]?.kind === "blank",
    );
    return mirrored && otherwiseEmpty ? [[own, at]] : [];
  });
}

function isComputedAt(columns: readonly Column[], at: number): boolean {
  const column = columns[at];
  return column !== undefined && isDerived(column);
}
