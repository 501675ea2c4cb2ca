/** 改定履歴: a line for every changed target, below those that are there. */

import { formatYear } from "../../../plan/year";
import { type Area, areaName } from "../../address";
import { type CellValue, rowAt, textOf } from "../../cell-values";
import type { RevisionOptions, TypedTarget } from "../../contract";
import { HISTORY, recordLine, recordPositions } from "../../layout/record-sheets";
import { TEXT } from "../../plan-cells";
import type { Batch } from "../connection";
import { sizeOf } from "../draw";
import type { SurveyedTable } from "../survey";
import type { Writing } from "./changes";
import { blankLook } from "./looks";
import { makeRoom } from "./room";

export async function addHistory(
  batch: Batch,
  writing: Writing,
  history: SurveyedTable,
  revisions: readonly TypedTarget[],
  options: RevisionOptions,
): Promise<void> {
  const { workbook } = batch.context;
  const { area, matrix, name, sheet } = history;
  const positions = recordPositions(HISTORY, rowAt(matrix, 0));
  const lines = newLines(matrix, positions, revisions, options).map((line) =>
    recordLine(line, positions, area.columns),
  );
  if (lines.length === 0) return;
  let used = matrix.length;
  while (used > 1 && rowAt(matrix, used - 1).every((cell) => cell === "")) used--;
  const target: Area = { ...area, row: area.row + used, rows: lines.length };
  const rows = Math.max(area.rows, used + lines.length);
  if (rows > area.rows) {
    const below = { ...area, row: area.row + area.rows, rows: rows - area.rows };
    writing.undo(...(await makeRoom(batch, sheet, below, "down")));
    writing.undo({ kind: "resizeTable", table: name, sheet, address: areaName(area) });
    writing.act(0, () => workbook.tables.getItem(name).resize(areaName({ ...area, rows })));
  }
  writing.undo({ kind: "clear", sheet, address: areaName(target) });
  writing.write(
    blankLook(sheet, target),
    lines.flat().reduce((sum, cell) => sum + sizeOf(cell), 0),
    () => {
      const range = workbook.worksheets.getItem(sheet).getRange(areaName(target));
      range.numberFormat = lines.map((line) => line.map((cell) => (cell === null ? null : TEXT)));
      range.values = lines;
    },
  );
}

/** A revision that an interrupted update has written already is not written again. */
function newLines(
  matrix: readonly (readonly CellValue[])[],
  positions: readonly number[],
  revisions: readonly TypedTarget[],
  { reason, who, date }: RevisionOptions,
): string[][] {
  const lastOf = new Map<string, string>();
  for (const cells of matrix.slice(1)) {
    const [plan, id, , year, before, after] = positions.map((position) => textOf(cells[position]));
    lastOf.set([plan, id, year].join("\u0000"), [before, after].join("\u0000"));
  }
  const by = who === undefined || who === "" ? "記録なし" : who;
  return revisions.flatMap(({ plan, indicator, name, year, before, after }) => {
    const key = [plan, indicator, formatYear(year)].join("\u0000");
    if (lastOf.get(key) === [before, after].join("\u0000")) return [];
    return [[plan, indicator, name, formatYear(year), before, after, date, reason, by]];
  });
}
