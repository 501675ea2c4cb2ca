/** A plan's table as Excel would hand it over: header and rows, formulas as their results. */

import type { Plan } from "../../src/plan/plan";
import type { CellValue } from "../../src/sheets/cell-values";
import { headerOf } from "../../src/sheets/columns";
import { planSheetParts } from "../../src/sheets/layout/plan-parts";

export function matrixOf(plan: Plan): CellValue[][] {
  const { columns, contents } = planSheetParts(plan, { table: "表", scaleTable: "尺度" });
  return [
    columns.map(headerOf),
    ...contents.map((row) => row.map(({ kind, value }) => (kind === "formula" ? "未入力" : value))),
  ];
}
