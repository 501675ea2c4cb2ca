/** Tables: making, naming, resizing and taking away. */
import { faultOfTableName } from "../../formula";
import { refuse } from "../../refusal";
import { guid, sameName, tableById, tablesOn, type Book } from "../book";
import { asWireValue, showsSomething } from "../cells/cell";
import { readCell, sheetIn, takeId, updateBook, writeCell, type Draft } from "../draft";
import { rewriteFormulas } from "../formulas/rewrite";
import { eachCell } from "../cells/grid";
import { assertMayEdit } from "../guard";
import { shapeOf } from "../formulas/lookup";
import { columnsOf, overlaps, rowsOf, type Rectangle } from "../cells/rectangle";
import { insertCells } from "../shifting/structure";
import type { Table, TableColumn } from "./table";
import { textOf } from "../cells/text";
import { styleAt } from "../looks/effective";
import { styleValue } from "../looks/style";
import { clearLooks } from "../looks/appearance";
import { clearContents } from "../entry/clear-contents";
import { freeHeader } from "./free-header";
import { extendTable } from "./grow-tables";
import { replaceTable } from "./replace-table";

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
    style: draft.book.styleLists?.TableStyle?.standard ?? "TableStyleMedium2",
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
