/** What may not be edited: locked cells of a protected sheet, parts of merged cells. */
import { refuse } from "../refusal";
import { sheetById, type Book } from "./book";
import { styleAt, styleOf } from "./effective";
import { eachCell } from "./grid";
import { cellsOf, type Rectangle } from "./rectangle";
import { styleValue } from "./style";

export const isLocked = (book: Book, sheetId: string, area: Rectangle): boolean => {
  const sheet = sheetById(book, sheetId);
  if (!sheet?.protection) return false;
  let unlocked = 0;
  eachCell(sheet.grid, area, (cell, row, column) => {
    if (!styleValue(styleOf(sheet, cell, row, column), "locked")) unlocked++;
  });
  if (unlocked === cellsOf(area)) return false;
  if (cellsOf(area) > 100_000) return true;
  for (let row = area.top; row <= area.bottom; row++) {
    for (let column = area.left; column <= area.right; column++) {
      if (styleValue(styleAt(sheet, row, column), "locked")) return true;
    }
  }
  return false;
};

export const assertMayEdit = (book: Book, sheet: string, area: Rectangle): void => {
  if (isLocked(book, sheet, area)) refuse("AccessDenied");
};

/** What protection allows as a whole: formatting, inserting, sorting, … */
export const assertAllowed = (book: Book, sheetId: string, option: string): void => {
  const protection = sheetById(book, sheetId)?.protection;
  if (protection && protection.options[option] !== true) refuse("AccessDenied");
};
