/** The cells a formula has spilled into: they go when their anchor no longer holds it. */
import { readCell, writableGrid, type Draft } from "../draft";
import { cellAt, putCell } from "../cells/grid";

/** Empties the cells the anchor spilled into; their looks stay. Call before the anchor itself changes. */
export const endSpill = (draft: Draft, sheet: string, row: number, column: number): void => {
  const { spill } = readCell(draft, sheet, row, column);
  if (!spill) return;
  const grid = writableGrid(draft, sheet);
  for (let r = row; r < row + spill.rows; r++) {
    for (let c = column; c < column + spill.columns; c++) {
      const part = cellAt(grid, r, c);
      if (part?.spilledFrom?.row !== row || part.spilledFrom.column !== column) continue;
      putCell(grid, draft.owner, r, c, part.style ? { value: null, style: part.style } : undefined);
    }
  }
};
