/** Merged cells: the first keeps what it holds, the others lose it. */
import { refuse } from "../../refusal";
import { tablesOn } from "../book";
import { sheetIn, updateSheet, writableGrid, type Draft } from "../draft";
import { eachCell, putCell } from "../cells/grid";
import { assertMayEdit } from "../guard";
import { cellsOf, contains, overlaps, type Rectangle } from "../cells/rectangle";

const mergeOne = (draft: Draft, sheet: string, area: Rectangle): void => {
  if (cellsOf(area) === 1) return;
  const grid = writableGrid(draft, sheet);
  const lost: [number, number][] = [];
  eachCell(grid, area, (_, row, column) => {
    if (row !== area.top || column !== area.left) lost.push([row, column]);
  });
  for (const [row, column] of lost) {
    putCell(grid, draft.owner, row, column, undefined);
  }
  const rest = sheetIn(draft, sheet).merged.filter((one) => !contains(area, one));
  updateSheet(draft, sheet, { merged: [...rest, area] });
};

export const merge = (draft: Draft, sheet: string, area: Rectangle, across: boolean): void => {
  assertMayEdit(draft.book, sheet, area);
  if (tablesOn(draft.book, sheet).some((table) => overlaps(table.area, area))) refuse("InvalidOperation");
  const torn = sheetIn(draft, sheet).merged.some((one) => overlaps(one, area) && !contains(area, one));
  if (torn) refuse("InvalidOperation");
  if (!across) mergeOne(draft, sheet, area);
  else
    for (let row = area.top; row <= area.bottom; row++)
      mergeOne(draft, sheet, { ...area, top: row, bottom: row });
};

export const unmerge = (draft: Draft, sheet: string, area: Rectangle): void => {
  assertMayEdit(draft.book, sheet, area);
  updateSheet(draft, sheet, { merged: sheetIn(draft, sheet).merged.filter((one) => !overlaps(one, area)) });
};
