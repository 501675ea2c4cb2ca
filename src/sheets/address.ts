/** Cell addresses: A1 names of columns, cells and areas, counted from 0 as the API counts. */

export interface Area {
  row: number;
  column: number;
  rows: number;
  columns: number;
}

/** What to load of a range whose place is asked for. */
export const PLACE = "rowIndex,columnIndex,rowCount,columnCount";

export function areaOf(range: {
  rowIndex: number;
  columnIndex: number;
  rowCount: number;
  columnCount: number;
}): Area {
  return { row: range.rowIndex, column: range.columnIndex, rows: range.rowCount, columns: range.columnCount };
}

/** Whether two areas of one sheet have a cell in common. */
export function overlap(one: Area, other: Area): boolean {
  return (
    one.row < other.row + other.rows &&
    other.row < one.row + one.rows &&
    one.column < other.column + other.columns &&
    other.column < one.column + one.columns
  );
}

/** 0 → A, 25 → Z, 26 → AA. */
export function columnName(column: number): string {
  let name = "";
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1) {
    name = String.fromCharCode(65 + (rest % 26)) + name;
  }
  return name;
}

export function cellName(row: number, column: number): string {
  return `${columnName(column)}${row + 1}`;
}

export function areaName({ row, column, rows, columns }: Area): string {
  const first = cellName(row, column);
  return rows === 1 && columns === 1 ? first : `${first}:${cellName(row + rows - 1, column + columns - 1)}`;
}

/** A cell as a person and Excel both read it: 加須市!X7; quoted where the sheet's name asks for it. */
export function fullAddress(sheet: string, address: string): string {
  return `${quoteSheet(sheet)}!${address}`;
}

export function quoteSheet(sheet: string): string {
  return /^[\p{L}_][\p{L}\p{N}_]*$/u.test(sheet) && !/^[a-z]{1,3}\d+$/i.test(sheet)
    ? sheet
    : `'${sheet.replaceAll("'", "''")}'`;
}

/** `'a sheet'!$B$2:D9`, `B2` or `Sheet1!B2` → sheet and area; null for anything else (whole columns, several areas). */
export function parseAddress(address: string): { sheet: string | null; area: Area } | null {
  const bang = address.lastIndexOf("!");
  const sheet = bang < 0 ? null : unquote(address.slice(0, bang));
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/i.exec(
    address.slice(bang + 1),
  );
  if (match === null) return null;
  const [, left = "", top = "", right = left, bottom = top] = match;
  const row = Number(top) - 1;
  const column = columnIndex(left);
  return {
    sheet,
    area: { row, column, rows: Number(bottom) - row, columns: columnIndex(right) - column + 1 },
  };
}

function columnIndex(name: string): number {
  return [...name.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function unquote(sheet: string): string {
  return sheet.startsWith("'") && sheet.endsWith("'") ? sheet.slice(1, -1).replaceAll("''", "'") : sheet;
}
