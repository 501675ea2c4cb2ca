/** Taking away rows that repeat an earlier one in the given columns. */
import { tablesOn } from "../book";
import { asWireValue, type Cell } from "../cells/cell";
import { readCell, type Draft } from "../draft";
import { assertMayEdit } from "../guard";
import { columnsOf, rowsOf, sameRectangle, type Rectangle } from "../cells/rectangle";
import { bodyOf } from "./table";
import { deleteRows } from "./table-rows";
import { enter } from "../entry/enter";
import { relocate } from "../../formula";
import { refuse } from "../../refusal";

export interface Removal {
  readonly removed: number;
  readonly uniqueRemaining: number;
}

/** What is kept moves up inside the range, what becomes free is blank; a table loses its rows instead. */
export const removeDuplicates = (
  draft: Draft,
  sheet: string,
  whole: Rectangle,
  columns: readonly number[],
  hasHeader: boolean,
): Removal => {
  assertMayEdit(draft.book, sheet, whole);
  if (columns.length === 0 || columns.some((column) => column < 0 || column >= columnsOf(whole)))
    refuse("InvalidArgument");
  const area = hasHeader ? { ...whole, top: whole.top + 1 } : whole;
  if (area.top > area.bottom) return { removed: 0, uniqueRemaining: 0 };
  const seen = new Set<string>();
  const kept: { readonly from: number; readonly cells: readonly Cell[] }[] = [];
  const repeated: number[] = [];
  for (let row = area.top; row <= area.bottom; row++) {
    const cells = Array.from({ length: columnsOf(area) }, (_, index) =>
      readCell(draft, sheet, row, area.left + index),
    );
    const key = JSON.stringify(
      columns.map((column) => {
        const value = asWireValue(cells[column]?.value ?? null);
        return typeof value === "string" ? value.toLowerCase() : value;
      }),
    );
    if (seen.has(key)) repeated.push(row);
    else kept.push({ from: row, cells });
    seen.add(key);
  }
  const result = { removed: repeated.length, uniqueRemaining: kept.length };
  if (repeated.length === 0) return result;
  const table = tablesOn(draft.book, sheet).find((one) => sameRectangle(bodyOf(one), area));
  if (table) {
    deleteRows(
      draft,
      table.id,
      repeated.map((row) => row - area.top),
    );
    return result;
  }
  const inputs = Array.from({ length: rowsOf(area) }, (_, index) => {
    const line = kept[index];
    if (!line) return new Array<string>(columnsOf(area)).fill("");
    const down = area.top + index - line.from;
    return line.cells.map(({ spill: _spill, spilledFrom: _from, ...cell }) => ({
      ready: cell.formula === undefined ? cell : { ...cell, formula: relocate(cell.formula, down, 0) },
    }));
  });
  enter(draft, sheet, area, inputs);
  return result;
};
