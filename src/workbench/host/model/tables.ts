/** Tables: making, naming, growing and taking away. */
import { faultOfTableName } from "../formula";
import { refuse } from "../refusal";
import { guid, sameName, tableById, tablesOn, type Book } from "./book";
import { asWireValue, showsSomething } from "./cell";
import { readCell, sheetIn, takeId, updateBook, writeCell, writableGrid, type Draft } from "./draft";
import { rewriteFormulas } from "./formulas";
import { eachCell } from "./grid";
import { assertMayEdit } from "./guard";
import { shapeOf } from "./lookup";
import { columnsOf, overlaps, rectangle, rowsOf, type Rectangle } from "./rectangle";
import { deleteCells, insertCells } from "./structure";
import { bodyOf, rowCountOf, totalsOf, type Table, type TableColumn } from "./table";
import { textOf } from "./text";
import { styleAt } from "./effective";
import { styleValue } from "./style";
import { clearContents, clearLooks } from "./appearance";
import { enter, extendTable, fillCalculated, freeHeader, replaceTable, spread } from "./write";

const OVERLAP = "A table can't overlap another table.";

export const tableIn = (draft: Draft, id: string): Table =>
  tableById(draft.book, id) ?? refuse("ItemNotFound");

const freeTableName = (book: Book, number: number): string => {
  for (let at = number; ; at++) {
    const name = `テーブル${at}`;
    if (!isNameTaken(book, name)) return name;
  }
};

export const isNameTaken = (book: Book, name: string): boolean =>
  book.tables.some((table) => sameName(table.name, name)) ||
  book.names.some((each) => each.scope === undefined && sameName(each.name, name));

export const addTable = (draft: Draft, sheet: string, wanted: Rectangle, hasHeaders: boolean): string => {
  let area = wanted;
  const waiting = hasHeaders && rowsOf(wanted) === 1;
  assertMayEdit(draft.book, sheet, area);
  if (sheetIn(draft, sheet).protection) refuse("AccessDenied");
  if (tablesOn(draft.book, sheet).some((table) => overlaps(table.area, area)))
    refuse("InvalidArgument", OVERLAP);
  if (sheetIn(draft, sheet).merged.some((merged) => overlaps(merged, area))) refuse("MergedRangeConflict");
  if (!hasHeaders) {
    insertCells(draft, sheet, { ...area, bottom: area.top }, "Down");
    area = { ...area, bottom: area.bottom + 1 };
  }
  if (rowsOf(area) === 1) {
    const below = { ...area, top: area.bottom + 1, bottom: area.bottom + 1 };
    let filled = false;
    eachCell(sheetIn(draft, sheet).grid, below, (cell) => {
      filled ||= showsSomething(cell);
    });
    if (filled) insertCells(draft, sheet, below, "Down");
    area = { ...area, bottom: area.bottom + 1 };
  }
  const number = takeId(draft);
  const id = guid(number);
  let table: Table = {
    id,
    legacyId: String(number),
    name: freeTableName(draft.book, draft.book.nextTable),
    sheet,
    area,
    showHeaders: true,
    showTotals: false,
    showFilterButton: true,
    showBandedRows: true,
    showBandedColumns: false,
    highlightFirstColumn: false,
    highlightLastColumn: false,
    style: "TableStyleMedium2",
    columns: [],
    nextColumnId: 1,
    ...(waiting ? { waiting } : {}),
  };
  for (let index = 0; index < columnsOf(area); index++) {
    const column = area.left + index;
    const cell = readCell(draft, sheet, area.top, column);
    const format = styleValue(styleAt(sheetIn(draft, sheet), area.top, column), "numberFormat");
    const name = freeHeader(table, index, hasHeaders ? textOf(cell.value, format) : `列${index + 1}`);
    table = {
      ...table,
      columns: [...table.columns, { id: table.nextColumnId, name }],
      nextColumnId: table.nextColumnId + 1,
    };
    if (cell.value !== name || cell.formula !== undefined) {
      writeCell(draft, sheet, area.top, column, {
        value: name,
        ...(cell.style ? { style: cell.style } : {}),
      });
    }
  }
  updateBook(draft, { tables: [...draft.book.tables, table], nextTable: draft.book.nextTable + 1 });
  draft.happenings.push({ kind: "tableAdded", sheet, table: id });
  return id;
};

export const renameTable = (draft: Draft, id: string, name: string): void => {
  const table = tableIn(draft, id);
  if (table.name === name) return;
  if (typeof name !== "string" || faultOfTableName(name) !== undefined) refuse("InvalidArgument");
  const others = draft.book.tables.some((each) => each.id !== id && sameName(each.name, name));
  const names = draft.book.names.some((each) => each.scope === undefined && sameName(each.name, name));
  if (others || names) refuse("InvalidArgument");
  const from = table.name;
  replaceTable(draft, { ...table, name });
  rewriteFormulas(draft, { kind: "renameTable", from, to: name });
};

/** The cells stay, the table goes. */
export const convertToRange = (draft: Draft, id: string): void => {
  const table = tableIn(draft, id);
  rewriteFormulas(draft, { kind: "deleteTable", table: shapeOf(draft.book, table) });
  updateBook(draft, {
    tables: draft.book.tables.filter((each) => each.id !== id),
    slicers: draft.book.slicers.filter(({ source }) => source.kind === "pivot" || source.table !== id),
  });
  draft.happenings.push({ kind: "tableDeleted", sheet: table.sheet, table: id, name: table.name });
};

/** Excel's Table.delete: the table and what is in it. */
export const deleteTable = (draft: Draft, id: string): void => {
  const table = tableIn(draft, id);
  assertMayEdit(draft.book, table.sheet, table.area);
  convertToRange(draft, id);
  clearContents(draft, table.sheet, table.area);
  clearLooks(draft, table.sheet, table.area);
};

export const resizeTable = (draft: Draft, id: string, sheet: string, wanted: Rectangle): void => {
  const table = tableIn(draft, id);
  if (sheet !== table.sheet) refuse("InvalidArgument");
  if (wanted.top !== table.area.top || !overlaps(wanted, table.area)) refuse("InvalidArgument");
  const least = (table.showHeaders ? 1 : 0) + (table.showTotals ? 1 : 0) + 1;
  if (rowsOf(wanted) < least) refuse("InvalidArgument");
  const other = tablesOn(draft.book, sheet).some((each) => each.id !== id && overlaps(each.area, wanted));
  if (other) refuse("InvalidArgument", OVERLAP);
  if (wanted.left === table.area.left && columnsOf(wanted) >= table.columns.length) {
    const named = namedFromCells(draft, table, wanted);
    extendTable(draft, named, wanted);
    return;
  }
  const columns: TableColumn[] = [];
  let next = { ...table, area: wanted, columns: [] as readonly TableColumn[] };
  for (let column = wanted.left; column <= wanted.right; column++) {
    const known = table.columns[column - table.area.left];
    const inside = column >= table.area.left && column <= table.area.right;
    if (inside && known) columns.push(known);
    else {
      const text = String(asWireValue(readCell(draft, sheet, wanted.top, column).value));
      const name = freeHeader({ ...next, columns }, -1, text === "" ? `列${columns.length + 1}` : text);
      columns.push({ id: next.nextColumnId, name });
      next = { ...next, nextColumnId: next.nextColumnId + 1 };
      if (table.showHeaders) writeCell(draft, sheet, wanted.top, column, { value: name });
    }
  }
  const kept = new Set(columns.map(({ id: one }) => one));
  for (const lost of table.columns.filter((column) => !kept.has(column.id))) {
    rewriteFormulas(draft, { kind: "deleteColumn", table: table.name, column: lost.name });
  }
  replaceTable(draft, { ...next, columns });
};

/** Columns a resize takes in keep the header text that is there. */
const namedFromCells = (draft: Draft, table: Table, wanted: Rectangle): Table => {
  let next = table;
  for (let index = table.columns.length; index < columnsOf(wanted); index++) {
    const cell = readCell(draft, table.sheet, wanted.top, wanted.left + index);
    const text = String(asWireValue(cell.value));
    const name = freeHeader(next, -1, text === "" ? `列${index + 1}` : text);
    if (table.showHeaders && cell.value !== name) {
      writeCell(draft, table.sheet, wanted.top, wanted.left + index, {
        value: name,
        ...(cell.style ? { style: cell.style } : {}),
      });
    }
    next = {
      ...next,
      columns: [...next.columns, { id: next.nextColumnId, name }],
      nextColumnId: next.nextColumnId + 1,
    };
  }
  replaceTable(draft, next);
  return next;
};

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
  if (now.columns.length === table.columns.length) {
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

/** Switching the totals row on pushes what is below; switching it off removes the row. */
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
  const label = rectangle(area.bottom + 1, area.left);
  writeCell(draft, table.sheet, label.top, label.left, { value: "集計" });
};

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
