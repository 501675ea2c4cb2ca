/** Rows an update adds below a plan's table, after any free rows at its end are used. */

import { type Area, areaName } from "../../address";
import { type CellValue, rowAt } from "../../cell-values";
import { columnKey } from "../../columns";
import type { Content } from "../../plan-cells";
import { isFreeRow } from "../../reading/row";
import type { TableReading } from "../../reading/plan-table";
import type { Batch } from "../connection";
import type { SurveyedTable } from "../survey";
import { bytesOf, writeContents } from "./cells";
import type { Changes, Writing } from "./changes";
import { makeRoom } from "./room";

/** Cells of one write, roughly. */
const blockBytes = 1_000_000;

export async function addRows(
  batch: Batch,
  writing: Writing,
  table: SurveyedTable,
  { header }: TableReading,
  { newRows, newColumns, columns }: Changes,
): Promise<void> {
  const rows = newRows.length;
  if (rows === 0) return;
  const { area, name, sheet: sheetName } = table;
  const { workbook } = batch.context;
  const sheet = workbook.worksheets.getItem(sheetName);
  const wholeColumns = area.columns + newColumns.length;
  const used = Math.min(rows, freeRowsAtEnd(table.matrix, header));
  const added = rows - used;
  const first = area.row + area.rows - used;
  if (used > 0) {
    const again = { ...area, row: first, rows: used };
    const was = sheet.getRange(areaName(again)).load("formulas,numberFormat");
    await batch.sync();
    writing.undo({
      kind: "restore",
      sheet: sheetName,
      address: areaName(again),
      formulas: was.formulas as CellValue[][],
      formats: was.numberFormat as string[][],
    });
  }
  if (added > 0) {
    const below: Area = { ...area, row: area.row + area.rows, rows: added };
    writing.undo(
      ...(await makeRoom(batch, sheetName, below, "down")),
      { kind: "clear", sheet: sheetName, address: areaName({ ...below, columns: wholeColumns }) },
      { kind: "resizeTable", table: name, sheet: sheetName, address: areaName(area) },
    );
    const whole = { ...area, rows: area.rows + added, columns: wholeColumns };
    writing.act(0, () => workbook.tables.getItem(name).resize(areaName(whole)));
  }

  const contentAt = new Map(columns.map((column, index) => [columnKey(column), index]));
  const keys = [
    ...header.columns.map((column) => (column === null ? null : columnKey(column))),
    ...newColumns.map(({ column }) => columnKey(column)),
  ];
  const lines = newRows.map(({ contents }) =>
    keys.map((key): Content | null => contents[contentAt.get(key ?? "") ?? -1] ?? null),
  );
  for (let from = 0; from < lines.length;) {
    let bytes = 0;
    let to = from;
    while (to < lines.length && (to === from || bytes < blockBytes)) bytes += bytesOf(rowAt(lines, to++));
    const part = lines.slice(from, to);
    const partArea: Area = {
      row: first + from,
      column: area.column,
      rows: part.length,
      columns: wholeColumns,
    };
    writing.act(bytes, () => writeContents(sheet, partArea, part));
    from = to;
  }
}

function freeRowsAtEnd(matrix: readonly (readonly CellValue[])[], header: TableReading["header"]): number {
  let free = 0;
  for (let row = matrix.length - 1; row > header.row; row--) {
    if (!isFreeRow(rowAt(matrix, row), header)) break;
    free++;
  }
  return free;
}
