/** Inserting and deleting cells, rows and columns, and everything on the sheet that moves with them. */
import { LAST_COLUMN, LAST_ROW, type Edit } from "../formula";
import { refuse } from "../refusal";
import { tablesOn } from "./book";
import { isFilled, type Cell } from "./cell";
import { sheetIn, updateBook, updateSheet, writableGrid, type Draft } from "./draft";
import { floatingAfter } from "./floating";
import { rewriteFormulas } from "./formulas";
import { cellAt, eachCell, lastRowOf, putCell, putRow, rowCells } from "./grid";
import { assertAllowed, isLocked } from "./guard";
import { areaOf, shapeOf } from "./lookup";
import {
  columnsOf,
  contains,
  intersection,
  isWholeColumns,
  isWholeRows,
  overlaps,
  rectangle,
  rowsOf,
  type Rectangle,
} from "./rectangle";
import type { Line, Lines, Sheet } from "./sheet";
import { shiftedPieces, shiftedRectangle, strip, type Shift } from "./shift";
import { bodyOf, type Table } from "./table";
import { fillCalculated, freeHeader, replaceTable } from "./write";

export type InsertShift = "Down" | "Right";
export type DeleteShift = "Up" | "Left";

const SHIFTS_TABLE =
  "This operation is not allowed. The operation is attempting to shift cells in a table on your worksheet.";

/** The edit as formulas know it. */
const editOf = (draft: Draft, sheet: string, shift: Exclude<Shift, { kind: "move" }>): Edit => {
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

/** Refused where a table would be torn apart. */
const assertTablesAllow = (draft: Draft, sheet: string, shift: Exclude<Shift, { kind: "move" }>): void => {
  const pushed = strip(shift);
  for (const table of tablesOn(draft.book, sheet)) {
    if (!overlaps(table.area, pushed)) continue;
    const { area } = table;
    const across =
      shift.along === "rows"
        ? pushed.left <= area.left && pushed.right >= area.right
        : pushed.top <= area.top && pushed.bottom >= area.bottom;
    if (!across) refuse("InvalidOperation", SHIFTS_TABLE);
    if (shift.kind === "delete" && shift.along === "rows" && !contains(shift.area, area)) {
      const header = table.showHeaders && shift.area.top <= area.top && shift.area.bottom >= area.top;
      if (header) refuse("InvalidOperation", SHIFTS_TABLE);
    }
  }
};

const assertProtectionAllows = (
  draft: Draft,
  sheet: string,
  shift: Exclude<Shift, { kind: "move" }>,
): void => {
  if (!sheetIn(draft, sheet).protection) return;
  const verb = shift.kind === "insert" ? "Insert" : "Delete";
  const what = shift.along === "rows" ? "Rows" : "Columns";
  if (!isWholeRows(shift.area) && !isWholeColumns(shift.area)) refuse("AccessDenied");
  assertAllowed(draft.book, sheet, `allow${verb}${what}`);
  if (shift.kind === "delete" && isLocked(draft.book, sheet, shift.area)) refuse("AccessDenied");
};

const assertRoom = (sheet: Sheet, shift: Exclude<Shift, { kind: "move" }>): void => {
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

const shiftRowsOfGrid = (draft: Draft, id: string, shift: Exclude<Shift, { kind: "move" }>): void => {
  const grid = writableGrid(draft, id);
  const { area, kind } = shift;
  const count = rowsOf(area);
  const last = Math.min(lastRowOf(grid), LAST_ROW);
  const whole = isWholeRows(area);
  const width = columnsOf(area);
  const take = (from: number, to: number): void => {
    const source = from < 0 ? [] : rowCells(grid, from);
    if (whole) {
      putRow(grid, draft.owner, to, source);
      return;
    }
    for (let column = area.left; column < area.left + width; column++) {
      if (column >= source.length && column >= rowCells(grid, to).length) break;
      putCell(grid, draft.owner, to, column, source[column]);
    }
  };
  if (kind === "insert") {
    for (let row = last; row >= area.top; row--) if (row + count <= LAST_ROW) take(row, row + count);
    for (let row = area.top; row <= area.bottom; row++) take(-1, row);
  } else {
    for (let row = area.top; row <= last; row++) take(row + count > last ? -1 : row + count, row);
  }
};

const shiftColumnsOfGrid = (draft: Draft, id: string, shift: Exclude<Shift, { kind: "move" }>): void => {
  const grid = writableGrid(draft, id);
  const { area, kind } = shift;
  const count = columnsOf(area);
  const last = Math.min(lastRowOf(grid), area.bottom);
  for (let row = area.top; row <= last; row++) {
    const cells = rowCells(grid, row);
    if (cells.length <= area.left) continue;
    const next: (Cell | undefined)[] = cells.slice(0, area.left);
    if (kind === "insert") {
      for (let index = 0; index < count; index++) next.push(undefined);
      next.push(...cells.slice(area.left));
      next.length = Math.min(next.length, LAST_COLUMN + 1);
    } else next.push(...cells.slice(area.left + count));
    putRow(grid, draft.owner, row, next);
  }
};

const shiftLines = (
  lines: Lines,
  kind: "insert" | "delete",
  at: number,
  count: number,
  last: number,
): Lines => {
  if (lines.size === 0) return lines;
  const next = new Map<number, Line>();
  for (const [index, line] of lines) {
    if (index < at) next.set(index, line);
    else if (kind === "insert") {
      if (index + count <= last) next.set(index + count, line);
    } else if (index >= at + count) next.set(index - count, line);
  }
  return next;
};

/** New rows look like the row above, new columns like the column to the left. */
const inheritLook = (draft: Draft, id: string, shift: Exclude<Shift, { kind: "move" }>): void => {
  const { area, along } = shift;
  const grid = writableGrid(draft, id);
  if (along === "rows") {
    if (area.top === 0) return;
    const above = rowCells(grid, area.top - 1);
    const right = Math.min(area.right, above.length - 1);
    for (let column = area.left; column <= right; column++) {
      const style = above[column]?.style;
      if (!style) continue;
      for (let row = area.top; row <= area.bottom; row++)
        putCell(grid, draft.owner, row, column, { value: null, style });
    }
    return;
  }
  if (area.left === 0) return;
  const last = Math.min(lastRowOf(grid), area.bottom);
  for (let row = area.top; row <= last; row++) {
    const style = cellAt(grid, row, area.left - 1)?.style;
    if (!style) continue;
    for (let column = area.left; column <= area.right; column++) {
      putCell(grid, draft.owner, row, column, { value: null, style });
    }
  }
};

const shiftTables = (draft: Draft, sheet: string, shift: Exclude<Shift, { kind: "move" }>): void => {
  for (const table of tablesOn(draft.book, sheet)) {
    if (shift.kind === "delete" && contains(shift.area, table.area)) {
      removeTable(draft, table);
      continue;
    }
    const area = shiftedRectangle(table.area, shift);
    if (!area) {
      removeTable(draft, table);
      continue;
    }
    if (shift.along === "rows") shiftTableRows(draft, table, area);
    else shiftTableColumns(draft, table, area, shift);
  }
};

const shiftTableRows = (draft: Draft, table: Table, area: Rectangle): void => {
  const least = (table.showHeaders ? 1 : 0) + (table.showTotals ? 1 : 0) + 1;
  const bottom = Math.max(area.bottom, area.top + least - 1);
  const emptied = area.bottom < bottom;
  replaceTable(draft, { ...table, area: { ...area, bottom }, ...(emptied ? { waiting: true } : {}) });
};

const shiftTableColumns = (
  draft: Draft,
  table: Table,
  area: Rectangle,
  shift: Exclude<Shift, { kind: "move" }>,
): void => {
  if (columnsOf(area) < table.columns.length) {
    const gone = intersection(table.area, shift.area);
    if (!gone) return;
    const first = gone.left - table.area.left;
    const columns = table.columns.filter((_, index) => index < first || index >= first + columnsOf(gone));
    replaceTable(draft, { ...table, area, columns });
    return;
  }
  let next: Table = { ...table, area };
  const at = shift.area.left - table.area.left;
  for (let extra = columnsOf(area) - table.columns.length; extra > 0; extra--) {
    const name = freeHeader({ ...next, columns: next.columns }, -1, `列${at + 1}`);
    next = {
      ...next,
      columns: [...next.columns.slice(0, at), { id: next.nextColumnId, name }, ...next.columns.slice(at)],
      nextColumnId: next.nextColumnId + 1,
    };
  }
  replaceTable(draft, next);
  if (!table.showHeaders) return;
  const grid = writableGrid(draft, table.sheet);
  next.columns.forEach(({ name }, index) => {
    const column = area.left + index;
    const cell = cellAt(grid, area.top, column);
    if (cell?.value !== name) putCell(grid, draft.owner, area.top, column, { ...cell, value: name });
  });
};

const removeTable = (draft: Draft, table: Table): void => {
  updateBook(draft, { tables: draft.book.tables.filter(({ id }) => id !== table.id) });
  draft.happenings.push({ kind: "tableDeleted", sheet: table.sheet, table: table.id, name: table.name });
};

const shiftBelongings = (draft: Draft, id: string, shift: Exclude<Shift, { kind: "move" }>): void => {
  const sheet = sheetIn(draft, id);
  const pieces = (areas: readonly Rectangle[]) => shiftedPieces(areas, shift);
  const one = (area: Rectangle | undefined) => area && shiftedRectangle(area, shift);
  const rows = shift.along === "rows" && isWholeRows(shift.area);
  const columns = shift.along === "columns" && isWholeColumns(shift.area);
  const filter = sheet.filter && one(sheet.filter.area);
  const { printArea, titleRows, titleColumns } = sheet.pageLayout;
  /** What hangs on a cell goes where the cell goes, or with it. */
  const inItsCell = <Hanging extends { readonly row: number; readonly column: number }>(
    hanging: Hanging,
  ): readonly Hanging[] => {
    const cell = one(rectangle(hanging.row, hanging.column));
    return cell ? [{ ...hanging, row: cell.top, column: cell.left }] : [];
  };
  updateSheet(draft, id, {
    ...(rows
      ? { rows: shiftLines(sheet.rows, shift.kind, shift.area.top, rowsOf(shift.area), LAST_ROW) }
      : {}),
    ...(columns
      ? {
          columns: shiftLines(sheet.columns, shift.kind, shift.area.left, columnsOf(shift.area), LAST_COLUMN),
        }
      : {}),
    comments: sheet.comments.flatMap(inItsCell),
    notes: sheet.notes.flatMap(inItsCell),
    pageBreaks: {
      rows: rows
        ? shiftBreaks(sheet.pageBreaks.rows, shift.kind, shift.area.top, rowsOf(shift.area))
        : sheet.pageBreaks.rows,
      columns: columns
        ? shiftBreaks(sheet.pageBreaks.columns, shift.kind, shift.area.left, columnsOf(shift.area))
        : sheet.pageBreaks.columns,
    },
    links: sheet.links.flatMap((link) => pieces([link.area]).map((area) => ({ ...link, area }))),
    merged: sheet.merged.flatMap((area) => one(area) ?? []),
    validations: sheet.validations
      .map((each) => ({ ...each, areas: pieces(each.areas) }))
      .filter(({ areas }) => areas.length > 0),
    conditionalFormats: sheet.conditionalFormats
      .map((each) => ({ ...each, areas: pieces(each.areas) }))
      .filter(({ areas }) => areas.length > 0),
    filter: filter && sheet.filter ? { ...sheet.filter, area: filter } : undefined,
    pageLayout: {
      ...sheet.pageLayout,
      ...(printArea ? { printArea: printArea.flatMap((area) => one(area) ?? []) } : {}),
      ...(titleRows ? { titleRows: one(titleRows) } : {}),
      ...(titleColumns ? { titleColumns: one(titleColumns) } : {}),
    },
    ...(rows || columns
      ? {
          shapes: sheet.shapes.map((shape) => floatingAfter(shape, shape.properties.placement, sheet, shift)),
        }
      : {}),
    charts: sheet.charts.map((chart) => ({
      ...(rows || columns ? floatingAfter(chart, chart.properties.placement, sheet, shift) : chart),
      series: chart.series.map((series) => ({
        ...series,
        ...(series.values?.sheet === id ? { values: movedSource(series.values, shift) } : {}),
        ...(series.categories?.sheet === id ? { categories: movedSource(series.categories, shift) } : {}),
        ...(series.nameSource?.sheet === id ? { nameSource: movedSource(series.nameSource, shift) } : {}),
        ...(series.sizes?.sheet === id ? { sizes: movedSource(series.sizes, shift) } : {}),
      })),
    })),
  });
};

const shiftBindings = (draft: Draft, id: string, shift: Shift): void => {
  if (draft.book.bindings.length === 0) return;
  updateBook(draft, {
    bindings: draft.book.bindings.map((binding) => {
      if (binding.sheet !== id || !binding.area) return binding;
      const { area: old, ...rest } = binding;
      const area = shiftedRectangle(old, shift);
      return area ? { ...rest, area } : rest;
    }),
  });
};

const shiftBreaks = (
  breaks: readonly number[],
  kind: "insert" | "delete",
  at: number,
  count: number,
): readonly number[] =>
  breaks.flatMap((index) => {
    if (index < at) return [index];
    if (kind === "insert") return [index + count];
    return index >= at + count ? [index - count] : [];
  });

const movedSource = (source: { sheet: string; area: Rectangle }, shift: Shift) => ({
  ...source,
  area: shiftedRectangle(source.area, shift) ?? source.area,
});

/** Spills end where cells move: the engine spills anew. */
const forgetSpills = (draft: Draft, id: string, area: Rectangle): void => {
  const grid = writableGrid(draft, id);
  const changes: (() => void)[] = [];
  eachCell(grid, area, (cell, row, column) => {
    if (cell.spilledFrom) {
      changes.push(() =>
        putCell(grid, draft.owner, row, column, cell.style ? { value: null, style: cell.style } : undefined),
      );
    } else if (cell.spill) {
      const { spill: _, ...rest } = cell;
      changes.push(() => putCell(grid, draft.owner, row, column, rest));
      draft.dirty.push({ sheet: id, row, column });
    }
  });
  for (const change of changes) change();
};

const apply = (draft: Draft, sheet: string, shift: Exclude<Shift, { kind: "move" }>): void => {
  assertTablesAllow(draft, sheet, shift);
  assertProtectionAllows(draft, sheet, shift);
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
  if (shift.kind === "insert") {
    inheritLook(draft, sheet, shift);
    if (shift.along === "rows") fillNewTableRows(draft, sheet, shift.area);
  }
  draft.moves.push({ sheet, shift });
};

const columnsLost = (tables: readonly Table[], area: Rectangle) =>
  tables.flatMap((table) => {
    const gone = intersection(table.area, area);
    if (!gone || contains(area, table.area)) return [];
    return table.columns
      .slice(gone.left - table.area.left, gone.right - table.area.left + 1)
      .map(({ name }) => ({ table: table.name, column: name }));
  });

const fillNewTableRows = (draft: Draft, sheet: string, area: Rectangle): void => {
  for (const table of tablesOn(draft.book, sheet)) {
    const fresh = intersection(bodyOf(table), area);
    if (fresh) for (let row = fresh.top; row <= fresh.bottom; row++) fillCalculated(draft, table, row);
  }
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
