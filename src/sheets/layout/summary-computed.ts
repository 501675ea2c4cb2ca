/** 集計 of a plan whose grades are computed: =PLAN.SUMMARY by heading and by 担当課, and what the whole plan comes to. */

import { itemsOf } from "../../plan/items";
import type { Plan } from "../../plan/plan";
import { RATING_SCALES } from "../../plan/scales/bundled";
import type { Scale } from "../../plan/scales/scale";
import { ratingsOf } from "../../plan/summary/ratings";
import { departmentsOf, treeOf } from "../../plan/tree";
import { type Area, areaName } from "../address";
import { PERCENT_FORMAT } from "../plan-cells";
import { EVALUATION_YEAR } from "./settings-sheet";
import { type SheetSpec, textWidth } from "./sheet-spec";
import { computedLook, HEADER_HEIGHT, headerLook, hintLook, nameLook, sectionLook } from "./style";
import { countingNotes } from "./summary-notes";
import {
  absolute,
  addHeader,
  cellAt,
  chartColumns,
  chartRows,
  headingsOf,
  say,
  type SummaryNames,
} from "./summary-parts";

/** Columns the formulas may fill: names, counts and shares of up to seven grades, states, rates. */
export const spillColumns = 30;
/** Before the grades: name, 項目数, 判定済. */
const gradesFrom = 3;
/** Lines for classes a scale may get later. */
const spareGrades = 3;
const DEPARTMENTS = "担当課";
/** Lines that look as they should when a plan gets more 担当課. */
const spareDepartments = 20;

/** 加須's way: the whole plan by class, then by heading and by 担当課, as =PLAN.SUMMARY spills them. */
export function addComputed(spec: SheetSpec, plan: Plan, names: SummaryNames, scale: Scale): void {
  const sections = sectionsOf(plan);
  const grades = scale.rules.length;
  const [goals] = sections;
  const byHeading = goals !== undefined && goals.level !== DEPARTMENTS ? goals : null;
  let row = 3;
  if (byHeading !== null) {
    const overall = row;
    row += Math.max(chartRows, grades + spareGrades + 5) + 1;
    const spill = spilled(row + 1, byHeading.lines);
    addOverall(spec, names, scale, overall, spill);
    row = addSection(spec, plan, names, scale, byHeading, row);
    // 総合評価 stands in the first column beside the names.
    spec.widths.push({ column: 1, columns: 1, characters: gradeWidth(plan, scale) });
    addGradesByHeading(spec, names, scale, byHeading, row, spill);
    row += byHeading.texts.length + 3;
  }
  row = addNotes(spec, row, countingNotes(plan, scale));
  // Last of all, with nothing in its way: 担当課 come and go with every 組織改正.
  for (const section of sections)
    if (section !== byHeading) row = addSection(spec, plan, names, scale, section, row);
}

/** A table as =PLAN.SUMMARY spills it; answers the row below it. */
function addSection(
  spec: SheetSpec,
  plan: Plan,
  names: SummaryNames,
  scale: Scale,
  { title, level, lines }: Section,
  row: number,
): number {
  const grades = scale.rules.length;
  say(spec, row, title, sectionLook);
  spec.formulas.push({
    area: cellAt(row + 1, 0),
    formula: `=PLAN.SUMMARY("${level.replaceAll('"', '""')}",${EVALUATION_YEAR},${names.name})`,
  });
  const width = gradesFrom + 2 * grades + 5;
  const header: Area = { row: row + 1, column: 0, rows: 1, columns: width };
  spec.looks.push({ area: header, look: headerLook });
  spec.heights.push({ row: row + 1, points: HEADER_HEIGHT });
  const rows = lines + (level === DEPARTMENTS ? spareDepartments : 2);
  const body = (column: number, columns: number): Area => ({ row: row + 2, column, rows, columns });
  spec.numberFormats.push(
    { area: body(gradesFrom + grades, grades), format: PERCENT_FORMAT },
    { area: body(width - 2, 1), format: PERCENT_FORMAT },
  );
  spec.looks.push({ area: body(0, 1), look: nameLook }, { area: body(1, width - 1), look: computedLook });
  // The grade is a word among numbers, and must not be cut.
  spec.widths.push({ column: width - 1, columns: 1, characters: gradeWidth(plan, scale) });
  // A heading more, a line for what has none, a total: the tables below stay free of #SPILL!.
  return row + lines + 6;
}

/** Of the words a heading, a 担当課 or the whole plan may be given. */
function gradeWidth(plan: Plan, scale: Scale): number {
  const rated = ratingsOf(plan, scale);
  const ratings = rated === null ? [] : [...Object.values(rated.levels), rated.total];
  const scales = [
    scale,
    ...ratings.flatMap((rating) =>
      typeof rating === "string" ? RATING_SCALES.filter(({ name }) => name === rating) : (rating ?? []),
    ),
  ];
  const longest = Math.max(...scales.flatMap(({ rules }) => rules.map(({ name }) => textWidth(name))));
  return Math.min(24, Math.max(11, longest + 2));
}

function addNotes(spec: SheetSpec, row: number, notes: readonly string[]): number {
  say(spec, row, "数え方", sectionLook);
  const area: Area = { row: row + 1, column: 0, rows: notes.length, columns: 1 };
  spec.values.push({ area, cells: notes.map((note) => [note]) });
  spec.looks.push({ area, look: hintLook });
  return row + notes.length + 2;
}

/** Where a spilled table stands, as formulas look things up in it: by its headings and its header. */
interface Spill {
  /** Row of its header. */
  row: number;
  lookUp(heading: string, header: string): string;
}

function spilled(row: number, lines: number): Spill {
  const whole: Area = { row, column: 0, rows: lines + 4, columns: spillColumns };
  const table = absolute(whole);
  const first = absolute({ ...whole, columns: 1 });
  const head = absolute({ ...whole, rows: 1 });
  return {
    row,
    lookUp: (heading, header) => `INDEX(${table},MATCH(${heading},${first},0),MATCH(${header},${head},0))`,
  };
}

/** The overall rating and 区分 × 件数 × 割合, looked up in the table by heading: its total line is the whole plan. */
function addOverall(spec: SheetSpec, names: SummaryNames, { rules }: Scale, row: number, spill: Spill): void {
  const total = (header: string): string => spill.lookUp('"合計"', header);
  say(spec, row, "全体の評価", sectionLook);
  const count = total('"判定済"');
  const overall: Area = { row: row + 1, column: 0, rows: 2, columns: 3 };
  spec.values.push({
    area: { ...overall, columns: 1 },
    cells: [["総合評価（右は達成率）"], ["判定した項目（右は割合）"]],
  });
  spec.formulas.push({
    area: { ...overall, column: 1, columns: 2 },
    formula: [
      [`=${total('"評価"')}`, `=${total('"達成率"')}`],
      [`=${count}`, `=IF(${count}=0,"",1)`],
    ],
  });
  addHeader(spec, row + 3, ["区分", "件数", "割合"]);
  // Lines to spare: a scale that gets more classes shows them all, and nothing is missing from the count.
  const lines = rules.length + spareGrades;
  const area: Area = { row: row + 4, column: 0, rows: lines, columns: 3 };
  const grade = (at: number): string => areaName(cellAt(area.row + at, 0));
  const each = Array.from({ length: lines }, (_, at) => at);
  spec.values.push({
    area: { ...area, rows: rules.length, columns: 1 },
    cells: rules.map(({ name }) => [name]),
  });
  spec.formulas.push({
    area: { ...area, column: 1, columns: 2 },
    formula: each.map((at) => [
      `=IF(${grade(at)}="","",${total(grade(at))})`,
      `=IF(${grade(at)}="","",${total(`${grade(at)}&" 割合"`)})`,
    ]),
  });
  spec.formulasAfterCharts.push({
    area: { ...area, columns: 1 },
    formula: each.map((at) => [gradeName(names, at)]),
  });
  spec.numberFormats.push(
    { area: { ...area, column: 2, columns: 1 }, format: PERCENT_FORMAT },
    { area: { ...overall, column: 2, columns: 1 }, format: PERCENT_FORMAT },
  );
  spec.looks.push(
    { area: { ...area, columns: 1 }, look: nameLook },
    { area: { ...overall, columns: 1 }, look: nameLook },
    { area: { ...area, column: 1, columns: 2 }, look: computedLook },
    { area: { ...overall, column: 1, columns: 2 }, look: computedLook },
    { area: overall, look: { bold: true } },
  );
  spec.charts.push({
    kind: "Doughnut",
    title: "全体の評価",
    source: { row: row + 3, column: 0, rows: rules.length + 1, columns: 2 },
    place: { row, column: 4, rows: chartRows, columns: chartColumns },
    grades: rules.length,
  });
}

/** How many of each grade a heading has, side by side for the chart: a spilled table has other columns between. */
function addGradesByHeading(
  spec: SheetSpec,
  names: SummaryNames,
  { rules }: Scale,
  { level, texts }: Section,
  row: number,
  spill: Spill,
): void {
  const title = `${level}ごとの評価（図のもとの数）`;
  say(spec, row, title, sectionLook);
  addHeader(spec, row + 1, [level, ...rules.map(({ name }) => name)]);
  const named: Area = { row: row + 2, column: 0, rows: texts.length, columns: 1 };
  const nameAt = (line: number): string => areaName(cellAt(named.row + line, 0));
  const gradeAt = (at: number): string => absolute(cellAt(row + 1, at + 1));
  spec.values.push({ area: named, cells: texts.map((text) => [text]) });
  spec.formulas.push({
    area: { ...named, column: 1, columns: rules.length },
    formula: texts.map((_, line) =>
      rules.map((_rule, at) => `=IF(${nameAt(line)}="",0,${spill.lookUp(nameAt(line), gradeAt(at))})`),
    ),
  });
  spec.looks.push({ area: { ...named, column: 1, columns: rules.length }, look: computedLook });
  spec.charts.push({
    kind: "BarStacked",
    title: `${level}ごとの評価`,
    source: { row: row + 1, column: 0, rows: texts.length + 1, columns: rules.length + 1 },
    place: { row: 3, column: 4 + chartColumns + 1, rows: chartRows, columns: chartColumns + 2 },
    grades: rules.length,
  });
  spec.formulasAfterCharts.push(
    {
      area: named,
      formula: texts.map((_, line) => {
        const heading = absolute(cellAt(spill.row + 1 + line, 0));
        return [`=IF(${heading}="合計","",${heading})`];
      }),
    },
    {
      area: { row: row + 1, column: 1, rows: 1, columns: rules.length },
      formula: [rules.map((_, at) => gradeName(names, at))],
    },
  );
}

function gradeName({ scaleTable }: SummaryNames, at: number): string {
  return `=IFERROR(INDEX(${scaleTable}[評価],${at + 1}),"")`;
}

interface Section {
  title: string;
  level: string;
  texts: readonly string[];
  lines: number;
}

function sectionsOf(plan: Plan): Section[] {
  const headings = headingsOf(plan);
  const departments = new Set(itemsOf(treeOf(plan)).flatMap(departmentsOf));
  return [
    ...(headings === null
      ? []
      : [{ ...headings, title: `${headings.level}ごとの評価`, lines: headings.texts.length }]),
    ...(plan.expects.departments && departments.size > 0
      ? [{ title: "担当課ごとの評価", level: DEPARTMENTS, texts: [...departments], lines: departments.size }]
      : []),
  ];
}
