/** What the workbook holds that is ours: plan tables, kept copies, 設定, scales, records, found by what is in them, never by name or place. */

import { type Area, parseAddress } from "../address";
import { type CellValue } from "../cell-values";
import { isKeptHeader, type Kept, readKept } from "../kept-copy";
import { FINDINGS, HISTORY, recordPositions } from "../layout/record-sheets";
import { EVALUATION_YEAR, isListHeader } from "../layout/settings-sheet";
import { findHeader, isPlanHeader, readHeader } from "../reading/header";
import { isScaleHeader } from "../scale-table";
import { FORMAT_VERSION } from "../versions/format";
import { migrated } from "../versions/migrations";
import type { Batch } from "./connection";
import { isUnfinishedMark, JOURNAL_KEY, type Journal, readJournal } from "./journal";
import { readAreas } from "./read-areas";

export interface SurveyedTable {
  name: string;
  sheet: string;
  area: Area;
  /** Header row first. */
  matrix: CellValue[][];
}

export interface SurveyedSheet {
  name: string;
  visibility: string;
  position: number;
  protected: boolean;
}

export interface Survey {
  sheets: SurveyedSheet[];
  /** Names of tables and defined names, for choosing free ones. */
  takenNames: string[];
  names: { name: string; formula: string }[];
  plans: SurveyedTable[];
  /** Plan headers outside any table: a table somebody converted to a range. */
  loosePlans: SurveyedTable[];
  kept: { table: SurveyedTable; kept: Kept | null }[];
  list: SurveyedTable | null;
  scales: SurveyedTable[];
  history: SurveyedTable | null;
  findings: SurveyedTable | null;
  structureProtected: boolean;
  journal: Journal | null;
  /** Sheets an operation began and did not finish. */
  halfMade: string[];
  evaluationYear: CellValue;
  formatVersion: number;
}

export async function survey(
  { context, sync }: Batch,
  /** `only`: sheets to look at, by name; a file's sheets are read as a workbook of their own. */
  options: { loose?: boolean; only?: ReadonlySet<string> } = {},
): Promise<Survey> {
  const { workbook } = context;
  const sheets = workbook.worksheets.load("items/name,items/visibility,items/position");
  const tables = workbook.tables.load("items/name");
  const names = workbook.names.load("items/name,items/formula,items/type");
  const protection = workbook.protection.load("protected");
  const setting = workbook.settings.getItemOrNullObject(JOURNAL_KEY).load("value");
  await sync();

  const heads = tables.items.map((table) => ({
    table,
    name: table.name,
    sheet: table.worksheet.load("name"),
    header: table.getHeaderRowRange().load("values"),
    range: table.getRange().load("address"),
  }));
  const protections = sheets.items.map((sheet) => sheet.protection.load("protected"));
  const marks = sheets.items.map((sheet) => sheet.getRange("A1").load("values"));
  const evaluationYear = names.items.some(({ name }) => name === EVALUATION_YEAR)
    ? workbook.names.getItem(EVALUATION_YEAR).getRangeOrNullObject().load("values")
    : null;
  if (heads.length > 0 || sheets.items.length > 0) await sync();

  const ours = heads.flatMap(({ name, sheet, header, range }) => {
    const cells = (header.values[0] ?? []) as CellValue[];
    const kind = options.only?.has(sheet.name) === false ? null : kindOf(cells);
    const area = parseAddress(range.address)?.area;
    return kind === null || area === undefined ? [] : [{ kind, name, sheet: sheet.name, area }];
  });
  const matrices = await readAreas({ context, sync }, ours);
  const tablesOf = (kind: TableKind): SurveyedTable[] =>
    ours.flatMap((each, at) =>
      each.kind === kind
        ? [{ name: each.name, sheet: each.sheet, area: each.area, matrix: matrices[at] ?? [] }]
        : [],
    );
  const kept = tablesOf("kept").map((table) => {
    const read = readKept(table.matrix.slice(1));
    // One of a newer format stays as it is: every operation declines it by its version.
    return { table, kept: read === null ? null : (migrated(read) ?? read) };
  });
  const surveyed: Survey = {
    sheets: sheets.items.map(({ name, visibility, position }, at) => ({
      name,
      visibility,
      position,
      protected: protections[at]?.protected ?? false,
    })),
    takenNames: [...tables.items.map(({ name }) => name), ...names.items.map(({ name }) => name)],
    names: names.items.map(({ name, formula }) => ({ name, formula: String(formula) })),
    plans: tablesOf("plan"),
    loosePlans: [],
    kept,
    list: tablesOf("list")[0] ?? null,
    scales: tablesOf("scale"),
    history: tablesOf("history")[0] ?? null,
    findings: tablesOf("findings")[0] ?? null,
    structureProtected: protection.protected,
    journal: setting.isNullObject ? null : readJournal(setting.value),
    halfMade: sheets.items.flatMap(({ name }, at) =>
      isUnfinishedMark((marks[at]?.values as CellValue[][] | undefined)?.[0]?.[0]) ? [name] : [],
    ),
    evaluationYear:
      evaluationYear === null || evaluationYear.isNullObject
        ? ""
        : ((evaluationYear.values as CellValue[][])[0]?.[0] ?? ""),
    formatVersion: Math.max(
      FORMAT_VERSION,
      ...kept.map(({ kept: each }) => each?.names.version ?? FORMAT_VERSION),
    ),
  };
  if (options.loose === true) surveyed.loosePlans = await loosePlans({ context, sync }, surveyed);
  return surveyed;
}

type TableKind = "plan" | "kept" | "list" | "scale" | "history" | "findings";

function kindOf(header: readonly CellValue[]): TableKind | null {
  if (isKeptHeader(header)) return "kept";
  if (isListHeader(header)) return "list";
  if (isScaleHeader(header)) return "scale";
  if (recordPositions(HISTORY, header) !== null) return "history";
  if (recordPositions(FINDINGS, header) !== null) return "findings";
  return isPlanHeader(readHeader(header)) ? "plan" : null;
}

/** Sheets without a plan table, searched for a plan's header in their first rows. */
async function loosePlans(batch: Batch, { sheets, plans }: Survey): Promise<SurveyedTable[]> {
  const { context, sync } = batch;
  const candidates = sheets.filter(
    ({ name, visibility }) => visibility === "Visible" && !plans.some((plan) => plan.sheet === name),
  );
  const used = candidates.map(({ name }) => ({
    sheet: name,
    range: context.workbook.worksheets.getItem(name).getUsedRangeOrNullObject(true).load("address,cellCount"),
  }));
  if (used.length === 0) return [];
  await sync();
  const areas = used.flatMap(({ sheet, range }) => {
    const area = range.isNullObject ? undefined : parseAddress(range.address)?.area;
    // A sheet of somebody's data is looked at by its top only.
    return area === undefined || area.rows < 2
      ? []
      : [{ sheet, area, top: { ...area, rows: Math.min(area.rows, 50) } }];
  });
  const tops = await readAreas(
    batch,
    areas.map(({ sheet, top }) => ({ sheet, area: top })),
  );
  const found = areas.flatMap(({ sheet, area }, at) => {
    const header = findHeader(tops[at] ?? []);
    if (header === null) return [];
    const positions = header.columns.flatMap((column, position) => (column === null ? [] : [position]));
    const last = Math.max(...positions);
    const whole = {
      row: area.row + header.row,
      column: area.column,
      rows: area.rows - header.row,
      columns: last + 1,
    };
    return [{ sheet, area: whole }];
  });
  const matrices = await readAreas(batch, found);
  return found.map(({ sheet, area }, at) => {
    const matrix = matrices[at] ?? [];
    const end = matrix.findIndex((row) => row.every((cell) => cell === ""));
    const rows = end < 0 ? matrix : matrix.slice(0, end);
    return { name: "", sheet, area: { ...area, rows: rows.length }, matrix: rows };
  });
}
