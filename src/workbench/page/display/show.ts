/** Draws what changed: one state of the workbook against the next, as Univer's own mutations. The model is never read back from here. */
import {
  ICommandService,
  mergeWorksheetSnapshotWithDefault,
  type ICellData,
  type Injector,
} from "@univerjs/presets";
import { SheetsSelectionsService } from "@univerjs/presets/preset-sheets-core";
import { sheetById, tablesOn, type Book } from "../../host/model/book";
import { BLANK } from "../../host/model/cells/cell";
import { styleOf } from "../../host/model/looks/effective";
import { cellAt, eachDifference } from "../../host/model/cells/grid";
import type { Sheet } from "../../host/model/sheets/sheet";
import { univerCell } from "./cell";
import { layCells, type LayCells } from "./lay";
import { lookIn } from "./look";
import { tallRows } from "./row-height";
import { cellsIn, columnData, extent, freeze, rowData, worksheetData } from "./sheet";
import { tableLook } from "./table-look";

import { unitId } from "./unit";

/** Runs one of Univer's mutations. */
export type Mutate = (id: string, params: object) => void;

export interface Drawing {
  mutate: Mutate;
  lay: LayCells;
  /** Does something with Univer that is not a person's doing. */
  draw: (work: () => void) => void;
  /** True while the host's state is being drawn: what Univer does then is not a person's doing. */
  readonly underWay: () => boolean;
}

export function createDrawing(injector: Injector): Drawing {
  const commands = injector.get(ICommandService);
  let depth = 0;
  const draw = (work: () => void) => {
    depth += 1;
    try {
      work();
    } finally {
      depth -= 1;
    }
  };
  return {
    draw,
    lay: layCells(injector),
    mutate: (id, params) =>
      draw(() => {
        // `onlyLocal`: Univer's formula part, which computes nothing here, else walks all cells of all sheets each time.
        if (!commands.syncExecuteCommand(id, { unitId, ...params }, { onlyLocal: true }))
          throw new Error(`Univer did not take ${id}`);
      }),
    underWay: () => depth > 0,
  };
}

/** Work that may be interrupted where it yields, so that the page can breathe. */
export type Drawn = Generator<"settle" | undefined, void>;

/** Few enough to be told to Univer one by one; more are laid in, which is twenty times quicker. */
const few = 400;
/** Cells between two chances to breathe. */
const slice = 1000;

function* showCells({ mutate, lay }: Drawing, before: Book, old: Sheet, after: Book, sheet: Sheet): Drawn {
  const oldTables = tablesOn(before, sheet.id);
  const newTables = tablesOn(after, sheet.id);
  const sameTables =
    oldTables.length === newTables.length && oldTables.every((table, index) => table === newTables[index]);
  const sameLooks = old.style === sheet.style && old.columns === sheet.columns && old.rows === sheet.rows;
  const look = tableLook(after, sheet.id);
  const places = new Map<number, Set<number>>();
  let count = 0;
  const put = (row: number, column: number) => {
    let columns = places.get(row);
    if (!columns) places.set(row, (columns = new Set()));
    if (columns.has(column)) return;
    columns.add(column);
    count += 1;
  };
  eachDifference(old.grid, sheet.grid, (_before, _after, row, column) => put(row, column));
  if (!sameTables) {
    for (const { area } of [...oldTables, ...newTables]) {
      for (let row = area.top; row <= area.bottom; row += 1) {
        for (let column = area.left; column <= area.right; column += 1) put(row, column);
      }
    }
  }
  if (!sameLooks) for (const [row, column] of cellsIn(after, sheet)) put(row, column);
  if (count === 0) return;
  yield;
  const changed: Record<number, Record<number, ICellData>> = {};
  let made = 0;
  for (const [row, columns] of places) {
    const line: Record<number, ICellData> = (changed[row] = {});
    for (const column of columns) {
      const cell = cellAt(sheet.grid, row, column);
      line[column] = univerCell(
        cell ?? BLANK,
        lookIn(sheet.columns, column, look(row, column, styleOf(sheet, cell, row, column))),
      );
    }
    made += columns.size;
    if (count > few) lay(sheet.id, row, line);
    if (made > slice) {
      made = 0;
      yield;
    }
  }
  const told = count > few ? corners(changed, sheet) : changed;
  mutate("sheet.mutation.set-range-values", { subUnitId: sheet.id, cellValue: told });
}

/** Cells that were laid in: Univer draws again what lies between the first and the last it is told of, and reads again the one it shows above. */
function corners(changed: Record<number, Record<number, ICellData>>, { activeCell }: Sheet) {
  const rows = Object.keys(changed).map(Number);
  const told: Record<number, Record<number, ICellData>> = {};
  const tell = (row: number, column: number) => {
    const cell = changed[row]?.[column];
    if (cell) (told[row] ??= {})[column] = cell;
  };
  const last = rows.reduce((most, row) => Math.max(most, row), 0);
  const widest = rows.reduce(
    (most, row) => {
      const column = Object.keys(changed[row] ?? {}).reduce(
        (right, each) => Math.max(right, Number(each)),
        0,
      );
      return column > most.column ? { row, column } : most;
    },
    { row: last, column: -1 },
  );
  tell(last, Number(Object.keys(changed[last] ?? {})[0]));
  tell(widest.row, widest.column);
  tell(activeCell.row, activeCell.column);
  return told;
}

function showLines(mutate: Mutate, old: Sheet, sheet: Sheet): void {
  const had = tallRows(old);
  const needs = tallRows(sheet);
  // A line that is hidden or has another size stays as it is drawn until Univer hears how many lines there are.
  const measureAnew = () =>
    mutate("sheet.mutation.set-worksheet-row-count", {
      subUnitId: sheet.id,
      rowCount: extent(sheet).rows,
    });
  const lines = new Set<number>();
  if (old.rows !== sheet.rows) for (const row of [...old.rows.keys(), ...sheet.rows.keys()]) lines.add(row);
  for (const row of had.keys()) if (had.get(row) !== needs.get(row)) lines.add(row);
  for (const row of needs.keys()) if (had.get(row) !== needs.get(row)) lines.add(row);
  if (lines.size > 0) {
    const data = Object.fromEntries(
      [...lines].map((row) => [row, rowData(sheet.rows.get(row), needs.get(row))]),
    );
    mutate("sheet.mutation.set-row-data", { subUnitId: sheet.id, rowData: data });
    measureAnew();
  }
  if (old.columns !== sheet.columns) {
    const lines = new Set([...old.columns.keys(), ...sheet.columns.keys()]);
    const data = Object.fromEntries(
      [...lines].map((column) => [column, columnData(sheet.columns.get(column))]),
    );
    mutate("sheet.mutation.set-col-data", { subUnitId: sheet.id, columnData: data });
    measureAnew();
  }
}

function showFrame(mutate: Mutate, old: Sheet, sheet: Sheet): void {
  const subUnitId = sheet.id;
  if (old.name !== sheet.name) mutate("sheet.mutation.set-worksheet-name", { subUnitId, name: sheet.name });
  if (old.tabColor !== sheet.tabColor)
    mutate("sheet.mutation.set-tab-color", { subUnitId, color: sheet.tabColor });
  if (old.visibility !== sheet.visibility) {
    mutate("sheet.mutation.set-worksheet-hidden", {
      subUnitId,
      hidden: sheet.visibility === "Visible" ? 0 : 1,
    });
  }
  if (old.frozen !== sheet.frozen) mutate("sheet.mutation.set-frozen", { subUnitId, ...freeze(sheet) });
  if (old.showGridlines !== sheet.showGridlines) {
    mutate("sheet.mutation.toggle-gridlines", { subUnitId, showGridlines: sheet.showGridlines ? 1 : 0 });
  }
  if (old.merged !== sheet.merged) {
    const ranges = (merged: Sheet["merged"]) =>
      merged.map(({ top, left, bottom, right }) => ({
        startRow: top,
        startColumn: left,
        endRow: bottom,
        endColumn: right,
      }));
    if (old.merged.length > 0)
      mutate("sheet.mutation.remove-worksheet-merge", { subUnitId, ranges: ranges(old.merged) });
    if (sheet.merged.length > 0)
      mutate("sheet.mutation.add-worksheet-merge", { subUnitId, ranges: ranges(sheet.merged) });
  }
}

function showSize(mutate: Mutate, old: Sheet, sheet: Sheet): void {
  const had = extent(old);
  const needs = extent(sheet);
  const subUnitId = sheet.id;
  if (needs.rows !== had.rows)
    mutate("sheet.mutation.set-worksheet-row-count", { subUnitId, rowCount: needs.rows });
  if (needs.columns !== had.columns) {
    mutate("sheet.mutation.set-worksheet-column-count", { subUnitId, columnCount: needs.columns });
  }
}

function* showSheet(drawing: Drawing, before: Book, after: Book, old: Sheet, sheet: Sheet): Drawn {
  const { mutate } = drawing;
  const tablesChanged = before.tables !== after.tables;
  if (old === sheet && !tablesChanged) return;
  if (old.grid !== sheet.grid) showSize(mutate, old, sheet);
  yield* showCells(drawing, before, old, after, sheet);
  yield;
  showLines(mutate, old, sheet);
  showFrame(mutate, old, sheet);
}

/** Univer's selection where the host's is, brought into view. */
export function showSelection(injector: Injector, drawing: Drawing, book: Book): void {
  const sheet = sheetById(book, book.activeSheet);
  if (!sheet) return;
  const { selection, activeCell } = sheet;
  const range = {
    startRow: selection.top,
    startColumn: selection.left,
    endRow: selection.bottom,
    endColumn: selection.right,
  };
  const { row, column } = activeCell;
  drawing.draw(() => {
    injector.get(SheetsSelectionsService).setSelections(unitId, sheet.id, [
      {
        range,
        primary: {
          actualRow: row,
          actualColumn: column,
          startRow: row,
          startColumn: column,
          endRow: row,
          endColumn: column,
          isMerged: false,
          isMergedMainCell: false,
        },
        style: null,
      },
    ]);
    const corner = { ...range, endRow: range.startRow, endColumn: range.startColumn };
    injector.get(ICommandService).syncExecuteCommand("sheet.operation.scroll-to-range", { range: corner });
  });
}

function showOrder(mutate: Mutate, before: readonly string[], after: Book): void {
  const order = [...before];
  after.sheets.forEach((sheet, toOrder) => {
    const fromOrder = order.indexOf(sheet.id);
    if (fromOrder === toOrder) return;
    mutate("sheet.mutation.set-worksheet-order", { subUnitId: sheet.id, fromOrder, toOrder });
    order.splice(fromOrder, 1);
    order.splice(toOrder, 0, sheet.id);
  });
}

export function* show(drawing: Drawing, before: Book, after: Book): Drawn {
  if (before === after) return;
  const { mutate } = drawing;
  const order = before.sheets.map((sheet) => sheet.id);
  for (const sheet of after.sheets) {
    const old = sheetById(before, sheet.id);
    if (old) yield* showSheet(drawing, before, after, old, sheet);
    else {
      // Whole: Univer fills in what a sheet leaves out only when it opens a workbook.
      const whole = mergeWorksheetSnapshotWithDefault(worksheetData(after, sheet));
      mutate("sheet.mutation.insert-sheet", { index: order.length, sheet: whole });
      order.push(sheet.id);
    }
  }
  // Activated before others go: Univer cannot remove the sheet it is showing.
  const active = after.activeSheet;
  // Univer also shows a sheet that was only inserted, though the one in front is another.
  const inserted = order.length > before.sheets.length;
  if (before.activeSheet !== active || inserted)
    mutate("sheet.operation.set-worksheet-active", { subUnitId: active });
  const leaving = before.sheets.filter((sheet) => !sheetById(after, sheet.id));
  // Univer draws a frame later what it was told now: a sheet that goes before that frame leaves it looking for its skeleton.
  if (leaving.length > 0) yield "settle";
  for (const sheet of leaving) {
    mutate("sheet.mutation.remove-sheet", { subUnitId: sheet.id, subUnitName: sheet.name });
    order.splice(order.indexOf(sheet.id), 1);
  }
  showOrder(mutate, order, after);
}
