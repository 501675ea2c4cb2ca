/** Inserting and deleting cells, rows and columns, and everything on the sheet that moves with them. */
import { LAST_COLUMN, LAST_ROW, type Edit } from "../../formula";
import { refuse } from "../../refusal";
import { tablesOn } from "../book";
import { isFilled } from "../cells/cell";
import { readCell, sheetIn, writeCell, type Draft } from "../draft";
import { rewriteFormulas } from "../formulas/rewrite";
import { eachCell } from "../cells/grid";
import { assertAllowed, isLocked } from "../guard";
import { areaOf, shapeOf } from "../formulas/lookup";
import { assertPivotsAllow, shiftPivots } from "../pivot/shift";
import {
  columnsOf,
  contains,
  isWholeColumns,
  isWholeRows,
  overlaps,
  rowsOf,
  type Rectangle,
} from "../cells/rectangle";
import type { Sheet } from "../sheets/sheet";
import { shiftBelongings, shiftBindings } from "./shift-belongings";
import { inheritLook, shiftColumnsOfGrid, shiftRowsOfGrid } from "./shift-grid";
import { assertTablesAllow, columnsLost, fillNewTableRows, shiftTables } from "./shift-tables";
import { strip, type Push } from "./shift";
import { endSpill } from "../formulas/spill";

export type InsertShift = "Down" | "Right";
export type DeleteShift = "Up" | "Left";

/** The edit as formulas know it. */
const editOf = (draft: Draft, sheet: string, shift: Push): Edit => {
  const area = areaOf(draft.book, sheet, shift.area);
  const { area: at, along, kind } = shift;
  if (along === "rows" && isWholeRows(at)) {
    return {
      kind: kind === "insert" ? "insertRows" : "deleteRows",
      sheet: area.sheet,
      at: at.top,
      count: rowsOf(at),
    };
  }
  if (along === "columns" && isWholeColumns(at)) {
    return {
      kind: kind === "insert" ? "insertColumns" : "deleteColumns",
      sheet: area.sheet,
      at: at.left,
      count: columnsOf(at),
    };
  }
  return kind === "insert"
    ? { kind: "insertCells", area, shift: along === "rows" ? "down" : "right" }
    : { kind: "deleteCells", area, shift: along === "rows" ? "up" : "left" };
};

const assertProtectionAllows = (draft: Draft, sheet: string, shift: Push): void => {
  if (!sheetIn(draft, sheet).protection) return;
  const verb = shift.kind === "insert" ? "Insert" : "Delete";
  const what = shift.along === "rows" ? "Rows" : "Columns";
  if (!isWholeRows(shift.area) && !isWholeColumns(shift.area)) refuse("AccessDenied");
  assertAllowed(draft.book, sheet, `allow${verb}${what}`);
  if (shift.kind === "delete" && isLocked(draft.book, sheet, shift.area)) refuse("AccessDenied");
};

const assertRoom = (sheet: Sheet, shift: Push): void => {
  const { area } = shift;
  const edge: Rectangle =
    shift.along === "rows"
      ? { ...area, top: LAST_ROW - rowsOf(area) + 1, bottom: LAST_ROW }
      : { ...area, left: LAST_COLUMN - columnsOf(area) + 1, right: LAST_COLUMN };
  let full = false;
  eachCell(sheet.grid, edge, (cell) => {
    full ||= isFilled(cell);
  });
  if (full) refuse("NonBlankCellOffSheet");
};

/** Spills end where any of their cells move: the engine spills anew. */
const forgetSpills = (draft: Draft, id: string, area: Rectangle): void => {
  const anchors = new Map<string, { readonly row: number; readonly column: number }>();
  eachCell(sheetIn(draft, id).grid, area, ({ spill, spilledFrom }, row, column) => {
    const anchor = spilledFrom ?? (spill && { row, column });
    if (anchor) anchors.set(`${anchor.row}:${anchor.column}`, anchor);
  });
  for (const { row, column } of anchors.values()) {
    endSpill(draft, id, row, column);
    const { spill: _, ...rest } = readCell(draft, id, row, column);
    writeCell(draft, id, row, column, rest);
    draft.dirty.push({ sheet: id, row, column });
  }
};

/** Cells that are merged move as one or not at all. */
const assertMergedWhole = ({ merged }: Sheet, shift: Push): void => {
  const pushed = strip(shift);
  for (const area of merged) {
    if (!overlaps(area, pushed)) continue;
    const across =
      shift.along === "rows"
        ? pushed.left <= area.left && pushed.right >= area.right
        : pushed.top <= area.top && pushed.bottom >= area.bottom;
    if (!across) refuse("InsertDeleteConflict");
  }
};

const apply = (draft: Draft, sheet: string, shift: Push): void => {
  assertTablesAllow(draft, sheet, shift);
  assertPivotsAllow(draft, sheet, shift);
  assertProtectionAllows(draft, sheet, shift);
  assertMergedWhole(sheetIn(draft, sheet), shift);
  if (shift.kind === "insert") assertRoom(sheetIn(draft, sheet), shift);
  forgetSpills(draft, sheet, strip(shift));
  const tables = tablesOn(draft.book, sheet);
  const gone = tables.filter((table) => shift.kind === "delete" && contains(shift.area, table.area));
  const lostColumns =
    shift.kind === "delete" && shift.along === "columns" ? columnsLost(tables, shift.area) : [];
  const edit = editOf(draft, sheet, shift);
  for (const { table, column } of lostColumns)
    rewriteFormulas(draft, { kind: "deleteColumn", table, column });
  for (const table of gone)
    rewriteFormulas(draft, { kind: "deleteTable", table: shapeOf(draft.book, table) });
  rewriteFormulas(draft, edit);
  if (shift.along === "rows") shiftRowsOfGrid(draft, sheet, shift);
  else shiftColumnsOfGrid(draft, sheet, shift);
  shiftTables(draft, sheet, shift);
  shiftBelongings(draft, sheet, shift);
  shiftBindings(draft, sheet, shift);
  shiftPivots(draft, sheet, shift);
  if (shift.kind === "insert") {
    inheritLook(draft, sheet, shift);
    if (shift.along === "rows") fillNewTableRows(draft, sheet, shift.area);
  }
  draft.moves.push({ sheet, shift });
};

export const insertCells = (draft: Draft, sheet: string, area: Rectangle, direction: InsertShift): void => {
  const along = isWholeRows(area)
    ? "rows"
    : isWholeColumns(area)
      ? "columns"
      : direction === "Down"
        ? "rows"
        : "columns";
  apply(draft, sheet, { kind: "insert", area, along });
  draft.happenings.push({
    kind: "changed",
    sheet,
    area,
    changeType: isWholeRows(area) ? "RowInserted" : isWholeColumns(area) ? "ColumnInserted" : "CellInserted",
    ...(isWholeRows(area) || isWholeColumns(area)
      ? {}
      : { shift: along === "rows" ? "ShiftCellDown" : "ShiftCellRight" }),
  });
};

export const deleteCells = (draft: Draft, sheet: string, area: Rectangle, direction: DeleteShift): void => {
  const along = isWholeRows(area)
    ? "rows"
    : isWholeColumns(area)
      ? "columns"
      : direction === "Up"
        ? "rows"
        : "columns";
  apply(draft, sheet, { kind: "delete", area, along });
  draft.happenings.push({
    kind: "changed",
    sheet,
    area,
    changeType: isWholeRows(area) ? "RowDeleted" : isWholeColumns(area) ? "ColumnDeleted" : "CellDeleted",
    ...(isWholeRows(area) || isWholeColumns(area)
      ? {}
      : { shift: along === "rows" ? "ShiftCellUp" : "ShiftCellLeft" }),
  });
};
