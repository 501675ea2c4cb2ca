/**
 * A range as a custom function gets it: rows of cells that are its own to do with as it likes. Copying 20,000 rows for each of
 * 10,000 calls costs more than anything else, so a copy that came back from a call as it went is lent to the next.
 */
import type { Matrix } from "../values";
import { handed, type Handing, Stopped } from "./argument";

type Rows = readonly (readonly unknown[])[];

interface Kept {
  readonly rows: Rows;
  /** Handed out before, and given back. */
  free: unknown[][] | undefined;
}

const known = new WeakMap<Matrix, Map<string, Kept | Stopped>>();

function turned(matrix: Matrix, type: string, handing: Handing): Kept | Stopped {
  const rows: unknown[][] = [];
  for (const row of matrix.cells) {
    const line: unknown[] = [];
    for (const cell of row) {
      const one = handed(cell, type, handing);
      if (one instanceof Stopped) return one;
      line.push(one);
    }
    rows.push(line);
  }
  return { rows, free: undefined };
}

function keptFor(matrix: Matrix, type: string, handing: Handing): Kept | Stopped {
  const key = `${type} ${handing.blanksAs} ${handing.allowErrors}`;
  const ways = known.get(matrix) ?? new Map<string, Kept | Stopped>();
  const found = ways.get(key);
  if (found) return found;
  const kept = turned(matrix, type, handing);
  known.set(matrix, ways.set(key, kept));
  return kept;
}

/** As it was handed out, cell by cell: the function may have sorted it, cut it, written into it. */
function untouched(lent: Rows, rows: Rows): boolean {
  if (lent.length !== rows.length) return false;
  for (let at = 0; at < rows.length; at++) {
    const one = lent[at];
    const other = rows[at];
    if (!Array.isArray(one) || !other || one.length !== other.length) return false;
    for (let column = 0; column < other.length; column++) if (one[column] !== other[column]) return false;
  }
  return true;
}

/** Rows lent for one call. */
export interface Loan {
  readonly rows: unknown[][];
  /** The call is over and nothing of it goes on. */
  giveBack(): void;
}

export function lendRange(matrix: Matrix, type: string, handing: Handing): Loan | Stopped {
  const kept = keptFor(matrix, type, handing);
  if (kept instanceof Stopped) return kept;
  const { free } = kept;
  // Two ranges of one call, or a call within a call: each has its own.
  kept.free = undefined;
  const rows = free && untouched(free, kept.rows) ? free : kept.rows.map((row) => row.slice());
  return {
    rows,
    giveBack() {
      kept.free = rows;
    },
  };
}
