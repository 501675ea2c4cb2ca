/** Columns an update adds at the right of a plan's table: a year more, a scale of judgements more. */

import { type Area, areaName } from "../../address";
import { headerOf } from "../../columns";
import { entryLook } from "../../layout/style";
import { type Content, TEXT } from "../../plan-cells";
import type { Batch } from "../connection";
import { applyLook } from "../draw";
import type { SurveyedTable } from "../survey";
import { bytesOf, writeContents } from "./cells";
import type { Changes, Writing } from "./changes";
import { makeRoom } from "./room";

export async function addColumns(
  batch: Batch,
  writing: Writing,
  table: SurveyedTable,
  newColumns: Changes["newColumns"],
): Promise<void> {
  if (newColumns.length === 0) return;
  const { area, matrix, name, sheet: sheetName } = table;
  const { workbook } = batch.context;
  const sheet = workbook.worksheets.getItem(sheetName);
  const right: Area = { ...area, column: area.column + area.columns, columns: newColumns.length };
  writing.undo(
    ...(await makeRoom(batch, sheetName, right, "right")),
    { kind: "clear", sheet: sheetName, address: areaName(right) },
    { kind: "resizeTable", table: name, sheet: sheetName, address: areaName(area) },
  );
  const whole = { ...area, columns: area.columns + newColumns.length };
  writing.act(0, () => workbook.tables.getItem(name).resize(areaName(whole)));
  newColumns.forEach(({ column, cells }, index) => {
    const own: Area = { ...right, column: right.column + index, columns: 1 };
    const contents = matrix.map((_, row): Content[] => [
      row === 0
        ? { kind: "text", value: headerOf(column), format: TEXT }
        : (cells.get(row) ?? { kind: "blank", value: "", format: "General" }),
    ]);
    writing.act(bytesOf(contents.flat()), () => writeContents(sheet, own, contents));
    if (column.kind === "actual" || column.kind === "mark")
      writing.act(0, () => applyLook(sheet, { ...own, row: own.row + 1, rows: own.rows - 1 }, entryLook));
  });
}
