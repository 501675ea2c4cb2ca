/** Columns an update adds at the right of a plan's table: a year more, a scale of judgements more. */

import { type Area, areaName } from "../../address";
import { type Column, headerOf, isDerived } from "../../columns";
import { HOLDER } from "../../layout/plan-formulas";
import { entryLook } from "../../layout/style";
import { type Content, TEXT } from "../../plan-cells";
import type { Batch } from "../connection";
import { applyLook } from "../draw";
import type { SurveyedTable } from "../survey";
import { bytesOf, writeContents } from "./cells";
import type { Changes, Writing } from "./changes";
import { blankLook } from "./looks";
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
    const held = heldRow(column, contents);
    if (held !== null) contents[held] = [{ kind: "text", value: HOLDER, format: "General" }];
    writing.write(blankLook(sheetName, own), bytesOf(contents.flat()), () =>
      writeContents(sheet, own, contents),
    );
    if (held !== null) {
      const address = areaName({ ...own, row: own.row + held, rows: 1 });
      writing.act(0, () => {
        sheet.getRange(address).values = [[""]];
      });
    }
    if (column.kind === "actual" || column.kind === "mark")
      writing.act(0, () => applyLook(sheet, { ...own, row: own.row + 1, rows: own.rows - 1 }, entryLook));
  });
}

/** As when loading: where 再掲 rows hold the only formulas of a column, Excel would take one of them for the whole column's. */
function heldRow(column: Column, contents: readonly (readonly Content[])[]): number | null {
  if (isDerived(column)) return null;
  const own = contents.slice(1).flat();
  const blank = own.findIndex(({ kind }) => kind === "blank");
  const isMirrored = own.some(({ kind }) => kind === "formula");
  const isOtherwiseEmpty = own.every(({ kind }) => kind === "formula" || kind === "blank");
  return isMirrored && isOtherwiseEmpty && blank >= 0 ? blank + 1 : null;
}
