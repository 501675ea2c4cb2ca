/** Whether all cells of an area agree on something, without walking over cells that were never touched one by one. */
import { sheetById, type Book } from "../book";
import { styleOf } from "../looks/effective";
import { cellAt, eachCell } from "./grid";
import { cellsOf, type Rectangle } from "./rectangle";
import type { Style } from "../looks/style";

const MANY = 100_000;

/** The value all cells share, or undefined when they differ. */
export const agreed = <Value>(
  book: Book,
  sheetId: string,
  area: Rectangle,
  read: (style: Style | undefined) => Value,
): Value | undefined => {
  const sheet = sheetById(book, sheetId);
  if (!sheet) return undefined;
  const first = read(styleOf(sheet, cellAt(sheet.grid, area.top, area.left), area.top, area.left));
  let mixed = false;
  if (cellsOf(area) > MANY) {
    let seen = 0;
    eachCell(sheet.grid, area, (cell, row, column) => {
      seen++;
      mixed ||= read(styleOf(sheet, cell, row, column)) !== first;
    });
    const rest = [
      ...[...sheet.columns].filter(([column]) => column >= area.left && column <= area.right),
      ...[...sheet.rows].filter(([row]) => row >= area.top && row <= area.bottom),
    ];
    mixed ||= rest.some(([, line]) => read(line.style ?? sheet.style) !== first);
    if (seen < cellsOf(area) && rest.length === 0) mixed ||= read(sheet.style) !== first;
    return mixed ? undefined : first;
  }
  for (let row = area.top; row <= area.bottom && !mixed; row++) {
    for (let column = area.left; column <= area.right; column++) {
      if (read(styleOf(sheet, cellAt(sheet.grid, row, column), row, column)) !== first) {
        mixed = true;
        break;
      }
    }
  }
  return mixed ? undefined : first;
};
