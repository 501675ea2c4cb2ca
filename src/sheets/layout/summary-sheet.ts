/** 集計: the evaluation tables as the plans print them, as live formulas over the plan's table, with charts. */

import type { Plan } from "../../plan/plan";
import type { Scale } from "../../plan/scale";
import { departmentsOf, treeOf } from "../../plan/tree";
import { itemsOf } from "../../plan/items";
import { markScalesOf } from "../columns";
import { EVALUATION_YEAR } from "./settings-sheet";
import { emptySheet, type SheetSpec } from "./sheet-spec";
import { hintLook, titleLook } from "./style";

/** Columns the formulas may fill: names, counts and shares of up to seven grades, states, rates. */
const spillColumns = 30;

export function summarySheet(plan: Plan, name: string, planName: string, scale: Scale): SheetSpec {
  const spec = emptySheet("集計", name);
  const grades = markScalesOf(plan).length > 0 ? 5 : scale.rules.length;
  spec.values.push({ area: { row: 0, column: 0, rows: 1, columns: 1 }, cells: [[`${plan.title}　集計`]] });
  spec.formulas.push({
    area: { row: 1, column: 0, rows: 1, columns: 1 },
    formula: `=${EVALUATION_YEAR}&"　（年度は「設定」で選びます。表は関数の結果なので、このシートには入力しません）"`,
  });
  spec.looks.push(
    { area: { row: 0, column: 0, rows: 1, columns: 1 }, look: titleLook },
    { area: { row: 1, column: 0, rows: 1, columns: 1 }, look: hintLook },
  );
  let row = 3;
  for (const { title, level, lines } of sectionsOf(plan)) {
    spec.values.push({ area: { row, column: 0, rows: 1, columns: 1 }, cells: [[title]] });
    spec.looks.push({ area: { row, column: 0, rows: 1, columns: 1 }, look: { bold: true, size: 12 } });
    spec.formulas.push({
      area: { row: row + 1, column: 0, rows: 1, columns: 1 },
      formula: `=PLAN.SUMMARY("${level.replaceAll('"', '""')}",${EVALUATION_YEAR},${planName})`,
    });
    // A heading more, a line for what has none, a total: the tables below stay free of #SPILL!.
    row += lines + 6;
  }
  spec.widths.push(
    { column: 0, columns: 1, characters: 34 },
    { column: 1, columns: spillColumns, characters: 12 },
  );
  spec.page = { title: `${plan.title}　集計`, landscape: true, paper: "a3", headerRows: [0, 1] };
  spec.charts.push(...chartsOf(plan, grades));
  return spec;
}

interface Section {
  title: string;
  level: string;
  lines: number;
}

function sectionsOf(plan: Plan): Section[] {
  const tree = treeOf(plan);
  const counts = new Map<string, number>();
  for (const { node } of tree.inOrder) counts.set(node.level, (counts.get(node.level) ?? 0) + 1);
  const itemLevel = plan.levels.indexOf(plan.expects.level);
  const headings = plan.levels
    .slice(0, itemLevel < 0 ? plan.levels.length : Math.max(1, itemLevel))
    .filter((level) => (counts.get(level) ?? 0) > 1);
  const departments = new Set(itemsOf(tree).flatMap(departmentsOf));
  const [goals] =
    headings.length > 1 && (counts.get(headings[0] ?? "") ?? 0) < 4 ? headings.slice(1) : headings;
  return [
    ...(goals === undefined
      ? []
      : [{ title: `${goals}ごとの評価`, level: goals, lines: counts.get(goals) ?? 0 }]),
    ...(plan.expects.departments && departments.size > 0
      ? [{ title: "担当課ごとの評価", level: "担当課", lines: departments.size }]
      : []),
  ];
}

function chartsOf(_plan: Plan, _grades: number): SheetSpec["charts"] {
  return [];
}
