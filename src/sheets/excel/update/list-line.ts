/** The plan's line in the list of 設定: what a person edited there stays. */

import { areaName } from "../../address";
import { cellIn, rowAt, textOf } from "../../cell-values";
import type { Kept } from "../../kept-copy";
import { listRow } from "../../layout/settings-sheet";
import { TEXT } from "../../plan-cells";
import type { SurveyedTable } from "../survey";
import type { Writing } from "./changes";

export function updateLine(
  writing: Writing,
  workbook: Excel.Workbook,
  list: SurveyedTable,
  before: Kept,
  after: Kept,
): void {
  const line = list.matrix.findIndex((cells, at) => at > 0 && textOf(cells[0]) === before.plan.id);
  if (line < 0) return;
  const written = listRow(before.plan, before.names);
  const shown = rowAt(list.matrix, line);
  listRow(after.plan, after.names).forEach((words, position) => {
    const { [position]: was = "" } = written;
    const untouched = textOf(cellIn(shown, position)) === was.trim();
    if (!untouched || words === was) return;
    const { row, column } = list.area;
    const address = areaName({ row: row + line, column: column + position, rows: 1, columns: 1 });
    writing.undo({
      kind: "restore",
      sheet: list.sheet,
      address,
      formulas: [[was]],
      formats: [[TEXT]],
    });
    writing.act(100, () => {
      workbook.worksheets.getItem(list.sheet).getRange(address).values = [[words]];
    });
  });
}
