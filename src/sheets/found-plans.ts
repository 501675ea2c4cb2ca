/** From what the workbook holds to the plans in it: which table belongs to which kept copy, what each says now, where each cell is. */

import type { Plan } from "../plan/plan";
import { parseYear } from "../plan/year";
import { areaName, cellName, fullAddress } from "./address";
import { type CellValue, textOf } from "./cell-values";
import { type Column, columnKey } from "./columns";
import type {
  Place,
  PlaceColumn,
  SheetProblem,
  TypedTarget,
  WorkbookPlan,
  WorkbookReading,
} from "./contract";
import type { Survey, SurveyedTable } from "./excel/survey";
import type { Kept } from "./kept-copy";
import { LIST_HEADERS } from "./layout/settings-sheet";
import { sameName } from "./legal-names";
import { readHeader } from "./reading/header";
import { readPlanTable, type TableReading } from "./reading/plan-table";
import { readScale } from "./scale-table";

/** A plan of the workbook with everything an update needs. */
export interface FoundPlan {
  id: string;
  table: SurveyedTable;
  isTable: boolean;
  reading: TableReading;
  kept: Kept | null;
  keptTable: SurveyedTable | null;
  /** Copies an update left behind before it could delete them. */
  staleKept: SurveyedTable[];
  scaleTable: SurveyedTable | null;
  copies: SurveyedTable[];
  planName: string | null;
}

export function findPlans(survey: Survey): FoundPlan[] {
  const free = new Set([...survey.plans, ...survey.loosePlans]);
  const latest = latestKept(survey);
  const found: FoundPlan[] = [];
  for (const { table: keptTable, kept } of latest) {
    // A plan that resembles this one (last year's, a neighbour's) is not its copy.
    const others = latest.flatMap((each) => (each.kept === kept ? [] : [each.kept.names.table]));
    const mine = bestFirst(
      kept,
      [...free].filter(({ name }) => !others.some((other) => sameName(name, other))),
    );
    const [table, ...copies] = mine;
    if (table === undefined) continue;
    for (const each of mine) free.delete(each);
    const reading = readPlanTable(table.matrix, {
      base: kept.plan,
      about: aboutOf(survey, kept.plan, kept),
      origin: originOf(table),
    });
    if (reading === null) continue;
    const stale = survey.kept.filter(
      (each) => each.table !== keptTable && each.kept?.plan.id === kept.plan.id,
    );
    found.push({
      id: kept.plan.id,
      table,
      isTable: survey.plans.includes(table),
      reading,
      kept,
      keptTable,
      staleKept: stale.map((each) => each.table),
      scaleTable:
        survey.scales.find(({ name }) => sameName(name, kept.names.scaleTable)) ??
        soleScale(survey, latest.length),
      copies,
      planName: nameFor(survey, table, kept),
    });
  }
  for (const table of free) {
    const about = aboutWithoutKept(survey, table);
    const reading = readPlanTable(table.matrix, { base: null, about, origin: originOf(table) });
    if (reading === null || (reading.plan.nodes.length === 0 && table.name === "")) continue;
    found.push({
      id: reading.plan.id,
      table,
      isTable: survey.plans.includes(table),
      reading,
      kept: null,
      keptTable: null,
      staleKept: [],
      scaleTable: soleScale(survey, 1),
      copies: [],
      planName: nameFor(survey, table, null),
    });
  }
  return found.sort((one, other) => positionOf(survey, one.table) - positionOf(survey, other.table));
}

export function readingOf(survey: Survey, found: readonly FoundPlan[]): WorkbookReading {
  const problems: SheetProblem[] = survey.kept
    .filter(({ kept, table }) => kept === null && !survey.halfMade.includes(table.sheet))
    .map(({ table }) => ({
      severity: "warning",
      message: "計画の控えが壊れています。どのセルが変更されたかは分かりませんが、表はそのまま読みます。",
      address: fullAddress(table.sheet, areaName(table.area)),
    }));
  return {
    plans: found.map(workbookPlan),
    problems,
    evaluationYear: parseYear(survey.evaluationYear),
    unfinished: survey.halfMade.length > 0 || survey.journal !== null,
  };
}

function workbookPlan(found: FoundPlan): WorkbookPlan {
  const { table, reading, kept, isTable } = found;
  const problems = [...reading.problems];
  if (!isTable) {
    problems.unshift({
      severity: "warning",
      message: "計画の表が通常の範囲に変換されています。「表に戻す」で直せます。",
      address: fullAddress(table.sheet, areaName(table.area)),
    });
  }
  for (const copy of found.copies) {
    problems.push({
      severity: "note",
      message: `「${copy.sheet}」は同じ計画の写しです。「${table.sheet}」を計画として使います。`,
      address: fullAddress(copy.sheet, areaName(copy.area)),
    });
  }
  return {
    plan: reading.plan,
    sheet: table.sheet,
    table: isTable ? table.name : null,
    address: fullAddress(table.sheet, areaName(table.area)),
    name: found.planName,
    scaleTable: found.scaleTable?.name ?? null,
    scale:
      found.scaleTable === null ? null : readScale(found.scaleTable.matrix.slice(1), found.scaleTable.name),
    copies: found.copies.map(({ sheet }) => sheet),
    problems,
    typedTargets: typedTargets(found),
    retired: reading.retired,
    loadedOn: kept?.names.loadedOn ?? null,
    addressOf: (place) => addressOf(found, place),
  };
}

/** Targets that are not what was loaded or last recorded. */
export function typedTargets({ id, kept, reading, table }: FoundPlan): TypedTarget[] {
  if (kept === null) return [];
  const before = new Map(kept.plan.indicators.map((indicator) => [indicator.id, indicator]));
  return reading.plan.indicators.flatMap((indicator) => {
    const base = before.get(indicator.id);
    if (base === undefined) return [];
    const years = new Set([...Object.keys(base.targets), ...Object.keys(indicator.targets)]);
    return [...years].flatMap((year): TypedTarget[] => {
      const was = base.targets[year] ?? "";
      const is = indicator.targets[year] ?? "";
      if (was === is) return [];
      const column: Column = { kind: "target", year: Number(year) };
      return [
        {
          plan: id,
          indicator: indicator.id,
          name: indicator.name,
          year: Number(year),
          before: was,
          after: is,
          address: cellAddress(table, reading, reading.rowOfIndicator.get(indicator.id), column),
        },
      ];
    });
  });
}

const columnOfPlace: Record<
  Exclude<PlaceColumn, "row" | "name" | "target" | "actual" | "rate" | "grade">,
  Column
> = {
  departments: { kind: "departments" },
  unit: { kind: "unit" },
  direction: { kind: "direction" },
  method: { kind: "method" },
  baseline: { kind: "baseline" },
  remark: { kind: "remark" },
};

export function addressOf({ table, reading }: FoundPlan, place: Omit<Place, "plan">): string | null {
  const { indicator, node, year } = place;
  const row = indicator != null ? reading.rowOfIndicator.get(indicator) : rowOfNode(reading, node ?? null);
  const kind = place.column ?? "row";
  switch (kind) {
    case "row":
      return cellAddress(table, reading, row, { kind: "id" });
    case "name":
      return cellAddress(
        table,
        reading,
        row,
        indicator != null ? { kind: "indicator" } : levelColumn(reading, node ?? null),
      );
    case "target":
    case "actual":
    case "rate":
    case "grade":
      return year == null ? null : cellAddress(table, reading, row, { kind, year });
    default:
      return cellAddress(table, reading, row, columnOfPlace[kind]);
  }
}

/** A heading has no row of its own: the first row below it shows it. */
function rowOfNode(reading: TableReading, node: string | null): number | undefined {
  if (node === null) return undefined;
  const own = reading.rowOfNode.get(node);
  if (own !== undefined) return own;
  const child = reading.plan.nodes.find(({ parent }) => parent === node);
  return child === undefined ? undefined : rowOfNode(reading, child.id);
}

function levelColumn(reading: TableReading, node: string | null): Column {
  const level = reading.plan.nodes.find(({ id }) => id === node)?.level ?? "";
  return { kind: "level", depth: reading.plan.levels.indexOf(level), name: level };
}

export function cellAddress(
  table: SurveyedTable,
  reading: TableReading,
  row: number | undefined,
  column: Column,
): string | null {
  const position = reading.header.at.get(columnKey(column));
  if (row === undefined || position === undefined) return null;
  return fullAddress(table.sheet, cellName(table.area.row + row, table.area.column + position));
}

function latestKept(survey: Survey): { table: SurveyedTable; kept: Kept }[] {
  const latest = new Map<string, { table: SurveyedTable; kept: Kept }>();
  for (const { table, kept } of survey.kept) {
    if (kept === null || survey.halfMade.includes(table.sheet)) continue;
    const other = latest.get(kept.plan.id);
    if (other === undefined || other.kept.names.serial < kept.names.serial)
      latest.set(kept.plan.id, { table, kept });
  }
  return [...latest.values()];
}

/** The tables that hold this plan's rows; the one that still has its name first, copies after. */
function bestFirst(kept: Kept, tables: readonly SurveyedTable[]): SurveyedTable[] {
  const ids = new Set([...kept.plan.nodes, ...kept.plan.indicators].map(({ id }) => id));
  const share = (table: SurveyedTable): number => {
    const rows = idsIn(table);
    const known = rows.filter((id) => ids.has(id.split("→")[0]?.replace(/#\d+$/, "") ?? id)).length;
    return rows.length === 0 ? 0 : known / Math.min(rows.length, Math.max(1, ids.size));
  };
  const named = (table: SurveyedTable): boolean => sameName(table.name, kept.names.table);
  return tables
    .filter((table) => named(table) || share(table) > 0.5)
    .filter((table) => named(table) || otherwiseAlike(table, kept))
    .sort((one, other) => Number(named(other)) - Number(named(one)));
}

/** Ids such as 1, 2, 3 are in every plan: the headings tell. */
function otherwiseAlike(table: SurveyedTable, kept: Kept): boolean {
  const header = readHeader(table.matrix[0] ?? []);
  const names = new Set(kept.plan.nodes.map(({ name }) => name));
  const deepest = Math.max(...header.columns.map((column) => (column?.kind === "level" ? column.depth : -1)));
  const position = header.at.get(`level ${deepest}`);
  const words =
    position === undefined
      ? []
      : table.matrix
          .slice(1)
          .map((row) => textOf(row[position]))
          .filter(Boolean);
  return words.length === 0 || words.filter((word) => names.has(word)).length * 2 > words.length;
}

function idsIn({ matrix }: SurveyedTable): string[] {
  const position = readHeader(matrix[0] ?? []).at.get("id") ?? 0;
  return matrix
    .slice(1)
    .map((row) => textOf(row[position]))
    .filter((id) => id !== "");
}

function originOf({ sheet, area }: SurveyedTable): { sheet: string; row: number; column: number } {
  return { sheet, row: area.row, column: area.column };
}

type About = Partial<Pick<Plan, "id" | "municipality" | "code" | "title" | "period" | "source">>;

/** 設定 as a person edited it; where it says what was loaded, or nothing readable, the kept copy stands. */
function aboutOf(survey: Survey, base: Plan, kept: Kept): About {
  const row =
    listRowOf(survey, (cells) => textOf(cells[0]) === base.id) ??
    listRowOf(survey, (cells) => textOf(cells[10]) === kept.names.table);
  return row === null ? {} : aboutFrom(row, base);
}

function aboutWithoutKept(survey: Survey, table: SurveyedTable): About {
  const row = listRowOf(survey, (cells) => sameName(textOf(cells[10]), table.name));
  if (row === null) return { id: table.name || table.sheet, municipality: table.sheet, title: table.sheet };
  return { id: textOf(row[0]), ...aboutFrom(row, null) };
}

function aboutFrom(row: readonly CellValue[], base: Plan | null): About {
  const cell = (header: (typeof LIST_HEADERS)[number]): CellValue => row[LIST_HEADERS.indexOf(header)] ?? "";
  const first = parseYear(cell("開始年度")) ?? base?.period[0];
  const last = parseYear(cell("終了年度")) ?? base?.period[1];
  const about: About = {};
  const municipality = textOf(cell("自治体"));
  const title = textOf(cell("計画名"));
  const code = textOf(cell("団体コード"));
  const source = textOf(cell("出典"));
  if (municipality !== "") about.municipality = municipality;
  if (title !== "") about.title = title;
  if (code !== "") about.code = code;
  if (source !== "" && source !== base?.source.title.trim()) about.source = { title: source };
  if (first !== undefined && last !== undefined) about.period = [first, last];
  // What was trimmed in the cell is not an edit.
  if (base !== null && municipality === base.municipality.trim()) about.municipality = base.municipality;
  if (base !== null && title === base.title.trim()) about.title = base.title;
  return about;
}

function listRowOf(survey: Survey, wanted: (cells: readonly CellValue[]) => boolean): CellValue[] | null {
  return survey.list?.matrix.slice(1).find(wanted) ?? null;
}

function soleScale(survey: Survey, plans: number): SurveyedTable | null {
  return plans === 1 && survey.scales.length === 1 ? (survey.scales[0] ?? null) : null;
}

/** The defined name whose formula spreads this table. */
function nameFor(survey: Survey, table: SurveyedTable, kept: Kept | null): string | null {
  const spreads = survey.names.find(({ formula }) => formula.includes(`${table.name}[#All]`));
  if (spreads !== undefined && table.name !== "") return spreads.name;
  return survey.names.find(({ name }) => kept !== null && sameName(name, kept.names.name))?.name ?? null;
}

function positionOf(survey: Survey, table: SurveyedTable): number {
  return survey.sheets.find(({ name }) => name === table.sheet)?.position ?? 0;
}
