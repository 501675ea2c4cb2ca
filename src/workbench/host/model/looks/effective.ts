/** How a cell looks when it says nothing itself: its row's look, else its column's, else the sheet's. */
import { cellAt } from "../cells/grid";
import type { Sheet } from "../sheets/sheet";
import type { Style } from "./style";
import type { Cell } from "../cells/cell";

export const styleOf = (
  sheet: Sheet,
  cell: Cell | undefined,
  row: number,
  column: number,
): Style | undefined =>
  cell?.style ?? sheet.rows.get(row)?.style ?? sheet.columns.get(column)?.style ?? sheet.style;

export const styleAt = (sheet: Sheet, row: number, column: number): Style | undefined =>
  styleOf(sheet, cellAt(sheet.grid, row, column), row, column);
