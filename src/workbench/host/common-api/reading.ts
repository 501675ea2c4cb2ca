/** Cells as the common API hands them out: a text, a matrix or a table; as values or as they are shown; all or what is visible. */
import { sheetById, type Book } from "../model/book";
import { asWireValue } from "../model/cells/cell";
import { styleAt } from "../model/looks/effective";
import { cellAt } from "../model/cells/grid";
import type { Rectangle } from "../model/cells/rectangle";
import { columnsOf, rowsOf } from "../model/cells/rectangle";
import { styleValue } from "../model/looks/style";
import { textOf } from "../model/cells/text";
import type { Options } from "./answer";
import { fail } from "./problem";
import { TableData } from "./table-data";

export interface Cells {
  readonly sheet: string;
  readonly area: Rectangle;
}

const isHidden = (line: { readonly hidden?: boolean; readonly size?: number } | undefined): boolean =>
  line?.hidden === true || line?.size === 0;

export const matrixOf = (book: Book, { sheet: id, area }: Cells, options: Options): unknown[][] => {
  const sheet = sheetById(book, id) ?? fail(1001);
  const { valueFormat = "unformatted", filterType = "all" } = options;
  const visible = filterType === "onlyVisible";
  const shown = (row: number, column: number) => {
    const value = cellAt(sheet.grid, row, column)?.value ?? null;
    return valueFormat === "formatted"
      ? textOf(value, styleValue(styleAt(sheet, row, column), "numberFormat"))
      : asWireValue(value);
  };
  const rows: unknown[][] = [];
  for (let row = area.top; row <= area.bottom; row++) {
    if (visible && isHidden(sheet.rows.get(row))) continue;
    const line: unknown[] = [];
    for (let column = area.left; column <= area.right; column++) {
      if (!visible || !isHidden(sheet.columns.get(column))) line.push(shown(row, column));
    }
    rows.push(line);
  }
  return rows;
};

/** `headers` are the cells over the area, where it is a table's. */
export const readAs = (
  book: Book,
  cells: Cells,
  headers: Rectangle | undefined,
  coercion: unknown,
  options: Options,
): unknown => {
  const rows = matrixOf(book, cells, options);
  switch (coercion) {
    case "matrix":
      return rows;
    case "text":
      return rows.map((line) => line.map(String).join("\t")).join("\n");
    case "table": {
      const over = headers && matrixOf(book, { sheet: cells.sheet, area: headers }, options);
      return new TableData(rows, over);
    }
    default:
      return fail(1000, String(coercion));
  }
};

const whole = (given: unknown): number | undefined => {
  if (given === undefined || given === null) return undefined;
  return typeof given === "number" && Number.isInteger(given) && given >= 0 ? given : Number.NaN;
};

/** The part of an area that `startRow`, `rowCount` and their like speak of. */
export const partOf = (area: Rectangle, options: Options): Rectangle => {
  const startRow = whole(options["startRow"]) ?? 0;
  const startColumn = whole(options["startColumn"]) ?? 0;
  if (!(startRow < rowsOf(area)) || !(startColumn < columnsOf(area))) fail(1005);
  const rowCount = whole(options["rowCount"]) ?? rowsOf(area) - startRow;
  const columnCount = whole(options["columnCount"]) ?? columnsOf(area) - startColumn;
  if (!(rowCount >= 1 && startRow + rowCount <= rowsOf(area))) fail(1003);
  if (!(columnCount >= 1 && startColumn + columnCount <= columnsOf(area))) fail(1003);
  const top = area.top + startRow;
  const left = area.left + startColumn;
  return { top, left, bottom: top + rowCount - 1, right: left + columnCount - 1 };
};
