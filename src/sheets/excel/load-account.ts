/** What a load tells of itself in the workbook before it starts. */

import { areaName } from "../address";
import type { SheetSpec } from "../layout/sheet-spec";
import { SCALE_HEADERS } from "../scale-table";
import type { Journal, OnSettings } from "./journal";

/** The kept copy and 設定 first: whoever sees the plan finds everything it rests on. */
export function inOrderOfShowing(sheets: readonly SheetSpec[]): Journal["sheets"] {
  const order: SheetSpec["kind"][] = ["控え", "設定", "計画"];
  const rank = ({ kind }: SheetSpec): number => order.indexOf(kind) + 1 || order.length + 1;
  return [...sheets]
    .sort((one, other) => rank(one) - rank(other))
    .map(({ name, title, hidden }) => ({ name, title, hidden }));
}

/** What is put on a 設定 that is there already, as it will stand there. */
export function onSettingsOf({ values }: SheetSpec, table: string, line: OnSettings["line"]): OnSettings {
  const row = Math.min(...values.map(({ area }) => area.row));
  const column = Math.min(...values.map(({ area }) => area.column));
  const columns = SCALE_HEADERS.length;
  const cells = values
    .flatMap(({ area, cells: own }) => own.map((words, at) => ({ at: area.row + at, words })))
    .sort((one, other) => one.at - other.at)
    .map(({ words }) => SCALE_HEADERS.map((_, at) => String(words[at] ?? "")));
  return {
    scale: { table, address: areaName({ row, column, rows: cells.length, columns }), cells },
    line: line === null ? null : { cells: line.cells, rowsBefore: line.rowsBefore },
  };
}
