/** What an update changes in a workbook, and the writing of it: actions in their order and what takes each back. */

import type { Area } from "../../address";
import type { Merge } from "../../merge/merge";
import type { Step } from "../step";

export type Changes = Pick<Merge, "writes" | "newColumns" | "newRows" | "columns" | "retired" | "base">;

export const NO_CHANGES: Omit<Changes, "base"> = {
  writes: [],
  newColumns: [],
  newRows: [],
  columns: [],
  retired: [],
};

/** Collected first and sent together: a request ends where it would grow too large. */
export class Writing {
  readonly steps: Step[] = [];
  readonly actions: { bytes: number; act: () => void }[] = [];

  /** Taken back in the opposite order. */
  undo(...steps: Step[]): void {
    this.steps.push(...steps);
  }

  act(bytes: number, act: () => void): void {
    // What office.js adds to an action.
    this.actions.push({ bytes: bytes + 700, act });
  }
}

/** Where a cell of a table's matrix stands in its sheet. */
export function placeIn(table: Area, { row, position }: { row: number; position: number }, rows = 1): Area {
  return { row: table.row + row, column: table.column + position, rows, columns: 1 };
}
