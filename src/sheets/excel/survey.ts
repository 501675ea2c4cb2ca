/** What the workbook holds that is ours: plan tables, kept copies, 設定, scales, records, found by what is in them, never by name or place. */

import { type Area, areaName, areaOf, PLACE } from "../address";
import { cellIn, type CellValue, rowAt } from "../cell-values";
import type { Kept } from "../kept";
import { isKeptHeader, readKept } from "../kept-copy";
import { FINDINGS, HISTORY, isRecordHeader } from "../layout/record-sheets";
import { EVALUATION_YEAR, isListHeader } from "../layout/settings-sheet";
import { findHeader, isPlanHeader, readHeader } from "../reading/header";
import { isScaleHeader } from "../scale-table";
import { FORMAT_VERSION } from "../versions/format";
import { migrated } from "../versions/migrations";
import type { Batch } from "./connection";
import { halfMadeSheets, isBegunName, isUnfinishedMark } from "./half-made";
import { JOURNAL_KEY, type Journal, readJournal } from "./journal";
import { readAreas } from "./read-areas";
import { firstRates, isWithoutFormulas } from "./without-formulas";

export interface SurveyedTable {
  name: string;
  sheet: string;
  area: Area;
  /** Header row first. */
  matrix: CellValue[][];
  /** A plan's columns of 達成率 hold values where its formulas were: saved without them. */
  withoutFormulas?: true;
}

export interface SurveyedSheet {
  name: string;
  visibility: string;
  protected: boolean;
  /** What its first cell says. */
  corner: CellValue;
}

export interface Survey {
  sheets: SurveyedSheet[];
  /** Every table of the workbook, whosever it is. */
  tables: { name: string; sheet: string; area: Area }[];
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
  /** Sheets an operation began and nobody has seen. */
  halfMade: string[];
  /** Sheets that say they are being made and are not half made: they lack a title only. */
  untitled: string[];
  evaluationYear: CellValue;
  formatVersion: number;
}

export async function survey(
  { context, sync }: Batch,
  /** `only`: sheets to look at, by name; a file's sheets are read as a workbook of their own. */
  options: { loose?: boolean; only?: ReadonlySet<string> } = {},
): Promise<Survey> {
  const { workbook } = context;
  const sheets = workbook.worksheets.load("items/name,items/visibility");
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
    range: table.getRange().load(PLACE),
  }));
  const heldBy = sheets.items.map((sheet) => ({
    sheet,
    protection: sheet.protection.load("protected"),
    mark: sheet.getRange("A1").load("values"),
    blank: isBegunName(sheet.name) ? lookForAnything(sheet) : () => false,
  }));
  const evaluationYear = names.items.some(({ name }) => name === EVALUATION_YEAR)
    ? workbook.names.getItem(EVALUATION_YEAR).getRangeOrNullObject().load("values")
    : null;
  await sync();

  const ours = heads.flatMap(({ name, sheet, header, range }) => {
    const cells = rowAt(header.values as CellValue[][], 0);
    const kind = options.only?.has(sheet.name) === false ? null : kindOf(cells);
    const area = areaOf(range);
    return kind === null ? [] : [{ kind, name, sheet: sheet.name, area, cells }];
  });
  // Asked for with what is read anyway: no request more.
  const rates = new Map(
    ours.flatMap(({ kind, name, sheet, area, cells }) => {
      const first = kind === "plan" ? firstRates(area, cells) : null;
      if (first === null) return [];
      const range = workbook.worksheets.getItem(sheet).getRange(areaName(first)).load("formulas");
      return [[name, range] as const];
    }),
  );
  const read = await readAreas(
    { context, sync },
    ours.map(({ kind, name, sheet, area }) => ({ kind, name, sheet, area })),
  );
  const tablesOf = (wanted: TableKind): SurveyedTable[] =>
    read.flatMap(({ kind, ...table }) => {
      if (kind !== wanted) return [];
      return [
        isWithoutFormulas(table.matrix, rates.get(table.name)) ? { ...table, withoutFormulas: true } : table,
      ];
    });
  const kept = tablesOf("kept").map((table) => {
    const written = readKept(table.matrix.slice(1));
    // One of a newer format stays as it is: every operation declines it by its version.
    return { table, kept: written === null ? null : (migrated(written) ?? written) };
  });
  const own = {
    sheets: heldBy.map(
      ({ sheet: { name, visibility }, protection: { protected: isProtected }, mark, blank }) => ({
        name,
        visibility,
        protected: isProtected,
        corner: cornerOf(mark),
        blank: blank(),
      }),
    ),
    plans: tablesOf("plan"),
    kept,
    list: tablesOf("list")[0] ?? null,
    scales: tablesOf("scale"),
  };
  const halfMade = halfMadeSheets(own);
  const surveyed: Survey = {
    ...own,
    tables: heads.map(({ name, sheet, range }) => ({ name, sheet: sheet.name, area: areaOf(range) })),
    takenNames: [...tables.items.map(({ name }) => name), ...names.items.map(({ name }) => name)],
    names: names.items.map(({ name, formula }) => ({ name, formula: String(formula) })),
    loosePlans: [],
    history: tablesOf("history")[0] ?? null,
    findings: tablesOf("findings")[0] ?? null,
    structureProtected: protection.protected,
    journal: setting.isNullObject ? null : readJournal(setting.value),
    halfMade,
    untitled: own.sheets.flatMap(({ name, corner }) =>
      isUnfinishedMark(corner) && !halfMade.includes(name) && ours.some(({ sheet }) => sheet === name)
        ? [name]
        : [],
    ),
    evaluationYear: evaluationYear === null || evaluationYear.isNullObject ? "" : cornerOf(evaluationYear),
    formatVersion: Math.max(
      FORMAT_VERSION,
      ...kept.map(({ kept: each }) => each?.names.version ?? FORMAT_VERSION),
    ),
  };
  if (options.loose === true) surveyed.loosePlans = await loosePlans({ context, sync }, surveyed);
  return surveyed;
}

/** Whether there is anything on a sheet: words, colours, charts, pictures. Known with the next request. */
function lookForAnything(sheet: Excel.Worksheet): () => boolean {
  const used = sheet.getUsedRangeOrNullObject(false).load("address");
  const drawn = [sheet.charts.getCount(), sheet.shapes.getCount()];
  return () => used.isNullObject && drawn.every(({ value }) => value === 0);
}

function cornerOf({ values }: Excel.Range): CellValue {
  return cellIn(rowAt(values as CellValue[][], 0), 0);
}

type TableKind = "plan" | "kept" | "list" | "scale" | "history" | "findings";

function kindOf(header: readonly CellValue[]): TableKind | null {
  if (isKeptHeader(header)) return "kept";
  if (isListHeader(header)) return "list";
  if (isScaleHeader(header)) return "scale";
  if (isRecordHeader(HISTORY, header)) return "history";
  if (isRecordHeader(FINDINGS, header)) return "findings";
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
    range: context.workbook.worksheets.getItem(name).getUsedRangeOrNullObject(true).load(PLACE),
  }));
  await sync();
  const areas = used.flatMap(({ sheet, range }) => {
    if (range.isNullObject || range.rowCount < 2) return [];
    const whole = areaOf(range);
    // A sheet of somebody's data is looked at by its top only.
    return [{ sheet, whole, area: { ...whole, rows: Math.min(whole.rows, 50) } }];
  });
  const tops = await readAreas(batch, areas);
  const found = tops.flatMap(({ sheet, whole: area, matrix }) => {
    const header = findHeader(matrix);
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
  const wholes = await readAreas(batch, found);
  return wholes.map(({ sheet, area, matrix }) => {
    const end = matrix.findIndex((row) => row.every((cell) => cell === ""));
    const rows = end < 0 ? matrix : matrix.slice(0, end);
    return { name: "", sheet, area: { ...area, rows: rows.length }, matrix: rows };
  });
}
