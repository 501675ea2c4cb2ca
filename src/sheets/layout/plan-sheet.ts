/** The sheet of a plan as data: one table, a row per indicator, as `columns.ts` lists its columns. */

import type { Plan, Year } from "../../plan/plan";
import { parseTarget } from "../../plan/target";
import { formatYear } from "../../plan/year";
import type { Area } from "../address";
import { columnName } from "../address";
import { type Column, COLUMNS_PER_YEAR, columnsOf, headerOf, isDerived } from "../columns";
import { copyFormula, gradeFormula, rateFormula } from "../formulas";
import {
  type Content,
  contentOf,
  directionWords,
  letterChoices,
  methodWords,
  type PlanNames,
  rowFormatOf,
  TEXT,
  YES,
} from "../plan-cells";
import { type Row, rowsOf } from "../rows";
import { emptySheet, type SheetSpec, textWidth, type ValidationSpec } from "./sheet-spec";
import {
  bodyLook,
  computedLook,
  copyLook,
  entryHeaderLook,
  entryLook,
  gradeColors,
  HEADER_HEIGHT,
  headerLook,
  hintLook,
  ladderColors,
  mirrorLook,
  otherYearHeaderLook,
  TABLE_STYLE,
  TITLE_HEIGHT,
  titleLook,
} from "./style";

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
  const spec = emptySheet("計画", name);
  const within = (column: number): Area => ({ ...body, column, columns: 1 });

  spec.numberFormats.push(
    { area: { row: 0, column: 0, rows: HEADER_ROW + 1, columns: columns.length }, format: TEXT },
    ...(rows.length === 0
      ? []
      : [{ area: body, format: parts.contents.map((row) => row.map(({ format }) => format)) }]),
  );
  spec.values.push(
    { area: { row: 0, column: 0, rows: 2, columns: 1 }, cells: [[plan.title], [hintOf(plan)]] },
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
  spec.page = { title: plan.title, landscape: true, paper: "a3", headerRows: [HEADER_ROW, HEADER_ROW] };
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

function computedColumns(
  plan: Plan,
  columns: readonly Column[],
  names: PlanNames,
  within: (column: number) => Area,
): SheetSpec["formulas"] {
  return columns.flatMap((column, at) => {
    switch (column.kind) {
      case "rate":
        return [{ area: within(at), formula: rateFormula(plan, column.year) }];
      case "grade":
        return [{ area: within(at), formula: gradeFormula(plan, column.year, names.scaleTable) }];
      case "copy":
        return [{ area: within(at), formula: copyFormula(plan) }];
      default:
        return [];
    }
  });
}

/** Rows without anything to compute get their computed cells back as what they are: blank, or a mirror of the original. */
function mirrorFormulas({ columns, rows, contents }: PlanSheetParts, body: Area): SheetSpec["formulas"] {
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

function headerLooks(columns: readonly Column[]): SheetSpec["looks"] {
  return runsBy(columns, headerLookOf).map(([first, count, look]) => ({
    area: { row: HEADER_ROW, column: first, rows: 1, columns: count },
    look,
  }));
}

function headerLookOf(column: Column): typeof headerLook {
  if (column.kind === "actual" || column.kind === "mark") return entryHeaderLook;
  return "year" in column && column.year % 2 === 0 ? otherYearHeaderLook : headerLook;
}

function columnLook(column: Column, area: Area): SheetSpec["looks"] {
  switch (column.kind) {
    case "actual":
    case "mark":
      return [{ area, look: entryLook }];
    case "rate":
      return [{ area, look: computedLook }];
    case "copy":
      return [{ area, look: copyLook }];
    default:
      return [];
  }
}

const fixedWidths: Partial<Record<Column["kind"], number>> = {
  id: 9,
  number: 6,
  original: 7,
  indicatorKind: 10,
  unit: 8,
  direction: 8,
  method: 8,
  cumulative: 6,
  planRemark: 10,
  baselineYear: 13,
  baseline: 10,
  target: 12,
  actual: 12,
  rate: 12,
  grade: 16,
  mark: 12,
  remark: 30,
  copy: 10,
};

function widthsOf({ columns, contents }: PlanSheetParts): SheetSpec["widths"] {
  const widths = columns.map((column, at) => {
    const fixed = fixedWidths[column.kind];
    if (fixed !== undefined) return fixed;
    // Names wrap: half of the longest in a line, within what can be read and what fits on the page.
    const longest = Math.max(0, ...contents.map((row) => textWidth(String(row[at]?.value ?? "")) / 2));
    return Math.ceil(Math.min(column.kind === "departments" ? 16 : 26, Math.max(12, longest + 2)));
  });
  return runsBy(widths, (width) => width).map(([column, count, characters]) => ({
    column,
    columns: count,
    characters,
  }));
}

const offeredMilestones = ["達成", "一部達成", "未達成"];

function validationsOf(plan: Plan, { columns, rows }: PlanSheetParts, body: Area): SheetSpec["validations"] {
  const letters = letterChoices(plan);
  const list = (
    at: number,
    choices: readonly string[],
    title: string,
    message: string,
  ): SheetSpec["validations"][0] => ({
    area: { ...body, column: at, columns: 1 },
    rule: { kind: "list", choices: [...choices], title, message, strict: false },
  });
  const unitAt = columns.findIndex(({ kind }) => kind === "unit");
  const milestones = milestoneRuns(rows);
  return columns.flatMap((column, at): SheetSpec["validations"] => {
    switch (column.kind) {
      case "direction":
        return [list(at, Object.values(directionWords), "方向", "増やす・減らす・維持・範囲 から選びます。")];
      case "method":
        return [
          list(
            at,
            methodWords,
            "方法",
            "空白なら、年度の目標があれば達成率、最終目標だけなら進捗率で計算します。",
          ),
        ];
      case "cumulative":
        return [list(at, [YES], "累計", "計画の初めからの合計で表す指標に ○ を付けます。")];
      case "mark":
        return [
          list(
            at,
            letters.get(column.scale) ?? [],
            column.scale,
            "記号を選びます。複数のときは「、」で区切って入力します。",
          ),
        ];
      case "target":
        return [
          { area: { ...body, column: at, columns: 1 }, rule: numberRule(unitAt, at, body.row, "目標値") },
        ];
      case "actual":
        return [
          { area: { ...body, column: at, columns: 1 }, rule: numberRule(unitAt, at, body.row, "実績値") },
          ...milestones.map(({ first, count, words }) => ({
            area: { ...body, row: body.row + first, rows: count, column: at, columns: 1 },
            rule: {
              kind: "list" as const,
              choices: [...new Set([...words, ...offeredMilestones])],
              title: "実績",
              message: "到達したところを選ぶか、言葉で入力します。",
              strict: false,
            },
          })),
        ];
      default:
        return [];
    }
  });
}

/** Excel's own validation cannot see what is pasted: it helps whoever types, the pane's 点検 is the proof. */
function numberRule(unitAt: number, at: number, row: number, what: string): ValidationSpec {
  const unit = `$${columnName(unitAt)}${row + 1}`;
  const cell = `${columnName(at)}${row + 1}`;
  return {
    kind: "custom",
    formula: `=OR(NOT(ISNUMBER(${cell})),AND(${unit}<>"％",${unit}<>"%"),${cell}=0,ABS(${cell})>=1)`,
    title: what,
    message: "数は単位を付けずに入力します。％ の指標は 91.8 のように入力（% は付けない）。",
    error:
      "0.5 のような値は 50 ％ の意味ではありませんか。％ の指標は 50 のように入力します。このまま入力しますか。",
  };
}

/** Rows whose targets are words, next to each other and with the same words. */
function milestoneRuns(rows: readonly Row[]): { first: number; count: number; words: string[] }[] {
  const wordsOf = (row: Row): string => {
    if (row.kind !== "indicator") return "";
    const kinds = Object.values(row.indicator.targets).map(parseTarget);
    if (!kinds.some(({ kind }) => kind === "milestone")) return "";
    const words = kinds.flatMap((target) => (target.kind === "milestone" ? target.words : []));
    // A list in a cell takes 255 characters, and a comma would split a word in two.
    return [...new Set(words)]
      .filter((word) => !/[,，]/.test(word) && word.length <= 30)
      .slice(0, 6)
      .join("\n");
  };
  return runsBy(rows, wordsOf).flatMap(([first, count, words]) =>
    words === "" ? [] : [{ first, count, words: words.split("\n") }],
  );
}

function conditionalsOf(
  columns: readonly Column[],
  body: Area,
  grades: readonly string[],
): SheetSpec["conditionals"] {
  const originalAt = columns.findIndex(({ kind }) => kind === "original");
  return columns.flatMap((column, at): SheetSpec["conditionals"] => {
    const area = { ...body, column: at, columns: 1 };
    switch (column.kind) {
      case "grade":
        return [...grades, "未入力"].map((text, order) => ({
          area,
          rule: { kind: "equals", text, ...colorOf(text, order) },
        }));
      case "rate":
        return [{ area, rule: { kind: "equals", text: "未入力", ...colorOf("未入力", 0) } }];
      case "actual": {
        const row = body.row + 1;
        const cell = `${columnName(at)}${row}`;
        const target = `${columnName(at - 1)}${row}`;
        const original = `$${columnName(originalAt)}${row}`;
        // Only cells of the same row: a rule may not look further without being edited once (office-js#5299).
        const formula = `=AND(${cell}="",${target}<>"",${target}<>"－",${original}="")`;
        return [{ area, rule: { kind: "formula", formula, fill: "#FFE699", color: "#7F6000" } }];
      }
      default:
        return [];
    }
  });
}

function colorOf(grade: string, order: number): { fill: string; color: string } {
  return (
    gradeColors[grade] ??
    ladderColors[Math.min(order, ladderColors.length - 1)] ?? { fill: "#FFFFFF", color: "#000000" }
  );
}

/** What folds: the upper levels, what defines an indicator, and of each year all but its 評価. Neighbouring groups would become one. */
function groupsOf(columns: readonly Column[]): SheetSpec["groups"] {
  const levels = columns.filter(({ kind }) => kind === "level").length;
  const definition = runsOf(columns, ({ kind }) => definitionKinds.has(kind));
  return [
    ...(levels > 1 ? [{ column: 1, columns: levels - 1 }] : []),
    ...definition.map(([column, count]) => ({ column, columns: count })),
    ...columns.flatMap(({ kind }, at) =>
      kind === "target" ? [{ column: at, columns: COLUMNS_PER_YEAR - 1 }] : [],
    ),
  ];
}

/** 基準値 stays in sight, and keeps this group apart from the first year's. */
const definitionKinds: ReadonlySet<Column["kind"]> = new Set([
  "indicatorKind",
  "unit",
  "direction",
  "method",
  "cumulative",
  "note",
  "planRemark",
  "baselineYear",
]);

/** On an office screen with the pane open a planner sees the item, who is responsible, the indicator and the year to fill in. */
function foldedOf(columns: readonly Column[], year: Year | null): SheetSpec["folded"] {
  const isOpen = (column: number): boolean => {
    const first = columns[column];
    return first !== undefined && "year" in first && (year === null || first.year === year);
  };
  const copyAt = columns.findIndex(({ kind }) => kind === "copy");
  return [
    ...groupsOf(columns).filter(({ column }) => !isOpen(column)),
    ...(copyAt < 0 ? [] : [{ column: copyAt, columns: 1 }]),
  ];
}

/** Stretches of neighbours that satisfy: first and count. */
export function runsOf<Each>(
  list: readonly Each[],
  wanted: (each: Each, at: number) => boolean,
): [number, number][] {
  return runsBy(list, wanted).flatMap(([first, count, is]) =>
    is ? [[first, count] as [number, number]] : [],
  );
}

/** Stretches of neighbours with the same value: first, count and the value. */
export function runsBy<Each, Value>(
  list: readonly Each[],
  valueOf: (each: Each, at: number) => Value,
): [number, number, Value][] {
  const runs: [number, number, Value][] = [];
  list.forEach((each, at) => {
    const value = valueOf(each, at);
    const last = runs.at(-1);
    if (last !== undefined && last[2] === value) last[1]++;
    else runs.push([at, 1, value]);
  });
  return runs;
}
