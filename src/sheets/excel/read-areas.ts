/** What stands in areas of the workbook, in as few requests as their size allows. */

import type { Area } from "../address";
import type { CellValue } from "../cell-values";
import type { Batch } from "./connection";

/** Cells beyond which an answer is asked for in several requests: Excel on the web gives 5 MB at most, and formulas are long. */
const cellsPerRead = { values: 150_000, formulas: 20_000 };

/** All areas in as few requests as their size allows; a large one in pieces of rows. */
export async function readAreas<Place extends { sheet: string; area: Area }>(
  { context, sync }: Batch,
  areas: readonly Place[],
  member: "values" | "formulas" = "values",
): Promise<(Omit<Place, "matrix"> & { sheet: string; area: Area; matrix: CellValue[][] })[]> {
  const read = areas.map((place) => ({ ...place, matrix: [] as CellValue[][] }));
  let waiting: { matrix: CellValue[][]; range: Excel.Range }[] = [];
  let cells = 0;
  const collect = async (): Promise<void> => {
    if (waiting.length === 0) return;
    await sync();
    for (const { matrix, range } of waiting) matrix.push(...(range[member] as CellValue[][]));
    waiting = [];
    cells = 0;
  };
  for (const { sheet, area, matrix } of read) {
    const rowsPerRead = Math.max(1, Math.floor(cellsPerRead[member] / area.columns));
    for (let row = 0; row < area.rows; row += rowsPerRead) {
      const rows = Math.min(rowsPerRead, area.rows - row);
      if (cells + rows * area.columns > cellsPerRead[member]) await collect();
      const range = context.workbook.worksheets
        .getItem(sheet)
        .getRangeByIndexes(area.row + row, area.column, rows, area.columns)
        .load(member);
      waiting.push({ matrix, range });
      cells += rows * area.columns;
    }
  }
  await collect();
  return read;
}
