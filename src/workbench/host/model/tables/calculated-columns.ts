/** Columns of a table that one formula fills: learning it from what is entered, and giving it to new rows. */
import { relocate } from "../../formula";
import { readCell, writeCell, type Draft } from "../draft";
import { containsCell } from "../cells/rectangle";
import { bodyOf, type Table } from "./table";
import { replaceTable } from "./replace-table";

/** A formula entered into a column that holds nothing else becomes the column's own; one that fills the whole column does too. */
export const learnCalculatedColumns = (
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
