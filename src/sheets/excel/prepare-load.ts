/** Loading as data: which sheets, tables and names a plan gets in this workbook, what takes them back, and what a person sees before anything is written. */

import type { Plan, Year } from "../../plan/plan";
import { parseYear } from "../../plan/year";
import { areaName, quoteSheet } from "../address";
import type { LoadPreview, SheetPreview, SheetProblem } from "../contract";
import { yearsOf } from "../columns";
import { planNameFormula } from "../formulas";
import { freeName, freeSheetName } from "../legal-names";
import type { Kept, KeptNames } from "../kept";
import { keptSheet } from "../layout/kept-sheet";
import { planSheet } from "../layout/plan-sheet";
import { FINDINGS, HISTORY, recordSheet } from "../layout/record-sheets";
import {
  EVALUATION_YEAR,
  firstEvaluationYear,
  FIRST_SCALE_COLUMN,
  LIST_HEADERS,
  SETTINGS_ROWS,
  settingsForOneMore,
  settingsSheet,
} from "../layout/settings-sheet";
import { emptySheet, type SheetSpec } from "../layout/sheet-spec";
import { summarySheet } from "../layout/summary-sheet";
import { firstScaleOf, SCALE_HEADERS, scaleRows } from "../scale-table";
import { FORMAT_VERSION } from "../versions/format";
import { piecesOf } from "./draw";
import { UNFINISHED_MARK } from "./half-made";
import type { Journal } from "./journal";
import { inOrderOfShowing, onSettingsOf } from "./load-account";
import { lineFor, type ListLine, type SettingsFacts, stepsOfLine } from "./new-list-line";
import type { Step } from "./step";
import type { Survey } from "./survey";

export interface PreparedLoad {
  kept: Kept;
  /** In the order of the tabs. */
  sheets: SheetSpec[];
  /** Scales first, then what refers to them. */
  drawOrder: string[];
  /** On 設定 that is there already. */
  onSettings: SheetSpec | null;
  line: ListLine | null;
  names: { name: string; formula: string }[];
  /** What a sheet is called before it has its mark. */
  begunAs: string;
  journal: Journal;
  steps: Step[];
  preview: LoadPreview;
}

export function prepareLoad(
  plan: Plan,
  survey: Survey,
  settings: SettingsFacts | null,
  on: string,
  problems: SheetProblem[],
): PreparedLoad {
  const takenSheets = survey.sheets.map(({ name }) => name);
  const takenNames = [...survey.takenNames];
  const newSheet = (wanted: string): string => {
    const name = freeSheetName(wanted, takenSheets);
    takenSheets.push(name);
    return name;
  };
  const newName = (wanted: string): string => {
    const name = freeName(wanted, takenNames);
    takenNames.push(name);
    return name;
  };
  const planSheetName = newSheet(plan.municipality);
  const name = newName(plan.municipality);
  const first = !survey.sheets.some((sheet) => sheet.name === "集計");
  const names: KeptNames = {
    version: FORMAT_VERSION,
    serial: 1,
    table: newName(`表_${name}`),
    scaleTable: newName(`尺度_${name}`),
    name,
    keptTable: newName(`控え_${name}`),
    sheets: {
      plan: planSheetName,
      summary: newSheet(first ? "集計" : `集計（${planSheetName}）`),
      kept: newSheet(`控え（${planSheetName}）`),
    },
    loadedOn: on,
  };
  const kept: Kept = { plan, names };
  const scale = firstScaleOf(plan);
  const grades = scale.rules.map((rule) => rule.name);
  const listTable = survey.list?.name ?? newName("計画一覧");
  const settingsName = settings?.list.sheet ?? newSheet("設定");
  const isNewSettings = settings === null;
  const main = planSheet(plan, planSheetName, names, grades, openYear(plan, survey));
  const sheets: SheetSpec[] = [
    main,
    summarySheet(plan, names.sheets.summary, names, scale),
    ...(isNewSettings ? [settingsSheet(settingsName, listTable, plan, names, scale)] : []),
    ...(survey.findings === null
      ? [recordSheet(FINDINGS, newSheet(FINDINGS.kind), newName(FINDINGS.table))]
      : []),
    ...(survey.history === null
      ? [recordSheet(HISTORY, newSheet(HISTORY.kind), newName(HISTORY.table))]
      : []),
    keptSheet(kept),
  ];
  const line = isNewSettings ? null : lineFor(plan, names, settings);
  const scaleColumn = isNewSettings
    ? FIRST_SCALE_COLUMN
    : Math.max(FIRST_SCALE_COLUMN, settings.usedColumns + 1);
  const onSettings = isNewSettings
    ? null
    : settingsForOneMore(emptySheet("設定", settingsName, "設定"), scaleColumn, plan, names, scale);
  const newNames = [
    ...(survey.names.some((each) => each.name === EVALUATION_YEAR)
      ? []
      : [
          {
            name: EVALUATION_YEAR,
            formula: `=${quoteSheet(settingsName)}!$B$${SETTINGS_ROWS.evaluationYear + 1}`,
          },
        ]),
    { name, formula: planNameFormula(names.table) },
  ];
  const steps: Step[] = [
    ...sheets.map((sheet): Step => ({ kind: "deleteSheet", sheet: sheet.name })),
    ...(isNewSettings
      ? []
      : [
          {
            kind: "clear",
            sheet: settingsName,
            address: areaName({
              row: SETTINGS_ROWS.tables - 2,
              column: scaleColumn,
              rows: 3 + scaleRows(scale).length,
              columns: SCALE_HEADERS.length,
            }),
          } as const,
          { kind: "deleteTable", table: names.scaleTable } as const,
        ]),
    ...newNames.map((each): Step => ({ kind: "deleteName", name: each.name })),
    ...(line === null ? [] : stepsOfLine(line)),
  ];
  return {
    kept,
    sheets,
    drawOrder: [settingsName, planSheetName, names.sheets.summary],
    onSettings,
    line,
    names: newNames,
    begunAs: newSheet(UNFINISHED_MARK),
    journal: {
      operation: "load",
      plan: plan.id,
      sheets: inOrderOfShowing(sheets),
      settings:
        settings === null || onSettings === null ? null : onSettingsOf(onSettings, names.scaleTable, line),
    },
    steps,
    preview: previewOf(plan, main, sheets, onSettings, newNames, names, survey, problems, line),
  };
}

/** The year of evaluation, where this plan has it. */
function openYear(plan: Plan, { evaluationYear }: Survey): Year {
  const year = parseYear(evaluationYear);
  return year !== null && yearsOf(plan).includes(year) ? year : firstEvaluationYear(plan);
}

function previewOf(
  plan: Plan,
  main: SheetSpec,
  sheets: readonly SheetSpec[],
  onSettings: SheetSpec | null,
  names: readonly { name: string }[],
  kept: KeptNames,
  survey: Survey,
  problems: SheetProblem[],
  line: ListLine | null,
): LoadPreview {
  const specs = onSettings === null ? sheets : [...sheets, onSettings];
  const size = (spec: SheetSpec): Pick<SheetPreview, "rows" | "columns"> => {
    const table = spec.tables[0]?.area;
    return { rows: table?.rows ?? 0, columns: table?.columns ?? 0 };
  };
  const made = sheets.map((spec): SheetPreview => ({
    name: spec.name,
    what: spec.kind,
    action: "作成",
    ...size(spec),
  }));
  const added: SheetPreview[] =
    line === null
      ? []
      : [{ name: line.sheet, what: "設定", action: "追記", rows: 1, columns: LIST_HEADERS.length }];
  return {
    planId: plan.id,
    title: plan.title,
    sheets: [...made, ...added],
    names: [...names.map(({ name }) => name), kept.scaleTable],
    rows: size(main).rows - 1,
    cells: specs.flatMap(({ values }) => values).reduce((sum, { area }) => sum + area.rows * area.columns, 0),
    bytes: specs.flatMap(piecesOf).reduce((sum, { bytes }) => sum + bytes, 0),
    overwrites: [],
    leftovers: survey.halfMade,
    problems,
  };
}
