/** Entering values and formulas into cells, with all that follows from it in Excel: parsing, headers, calculated columns, growing tables. */
import { refuse } from "../../refusal";
import { tablesOn } from "../book";
import { asWireValue, isFilled, type Cell } from "../cells/cell";
import { readCell, sheetIn, writeCell, type Draft } from "../draft";
import { cellAt } from "../cells/grid";
import { assertMayEdit } from "../guard";
import { cellsOf, containsCell, overlaps, type Rectangle } from "../cells/rectangle";
import { bodyOf, headerOf } from "../tables/table";
import { renameTableColumn } from "../tables/table-columns";
import { endSpill } from "../formulas/spill";
import { spread, isOneForAll } from "./spread";
import { learnCalculatedColumns } from "../tables/calculated-columns";
import { replaceTable } from "../tables/replace-table";
import { growTables } from "../tables/grow-tables";
import { entered, isReady, isContent, type Notation } from "./entered";
import { freeHeader } from "../tables/free-header";

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

const LARGEST_FILL = 5_000_000;

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
  const text = freeHeader(
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
