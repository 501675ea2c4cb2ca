/** 設定: 評価年度, the list of plans, a scale per plan. */

import type { Plan, Year } from "../../plan/plan";
import type { Scale } from "../../plan/scales/scale";
import { formatYear } from "../../plan/year";
import { columnName } from "../address";
import { type CellValue, textOf } from "../cell-values";
import { yearsOf } from "../columns";
import type { KeptNames } from "../kept-copy";
import { TEXT } from "../plan-cells";
import { SCALE_CONDITIONS, SCALE_HEADERS, scaleRows } from "../scale-table";
import { FORMAT_VERSION } from "../versions/format";
import { emptySheet, type SheetSpec } from "./sheet-spec";
import { entryLook, headerLook, hintLook, TABLE_STYLE, TITLE_HEIGHT, titleLook } from "./style";

export const LIST_HEADERS = [
  "計画ID",
  "自治体",
  "団体コード",
  "計画名",
  "開始年度",
  "終了年度",
  "出典",
  "責任の階層",
  "目標",
  "指標数",
  "表",
  "名前",
  "読み込み日",
] as const;

export type ListHeader = (typeof LIST_HEADERS)[number];

export const EVALUATION_YEAR = "評価年度";
export const SETTINGS_ROWS = { evaluationYear: 3, version: 4, tables: 8 } as const;
/** The first scale stands right of the list, with a column between. */
export const FIRST_SCALE_COLUMN = LIST_HEADERS.length + 1;

const targetWords = { yearly: "年度ごと", final: "最終年度", none: "なし" } as const;

export function isListHeader(header: readonly CellValue[]): boolean {
  return LIST_HEADERS.slice(0, 4).every((name, at) => textOf(header[at]) === name);
}

export function listRow(plan: Plan, names: KeptNames): string[] {
  const [first, last] = plan.period;
  return [
    plan.id,
    plan.municipality,
    plan.code,
    plan.title,
    formatYear(first),
    formatYear(last),
    plan.source.title,
    plan.expects.level,
    targetWords[plan.expects.targets],
    String(plan.indicators.length),
    names.table,
    names.name,
    names.loadedOn,
  ];
}

/** The year a new workbook is judged in: the first of the plan that has actuals still to be entered. */
export function firstEvaluationYear(plan: Plan): Year {
  return plan.period[0];
}

export function settingsSheet(
  name: string,
  listTable: string,
  plan: Plan,
  names: KeptNames,
  scale: Scale,
): SheetSpec {
  const spec = emptySheet("設定", name, "設定");
  const { evaluationYear, version, tables } = SETTINGS_ROWS;
  spec.numberFormats.push({
    area: { row: 0, column: 0, rows: tables + 2, columns: LIST_HEADERS.length },
    format: TEXT,
  });
  spec.values.push(
    {
      area: { row: 0, column: 0, rows: 2, columns: 1 },
      cells: [
        [spec.title],
        [
          `評価年度（この下）と尺度（評価の区切り、右の ${columnName(FIRST_SCALE_COLUMN)} 列から）は、直すと計画の表・集計・関数すべてに反映されます。`,
        ],
      ],
    },
    {
      area: { row: evaluationYear, column: 0, rows: 2, columns: 2 },
      cells: [
        [EVALUATION_YEAR, formatYear(firstEvaluationYear(plan))],
        ["書式の版", String(FORMAT_VERSION)],
      ],
    },
    { area: { row: tables - 1, column: 0, rows: 1, columns: 1 }, cells: [["計画の一覧"]] },
    {
      area: { row: tables, column: 0, rows: 2, columns: LIST_HEADERS.length },
      cells: [[...LIST_HEADERS], listRow(plan, names)],
    },
  );
  spec.tables.push({
    name: listTable,
    area: { row: tables, column: 0, rows: 2, columns: LIST_HEADERS.length },
    style: TABLE_STYLE,
    filterButtons: false,
  });
  spec.looks.push(
    { area: { row: 0, column: 0, rows: 1, columns: 1 }, look: titleLook },
    { area: { row: 1, column: 0, rows: 1, columns: 1 }, look: hintLook },
    { area: { row: evaluationYear, column: 0, rows: 2, columns: 1 }, look: { bold: true } },
    { area: { row: tables - 1, column: 0, rows: 1, columns: 1 }, look: { bold: true } },
    { area: { row: evaluationYear, column: 1, rows: 1, columns: 1 }, look: entryLook },
    { area: { row: version, column: 1, rows: 1, columns: 1 }, look: hintLook },
    { area: { row: tables, column: 0, rows: 1, columns: LIST_HEADERS.length }, look: headerLook },
  );
  spec.widths.push(
    { column: 0, columns: 3, characters: 13 },
    { column: 3, columns: 1, characters: 34 },
    { column: 4, columns: 2, characters: 13 },
    { column: 6, columns: 1, characters: 34 },
    { column: 7, columns: LIST_HEADERS.length - 7, characters: 15 },
  );
  spec.validations.push({
    area: { row: evaluationYear, column: 1, rows: 1, columns: 1 },
    rule: {
      kind: "list",
      choices: yearsForChoice(plan).map(formatYear),
      title: EVALUATION_YEAR,
      message: "集計と、年度を指定しない関数が使う年度です。",
      strict: false,
    },
  });
  addScale(spec, FIRST_SCALE_COLUMN, plan, names, scale);
  spec.heights.push({ row: 0, points: TITLE_HEIGHT });
  // With every plan there is one scale more to the right: fitted on one page, nobody could read them.
  spec.page = { title: "設定", paper: "a3", headerRows: [0, 0], scale: 70 };
  return spec;
}

function yearsForChoice(plan: Plan): readonly Year[] {
  const years = yearsOf(plan);
  const [first, last] = plan.period;
  return years.length > 0
    ? years
    : Array.from({ length: Math.max(1, last - first + 1) }, (_, n) => first + n);
}

/** What an existing 設定 gets for one more plan, beside a line in its list: a scale. */
export function settingsForOneMore(
  spec: SheetSpec,
  scaleColumn: number,
  plan: Plan,
  names: KeptNames,
  scale: Scale,
): SheetSpec {
  addScale(spec, scaleColumn, plan, names, scale);
  return spec;
}

function addScale(spec: SheetSpec, column: number, plan: Plan, names: KeptNames, scale: Scale): void {
  const rows = scaleRows(scale);
  const { tables } = SETTINGS_ROWS;
  const width = SCALE_HEADERS.length;
  const body = { row: tables + 1, column, rows: rows.length, columns: width };
  spec.numberFormats.push(
    { area: { row: tables - 2, column, rows: 3, columns: width }, format: TEXT },
    { area: { ...body, columns: 2 }, format: TEXT },
    { area: { ...body, column: column + 3, columns: 2 }, format: TEXT },
  );
  spec.values.push(
    {
      area: { row: tables - 2, column, rows: 2, columns: 1 },
      cells: [
        [`尺度　${plan.title}（${scale.name}）`],
        [
          "上から順に最初に当てはまる評価になります。出所が「アドイン」の言葉と数値は計画に印字がなく、アドインの初期値です。",
        ],
      ],
    },
    { area: { row: tables, column, rows: 1, columns: width }, cells: [[...SCALE_HEADERS]] },
    { area: body, cells: rows },
  );
  spec.tables.push({
    name: names.scaleTable,
    area: { row: tables, column, rows: rows.length + 1, columns: width },
    style: TABLE_STYLE,
    filterButtons: false,
  });
  spec.looks.push(
    { area: { row: tables - 2, column, rows: 1, columns: 1 }, look: { bold: true } },
    { area: { row: tables - 1, column, rows: 1, columns: 1 }, look: hintLook },
    { area: { row: tables, column, rows: 1, columns: width }, look: headerLook },
    { area: { ...body, columns: 3 }, look: entryLook },
  );
  // The list on the first page, then two scales on each.
  if (Math.round((column - FIRST_SCALE_COLUMN) / (width + 1)) % 2 === 0) spec.breaksBefore.push(column);
  spec.widths.push(
    { column, columns: 1, characters: 18 },
    { column: column + 1, columns: width - 1, characters: 13 },
  );
  spec.validations.push({
    area: { ...body, column: column + 1, columns: 1 },
    rule: {
      kind: "list",
      choices: [...SCALE_CONDITIONS],
      title: "条件",
      message: "達成率をこの条件と比べます。",
      strict: true,
    },
  });
}
