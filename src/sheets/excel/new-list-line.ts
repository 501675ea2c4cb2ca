/** The line a plan gets in the list of a 設定 that is there already, and what takes it back. */

import type { Plan } from "../../plan/plan";
import { areaName } from "../address";
import type { KeptNames } from "../kept";
import { LIST_HEADERS, listRow } from "../layout/settings-sheet";
import type { Step } from "./step";
import type { SurveyedTable } from "./survey";

export interface ListLine {
  sheet: string;
  table: string;
  cells: string[];
  row: number;
  column: number;
  /** The list with the new line; null where a free line of it is used. */
  resizeTo: string | null;
  sizeBefore: string | null;
  rowsBefore: number | null;
}

/** What is known of a 設定 that is there already. */
export interface SettingsFacts {
  list: SurveyedTable;
  usedColumns: number;
  /** Whether the row below the list is free. */
  freeBelow: boolean;
}

export function lineFor(plan: Plan, names: KeptNames, { list, freeBelow }: SettingsFacts): ListLine | null {
  const { area, matrix } = list;
  // What stands below the list is somebody's: the list then goes without this line, nothing depends on it.
  const free = matrix.findIndex((cells, at) => at > 0 && cells.every((cell) => cell === ""));
  if (free < 0 && !freeBelow) return null;
  const row = free < 0 ? area.row + area.rows : area.row + free;
  return {
    sheet: list.sheet,
    table: list.name,
    cells: listRow(plan, names),
    row,
    column: area.column,
    ...(free < 0
      ? {
          resizeTo: areaName({ ...area, rows: area.rows + 1 }),
          sizeBefore: areaName(area),
          rowsBefore: area.rows,
        }
      : { resizeTo: null, sizeBefore: null, rowsBefore: null }),
  };
}

export function stepsOfLine({ sheet, table, row, column, sizeBefore }: ListLine): Step[] {
  return [
    { kind: "clear", sheet, address: areaName({ row, column, rows: 1, columns: LIST_HEADERS.length }) },
    ...(sizeBefore === null ? [] : [{ kind: "resizeTable", table, sheet, address: sizeBefore } as const]),
  ];
}
