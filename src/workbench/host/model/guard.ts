/** What may not be edited: locked cells of a protected sheet, cells that a PivotTable fills. */
import { refuse } from "../refusal";
import { sheetById, type Book } from "./book";
import { styleAt, styleOf } from "./looks/effective";
import { eachCell } from "./cells/grid";
import { pivotsOn } from "./pivot/in-book";
import { cellsOf, overlaps, type Rectangle } from "./cells/rectangle";
import { styleValue } from "./looks/style";

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

export const AFFECTS_PIVOT =
  "We can't make this change for the selected cells because it will affect a PivotTable.";

/** Looks may change here even where a PivotTable fills the cells. */
export const assertUnlocked = (book: Book, sheet: string, area: Rectangle): void => {
  if (isLocked(book, sheet, area)) refuse("AccessDenied");
};

export const assertNoPivot = (book: Book, sheet: string, area: Rectangle): void => {
  if (pivotsOn(book, sheet).some((pivot) => overlaps(pivot.area, area)))
    refuse("InvalidOperation", AFFECTS_PIVOT);
};

export const assertMayEdit = (book: Book, sheet: string, area: Rectangle): void => {
  assertUnlocked(book, sheet, area);
  assertNoPivot(book, sheet, area);
};

/** What protection allows as a whole: formatting, inserting, sorting, … */
export const assertAllowed = (book: Book, sheetId: string, option: string): void => {
  const protection = sheetById(book, sheetId)?.protection;
  if (protection && protection.options[option] !== true) refuse("AccessDenied");
};
