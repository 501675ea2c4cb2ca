/** Entering values and formulas into cells, with all that follows from it in Excel: parsing, headers, calculated columns, growing tables. */
import { asExcelWrites, fromR1C1, isReadable, relocate } from "../formula";
import { refuse } from "../refusal";
import { sheetByName, tablesOn } from "./book";
import { asWireValue, isFilled, type Cell, type CellValue } from "./cell";
import { readCell, sheetIn, updateBook, writeCell, type Draft } from "./draft";
import { styleOf } from "./effective";
import { cellAt } from "./grid";
import { formulaFormat } from "./formula-format";
import { homeOf, lookupOf } from "./lookup";
import { assertMayEdit } from "./guard";
import { cellsOf, columnsOf, containsCell, overlaps, rowsOf, type Rectangle } from "./rectangle";
import { restyled, styleValue } from "./style";
import { bodyOf, headerOf, type Table } from "./table";
import type { Content } from "./rich-value";
import { renameTableColumn } from "./table-columns";
import { endSpill } from "./spill";
import { asTyped } from "./typed";
import { isTextFormat } from "./text";

/** How strings are meant: as programs write them, with formulas in either style, or as a person here types them. */
export type Notation = "A1" | "R1C1" | "Local";

/** A cell that comes from elsewhere as it is: nothing in it is parsed. */
export interface Ready {
  readonly ready: Cell;
}
const isReady = (input: unknown): input is Ready =>
  typeof input === "object" && input !== null && "ready" in input;

const isContent = (input: unknown): input is Content =>
  typeof input === "object" && input !== null && "content" in input;

const LARGEST_FILL = 5_000_000;
const LONGEST_TEXT = 32_767;

const isOneForAll = (input: unknown): boolean =>
  !Array.isArray(input) ||
  (input.length === 1 && Array.isArray(input[0]) && (input[0] as readonly unknown[]).length === 1);

/** One input for every cell of the area, from a scalar, a 1×1 matrix or a matrix of its size. */
export const spread = (input: unknown, area: Rectangle): ((row: number, column: number) => unknown) => {
  if (!Array.isArray(input)) return () => input;
  const rows: readonly unknown[] = input;
  if (isOneForAll(rows)) {
    const only: unknown = (rows[0] as readonly unknown[])[0];
    return () => only;
  }
  const columns = columnsOf(area);
  const fits =
    rows.length === rowsOf(area) && rows.every((row) => Array.isArray(row) && row.length === columns);
  if (!fits) {
    refuse(
      "InvalidArgument",
      "The number of rows or columns in the input array doesn't match the size or dimensions of the range.",
    );
  }
  return (row, column) => (rows[row] as readonly unknown[])[column];
};

const formulaCell = (
  draft: Draft,
  sheet: string,
  row: number,
  column: number,
  text: string,
  notation: Notation,
) => {
  if (text.length > 8192) refuse("FormulaLengthExceedsLimit");
  const a1 = notation === "R1C1" ? fromR1C1(text, { row, column }) : text;
  if (!isReadable(a1)) refuse("InvalidArgument");
  const complaint = draft.complaint?.(a1);
  if (complaint !== undefined) refuse("InvalidArgument", complaint);
  return asExcelWrites(a1, homeOf(draft.book, sheet, row, column), lookupOf(draft.book));
};

/** The cell after entering `input`, or undefined when nothing is entered (null). `from`: the cell its formula was written for. */
const entered = (
  draft: Draft,
  sheet: string,
  row: number,
  column: number,
  input: unknown,
  notation: Notation,
  from: { readonly row: number; readonly column: number },
): Cell | undefined => {
  if (input === null || input === undefined) return undefined;
  const home = sheetIn(draft, sheet);
  const old = cellAt(home.grid, row, column);
  const style = styleOf(home, old, row, column);
  const keep = old?.style ? { style: old.style } : {};
  const value = (held: CellValue, format?: string, quoted?: boolean, formula?: string): Cell => {
    const takes = format !== undefined && styleValue(style, "numberFormat") === "General";
    const look = takes ? { style: restyled(style, { numberFormat: format }) ?? {} } : keep;
    return {
      value: held,
      ...(formula === undefined ? {} : { formula }),
      ...look,
      ...(quoted ? { quoted } : {}),
    };
  };
  switch (typeof input) {
    case "number":
      return Number.isFinite(input) ? value(input) : refuse("InvalidArgument");
    case "boolean":
      return value(input);
    case "string": {
      if (input.length > LONGEST_TEXT) refuse("InvalidArgument");
      const isText = isTextFormat(style?.numberFormat);
      const typed = asTyped(input, isText, new Date().getFullYear(), notation !== "Local");
      if (typed.kind === "value") return value(typed.value, typed.format, typed.quoted);
      const here =
        notation === "R1C1" ? typed.formula : relocate(typed.formula, row - from.row, column - from.column);
      const formula = formulaCell(draft, sheet, row, column, here, notation);
      // Until it is calculated it shows what the formula before it showed: the engine tells of values that differ from that.
      const format =
        styleValue(style, "numberFormat") === "General" ? broughtBy(draft, sheet, formula) : undefined;
      return value(old?.formula === undefined ? null : old.value, format, undefined, formula);
    }
    default:
      if (isContent(input)) return { ...input.content, ...keep };
      return isReady(input) ? input.ready : refuse("InvalidArgument");
  }
};

const broughtBy = (draft: Draft, sheet: string, formula: string): string | undefined =>
  formulaFormat(formula, (name, row, column) => {
    const home = name === undefined ? sheetIn(draft, sheet) : sheetByName(draft.book, name);
    const format =
      home && styleValue(styleOf(home, cellAt(home.grid, row, column), row, column), "numberFormat");
    return format === "General" || isTextFormat(format) ? undefined : format;
  });

/** The text a header cell gets: unique in its table, never empty. */
const headerText = (table: Table, column: number, wanted: string): string => {
  const others = new Set(
    table.columns.filter((_, at) => at !== column).map(({ name }) => name.toLowerCase()),
  );
  const base = wanted === "" ? `列${column + 1}` : wanted;
  if (!others.has(base.toLowerCase())) return base;
  for (let number = 2; ; number++) {
    if (!others.has(`${base}${number}`.toLowerCase())) return `${base}${number}`;
  }
};

export const freeHeader = headerText;

/** Puts cells without looking at tables: what the others are built from. */
const putEntered = (
  draft: Draft,
  sheet: string,
  row: number,
  column: number,
  cell: Cell,
  previous: { row: number; column: number; previous: string }[],
): void => {
  const old = readCell(draft, sheet, row, column);
  // Nothing cannot be put where something spills: it stays, as with the Delete key.
  if (old.spilledFrom && cell.value === null && cell.formula === undefined) return;
  endSpill(draft, sheet, row, column);
  if (
    (old.formula ?? "") !== (cell.formula ?? "") &&
    (old.formula !== undefined || cell.formula !== undefined)
  ) {
    previous.push({ row, column, previous: old.formula ?? "" });
  }
  writeCell(draft, sheet, row, column, cell);
};

export const enter = (
  draft: Draft,
  sheet: string,
  area: Rectangle,
  input: unknown,
  notation: Notation = "A1",
): void => {
  if (cellsOf(area) > LARGEST_FILL) {
    if (input === "" || input === null) return;
    refuse("RangeExceedsLimit");
  }
  const at = spread(input, area);
  // One formula for many cells is entered as with Ctrl+Enter: its relative references go along.
  const origin = isOneForAll(input) ? { row: area.top, column: area.left } : undefined;
  assertMayEdit(draft.book, sheet, area);
  growTables(draft, sheet, area, at);
  const single = cellsOf(area) === 1;
  const before = single ? readCell(draft, sheet, area.top, area.left).value : null;
  const formulas: { row: number; column: number; previous: string }[] = [];
  const tables = tablesOn(draft.book, sheet).filter((table) => overlaps(table.area, area));
  const hidden = sheetIn(draft, sheet).merged.filter((one) => overlaps(one, area));
  for (let row = area.top; row <= area.bottom; row++) {
    for (let column = area.left; column <= area.right; column++) {
      const given = at(row - area.top, column - area.left);
      if (given === null || given === undefined) continue;
      // Of merged cells only the first holds anything.
      if (hidden.some((one) => containsCell(one, row, column) && (row !== one.top || column !== one.left)))
        continue;
      const table = tables.find((one) => containsCell(one.area, row, column));
      const header = table && headerOf(table);
      if (table && header && row === header.top) {
        renameHeader(draft, table.id, row, column, given);
        continue;
      }
      const cell = entered(draft, sheet, row, column, given, notation, origin ?? { row, column });
      if (cell) putEntered(draft, sheet, row, column, cell, formulas);
    }
  }
  for (const { id } of tables) beginTable(draft, id);
  for (const table of tables) learnCalculatedColumns(draft, table.id, formulas);
  if (formulas.length > 0) draft.happenings.push({ kind: "formulaChanged", sheet, cells: formulas });
  draft.happenings.push({
    kind: "changed",
    sheet,
    area,
    changeType: "RangeEdited",
    ...(single ? { before, after: readCell(draft, sheet, area.top, area.left).value } : {}),
  });
};

/** Something in the blank row of an empty table makes it the table's first row. */
const beginTable = (draft: Draft, id: string): void => {
  const table = draft.book.tables.find((one) => one.id === id);
  if (!table?.waiting) return;
  const { top, left, bottom, right } = bodyOf(table);
  const { grid } = sheetIn(draft, table.sheet);
  for (let row = top; row <= bottom; row++) {
    for (let column = left; column <= right; column++) {
      if (!isFilled(cellAt(grid, row, column))) continue;
      const { waiting: _, ...begun } = table;
      replaceTable(draft, begun);
      return;
    }
  }
};

const renameHeader = (draft: Draft, tableId: string, row: number, column: number, given: unknown): void => {
  const table = draft.book.tables.find(({ id }) => id === tableId);
  if (!table) return;
  const index = column - table.area.left;
  const old = readCell(draft, table.sheet, row, column);
  const text = headerText(
    table,
    index,
    typeof given === "string" ? given.replace(/^'/, "") : headerOfValue(given),
  );
  writeCell(draft, table.sheet, row, column, { value: text, ...(old.style ? { style: old.style } : {}) });
  renameTableColumn(draft, tableId, index, text);
};

const headerOfValue = (given: unknown): string => {
  if (isReady(given)) return headerOfValue(asWireValue(given.ready.value));
  if (isContent(given)) return headerOfValue(asWireValue(given.content.value));
  return typeof given === "boolean" ? (given ? "TRUE" : "FALSE") : String(given);
};

/** Something entered right below or right beside a table makes the table larger, as it does when somebody types. */
const growTables = (
  draft: Draft,
  sheet: string,
  area: Rectangle,
  at: (row: number, column: number) => unknown,
): void => {
  const something = (row: number, column: number): boolean => {
    const given = at(row - area.top, column - area.left);
    if (isReady(given)) return isFilled(given.ready);
    if (isContent(given)) return isFilled(given.content);
    return given !== null && given !== undefined && given !== "";
  };
  for (const table of tablesOn(draft.book, sheet)) {
    if (table.showTotals) continue;
    const below =
      area.top === table.area.bottom + 1 && area.left >= table.area.left && area.right <= table.area.right;
    if (!below || !something(area.top, area.left)) continue;
    const wanted = { ...table.area, bottom: area.bottom };
    const fresh = { ...wanted, top: table.area.bottom + 1 };
    if (isFree(draft, table, fresh)) extendTable(draft, table, wanted);
  }
  for (const table of tablesOn(draft.book, sheet)) {
    const beside =
      area.left === table.area.right + 1 && area.top >= table.area.top && area.bottom <= table.area.bottom;
    if (!beside || !something(area.top, area.left)) continue;
    const wanted = { ...table.area, right: area.right };
    const fresh = { ...wanted, left: table.area.right + 1 };
    if (isFree(draft, table, fresh)) extendTable(draft, table, wanted);
  }
};

const isFree = (draft: Draft, table: Table, area: Rectangle): boolean => {
  const { grid, merged, validations } = sheetIn(draft, table.sheet);
  if (
    tablesOn(draft.book, table.sheet).some((other) => other.id !== table.id && overlaps(other.area, area))
  ) {
    return false;
  }
  if (merged.some((one) => overlaps(one, area))) return false;
  const down = area.top > table.area.bottom;
  if (down && validations.some((one) => one.areas.some((each) => overlaps(each, area)))) return false;
  for (let row = area.top; row <= area.bottom; row++) {
    for (let column = area.left; column <= area.right; column++) {
      if (isFilled(cellAt(grid, row, column))) return false;
    }
  }
  return true;
};

export const replaceTable = (draft: Draft, given: Table): void => {
  const { waiting, ...begun } = given;
  const next = waiting && rowsOf(bodyOf(begun)) === 1 ? given : begun;
  updateBook(draft, { tables: draft.book.tables.map((table) => (table.id === next.id ? next : table)) });
};

/** The table over `area`; new columns get names in their header cells, new rows their calculated formulas. */
export const extendTable = (draft: Draft, table: Table, area: Rectangle): void => {
  let next: Table = { ...table, area };
  for (let column = table.columns.length; column < columnsOf(area); column++) {
    const name = headerText(next, column, "");
    next = {
      ...next,
      columns: [...next.columns, { id: next.nextColumnId, name }],
      nextColumnId: next.nextColumnId + 1,
    };
    if (table.showHeaders) writeCell(draft, table.sheet, area.top, area.left + column, { value: name });
  }
  replaceTable(draft, next);
  const oldBody = bodyOf(table);
  const body = bodyOf(next);
  for (let row = oldBody.bottom + 1; row <= body.bottom; row++) fillCalculated(draft, next, row);
  copyStylesDown(draft, table, next);
};

/** New rows look as the last row did. */
const copyStylesDown = (draft: Draft, before: Table, after: Table): void => {
  const last = bodyOf(before).bottom;
  for (let row = last + 1; row <= bodyOf(after).bottom; row++) {
    for (let column = before.area.left; column <= before.area.right; column++) {
      const { style } = readCell(draft, after.sheet, last, column);
      const own = readCell(draft, after.sheet, row, column);
      if (style && !own.style) writeCell(draft, after.sheet, row, column, { ...own, style });
    }
  }
};

/** The calculated columns' formulas into a body row, where it is blank. */
export const fillCalculated = (draft: Draft, table: Table, row: number): void => {
  const body = bodyOf(table);
  table.columns.forEach(({ formula }, index) => {
    if (formula === undefined) return;
    const column = table.area.left + index;
    const old = readCell(draft, table.sheet, row, column);
    if (old.formula !== undefined || old.value !== null) return;
    const here = relocate(formula, row - body.top, 0);
    writeCell(draft, table.sheet, row, column, {
      value: null,
      formula: here,
      ...(old.style ? { style: old.style } : {}),
    });
  });
};

/** A formula entered into a column that holds nothing else becomes the column's own; one that fills the whole column does too. */
const learnCalculatedColumns = (
  draft: Draft,
  tableId: string,
  formulas: { row: number; column: number; previous: string }[],
): void => {
  const table = draft.book.tables.find(({ id }) => id === tableId);
  if (!table) return;
  const body = bodyOf(table);
  const touched = formulas.filter(({ row, column }) => containsCell(body, row, column));
  for (const column of new Set(touched.map((cell) => cell.column))) {
    const from = touched.find((cell) => cell.column === column);
    const formula = from && readCell(draft, table.sheet, from.row, column).formula;
    if (!from || formula === undefined) continue;
    const first = relocate(formula, body.top - from.row, 0);
    const blanks: number[] = [];
    let agrees = true;
    for (let row = body.top; row <= body.bottom && agrees; row++) {
      const cell = readCell(draft, table.sheet, row, column);
      if (cell.formula === undefined && cell.value === null) blanks.push(row);
      else agrees = cell.formula !== undefined && cell.formula === relocate(first, row - body.top, 0);
    }
    if (!agrees) continue;
    const index = column - table.area.left;
    const current = draft.book.tables.find(({ id }) => id === tableId) ?? table;
    replaceTable(draft, {
      ...current,
      columns: current.columns.map((each, at) => (at === index ? { ...each, formula: first } : each)),
    });
    for (const row of blanks) {
      const { style } = readCell(draft, table.sheet, row, column);
      writeCell(draft, table.sheet, row, column, {
        value: null,
        formula: relocate(first, row - body.top, 0),
        ...(style ? { style } : {}),
      });
    }
  }
};
