/** Whether a plan's 達成率 are values where its formulas were: the workbook was saved without them. */

import type { Area } from "../address";
import { cellIn, type CellValue, isBlank, rowAt } from "../cell-values";
import { readHeader } from "../reading/header";

/** Rows enough to meet one with an indicator. */
const looked = 20;

/** The beginning of its first column of 達成率. */
export function firstRates(area: Area, header: readonly CellValue[]): Area | null {
  const position = readHeader(header).columns.findIndex((column) => column?.kind === "rate");
  const rows = Math.min(looked, area.rows - 1);
  return position < 0 || rows < 1
    ? null
    : { row: area.row + 1, column: area.column + position, rows, columns: 1 };
}

/** Rows with an indicator, and not one formula among them. */
export function isWithoutFormulas(matrix: readonly CellValue[][], rates: Excel.Range | undefined): boolean {
  // What was lost with an answer that was too large is not known to be no formula.
  const formulas = rates?.toJSON().formulas as CellValue[][] | undefined;
  if (formulas === undefined) return false;
  const position = readHeader(rowAt(matrix, 0)).at.get("indicator");
  const ofIndicators = formulas.filter((_, row) => !isBlank(cellIn(rowAt(matrix, row + 1), position)));
  return ofIndicators.length > 0 && ofIndicators.every(([cell]) => !String(cell).startsWith("="));
}
