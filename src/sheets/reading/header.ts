/** Which row of a matrix is a plan's header, and where each column stands in it. */

import { type CellValue } from "../cell-values";
import { type Column, columnKey, meaningOf } from "../columns";

export interface Header {
  /** Index of the row in the matrix. */
  row: number;
  /** Per position; null for a column of the user's own. */
  columns: (Column | null)[];
  /** Key of a column → position. The first of two that mean the same counts. */
  at: ReadonlyMap<string, number>;
  doubles: { position: number; column: Column }[];
}

export function readHeader(cells: readonly CellValue[], row = 0, scales?: readonly string[]): Header {
  const at = new Map<string, number>();
  const doubles: Header["doubles"] = [];
  const columns = cells.map((cell, position) => {
    const column = meaningOf(cell, scales);
    if (column === null) return null;
    const key = columnKey(column);
    if (at.has(key)) {
      doubles.push({ position, column });
      return null;
    }
    at.set(key, position);
    return column;
  });
  return { row, columns, at, doubles };
}

/** A plan's table has an ID, at least one level, and something that is measured, judged or answered for. */
export function isPlanHeader({ at }: Header): boolean {
  const keys = [...at.keys()];
  return (
    at.has("id") &&
    keys.some((key) => key.startsWith("level ")) &&
    keys.some((key) => /^(target|actual|mark) |^(indicator|departments)$/.test(key))
  );
}

/** The first row within the first `depth` that is a plan's header; null where there is none. */
export function findHeader(matrix: readonly (readonly CellValue[])[], depth = 50): Header | null {
  for (const [row, cells] of matrix.slice(0, depth).entries()) {
    const header = readHeader(cells, row);
    if (isPlanHeader(header)) return header;
  }
  return null;
}
