/** The rows of a sheet as a file writes them. */
import { isError, type Cell, type CellValue } from "../model/cells/cell";
import { eachCell } from "../model/cells/grid";
import { tableAt, type Book } from "../model/book";
import { styleOf } from "../model/looks/effective";
import { rectangle, WHOLE_SHEET } from "../model/cells/rectangle";
import type { Line, Sheet } from "../model/sheets/sheet";
import { mayBeArray, toFile } from "./formula-in-file";
import { element, escapeText, textElement } from "./markup";
import { isAfterClosedGroup } from "./outline-in-file";
import { printArea } from "./references";
import type { StyleTable } from "./style-table";
import { columnLetters } from "../formula";

/** Errors a file has a word for; the younger ones are written as #VALUE! and come again when Excel calculates. */
const CODES: ReadonlySet<string> = new Set([
  "#NULL!",
  "#DIV/0!",
  "#VALUE!",
  "#REF!",
  "#NAME?",
  "#NUM!",
  "#N/A",
  "#GETTING_DATA",
]);

export interface CellWriting {
  readonly book: Book;
  readonly styles: StyleTable;
  /** The place of a text in the list of shared ones. */
  readonly textAt: (text: string) => number;
  readonly valuesOnly: boolean;
  /** Functions of an add-in that give more than one value. */
  readonly spills: (name: string) => boolean;
}

const valuePart = (
  value: CellValue,
  formula: boolean,
  writing: CellWriting,
): { readonly t?: string; readonly v: string } => {
  if (value === null) return { v: "" };
  if (isError(value))
    return { t: "e", v: `<v>${escapeText(CODES.has(value.code) ? value.code : "#VALUE!")}</v>` };
  switch (typeof value) {
    case "string":
      return formula
        ? { t: "str", v: textElement("v", value) }
        : { t: "s", v: `<v>${writing.textAt(value)}</v>` };
    case "boolean":
      return { t: "b", v: `<v>${value ? 1 : 0}</v>` };
    case "number":
      return { v: `<v>${value}</v>` };
  }
};

const cellPart = (sheet: Sheet, cell: Cell, row: number, column: number, writing: CellWriting): string => {
  const s = writing.styles.cell(styleOf(sheet, cell, row, column), cell.quoted === true);
  const formula = writing.valuesOnly ? undefined : cell.formula;
  const { t, v } = valuePart(
    cell.value === "" && formula === undefined ? null : cell.value,
    formula !== undefined,
    writing,
  );
  const r = columnLetters(column) + String(row + 1);
  const look = s === 0 ? "" : ` s="${s}"`;
  const type = t === undefined ? "" : ` t="${t}"`;
  if (formula === undefined) return v === "" ? `<c r="${r}"${look}/>` : `<c r="${r}"${look}${type}>${v}</c>`;
  const text = escapeText(toFile(formula, tableAt(writing.book, sheet.id, row, column)?.name));
  const array = cell.spill !== undefined || mayBeArray(formula, writing.spills);
  if (!array) return `<c r="${r}"${look}${type}><f>${text}</f>${v}</c>`;
  const area = rectangle(row, column, cell.spill?.rows ?? 1, cell.spill?.columns ?? 1);
  return `<c r="${r}"${look}${type} cm="1"><f t="array" ref="${printArea(area)}">${text}</f>${v}</c>`;
};

const rowPart = (row: number, line: Line, collapsed: boolean, cells: string, styles: StyleTable): string =>
  element(
    "row",
    {
      r: row + 1,
      s: line.style ? styles.cell(line.style) : undefined,
      customFormat: line.style ? true : undefined,
      ht: line.size,
      customHeight: line.size === undefined ? undefined : true,
      hidden: line.hidden === true || line.filtered === true || line.size === 0 || undefined,
      outlineLevel: line.outline || undefined,
      collapsed: collapsed || undefined,
    },
    cells,
  );

export const rowsPart = (sheet: Sheet, writing: CellWriting): string => {
  const rows = new Map<number, string[]>();
  for (const at of sheet.rows.keys()) {
    rows.set(at, []);
    if (isAfterClosedGroup(sheet.rows, at + 1)) rows.set(at + 1, rows.get(at + 1) ?? []);
  }
  eachCell(sheet.grid, WHOLE_SHEET, (cell, row, column) => {
    const cells = rows.get(row) ?? [];
    rows.set(row, cells);
    cells.push(cellPart(sheet, cell, row, column, writing));
  });
  return [...rows.keys()]
    .sort((a, b) => a - b)
    .map((row) =>
      rowPart(
        row,
        sheet.rows.get(row) ?? {},
        isAfterClosedGroup(sheet.rows, row),
        (rows.get(row) ?? []).join(""),
        writing.styles,
      ),
    )
    .join("");
};
