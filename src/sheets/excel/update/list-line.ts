/** The plan's line in the list of 設定: what a person edited there stays. */

import { areaName } from "../../address";
import { cellIn, rowAt, textOf } from "../../cell-values";
import type { Kept } from "../../kept";
import { listRow } from "../../layout/settings-sheet";
import { TEXT } from "../../plan-cells";
import type { SurveyedTable } from "../survey";
import { placeIn, type Writing } from "./changes";
import type { Look } from "./looks";

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
    const area = placeIn(list.area, { row: line, position });
    const address = areaName(area);
    writing.undo({
      kind: "restore",
      sheet: list.sheet,
      address,
      formulas: [[was]],
      formats: [[TEXT]],
    });
    const look: Look = { sheet: list.sheet, area, was: [[cellIn(shown, position)]], member: "values" };
    writing.write(look, 100, () => {
      workbook.worksheets.getItem(list.sheet).getRange(address).values = [[words]];
    });
  });
}
