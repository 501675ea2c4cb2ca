/** What stands in areas of the workbook, in as few requests as their size allows. */

import type { Area } from "../address";
import type { CellValue } from "../cell-values";
import type { Batch } from "./connection";

/** Cells beyond which an answer is asked for in several requests: Excel on the web gives 5 MB at most, and formulas are long. */
const cellsPerRead = { values: 150_000, formulas: 20_000 };

/** All areas in as few requests as their size allows; a large one in pieces of rows. */
export async function readAreas(
  { context, sync }: Batch,
  areas: readonly { sheet: string; area: Area }[],
  member: "values" | "formulas" = "values",
): Promise<CellValue[][][]> {
  const matrices: CellValue[][][] = areas.map(() => []);
  let waiting: { at: number; range: Excel.Range }[] = [];
  let cells = 0;
  const collect = async (): Promise<void> => {
    if (waiting.length === 0) return;
    await sync();
    for (const { at, range } of waiting) matrices[at]?.push(...(range[member] as CellValue[][]));
    waiting = [];
    cells = 0;
  };
  for (const [at, { sheet, area }] of areas.entries()) {
    const rowsPerRead = Math.max(1, Math.floor(cellsPerRead[member] / area.columns));
    for (let row = 0; row < area.rows; row += rowsPerRead) {
      const rows = Math.min(rowsPerRead, area.rows - row);
      if (cells + rows * area.columns > cellsPerRead[member]) await collect();
      const range = context.workbook.worksheets
        .getItem(sheet)
        .getRangeByIndexes(area.row + row, area.column, rows, area.columns)
        .load(member);
      waiting.push({ at, range });
      cells += rows * area.columns;
    }
  }
  await collect();
  return matrices;
}
