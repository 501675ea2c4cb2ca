/** 再計算: cells whose plan Excel does not see are made dirty; cells stuck in #BUSY! or an old error are calculated by hand. No value is written. */

import { type Answer, done } from "../answer";
import { type Area, areaName, areaOf, PLACE } from "../address";
import { runsOf } from "../layout/runs";
import { hasPlanCall, isUnseen } from "../plan-calls";
import { type Batch, withExcel } from "./connection";
import { readAreas } from "./read-areas";

const stuck = /^#(?:BUSY!|VALUE!|NAME\?|N\/A|CALC!|CONNECT!)$/;

/** Called shortly after the plan changed, and once at the start: see the functions' `計画` argument. */
export function refreshUnseen(): Promise<Answer<{ cells: number }>> {
  return withExcel<{ cells: number }>(async (batch) => {
    const found = await findFormulas(batch, isUnseen);
    await calculate(batch, found);
    return done({ cells: countOf(found) });
  });
}

export function recalculate(): Promise<Answer<{ cells: number }>> {
  return withExcel<{ cells: number }>(async (batch) => {
    const found = await findFormulas(batch, hasPlanCall);
    await calculate(batch, found);
    // Excel's own mitigation (office-js#6930): look again, then calculate only what is still stuck.
    const values = await readAreas(batch, found);
    const still = values.flatMap(({ sheet, area, matrix }) =>
      runsOf(matrix, ([value]) => typeof value === "string" && stuck.test(value)).map(([first, count]) => ({
        sheet,
        area: { ...area, row: area.row + first, rows: count },
      })),
    );
    if (still.length > 0) {
      for (const place of still) rangeAt(batch, place).calculate();
      await batch.sync();
    }
    return done({ cells: countOf(found) });
  });
}

interface Place {
  sheet: string;
  area: Area;
}

async function calculate(batch: Batch, places: readonly Place[]): Promise<void> {
  if (places.length === 0) return;
  for (const place of places) rangeAt(batch, place).setDirty();
  batch.context.workbook.application.calculate(Excel.CalculationType.recalculate);
  await batch.sync();
}

function rangeAt({ context }: Batch, { sheet, area }: Place): Excel.Range {
  return context.workbook.worksheets.getItem(sheet).getRange(areaName(area));
}

function countOf(places: readonly Place[]): number {
  return places.reduce((sum, { area }) => sum + area.rows, 0);
}

/** Stretches of one column with formulas that are wanted, in all sheets, however large. */
async function findFormulas(
  batch: Batch,
  wanted: (formula: unknown, planNames: readonly string[]) => boolean,
): Promise<Place[]> {
  const { context, sync } = batch;
  const { workbook } = context;
  const sheets = workbook.worksheets.load("items/name");
  const names = workbook.names.load("items/name,items/formula");
  await sync();
  const used = sheets.items.map((sheet) => ({
    sheet: sheet.name,
    range: sheet.getUsedRangeOrNullObject(true).load(PLACE),
  }));
  await sync();
  const areas = used.flatMap(({ sheet, range }): Place[] =>
    range.isNullObject ? [] : [{ sheet, area: areaOf(range) }],
  );
  const formulas = await readAreas(batch, areas, "formulas");
  const planNames = names.items
    .filter(({ formula }) => String(formula).includes("[#All]"))
    .map(({ name }) => name);
  return formulas.flatMap(({ sheet, area, matrix }) =>
    Array.from({ length: area.columns }, (_, x) =>
      runsOf(matrix, (row) => wanted(row[x], planNames)).map(([first, count]) => ({
        sheet,
        area: { row: area.row + first, column: area.column + x, rows: count, columns: 1 },
      })),
    ).flat(),
  );
}
