/** The sheet of a plan as data: one table, a row per indicator, as `columns.ts` lists its columns. */

import type { Plan, Year } from "../../plan/plan";
import { formatYear } from "../../plan/year";
import type { Area } from "../address";
import { type Column, columnsOf, headerOf } from "../columns";
import { type Content, type PlanNames, TEXT } from "../plan-cells";
import { validationsOf } from "./plan-entry";
import { foldedOf, groupsOf } from "./plan-folding";
import { computedColumns, mirrorFormulas } from "./plan-formulas";
import { columnLook, conditionalsOf, headerLooks, widthsOf } from "./plan-looks";
import { HEADER_ROW, planSheetParts } from "./plan-parts";
import { runsOf } from "./runs";
import { emptySheet, type Look, type SheetSpec } from "./sheet-spec";
import { bodyLook, HEADER_HEIGHT, hintLook, mirrorLook, TABLE_STYLE, TITLE_HEIGHT, titleLook } from "./style";

/**
 * What stands above the table, row by row. Each text is as wide as what it stands in: the first ones as the columns that do not
 * scroll, the others as their own column, so that scrolling cuts none in two.
 */
export function wordsAbove(plan: Plan, columns: readonly Column[] = columnsOf(plan)): AboveTable[] {
  const [first, last] = plan.period;
  const hasRepeats = plan.nodes.some(({ sameAs }) => sameAs !== undefined);
  const isMeasured = columns.some((column) => "year" in column);
  const folds = columns.flatMap(({ kind }, column): AboveTable[] => {
    if (kind === "grade") return [{ row: 2, column, words: "［＋］で開く", look: hintLook }];
    if (kind === "indicator" && isMeasured)
      return [{ row: 2, column, words: "階層・定義は［＋］", look: hintLook }];
    if (kind === "number" && !isMeasured)
      return [{ row: 2, column, words: "上の階層は［＋］で開く", look: hintLook }];
    return [];
  });
  return [
    { row: 0, column: 0, words: plan.title, look: titleLook },
    {
      row: 1,
      column: 0,
      words: `${plan.municipality}　${formatYear(first)}〜${formatYear(last)}`,
      look: hintLook,
    },
    {
      row: 2,
      column: 0,
      words: hasRepeats ? "色の付いたセルに入力。灰色は再掲" : "色の付いたセルに入力",
      look: hintLook,
    },
    ...folds,
  ];
}

interface AboveTable {
  row: number;
  column: number;
  words: string;
  look: Look;
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
  const above = wordsAbove(plan, columns);
  const spec = emptySheet("計画", name, plan.title);
  const within = (column: number): Area => ({ ...body, column, columns: 1 });

  spec.numberFormats.push(
    { area: { row: 0, column: 0, rows: HEADER_ROW + 1, columns: columns.length }, format: TEXT },
    ...(rows.length === 0
      ? []
      : [{ area: body, format: parts.contents.map((row) => row.map(({ format }) => format)) }]),
  );
  spec.values.push(
    ...above.map(({ row, column, words }) => ({
      area: { row, column, rows: 1, columns: 1 },
      cells: [[words]],
    })),
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
    ...above.map(({ row, column, look }) => ({ area: { row, column, rows: 1, columns: 1 }, look })),
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

/** Formulas are written after the table exists. */
function plainValue({ kind, value }: Content): string | number | null {
  return kind === "formula" ? null : value;
}
