/** What is to stand in an area before it is written over, and what does: the look that comes in the very request of the writing. */

import { type Area, areaName, areaOf, cellName, fullAddress, PLACE } from "../../address";
import { cellIn, type CellValue, rowAt } from "../../cell-values";
import { HOLDER } from "../../layout/plan-formulas";
import { sizeOf } from "../draw";
import type { SurveyedTable } from "../survey";

export interface Look {
  sheet: string;
  area: Area;
  /** null: whatever it is, it comes back. */
  was: readonly (readonly CellValue[])[] | null;
  member: "formulas" | "values";
}

export interface Seen {
  look: Look;
  formulas: CellValue[][];
  formats: string[][];
  /** What somebody else had put there, with its place: 見本市!X5「99」. */
  changed: string[];
}

export function blankLook(sheet: string, area: Area): Look {
  const was = Array.from({ length: area.rows }, () => Array.from({ length: area.columns }, () => ""));
  return { sheet, area, was, member: "formulas" };
}

/** A formula of a column that is not known, and the format beside every cell. */
const unknownBytes = 3_000;
const formatBytes = 20;

/** Roughly what a look adds to the answer. */
export function answerBytes({ was, area: { rows, columns } }: Look): number {
  const cells = rows * columns;
  if (was === null) return cells * (unknownBytes + formatBytes);
  return was.flat().reduce<number>((sum, cell) => sum + sizeOf(cell), cells * formatBytes);
}

/**
 * Queued before what writes in the same request: nobody comes in between. null where the request was not answered.
 * `later`: earlier requests of the same update may have filled columns with formulas, and held some cells.
 */
export function lookAt(
  workbook: Excel.Workbook,
  looks: readonly Look[],
  { later }: { later: boolean },
): () => Seen[] | null {
  const ranges = looks.map((look) => ({
    look,
    range: workbook.worksheets
      .getItem(look.sheet)
      .getRange(areaName(look.area))
      .load(look.member === "formulas" ? "formulas,numberFormat" : "formulas,values,numberFormat"),
  }));
  return () => {
    try {
      return ranges.map(({ look, range }) => seenIn(look, range, later));
    } catch {
      return null;
    }
  };
}

function seenIn(look: Look, range: Excel.Range, later: boolean): Seen {
  const formulas = range.formulas as CellValue[][];
  const now = look.member === "formulas" ? formulas : (range.values as CellValue[][]);
  const changed = changedCells(look.was, now).filter(({ cell }) => !later || !isOwnDoing(cell));
  return {
    look,
    formulas,
    formats: range.numberFormat as string[][],
    changed: changed.map(
      ({ row, column, cell }) =>
        `${fullAddress(look.sheet, cellName(look.area.row + row, look.area.column + column))}「${String(cell)}」`,
    ),
  };
}

function isOwnDoing(cell: CellValue): boolean {
  return cell === HOLDER || (typeof cell === "string" && cell.startsWith("="));
}

export function changedCells(
  was: Look["was"],
  now: readonly (readonly CellValue[])[],
): { row: number; column: number; cell: CellValue }[] {
  if (was === null) return [];
  return now.flatMap((cells, row) =>
    cells.flatMap((cell, column) =>
      cell === cellIn(rowAt(was, row), column) ? [] : [{ row, column, cell }],
    ),
  );
}

/** Where tables stand, known with the next request. */
export function placesOf(workbook: Excel.Workbook, tables: readonly SurveyedTable[]): () => Area[] | null {
  const ranges = tables.map(({ name }) => workbook.tables.getItem(name).getRange().load(PLACE));
  return () => {
    try {
      return ranges.map(areaOf);
    } catch {
      return null;
    }
  };
}

/** Tables that stand elsewhere than they did, with their place now. */
export function moved(
  tables: readonly SurveyedTable[],
  places: readonly Area[] | null,
): { table: string; area: Area }[] {
  return tables.flatMap(({ name, area }, at) => {
    const now = places?.[at];
    return now === undefined || areaName(now) === areaName(area) ? [] : [{ table: name, area: now }];
  });
}
