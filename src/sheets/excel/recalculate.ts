/** 再計算: cells whose plan Excel does not see are made dirty; cells stuck in #BUSY! or an old error are calculated by hand. No value is written. */

import { type Answer, done } from "../answer";
import { areaName, parseAddress } from "../address";
import { type CellValue } from "../cell-values";
import { runsOf } from "../layout/runs";
import { hasPlanCall, isUnseen } from "../plan-calls";
import { type Batch, withExcel } from "./connection";

/** Sheets larger than this are searched in pieces by Excel's own limits on a read. */
const mostCells = 2_000_000;
const stuck = /^#(?:BUSY!|VALUE!|NAME\?|N\/A|CALC!|CONNECT!)$/;

/** Called shortly after the plan changed, and once at the start: see the functions' `計画` argument. */
export function refreshUnseen(): Promise<Answer<{ cells: number }>> {
  return withExcel<{ cells: number }>(async (batch) => {
    const { ranges, cells } = await findCells(batch, (formula, _value, names) => isUnseen(formula, names));
    if (cells === 0) return done({ cells });
    for (const range of ranges) range.setDirty();
    batch.context.workbook.application.calculate(Excel.CalculationType.recalculate);
    await batch.sync();
    return done({ cells });
  });
}

export function recalculate(): Promise<Answer<{ cells: number }>> {
  return withExcel<{ cells: number }>(async (batch) => {
    const { context, sync } = batch;
    const { ranges, cells } = await findCells(batch, hasPlanCall);
    for (const range of ranges) range.setDirty();
    context.workbook.application.calculate(Excel.CalculationType.recalculate);
    await sync();
    // Excel's own mitigation (office-js#6930): look again, then calculate only what is still stuck.
    const again = await findCells(
      batch,
      (formula, value) => hasPlanCall(formula) && typeof value === "string" && stuck.test(value),
    );
    if (again.cells > 0) {
      for (const range of again.ranges) range.calculate();
      await sync();
    }
    return done({ cells });
  });
}

async function findCells(
  { context, sync }: Batch,
  wanted: (formula: unknown, value: unknown, planNames: readonly string[]) => boolean,
): Promise<{ ranges: Excel.Range[]; cells: number }> {
  const { workbook } = context;
  const sheets = workbook.worksheets.load("items/name");
  const names = workbook.names.load("items/name,items/formula");
  await sync();
  const used = sheets.items.map((sheet) => ({
    sheet,
    range: sheet.getUsedRangeOrNullObject(true).load("address,cellCount"),
  }));
  await sync();
  const readable = used.filter(({ range }) => !range.isNullObject && range.cellCount <= mostCells);
  for (const { range } of readable) range.load("formulas,values");
  if (readable.length > 0) await sync();
  const planNames = names.items
    .filter(({ formula }) => String(formula).includes("[#All]"))
    .map(({ name }) => name);
  let cells = 0;
  const ranges: Excel.Range[] = [];
  for (const { sheet, range } of readable) {
    const area = parseAddress(range.address)?.area;
    if (area === undefined) continue;
    const formulas = range.formulas as CellValue[][];
    const values = range.values as CellValue[][];
    const columns = formulas[0]?.length ?? 0;
    for (let x = 0; x < columns; x++) {
      for (const [first, count] of runsOf(formulas, (row, y) => wanted(row[x], values[y]?.[x], planNames))) {
        cells += count;
        ranges.push(
          sheet.getRange(
            areaName({ row: area.row + first, column: area.column + x, rows: count, columns: 1 }),
          ),
        );
      }
    }
  }
  return { ranges, cells };
}
