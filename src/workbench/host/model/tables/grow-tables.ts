/** Tables grow by what is entered right below or beside them: new columns get names, new rows their formulas and looks. */
import { tablesOn } from "../book";
import { fillCalculated } from "./calculated-columns";
import { isFilled } from "../cells/cell";
import { sheetIn, writeCell, readCell, type Draft } from "../draft";
import { cellAt } from "../cells/grid";
import { overlaps, columnsOf, type Rectangle } from "../cells/rectangle";
import { replaceTable } from "./replace-table";
import { bodyOf, type Table } from "./table";
import { freeHeader } from "./free-header";
import { isSomething } from "../entry/entered";

/** Something entered right below or right beside a table makes the table larger, as it does when somebody types. */
export const growTables = (
  draft: Draft,
  sheet: string,
  area: Rectangle,
  at: (row: number, column: number) => unknown,
): void => {
  const something = (row: number, column: number): boolean =>
    isSomething(at(row - area.top, column - area.left));
  for (const table of tablesOn(draft.book, sheet)) {
    if (table.showTotals) continue;
    const below =
      area.top === table.area.bottom + 1 && area.left >= table.area.left && area.right <= table.area.right;
    if (!below || !something(area.top, area.left)) continue;
    const wanted = { ...table.area, bottom: area.bottom };
    const fresh = { ...wanted, top: table.area.bottom + 1 };
    if (isFree(draft, table, fresh)) extendTable(draft, table, wanted);
  }
  for (const table of tablesOn(draft.book, sheet)) {
    const beside =
      area.left === table.area.right + 1 && area.top >= table.area.top && area.bottom <= table.area.bottom;
    if (!beside || !something(area.top, area.left)) continue;
    const wanted = { ...table.area, right: area.right };
    const fresh = { ...wanted, left: table.area.right + 1 };
    if (isFree(draft, table, fresh)) extendTable(draft, table, wanted);
  }
};

const isFree = (draft: Draft, table: Table, area: Rectangle): boolean => {
  const { grid, merged, validations } = sheetIn(draft, table.sheet);
  if (
    tablesOn(draft.book, table.sheet).some((other) => other.id !== table.id && overlaps(other.area, area))
  ) {
    return false;
  }
  if (merged.some((one) => overlaps(one, area))) return false;
  const down = area.top > table.area.bottom;
  if (down && validations.some((one) => one.areas.some((each) => overlaps(each, area)))) return false;
  for (let row = area.top; row <= area.bottom; row++) {
    for (let column = area.left; column <= area.right; column++) {
      if (isFilled(cellAt(grid, row, column))) return false;
    }
  }
  return true;
};

/** The table over `area`; new columns get names in their header cells, new rows their calculated formulas. */
export const extendTable = (draft: Draft, table: Table, area: Rectangle): void => {
  let next: Table = { ...table, area };
  for (let column = table.columns.length; column < columnsOf(area); column++) {
    const name = freeHeader(next, column, "");
    next = {
      ...next,
      columns: [...next.columns, { id: next.nextColumnId, name }],
      nextColumnId: next.nextColumnId + 1,
    };
    if (table.showHeaders) writeCell(draft, table.sheet, area.top, area.left + column, { value: name });
  }
  replaceTable(draft, next);
  const oldBody = bodyOf(table);
  const body = bodyOf(next);
  for (let row = oldBody.bottom + 1; row <= body.bottom; row++) fillCalculated(draft, next, row);
  copyStylesDown(draft, table, next);
};

/** New rows look as the last row did. */
const copyStylesDown = (draft: Draft, before: Table, after: Table): void => {
  const last = bodyOf(before).bottom;
  for (let row = last + 1; row <= bodyOf(after).bottom; row++) {
    for (let column = before.area.left; column <= before.area.right; column++) {
      const { style } = readCell(draft, after.sheet, last, column);
      const own = readCell(draft, after.sheet, row, column);
      if (style && !own.style) writeCell(draft, after.sheet, row, column, { ...own, style });
    }
  }
};
