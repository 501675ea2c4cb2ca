/** A whole sheet of the model as Univer data: what a new sheet is drawn from. */
import {
  BooleanNumber,
  type ICellData,
  type IColumnData,
  type IRowData,
  type IWorksheetData,
} from "@univerjs/presets";
import type { Book } from "../../host/model/book";
import { tablesOn } from "../../host/model/book";
import { BLANK } from "../../host/model/cells/cell";
import { styleOf } from "../../host/model/looks/effective";
import { cellAt, lastRowOf, rowCells } from "../../host/model/cells/grid";
import { WHOLE_SHEET } from "../../host/model/cells/rectangle";
import { DEFAULT_ROW_HEIGHT, usualColumnWidth, type Line, type Sheet } from "../../host/model/sheets/sheet";
import { univerCell } from "./cell";
import { lookIn } from "./look";
import { tallRows } from "./row-height";
import { tableLook } from "./table-look";

/** Excel measures in points, a page in pixels. */
export const pixels = (points: number): number => Math.round((points * 4) / 3);

/** Excel's sheets have a million rows; the page draws those in use and room to go on. */
const spareRows = 100;
const spareColumns = 20;

export function extent(sheet: Sheet): { rows: number; columns: number } {
  let bottom = 0;
  let right = 0;
  for (let row = lastRowOf(sheet.grid); row >= 0; row -= 1) {
    const cells = rowCells(sheet.grid, row);
    let last = cells.length - 1;
    while (last > right && !cells[last]) last -= 1;
    if (last < 0) continue;
    if (bottom === 0 && cells.some(Boolean)) bottom = row;
    if (last > right && cells[last]) right = last;
  }
  return { rows: Math.max(bottom + 1 + spareRows, 200), columns: Math.max(right + 1 + spareColumns, 30) };
}

/** A row of a chosen height, or one as tall as its text needs, in points. */
export function rowData(line: Line | undefined, fitted: number | undefined): Partial<IRowData> {
  const hidden = line?.hidden === true || line?.filtered === true;
  return {
    ...(line?.size === undefined
      ? { ah: pixels(fitted ?? DEFAULT_ROW_HEIGHT), ia: BooleanNumber.TRUE }
      : { h: pixels(line.size), ia: BooleanNumber.FALSE }),
    hd: hidden ? BooleanNumber.TRUE : BooleanNumber.FALSE,
  };
}

export function columnData(line: Line | undefined): Partial<IColumnData> {
  return {
    ...(line?.size === undefined ? {} : { w: pixels(line.size) }),
    hd: line?.hidden === true ? BooleanNumber.TRUE : BooleanNumber.FALSE,
  };
}

/** Where there is something to draw: cells, and blank ones inside a table, which show its bands. */
export function* cellsIn(book: Book, sheet: Sheet): Generator<readonly [row: number, column: number]> {
  const last = lastRowOf(sheet.grid);
  for (let row = 0; row <= last; row += 1) {
    const cells = rowCells(sheet.grid, row);
    for (let column = 0; column < cells.length; column += 1) if (cells[column]) yield [row, column];
  }
  for (const { area } of tablesOn(book, sheet.id)) {
    for (let row = area.top; row <= area.bottom; row += 1) {
      for (let column = area.left; column <= area.right; column += 1) {
        if (!cellAt(sheet.grid, row, column)) yield [row, column];
      }
    }
  }
}

function cellData(book: Book, sheet: Sheet): Record<number, Record<number, ICellData>> {
  const look = tableLook(book, sheet.id);
  const data: Record<number, Record<number, ICellData>> = {};
  for (const [row, column] of cellsIn(book, sheet)) {
    const cell = cellAt(sheet.grid, row, column);
    const drawn = univerCell(
      cell ?? BLANK,
      lookIn(sheet.columns, column, look(row, column, styleOf(sheet, cell, row, column))),
    );
    (data[row] ??= {})[column] = drawn;
  }
  return data;
}

export function freeze(sheet: Sheet) {
  const frozen = sheet.frozen;
  if (!frozen) return { startRow: -1, startColumn: -1, xSplit: 0, ySplit: 0 };
  const ySplit = frozen.bottom < WHOLE_SHEET.bottom ? frozen.bottom + 1 : 0;
  const xSplit = frozen.right < WHOLE_SHEET.right ? frozen.right + 1 : 0;
  return { startRow: ySplit || -1, startColumn: xSplit || -1, xSplit, ySplit };
}

const merges = (sheet: Sheet) =>
  sheet.merged.map(({ top, left, bottom, right }) => ({
    startRow: top,
    startColumn: left,
    endRow: bottom,
    endColumn: right,
  }));

export function worksheetData(book: Book, sheet: Sheet): Partial<IWorksheetData> {
  const { rows, columns } = extent(sheet);
  const tall = tallRows(sheet);
  return {
    id: sheet.id,
    name: sheet.name,
    tabColor: sheet.tabColor,
    hidden: sheet.visibility === "Visible" ? BooleanNumber.FALSE : BooleanNumber.TRUE,
    rowCount: rows,
    columnCount: columns,
    defaultRowHeight: pixels(DEFAULT_ROW_HEIGHT),
    defaultColumnWidth: pixels(usualColumnWidth(sheet)),
    showGridlines: sheet.showGridlines ? BooleanNumber.TRUE : BooleanNumber.FALSE,
    freeze: freeze(sheet),
    mergeData: merges(sheet),
    cellData: cellData(book, sheet),
    rowData: Object.fromEntries(
      [...new Set([...sheet.rows.keys(), ...tall.keys()])]
        .filter((row) => row < rows)
        .map((row) => [row, rowData(sheet.rows.get(row), tall.get(row))]),
    ),
    columnData: Object.fromEntries(
      [...sheet.columns]
        .filter(([column]) => column < columns)
        .map(([column, line]) => [column, columnData(line)]),
    ),
  };
}
