/** How tall a row without a height of its own stands: as Excel fits it to larger letters and wrapped text. Estimated, never measured: it is asked of every row. */
import { styleOf } from "../../host/model/looks/effective";
import { breadth } from "../../host/model/looks/autofit";
import type { Cell } from "../../host/model/cells/cell";
import { lastRowOf, rowCells } from "../../host/model/cells/grid";
import { containsCell } from "../../host/model/cells/rectangle";
import { DEFAULT_ROW_HEIGHT, usualColumnWidth, type Lines, type Sheet } from "../../host/model/sheets/sheet";
import { styleValue, type Style } from "../../host/model/looks/style";

/** What Excel leaves free left and right of the text, in points; an indent level takes more. */
const margin = 4.5;
const indent = 6.75;
const tallest = 409.5;
/** A half-width letter in ems; a full-width one is 1. */
const narrow = 0.55;

/** Into how many lines a text falls in a column of this width. Japanese breaks anywhere. */
export function linesIn(text: string, fontSize: number, room: number): number {
  let lines = 0;
  for (const paragraph of text.split("\n")) {
    lines += 1;
    let used = 0;
    for (const letter of paragraph) {
      const width = (breadth(letter) === 2 ? 1 : narrow) * fontSize;
      if (used > 0 && used + width > room) {
        lines += 1;
        used = 0;
      }
      used += width;
    }
  }
  return lines;
}

/** The height one cell asks for, in points. */
export function cellHeight(cell: Cell, style: Style | undefined, columnWidth: number): number {
  const size = styleValue(style, "fontSize");
  const wrapped = typeof cell.value === "string" && styleValue(style, "wrapText");
  if (!wrapped && size <= 11) return DEFAULT_ROW_HEIGHT;
  const room = columnWidth - margin - indent * styleValue(style, "indentLevel");
  const lines = wrapped ? linesIn(cell.value, size, Math.max(room, size)) : 1;
  return Math.min(tallest, Math.max(DEFAULT_ROW_HEIGHT, (lines * size * DEFAULT_ROW_HEIGHT) / 11));
}

function fitted(sheet: Sheet, row: number, cells: readonly (Cell | undefined)[]): number {
  let height = DEFAULT_ROW_HEIGHT;
  cells.forEach((cell, column) => {
    if (!cell) return;
    const width = sheet.columns.get(column)?.size ?? usualColumnWidth(sheet);
    const wanted = cellHeight(cell, styleOf(sheet, cell, row, column), width);
    // Excel leaves merged cells out.
    if (wanted > height && !sheet.merged.some((area) => containsCell(area, row, column))) height = wanted;
  });
  return height;
}

interface Known {
  readonly style: Style | undefined;
  readonly merged: Sheet["merged"];
  readonly height: number;
}
/** Rows are shared between states of a sheet: what did not change is not estimated again. */
const known = new WeakMap<Lines, WeakMap<readonly (Cell | undefined)[], Known>>();

/** The rows that stand taller than usual, in points; rows of a chosen height are not among them. */
export function tallRows(sheet: Sheet): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  let ofColumns = known.get(sheet.columns);
  if (!ofColumns) known.set(sheet.columns, (ofColumns = new WeakMap()));
  for (let row = 0; row <= lastRowOf(sheet.grid); row += 1) {
    const cells = rowCells(sheet.grid, row);
    const line = sheet.rows.get(row);
    if (cells.length === 0 || line?.size !== undefined) continue;
    const style = line?.style ?? sheet.style;
    const before = ofColumns.get(cells);
    const height =
      before && before.style === style && before.merged === sheet.merged
        ? before.height
        : fitted(sheet, row, cells);
    if (height !== before?.height || style !== before.style || sheet.merged !== before.merged)
      ofColumns.set(cells, { style, merged: sheet.merged, height });
    if (height > DEFAULT_ROW_HEIGHT) found.set(row, height);
  }
  return found;
}
