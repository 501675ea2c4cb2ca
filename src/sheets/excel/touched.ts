/** What of a plan's sheets is not what the loader put there: somebody's own, so that 取り除く leaves it. */

import { type Area, areaName, areaOf, cellName, fullAddress, PLACE } from "../address";
import { cellIn, type CellValue, isBlank, textOf } from "../cell-values";
import { columnKey, columnsOf, isDerived } from "../columns";
import type { FoundPlan } from "../found-plans";
import type { Kept } from "../kept";
import { wordsAbove } from "../layout/plan-sheet";
import { summarySheet } from "../layout/summary-sheet";
import { hasPlanCall } from "../plan-calls";
import { contentOf } from "../plan-cells";
import { sameCell } from "../reading/row";
import { rowsOf } from "../rows";
import { firstScaleOf } from "../scale-table";
import type { Batch } from "./connection";
import { readAreas } from "./read-areas";

export interface Touched {
  /** Cells of the plan's own sheet. */
  cells: string[];
  /** The sheet of 集計, where it is there and nobody wrote in it. */
  untouchedSummary: string | null;
  /** What stands where its scale does. */
  scale: CellValue[];
}

/** The plan's own sheet is looked at last: it is where people type. `summary`: null where there is none. */
export async function touchedIn(batch: Batch, found: FoundPlan, summary: string | null): Promise<Touched> {
  const { kept, table, scaleTable } = found;
  // Without the kept copy nobody knows what was typed.
  if (kept === null) {
    return { cells: [fullAddress(table.sheet, areaName(table.area))], untouchedSummary: null, scale: [] };
  }
  const isUntouched = await lookAtSummary(batch, summary, kept);
  const read = await cellsIn(batch, table.sheet, scaleTable === null ? [] : [scaleTable]);
  const scale = read.filter(({ sheet }) => sheet !== table.sheet).flatMap(({ matrix }) => matrix.flat());
  const own = read.filter(({ sheet }) => sheet === table.sheet);
  return {
    cells: touchedCells(found, kept, own),
    untouchedSummary: isUntouched() ? summary : null,
    scale,
  };
}

interface SheetCells {
  sheet: string;
  area: Area;
  /** Formulas as they are written, everything else as it is. */
  matrix: CellValue[][];
}

/** Nothing where the sheet is empty, or gone with an attempt that was interrupted. `others`: to be read at the same moment. */
async function cellsIn(
  batch: Batch,
  sheet: string,
  others: readonly { sheet: string; area: Area }[] = [],
): Promise<SheetCells[]> {
  const found = batch.context.workbook.worksheets.getItemOrNullObject(sheet);
  const used = found.getUsedRangeOrNullObject(true).load(PLACE);
  await batch.sync();
  const own = used.isNullObject ? [] : [{ sheet, area: areaOf(used) }];
  return readAreas(
    batch,
    [...own, ...others].map(({ sheet: name, area }) => ({ sheet: name, area })),
    "formulas",
  );
}

function touchedCells({ table, reading }: FoundPlan, { plan, names }: Kept, sheet: SheetCells[]): string[] {
  const above = wordsAbove(plan);
  const { header, missing } = reading;
  const idAt = header.at.get("id");
  const knownRows = new Map(rowsOf(plan).map((row) => [row.id, row]));
  const knownColumns = new Set(columnsOf(plan).map(columnKey));
  const planNames = { table: table.name, scaleTable: names.scaleTable };

  const isOursInTable = (row: readonly CellValue[], position: number, isHeader: boolean): boolean => {
    const column = header.columns[position];
    const cell = cellIn(row, position);
    const isFormula = typeof cell === "string" && cell.startsWith("=");
    if (column === null || column === undefined) return false;
    if (isHeader) return knownColumns.has(columnKey(column));
    if (isDerived(column)) return isFormula;
    const known = knownRows.get(textOf(cellIn(row, idAt)));
    if (known === undefined) return false;
    const content = contentOf(known, column, plan, planNames);
    return content.kind === "formula" ? isFormula : sameCell(cell, content.value);
  };

  const touched = sheet.flatMap(({ area, matrix }) =>
    matrix.flatMap((cells, y) =>
      cells.flatMap((cell, x): string[] => {
        if (isBlank(cell)) return [];
        const at = { row: area.row + y, column: area.column + x };
        const inTable = { row: at.row - table.area.row, position: at.column - table.area.column };
        const isInside =
          inTable.row >= 0 &&
          inTable.row < table.area.rows &&
          inTable.position >= 0 &&
          inTable.position < table.area.columns;
        const isOurs = isInside
          ? isOursInTable(cells.slice(table.area.column - area.column), inTable.position, inTable.row === 0)
          : // The table's columns may have been moved since, and their words stay where they were.
            above.some(({ row, words }) => row === at.row && sameCell(cell, words));
        return isOurs ? [] : [fullAddress(table.sheet, cellName(at.row, at.column))];
      }),
    ),
  );
  return [...touched, ...missing.map(({ id }) => `${table.sheet}（${id} の行が削除されています）`)];
}

/** 集計 holds formulas and titles only: anything else somebody put there. What it spills is known with the next request. */
async function lookAtSummary(batch: Batch, name: string | null, kept: Kept): Promise<() => boolean> {
  if (name === null) return () => false;
  const sheet = batch.context.workbook.worksheets.getItem(name);
  const isFormula = (cell: CellValue): boolean => typeof cell === "string" && cell.startsWith("=");
  const cells = (await cellsIn(batch, name)).flatMap(({ area, matrix }) =>
    matrix.flatMap((row, y) =>
      row.map((value, x) => ({ value, row: area.row + y, column: area.column + x })),
    ),
  );
  // What a formula spills stands in cells of its own and reads like something typed.
  const spills = cells
    .filter(({ value }) => hasPlanCall(value))
    .map(({ row, column }) => sheet.getCell(row, column).getSpillingToRangeOrNullObject().load(PLACE));
  const spec = summarySheet(kept.plan, name, kept.names, firstScaleOf(kept.plan));
  const written = [
    ...spec.values.flatMap(({ cells: values }) => values.flat()),
    // Words stand among the formulas of a table too.
    ...spec.formulas.flatMap(({ formula }) => (typeof formula === "string" ? [formula] : formula.flat())),
  ];
  const ours = new Set(written.map((cell) => textOf(cell)));
  return () => {
    const spilled = spills.filter(({ isNullObject }) => !isNullObject).map(areaOf);
    const isSpilled = (row: number, column: number): boolean =>
      spilled.some(
        (area) =>
          row >= area.row &&
          row < area.row + area.rows &&
          column >= area.column &&
          column < area.column + area.columns,
      );
    return cells.every(
      ({ value, row, column }) =>
        isBlank(value) || isFormula(value) || ours.has(textOf(value)) || isSpilled(row, column),
    );
  };
}
