/** The part of a sheet that is in use: cells with something in them or, when asked, with a look of their own. */
import { showsSomething } from "./cell";
import { eachCell } from "./grid";
import type { Rectangle } from "./rectangle";
import type { Sheet } from "../sheets/sheet";

export const usedArea = (sheet: Sheet, within: Rectangle, valuesOnly: boolean): Rectangle | undefined => {
  let found: { top: number; left: number; bottom: number; right: number } | undefined;
  eachCell(sheet.grid, within, (cell, row, column) => {
    if (!showsSomething(cell) && (valuesOnly || !cell.style)) return;
    if (!found) found = { top: row, left: column, bottom: row, right: column };
    else {
      found.bottom = Math.max(found.bottom, row);
      found.left = Math.min(found.left, column);
      found.right = Math.max(found.right, column);
    }
  });
  return found;
};
