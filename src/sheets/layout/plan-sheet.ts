/** The sheet of a plan as data: one table, a row per indicator, as `columns.ts` lists its columns. */

import type { Plan, Year } from "../../plan/plan";
import { formatYear } from "../../plan/year";
import type { Area } from "../address";
import { headerOf } from "../columns";
import { type Content, type PlanNames, TEXT } from "../plan-cells";
import { validationsOf } from "./plan-entry";
import { foldedOf, groupsOf } from "./plan-folding";
import { computedColumns, mirrorFormulas } from "./plan-formulas";
import { columnLook, conditionalsOf, headerLooks, widthsOf } from "./plan-looks";
import { HEADER_ROW, planSheetParts } from "./plan-parts";
import { runsOf } from "./runs";
import { emptySheet, type SheetSpec } from "./sheet-spec";
import { bodyLook, HEADER_HEIGHT, hintLook, mirrorLook, TABLE_STYLE, TITLE_HEIGHT, titleLook } from "./style";

/** What stands above the table, from the first row down. */
export function titlesOf(plan: Plan): string[] {
  return [plan.title, hintOf(plan)];
}

/** `year`: the one whose columns are open at first. */
export function planSheet(
  plan: Plan,
  name: string,
  names: PlanNames,
  grades: readonly string[],
  year: Year | null = null,
): SheetSpec {
  const parts = planSheetParts(plan, names);
  const { columns, rows } = parts;
  const body: Area = {
    row: HEADER_ROW + 1,
    column: 0,
    rows: Math.max(1, rows.length),
    columns: columns.length,
  };
  const spec = emptySheet("計画", name, plan.title);
  const within = (column: number): Area => ({ ...body, column, columns: 1 });

  spec.numberFormats.push(
    { area: { row: 0, column: 0, rows: HEADER_ROW + 1, columns: columns.length }, format: TEXT },
    ...(rows.length === 0
      ? []
      : [{ area: body, format: parts.contents.map((row) => row.map(({ format }) => format)) }]),
  );
  spec.values.push(
    { area: { row: 0, column: 0, rows: 2, columns: 1 }, cells: titlesOf(plan).map((words) => [words]) },
    { area: { ...body, row: HEADER_ROW, rows: 1 }, cells: [columns.map(headerOf)] },
    ...(rows.length === 0 ? [] : [{ area: body, cells: parts.contents.map((row) => row.map(plainValue)) }]),
  );
  spec.tables.push({
    name: names.table,
    area: { ...body, row: HEADER_ROW, rows: body.rows + 1 },
    style: TABLE_STYLE,
    filterButtons: true,
  });
  spec.formulas.push(...computedColumns(plan, columns, names, within), ...mirrorFormulas(parts, body));
  spec.looks.push(
    { area: { row: 0, column: 0, rows: 1, columns: 1 }, look: titleLook },
    { area: { row: 1, column: 0, rows: 1, columns: 1 }, look: hintLook },
    { area: body, look: bodyLook },
    ...headerLooks(columns),
    ...columns.flatMap((column, at) => columnLook(column, within(at))),
    ...runsOf(rows, ({ kind }) => kind === "mirror").map(([first, count]) => ({
      area: { ...body, row: body.row + first, rows: count },
      look: mirrorLook,
    })),
  );
  spec.widths.push(...widthsOf(parts));
  spec.validations.push(...validationsOf(plan, parts, body));
  spec.conditionals.push(...conditionalsOf(columns, body, grades));
  spec.groups.push(...groupsOf(columns));
  spec.folded.push(...foldedOf(columns, year));
  spec.heights.push({ row: 0, points: TITLE_HEIGHT }, { row: HEADER_ROW, points: HEADER_HEIGHT });
  spec.fitRows = body;
  spec.freeze = { rows: HEADER_ROW + 1, columns: plan.levels.length + 1 };
  spec.page = { title: plan.title, paper: "a3", headerRows: [HEADER_ROW, HEADER_ROW] };
  return spec;
}

function hintOf(plan: Plan): string {
  const [first, last] = plan.period;
  const entry =
    plan.indicators.length > 0 ? "「実績値」の色の付いたセルに入力します。" : "判定の列に入力します。";
  return `${plan.municipality}　${formatYear(first)}〜${formatYear(last)}　${entry}灰色の行は再掲（元の行に入力）です。上の階層・指標の定義・ほかの年度の列は、列の上の［＋］で開きます。`;
}

/** Formulas are written after the table exists. */
function plainValue({ kind, value }: Content): string | number | null {
  return kind === "formula" ? null : value;
}
