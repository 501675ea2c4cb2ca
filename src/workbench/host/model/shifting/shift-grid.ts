/** The cells of a sheet after cells were inserted or deleted, and how the new ones look. */
import { LAST_COLUMN, LAST_ROW } from "../../formula";
import type { Cell } from "../cells/cell";
import { writableGrid, type Draft } from "../draft";
import { cellAt, lastRowOf, putCell, putRow, rowCells } from "../cells/grid";
import { columnsOf, isWholeRows, rowsOf } from "../cells/rectangle";
import type { Push } from "./shift";

export const shiftRowsOfGrid = (draft: Draft, id: string, shift: Push): void => {
  const grid = writableGrid(draft, id);
  const { area, kind } = shift;
  const count = rowsOf(area);
  const last = Math.min(lastRowOf(grid), LAST_ROW);
  const whole = isWholeRows(area);
  const width = columnsOf(area);
  const take = (from: number, to: number): void => {
    const source = from < 0 ? [] : rowCells(grid, from);
    if (whole) {
      putRow(grid, draft.owner, to, source);
      return;
    }
    for (let column = area.left; column < area.left + width; column++) {
      if (column >= source.length && column >= rowCells(grid, to).length) break;
      putCell(grid, draft.owner, to, column, source[column]);
    }
  };
  if (kind === "insert") {
    for (let row = last; row >= area.top; row--) if (row + count <= LAST_ROW) take(row, row + count);
    for (let row = area.top; row <= area.bottom; row++) take(-1, row);
  } else {
    for (let row = area.top; row <= last; row++) take(row + count > last ? -1 : row + count, row);
  }
};

export const shiftColumnsOfGrid = (draft: Draft, id: string, shift: Push): void => {
  const grid = writableGrid(draft, id);
  const { area, kind } = shift;
  const count = columnsOf(area);
  const last = Math.min(lastRowOf(grid), area.bottom);
  for (let row = area.top; row <= last; row++) {
    const cells = rowCells(grid, row);
    if (cells.length <= area.left) continue;
    const next: (Cell | undefined)[] = cells.slice(0, area.left);
    if (kind === "insert") {
      for (let index = 0; index < count; index++) next.push(undefined);
      next.push(...cells.slice(area.left));
      next.length = Math.min(next.length, LAST_COLUMN + 1);
    } else next.push(...cells.slice(area.left + count));
    putRow(grid, draft.owner, row, next);
  }
};

/** New rows look like the row above, new columns like the column to the left. */
export const inheritLook = (draft: Draft, id: string, shift: Push): void => {
  const { area, along } = shift;
  const grid = writableGrid(draft, id);
  if (along === "rows") {
    if (area.top === 0) return;
    const above = rowCells(grid, area.top - 1);
    const right = Math.min(area.right, above.length - 1);
    for (let column = area.left; column <= right; column++) {
      const style = above[column]?.style;
      if (!style) continue;
      for (let row = area.top; row <= area.bottom; row++)
        putCell(grid, draft.owner, row, column, { value: null, style });
    }
    return;
  }
  if (area.left === 0) return;
  const last = Math.min(lastRowOf(grid), area.bottom);
  for (let row = area.top; row <= last; row++) {
    const style = cellAt(grid, row, area.left - 1)?.style;
    if (!style) continue;
    for (let column = area.left; column <= area.right; column++) {
      putCell(grid, draft.owner, row, column, { value: null, style });
    }
  }
};
