/** 集計: the evaluation tables as the plans print them, as live formulas over the plan's table, with charts. */

import { itemsOf } from "../../plan/items";
import type { Plan } from "../../plan/plan";
import type { Scale } from "../../plan/scale";
import { departmentsOf, treeOf } from "../../plan/tree";
import { areaName, type Area } from "../address";
import { type Column, headerOf, markScalesOf } from "../columns";
import { bracketed } from "../formulas";
import { letterChoices, PERCENT_FORMAT, type PlanNames } from "../plan-cells";
import { headingText } from "../rows";
import { EVALUATION_YEAR } from "./settings-sheet";
import { emptySheet, type SheetSpec } from "./sheet-spec";
import {
  computedLook,
  headerLook,
  HEADER_HEIGHT,
  hintLook,
  sectionLook,
  TITLE_HEIGHT,
  titleLook,
} from "./style";

/** Columns the formulas may fill: names, counts and shares of up to seven grades, states, rates. */
const spillColumns = 30;
/** Before the grades: name, 項目数, 判定済. */
const gradesFrom = 3;
/** Beside the first table. */
const chartRows = 16;
const chartColumns = 6;

export interface SummaryNames extends PlanNames {
  /** 加須市 */
  name: string;
}

export function summarySheet(plan: Plan, sheet: string, names: SummaryNames, scale: Scale): SheetSpec {
  const spec = emptySheet("集計", sheet);
  say(spec, 0, `${plan.title}　集計`, titleLook);
  spec.formulas.push({
    area: cellAt(1, 0),
    formula: `=${EVALUATION_YEAR}&"　（年度は「設定」で選びます。表は数式の結果なので、このシートには入力しません）"`,
  });
  spec.looks.push({ area: cellAt(1, 0), look: hintLook });
  const recorded = markScalesOf(plan);
  if (recorded.length > 0) addRecorded(spec, plan, names, recorded);
  else addComputed(spec, plan, names, scale);
  spec.widths.push(
    { column: 0, columns: 1, characters: 34 },
    { column: 1, columns: spillColumns, characters: 11 },
  );
  spec.heights.push({ row: 0, points: TITLE_HEIGHT });
  spec.freeze = { rows: 2, columns: 1 };
  spec.page = { title: `${plan.title}　集計`, landscape: true, paper: "a3", headerRows: [0, 1] };
  return spec;
}

/** 加須's way: the whole plan by class, then by heading and by 担当課, as =PLAN.SUMMARY spills them. */
function addComputed(spec: SheetSpec, plan: Plan, names: SummaryNames, scale: Scale): void {
  const sections = sectionsOf(plan);
  const grades = scale.rules.length;
  const [goals] = sections;
  const byHeading = goals !== undefined && goals.level !== "担当課" ? goals : null;
  const overall = 3;
  let row = byHeading === null ? overall : overall + Math.max(chartRows, grades + 5) + 1;
  if (byHeading !== null) addOverall(spec, names, scale, overall, { row: row + 1, lines: byHeading.lines });
  for (const { title, level, lines } of sections) {
    say(spec, row, title, sectionLook);
    spec.formulas.push({
      area: cellAt(row + 1, 0),
      formula: `=PLAN.SUMMARY("${level.replaceAll('"', '""')}",${EVALUATION_YEAR},${names.name})`,
    });
    const width = gradesFrom + 2 * grades + 5;
    const header: Area = { row: row + 1, column: 0, rows: 1, columns: width };
    spec.looks.push({ area: header, look: headerLook });
    spec.heights.push({ row: row + 1, points: HEADER_HEIGHT });
    const body = (column: number, columns: number): Area => ({
      row: row + 2,
      column,
      rows: lines + 2,
      columns,
    });
    spec.numberFormats.push(
      { area: body(gradesFrom + grades, grades), format: PERCENT_FORMAT },
      { area: body(width - 2, 1), format: PERCENT_FORMAT },
    );
    spec.looks.push({ area: body(1, width - 1), look: computedLook });
    // A heading more, a line for what has none, a total: the tables below stay free of #SPILL!.
    row += lines + 6;
  }
}

/** 区分 × 件数 × 割合 and the overall rating, looked up in the table by heading: its total line is the whole plan. */
function addOverall(
  spec: SheetSpec,
  names: SummaryNames,
  { rules }: Scale,
  row: number,
  below: { row: number; lines: number },
): void {
  const table = absolute({ row: below.row, column: 0, rows: below.lines + 4, columns: spillColumns });
  const first = absolute({ row: below.row, column: 0, rows: below.lines + 4, columns: 1 });
  const head = absolute({ row: below.row, column: 0, rows: 1, columns: spillColumns });
  const total = (header: string): string =>
    `INDEX(${table},MATCH("合計",${first},0),MATCH(${header},${head},0))`;
  say(spec, row, "全体の評価", sectionLook);
  addHeader(spec, row + 1, ["区分", "件数", "割合"]);
  const cells = rules.map((_, at) => {
    const grade = areaName(cellAt(row + 2 + at, 0));
    return [
      `=INDEX(${names.scaleTable}[評価],${at + 1})`,
      `=${total(grade)}`,
      `=${total(`${grade}&" 割合"`)}`,
    ];
  });
  const count = total('"判定済"');
  cells.push(
    ["判定した項目", `=${count}`, `=IF(${count}=0,"",1)`],
    ["総合評価", `=${total('"評価"')}`, `=${total('"達成率"')}`],
  );
  const area: Area = { row: row + 2, column: 0, rows: cells.length, columns: 3 };
  spec.formulas.push({ area, formula: cells });
  spec.numberFormats.push({ area: { ...area, column: 2, columns: 1 }, format: PERCENT_FORMAT });
  spec.looks.push(
    { area: { ...area, column: 1, columns: 2 }, look: computedLook },
    { area: { ...area, row: row + 2 + rules.length, rows: 2 }, look: { bold: true } },
  );
  spec.charts.push({
    kind: "Doughnut",
    title: "全体の評価",
    source: { row: row + 1, column: 0, rows: rules.length + 1, columns: 2 },
    place: { row, column: 4, rows: chartRows, columns: chartColumns },
  });
}

/** 入間's way: for each scale of judgements how often each letter was given, by heading; a judgement of several letters counts for each. */
function addRecorded(spec: SheetSpec, plan: Plan, names: SummaryNames, scales: readonly string[]): void {
  const headings = headingsOf(plan);
  const choices = letterChoices(plan);
  const mirrors = plan.nodes.some(({ sameAs }) => sameAs !== undefined);
  const column = (each: Column): string => `${names.table}${bracketed(headerOf(each))}`;
  let row = 3;
  for (const scale of scales) {
    const letters = choices.get(scale) ?? [];
    if (letters.length === 0) continue;
    const lines = headings?.texts ?? [];
    const title = headings === null ? `${scale}の件数` : `${headings.level}ごとの${scale}`;
    say(spec, row, title, sectionLook);
    addHeader(spec, row + 1, [headings?.level ?? "区分", ...letters, "取組数"]);
    const only = mirrors ? `,${column({ kind: "original" })},"="` : "";
    const count = (line: number | null, position: number): string => {
      const under =
        line === null || headings === null
          ? ""
          : `${column({ kind: "level", depth: headings.depth, name: headings.level })},$A${row + 3 + line},`;
      const given = position < letters.length ? `"*"&${areaName(cellAt(row + 1, position + 1))}&"*"` : '"?*"';
      return `=COUNTIFS(${under}${column({ kind: "mark", scale })},${given}${only})`;
    };
    const counts = [...lines.map((_, line) => line), null].map((line) =>
      Array.from({ length: letters.length + 1 }, (_, position) => count(line, position)),
    );
    const named = { row: row + 2, column: 0, rows: counts.length, columns: 1 };
    spec.numberFormats.push({ area: named, format: "@" });
    spec.values.push({ area: named, cells: [...lines, "合計"].map((text) => [text]) });
    spec.formulas.push({ area: { ...named, column: 1, columns: letters.length + 1 }, formula: counts });
    spec.looks.push({
      area: { ...named, row: row + 2 + lines.length, rows: 1, columns: letters.length + 2 },
      look: { bold: true },
    });
    const beside = {
      row,
      column: letters.length + 3,
      rows: Math.max(counts.length + 3, chartRows),
      columns: chartColumns,
    };
    if (lines.length > 0) {
      spec.charts.push({
        kind: "BarStacked",
        title,
        source: { row: row + 1, column: 0, rows: lines.length + 1, columns: letters.length + 1 },
        place: beside,
      });
    }
    row += beside.rows + 2;
  }
}

interface Section {
  title: string;
  level: string;
  lines: number;
}

function sectionsOf(plan: Plan): Section[] {
  const headings = headingsOf(plan);
  const departments = new Set(itemsOf(treeOf(plan)).flatMap(departmentsOf));
  return [
    ...(headings === null
      ? []
      : [{ title: `${headings.level}ごとの評価`, level: headings.level, lines: headings.texts.length }]),
    ...(plan.expects.departments && departments.size > 0
      ? [{ title: "担当課ごとの評価", level: "担当課", lines: departments.size }]
      : []),
  ];
}

/** The highest level with enough headings to compare, as its column shows them. */
function headingsOf(plan: Plan): { level: string; depth: number; texts: string[] } | null {
  const tree = treeOf(plan);
  const texts = plan.levels.map((level) =>
    tree.inOrder.flatMap(({ node }) => (node.level === level ? [headingText(node)] : [])),
  );
  const itemLevel = plan.levels.indexOf(plan.expects.level);
  const usable = plan.levels
    .slice(0, itemLevel < 0 ? plan.levels.length : Math.max(1, itemLevel))
    .map((level, depth) => ({ level, depth, texts: texts[depth] ?? [] }))
    .filter((each) => each.texts.length > 1);
  const [first, second] = usable;
  if (first === undefined) return null;
  return first.texts.length < 4 && second !== undefined ? second : first;
}

function say(spec: SheetSpec, row: number, words: string, look: SheetSpec["looks"][number]["look"]): void {
  spec.values.push({ area: cellAt(row, 0), cells: [[words]] });
  spec.looks.push({ area: cellAt(row, 0), look });
}

function addHeader(spec: SheetSpec, row: number, words: readonly string[]): void {
  const area: Area = { row, column: 0, rows: 1, columns: words.length };
  spec.values.push({ area, cells: [[...words]] });
  spec.looks.push({ area, look: headerLook });
  spec.heights.push({ row, points: HEADER_HEIGHT });
}

function cellAt(row: number, column: number): Area {
  return { row, column, rows: 1, columns: 1 };
}

function absolute(area: Area): string {
  return areaName(area).replace(/([A-Z]+)(\d+)/g, "$$$1$$$2");
}
