/** Data of the common API into cells: a text, a matrix, a table, a picture. */
import { addShape } from "../model/attached/shapes";
import { sheetIn, type Draft } from "../model/draft";
import { cellsOf, columnsOf, isOnSheet, rowsOf, type Rectangle } from "../model/cells/rectangle";
import { bodyOf, type Table } from "../model/tables/table";
import { addRows, deleteRows } from "../model/tables/table-rows";
import { addTable, resizeTable, tableIn } from "../model/tables/tables";
import { enter } from "../model/entry/enter";
import { pictureFrom } from "../objects/shape/picture";
import type { Options } from "./answer";
import { fail } from "./problem";
import type { Cells } from "./reading";
import { asTableData, type TableData } from "./table-data";

export type Data =
  | { readonly kind: "text"; readonly text: unknown }
  | { readonly kind: "matrix"; readonly rows: readonly (readonly unknown[])[] }
  | { readonly kind: "table"; readonly table: TableData };

const rectangular = (rows: readonly unknown[]): readonly (readonly unknown[])[] => {
  const lines = rows.map((line) => (Array.isArray(line) ? (line as readonly unknown[]) : [line]));
  const width = lines[0]?.length ?? 0;
  if (width === 0 || lines.some(({ length }) => length !== width)) fail(2006);
  return lines;
};

/** What was given, in the form asked for: nothing asked goes by what it is. */
export const dataOf = (given: unknown, coercion: unknown): Data => {
  const table = asTableData(given);
  const kind = table ? "table" : Array.isArray(given) ? "matrix" : "text";
  if (given === null || given === undefined || (kind === "text" && typeof given === "object")) fail(2000);
  if (coercion !== undefined && coercion !== kind)
    fail(coercion === "html" || coercion === "ooxml" ? 1000 : 2007);
  if (table) {
    const rows = [...table.headers, ...table.rows];
    rectangular(rows);
    return { kind: "table", table };
  }
  return Array.isArray(given) ? { kind: "matrix", rows: rectangular(given) } : { kind: "text", text: given };
};

const from = ({ top, left }: Rectangle, rows: number, columns: number): Rectangle => {
  const area = { top, left, bottom: top + rows - 1, right: left + columns - 1 };
  return isOnSheet(area) ? area : fail(2002);
};

/** Into what is selected: one cell takes data of any size, more cells only data of their own size. */
export const writeIntoSelection = (draft: Draft, { sheet, area }: Cells, data: Data): Cells => {
  const fits = (rows: number, columns: number): Rectangle => {
    if (cellsOf(area) > 1 && (rows !== rowsOf(area) || columns !== columnsOf(area))) fail(2002);
    return from(area, rows, columns);
  };
  switch (data.kind) {
    case "text": {
      const first = from(area, 1, 1);
      enter(draft, sheet, first, data.text);
      return { sheet, area: first };
    }
    case "matrix": {
      const target = fits(data.rows.length, data.rows[0]?.length ?? 0);
      enter(draft, sheet, target, data.rows);
      return { sheet, area: target };
    }
    case "table": {
      const { headers, rows } = data.table;
      const lines = [...headers.slice(0, 1), ...rows];
      const target = fits(lines.length, lines[0]?.length ?? 0);
      enter(draft, sheet, target, lines);
      const table = tableIn(draft, addTable(draft, sheet, target, headers.length > 0));
      return { sheet, area: table.area };
    }
  }
};

const linesOf = (data: Data): readonly (readonly unknown[])[] =>
  data.kind === "text" ? [[data.text]] : data.kind === "matrix" ? data.rows : data.table.rows;

const offset = (options: Options, name: string): number | undefined => {
  const given = options[name];
  if (given === undefined || given === null) return undefined;
  return typeof given === "number" && Number.isInteger(given) && given >= 0 ? given : fail(2005, name);
};

/** Into a bound area: the whole of it, or a part of it from `startRow` and `startColumn` on. */
export const writeIntoArea = (draft: Draft, { sheet, area }: Cells, data: Data, options: Options): void => {
  const lines = linesOf(data);
  const row = offset(options, "startRow");
  const column = offset(options, "startColumn");
  const [rows, columns] = [lines.length, lines[0]?.length ?? 0];
  const whole = row === undefined && column === undefined;
  if (whole && (rows !== rowsOf(area) || columns !== columnsOf(area))) fail(2004);
  const start = { ...area, top: area.top + (row ?? 0), left: area.left + (column ?? 0) };
  const target = from(start, rows, columns);
  if (target.bottom > area.bottom || target.right > area.right) fail(2005);
  enter(draft, sheet, target, lines);
};

/** As many body rows as the data has. */
const fitRows = (draft: Draft, id: string, wanted: number): void => {
  const table = tableIn(draft, id);
  const now = rowsOf(bodyOf(table));
  if (wanted > now) {
    const blank = Array.from({ length: wanted - now }, () => table.columns.map(() => null));
    addRows(draft, id, undefined, blank);
  } else if (wanted < now && wanted > 0) {
    deleteRows(
      draft,
      id,
      Array.from({ length: now - wanted }, (_, at) => wanted + at),
    );
  }
};

/** Into a bound table: all of it, which then has as many rows as the data, or a part. */
export const writeIntoTable = (draft: Draft, id: string, data: Data, options: Options): void => {
  const row = offset(options, "startRow");
  const column = offset(options, "startColumn");
  const lines = linesOf(data);
  const width = data.kind === "table" ? (data.table.headers[0] ?? lines[0])?.length : lines[0]?.length;
  const before = tableIn(draft, id);
  if (row === undefined && column === undefined) {
    if (data.kind === "table" && width !== before.columns.length) widen(draft, before, width ?? 0);
    else if (width !== before.columns.length) fail(2004);
    fitRows(draft, id, lines.length);
  }
  const table = tableIn(draft, id);
  const body = bodyOf(table);
  const start = { ...body, top: body.top + (row ?? 0), left: body.left + (column ?? 0) };
  if (lines.length > 0) {
    const target = from(start, lines.length, width ?? 0);
    if (target.bottom > body.bottom || target.right > body.right) fail(2005);
    enter(draft, table.sheet, target, lines);
  }
  const headers = data.kind === "table" ? data.table.headers[0] : undefined;
  if (headers && table.showHeaders) {
    enter(draft, table.sheet, from({ ...start, top: table.area.top }, 1, headers.length), [headers]);
  }
};

const widen = (draft: Draft, table: Table, columns: number): void => {
  if (columns === 0) fail(2004);
  const { area } = table;
  resizeTable(draft, table.id, table.sheet, { ...area, right: area.left + columns - 1 });
};

/** A picture beside the selection, or where the options say. */
export const addPicture = (draft: Draft, { sheet }: Cells, given: unknown, options: Options): void => {
  if (typeof given !== "string") return fail(2007);
  const number = (name: string) => (typeof options[name] === "number" ? options[name] : undefined);
  const { width, height, ...picture } = pictureFrom(given);
  const wide = number("imageWidth");
  const high = number("imageHeight");
  addShape(draft, sheet, "図", {
    type: "Image",
    left: number("imageLeft") ?? 0,
    top: number("imageTop") ?? 0,
    // One side alone keeps the picture's proportions.
    width: wide ?? (high === undefined ? width : (width * high) / height),
    height: high ?? (wide === undefined ? height : (height * wide) / width),
    picture,
    properties: { "original.width": width, "original.height": height },
  });
};

/** What is selected on the sheet in front. */
export const selectionOf = (draft: Draft): Cells => {
  const { id, selection } = sheetIn(draft, draft.book.activeSheet);
  return { sheet: id, area: selection };
};
