/** Rows of a table: adding them where there is room or making room, and taking them away. */
import { refuse } from "../../refusal";
import { tablesOn } from "../book";
import { showsSomething } from "../cells/cell";
import { sheetIn, updateBook, type Draft } from "../draft";
import { eachCell } from "../cells/grid";
import { assertMayEdit } from "../guard";
import { overlaps, rectangle, rowsOf, type Rectangle } from "../cells/rectangle";
import { deleteCells, insertCells } from "../shifting/structure";
import { bodyOf, rowCountOf, type Table } from "./table";
import { tableIn } from "./tables";
import { enter } from "../entry/enter";
import { extendTable } from "./grow-tables";
import { replaceTable } from "./replace-table";
import { fillCalculated } from "./calculated-columns";

/** Rows for a table: `index` counts body rows, undefined is the end. Gives the index of the first. */
export const addRows = (draft: Draft, id: string, index: number | undefined, values: unknown): number => {
  const table = tableIn(draft, id);
  const matrix = asRows(values, table.columns.length);
  const body = bodyOf(table);
  const count = rowCountOf(table);
  if (index !== undefined && (index < 0 || index > count)) refuse("InvalidArgument");
  const atEnd = index === undefined || index === count;
  const first = atEnd ? count : index;
  const top = body.top + first;
  if (count === 0) fillWaitingRow(draft, table, matrix.length);
  else if (atEnd) appendRows(draft, table, matrix.length);
  else
    insertCells(
      draft,
      table.sheet,
      rectangle(top, table.area.left, matrix.length, table.columns.length),
      "Down",
    );
  const now = tableIn(draft, id);
  const target = rectangle(top, now.area.left, matrix.length, now.columns.length);
  if (matrix.some((row) => row.some((value) => value !== null && value !== undefined))) {
    enter(draft, table.sheet, target, matrix);
  } else {
    draft.happenings.push({ kind: "changed", sheet: table.sheet, area: target, changeType: "RowInserted" });
  }
  return first;
};

/** The first row takes the place of the blank one. */
const fillWaitingRow = (draft: Draft, table: Table, count: number): void => {
  const { waiting: _, ...begun } = table;
  assertMayEdit(draft.book, table.sheet, bodyOf(table));
  replaceTable(draft, begun);
  fillCalculated(draft, begun, bodyOf(begun).top);
  if (count > 1) appendRows(draft, begun, count - 1);
};

/** Below the last body row: cells under the table are pushed down only where something is in the way. */
const appendRows = (draft: Draft, table: Table, count: number): void => {
  const bottom = bodyOf(table).bottom;
  const fresh = rectangle(bottom + 1, table.area.left, count, table.columns.length);
  let inTheWay = table.showTotals;
  eachCell(sheetIn(draft, table.sheet).grid, fresh, (cell) => {
    inTheWay ||= showsSomething(cell);
  });
  inTheWay ||= tablesOn(draft.book, table.sheet).some(
    (each) => each.id !== table.id && overlaps(each.area, fresh),
  );
  if (!inTheWay) {
    assertMayEdit(draft.book, table.sheet, fresh);
    extendTable(draft, table, { ...table.area, bottom: table.area.bottom + count });
    extendValidations(draft, table, bottom, count);
    return;
  }
  insertCells(draft, table.sheet, fresh, "Down");
  const now = tableIn(draft, table.id);
  if (now.area.bottom < table.area.bottom + count) {
    extendTable(draft, now, { ...now.area, bottom: table.area.bottom + count });
  }
  extendValidations(draft, table, bottom, count);
};

/** Validation and conditional formats that cover the last row go on into the new ones. */
const extendValidations = (draft: Draft, table: Table, bottom: number, count: number): void => {
  const sheet = sheetIn(draft, table.sheet);
  const grow = (areas: readonly Rectangle[]): readonly Rectangle[] =>
    areas.map((area) =>
      area.bottom === bottom && area.left <= table.area.right && area.right >= table.area.left
        ? { ...area, bottom: bottom + count }
        : area,
    );
  updateBook(draft, {
    sheets: draft.book.sheets.map((each) =>
      each.id === sheet.id
        ? {
            ...each,
            validations: each.validations.map((one) => ({ ...one, areas: grow(one.areas) })),
            conditionalFormats: each.conditionalFormats.map((one) => ({ ...one, areas: grow(one.areas) })),
          }
        : each,
    ),
  });
};

const asRows = (values: unknown, columns: number): unknown[][] => {
  if (values === null || values === undefined) return [new Array<unknown>(columns).fill(null)];
  if (!Array.isArray(values)) {
    if (columns === 1) return [[values]];
    refuse("InvalidArgument");
  }
  const list: readonly unknown[] = values as readonly unknown[];
  const matrix = (list.every(Array.isArray) ? list : [list]) as unknown[][];
  if (matrix.length === 0 || matrix.some((row) => row.length !== columns)) {
    refuse(
      "InvalidArgument",
      "The number of rows or columns in the input array doesn't match the size or dimensions of the range.",
    );
  }
  return matrix;
};

export const deleteRows = (draft: Draft, id: string, indexes: readonly number[]): void => {
  const sorted = [...new Set(indexes)].sort((a, b) => b - a);
  for (const index of sorted) {
    const table = tableIn(draft, id);
    const body = bodyOf(table);
    if (index < 0 || index >= rowCountOf(table)) refuse("InvalidArgument");
    const row = rectangle(body.top + index, table.area.left, 1, table.columns.length);
    if (rowsOf(body) === 1) {
      enter(draft, table.sheet, row, "");
      replaceTable(draft, { ...tableIn(draft, id), waiting: true });
    } else deleteCells(draft, table.sheet, row, "Up");
  }
};
