/** From what the workbook holds to the plans in it: which table belongs to which kept copy, and what each says now. */

import type { Survey, SurveyedTable } from "./excel/survey";
import type { Kept } from "./kept";
import { sameName } from "./legal-names";
import { tablesOf } from "./plan-likeness";
import { aboutOf, aboutWithoutKept } from "./plan-particulars";
import { readTableAt, type TableReading } from "./reading/plan-table";

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
  // What an operation began and did not finish is nobody's plan yet.
  const free = new Set(
    [...survey.plans, ...survey.loosePlans].filter(({ sheet }) => !survey.halfMade.includes(sheet)),
  );
  const latest = latestKept(survey);
  const found: FoundPlan[] = [];
  for (const { table: keptTable, kept } of latest) {
    // A plan that resembles this one (last year's, a neighbour's) is not its copy.
    const others = latest.flatMap((each) => (each.kept === kept ? [] : [each.kept.names.table]));
    const mine = tablesOf(
      kept,
      [...free].filter(({ name }) => !others.some((other) => sameName(name, other))),
    );
    const [table, ...copies] = mine;
    if (table === undefined) continue;
    for (const each of mine) free.delete(each);
    const reading = readTableAt(table.matrix, 0, {
      base: kept.plan,
      about: aboutOf(survey.list, kept),
      origin: originOf(table),
    });
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
    const about = aboutWithoutKept(survey.list, table);
    const reading = readTableAt(table.matrix, 0, { base: null, about, origin: originOf(table) });
    // A header with nothing below it, outside any table, is a list somebody has begun.
    if (reading.plan.nodes.length === 0 && table.name === "") continue;
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

function latestKept(survey: Survey): { table: SurveyedTable; kept: Kept }[] {
  const latest = new Map<string, { table: SurveyedTable; kept: Kept }>();
  for (const { table, kept } of survey.kept) {
    if (kept === null || survey.halfMade.includes(table.sheet)) continue;
    const other = latest.get(kept.plan.id);
    if (other === undefined || isLater(survey, kept, other.kept)) latest.set(kept.plan.id, { table, kept });
  }
  return [...latest.values()];
}

/** The copy of a table somebody deleted is no copy of the one that was loaded after it. */
function isLater({ plans }: Survey, one: Kept, other: Kept): boolean {
  const stands = ({ names }: Kept): boolean => plans.some(({ name }) => sameName(name, names.table));
  return stands(one) === stands(other) ? one.names.serial > other.names.serial : stands(one);
}

function originOf({ sheet, area }: SurveyedTable): { sheet: string; row: number; column: number } {
  return { sheet, row: area.row, column: area.column };
}

/** One plan and one table of cut-offs belong together, whatever they are called. */
function soleScale({ scales }: Survey, plans: number): SurveyedTable | null {
  const [only = null] = scales;
  return plans === 1 && scales.length === 1 ? only : null;
}

/** The defined name whose formula spreads this table. */
function nameFor(survey: Survey, table: SurveyedTable, kept: Kept | null): string | null {
  const spreads = survey.names.find(({ formula }) => formula.includes(`${table.name}[#All]`));
  if (spreads !== undefined && table.name !== "") return spreads.name;
  return survey.names.find(({ name }) => kept !== null && sameName(name, kept.names.name))?.name ?? null;
}

function positionOf({ sheets }: Survey, table: SurveyedTable): number {
  return sheets.findIndex(({ name }) => name === table.sheet);
}
