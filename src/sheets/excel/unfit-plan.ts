/** What of a plan would not survive a sheet, found before one is made: by writing and reading it in memory. */

import type { Plan } from "../../plan/plan";
import { rowAt } from "../cell-values";
import { headerOf } from "../columns";
import type { SheetProblem } from "../contract";
import { planSheetParts } from "../layout/plan-parts";
import type { Content } from "../plan-cells";
import { readPlanTable } from "../reading/plan-table";

const longestCell = 32_767;
const longestFormula = 8_192;

export function unfitIn(plan: Plan): SheetProblem[] {
  const problems: SheetProblem[] = [];
  const report = (severity: SheetProblem["severity"], message: string): void => {
    problems.push({ severity, message, address: null });
  };
  const { columns, rows, contents } = planSheetParts(plan, { table: "表", scaleTable: "尺度" });
  const ids = new Set<string>();
  for (const { id } of rows) {
    if (ids.has(id)) report("error", `ID「${id}」が二つの行で同じになります。計画の ID を直してください。`);
    ids.add(id);
  }
  if (plan.levels.length === 0) report("error", "階層が一つもありません。");
  for (const { id, contents: cells } of rows.map(({ id: own }, at) => ({
    id: own,
    contents: rowAt(contents, at),
  }))) {
    const isLong = ({ kind, value }: Content): boolean =>
      typeof value === "string" && value.length > (kind === "formula" ? longestFormula : longestCell);
    const column = columns[cells.findIndex(isLong)];
    if (column?.kind === "copy")
      report(
        "error",
        `再掲のある計画で年度が多すぎるため、再掲の行に写す数式が Excel の ${longestFormula} 文字を超えます。計画期間を分けてください。`,
      );
    else if (column !== undefined)
      report("error", `${id} の「${headerOf(column)}」が長すぎます（${longestCell} 文字まで）。`);
    if (column !== undefined) break;
  }
  if (problems.length > 0) return problems;
  const matrix = [
    columns.map(headerOf),
    ...contents.map((row) => row.map(({ kind, value }) => (kind === "formula" ? "" : value))),
  ];
  const back = readPlanTable(matrix, { base: plan });
  if (JSON.stringify(back?.plan) !== JSON.stringify(plan)) {
    report(
      "warning",
      "この計画には表では表せない部分があります（同じ見出しの重なりなど）。その部分は控えに残します。",
    );
  }
  return problems;
}
