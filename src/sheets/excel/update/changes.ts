/** What an update changes in a workbook, and the writing of it: actions in their order and what takes each back. */

import type { Area } from "../../address";
import type { Merge } from "../../merge/merge";
import type { Step } from "../step";
import type { SurveyedTable } from "../survey";
import type { Look } from "./looks";

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
  readonly actions: Action[] = [];
  /** What an update completes itself with, when all that it wrote over was as it had seen it. */
  readonly completing: (() => void)[] = [];

  /** `given`: what an update goes by and does not write; `tables`: where its tables are to stand. */
  constructor(
    readonly given: readonly Look[],
    readonly tables: readonly SurveyedTable[],
  ) {}

  /** Taken back in the opposite order. */
  undo(...steps: Step[]): void {
    this.steps.push(...steps);
  }

  act(bytes: number, act: () => void): void {
    this.actions.push({ bytes: bytes + actionBytes, act, over: null });
  }

  /** Writes over cells of which it is known what stands in them. */
  write(over: Look, bytes: number, act: () => void): void {
    this.actions.push({ bytes: bytes + actionBytes, act, over });
  }
}

interface Action {
  bytes: number;
  act: () => void;
  over: Look | null;
}

/** What office.js adds to an action. */
const actionBytes = 700;

/** Where a cell of a table's matrix stands in its sheet. */
export function placeIn(table: Area, { row, position }: { row: number; position: number }, rows = 1): Area {
  return { row: table.row + row, column: table.column + position, rows, columns: 1 };
}
