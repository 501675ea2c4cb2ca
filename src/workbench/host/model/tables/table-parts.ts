/** Columns of a table, its totals row and its header row: added, taken away, shown and hidden. */
import { refuse } from "../../refusal";
import { showsSomething } from "../cells/cell";
import { clearContents } from "../entry/clear-contents";
import { sheetIn, writableGrid, writeCell, type Draft } from "../draft";
import { eachCell } from "../cells/grid";
import { rectangle, rowsOf } from "../cells/rectangle";
import { deleteCells, insertCells } from "../shifting/structure";
import { bodyOf, totalsOf, type Table } from "./table";
import { deleteTable, tableIn } from "./tables";
import { enter } from "../entry/enter";
import { freeHeader } from "./free-header";
import { extendTable } from "./grow-tables";
import { replaceTable } from "./replace-table";
import { spread } from "../entry/spread";

export const addColumn = (
  draft: Draft,
  id: string,
  index: number | undefined,
  values: unknown,
  name: string | undefined,
): number => {
  const table = tableIn(draft, id);
  const at = index === undefined || index === null || index < 0 ? table.columns.length : index;
  if (at > table.columns.length) refuse("InvalidArgument");
  const column = table.area.left + at;
  const stretch = { top: table.area.top, bottom: table.area.bottom, left: column, right: column };
  const grid = writableGrid(draft, table.sheet);
  let inTheWay = at < table.columns.length;
  eachCell(grid, stretch, (cell) => {
    inTheWay ||= showsSomething(cell);
  });
  if (inTheWay) insertCells(draft, table.sheet, stretch, "Right");
  const now = tableIn(draft, id);
  if (at === 0) {
    prependColumn(draft, now);
  } else if (now.columns.length === table.columns.length) {
    extendTable(draft, now, { ...now.area, right: now.area.left + table.columns.length });
  }
  const next = tableIn(draft, id);
  const added = next.columns[at];
  if (!added) return refuse("GeneralException");
  const height = rowsOf(next.area);
  if (values !== null && values !== undefined) {
    const whole = { ...stretch, bottom: stretch.top + height - 1 };
    const body = bodyOf(next);
    const matrix =
      Array.isArray(values) && !Array.isArray(values[0]) ? values.map((value) => [value]) : values;
    const target =
      Array.isArray(matrix) && matrix.length === rowsOf(body) && matrix.length !== height
        ? { ...whole, top: body.top, bottom: body.bottom }
        : whole;
    spread(matrix, target);
    enter(draft, next.sheet, target, matrix);
  }
  if (name !== undefined && name !== null) {
    enter(draft, next.sheet, rectangle(next.area.top, column), name);
  }
  return added.id;
};

/** Cells inserted at its left edge push the whole table aside: it reaches back over them. */
const prependColumn = (draft: Draft, table: Table): void => {
  const name = freeHeader(table, -1, "列1");
  const area = { ...table.area, left: table.area.left - 1 };
  replaceTable(draft, {
    ...table,
    area,
    columns: [{ id: table.nextColumnId, name }, ...table.columns],
    nextColumnId: table.nextColumnId + 1,
  });
  if (table.showHeaders) writeCell(draft, table.sheet, area.top, area.left, { value: name });
};

export const deleteColumn = (draft: Draft, id: string, columnId: number): void => {
  const table = tableIn(draft, id);
  const index = table.columns.findIndex((column) => column.id === columnId);
  if (index < 0) refuse("ItemNotFound");
  if (table.columns.length === 1) {
    deleteTable(draft, id);
    return;
  }
  const column = table.area.left + index;
  deleteCells(draft, table.sheet, { ...table.area, left: column, right: column }, "Left");
};

/**
 * Switching the totals row on pushes what is below; switching it off removes the row. As in Excel the first column is
 * labelled and the last one summed up: numbers are added, anything else is counted.
 */
export const showTotals = (draft: Draft, id: string, show: boolean): void => {
  const table = tableIn(draft, id);
  if (table.showTotals === show) return;
  const { area } = table;
  if (!show) {
    const row = totalsOf(table);
    replaceTable(draft, { ...table, showTotals: false });
    if (row) deleteCells(draft, table.sheet, row, "Up");
    return;
  }
  const fresh = { ...area, top: area.bottom + 1, bottom: area.bottom + 1 };
  let inTheWay = false;
  eachCell(sheetIn(draft, table.sheet).grid, fresh, (cell) => {
    inTheWay ||= showsSomething(cell);
  });
  if (inTheWay) insertCells(draft, table.sheet, fresh, "Down");
  const now = tableIn(draft, id);
  replaceTable(draft, { ...now, showTotals: true, area: { ...area, bottom: area.bottom + 1 } });
  const row = area.bottom + 1;
  writeCell(draft, table.sheet, row, area.left, { value: "集計" });
  const last = now.columns.at(-1);
  if (!last || now.columns.length === 1) return;
  const { top, bottom } = bodyOf(table);
  let numbers = true;
  eachCell(sheetIn(draft, table.sheet).grid, { top, bottom, left: area.right, right: area.right }, (cell) => {
    numbers &&= cell.value === null || typeof cell.value === "number";
  });
  const formula = `=SUBTOTAL(${numbers ? 109 : 103},[${inBrackets(last.name)}])`;
  enter(draft, table.sheet, rectangle(row, area.right), formula);
};

/** `'`, `#`, `[` and `]` in a column's name are written with an apostrophe in front. */
const inBrackets = (name: string): string => name.replace(/['#[\]]/g, "'$&");

/** Without its header row a table keeps its columns' names. */
export const showHeaders = (draft: Draft, id: string, show: boolean): void => {
  const table = tableIn(draft, id);
  if (table.showHeaders === show) return;
  const { area } = table;
  if (!show) {
    replaceTable(draft, { ...table, showHeaders: false, area: { ...area, top: area.top + 1 } });
    clearContents(draft, table.sheet, { ...area, bottom: area.top });
    return;
  }
  let top = area.top - 1;
  let blocked = top < 0;
  if (!blocked) {
    eachCell(sheetIn(draft, table.sheet).grid, { ...area, top, bottom: top }, (cell) => {
      blocked ||= showsSomething(cell);
    });
  }
  if (blocked) {
    insertCells(draft, table.sheet, { ...area, bottom: area.top }, "Down");
    top = area.top;
  }
  const now = tableIn(draft, id);
  const next = { ...now, showHeaders: true, area: { ...now.area, top } };
  replaceTable(draft, next);
  next.columns.forEach(({ name }, index) =>
    writeCell(draft, table.sheet, top, area.left + index, { value: name }),
  );
};
