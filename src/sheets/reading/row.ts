/** A row of a plan's table as it was found: its cells by meaning, and whether a cell still holds what the loader wrote. */

import type { Plan } from "../../plan/plan";
import { cellIn, type CellValue, isBlank, isErrorValue, textOf } from "../cell-values";
import { type Column, columnKey, isDerived } from "../columns";
import { contentOf, type PlanNames, rowFormatOf } from "../plan-cells";
import type { Row } from "../rows";
import type { Header } from "./header";

/** Content that only formulas have; names do not matter for comparing. */
const anyNames: PlanNames = { table: "", scaleTable: "" };

export interface FoundRow {
  /** Index in the matrix. */
  at: number;
  id: string;
  /** The row the loader made with this id, where there is one. */
  known: Row | null;
  cell(column: Column): CellValue;
  /** The cell is not what the loader wrote: somebody typed. Where the column is gone, or the row was never loaded, nothing was changed. */
  changed(column: Column): boolean;
}

export function foundRow(
  cells: readonly CellValue[],
  at: number,
  header: Header,
  known: Row | null,
  base: Plan | null,
): FoundRow {
  const cell = (column: Column): CellValue => cellIn(cells, header.at.get(columnKey(column)));
  const format = known === null ? "" : rowFormatOf(known);
  return {
    at,
    id: textOf(cell({ kind: "id" })),
    known,
    cell,
    changed(column) {
      if (known === null || base === null || !header.at.has(columnKey(column))) return false;
      const written = contentOf(known, column, base, anyNames, format);
      return written.kind !== "formula" && !sameCell(cell(column), written.value);
    },
  };
}

/** The blanks around a text and the noise of binary fractions do not make it another. */
export function sameCell(found: CellValue, written: string | number): boolean {
  if (found === written) return true;
  if (typeof found === "number" && typeof written === "number") {
    return Number(found.toPrecision(15)) === Number(written.toPrecision(15));
  }
  return !isErrorValue(found) && typeof written === "string" && textOf(found) === written.trim();
}

/** Nothing but computed cells and columns of the user's own. */
export function isEmptyRow(cells: readonly CellValue[], header: Header): boolean {
  return header.columns.every(
    (column, position) => column === null || isDerived(column) || isBlank(cells[position]),
  );
}

/** A row that a new one may take: nothing in it was typed, neither in a column of the user's own nor over a formula. */
export function isFreeRow(cells: readonly CellValue[], header: Header): boolean {
  return cells.every((cell, position) => {
    const column = header.columns[position];
    return (
      isBlank(cell) || (column !== null && column !== undefined && isDerived(column) && isComputed(cell))
    );
  });
}

/** What 達成率, 評価 and 再掲用 show where nothing is entered: an error, or words of states. */
function isComputed(cell: CellValue): boolean {
  if (isErrorValue(cell)) return true;
  const states = /(?:未入力|対象外|判定不能|未設定)(?:（[^）]*）)?/g;
  return typeof cell === "string" && cell.replace(states, "").trim() === "";
}
