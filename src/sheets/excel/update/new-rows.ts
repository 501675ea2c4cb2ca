/** Rows an update adds below a plan's table, after any free rows at its end are used. */

import { type Area, areaName } from "../../address";
import { cellIn, type CellValue, rowAt } from "../../cell-values";
import { columnKey } from "../../columns";
import type { Content } from "../../plan-cells";
import { isFreeRow } from "../../reading/row";
import type { TableReading } from "../../reading/plan-table";
import { runsUpTo } from "../../layout/runs";
import type { Batch } from "../connection";
import { BLOCK_BYTES } from "../draw";
import type { SurveyedTable } from "../survey";
import { bytesOf, writeContents } from "./cells";
import type { Changes, Writing } from "./changes";
import { makeRoom } from "./room";

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
  const standing: CellValue[][] = [];
  if (used > 0) {
    const again = { ...area, row: first, rows: used };
    const was = sheet.getRange(areaName(again)).load("formulas,numberFormat");
    await batch.sync();
    standing.push(...(was.formulas as CellValue[][]));
    writing.undo({
      kind: "restore",
      sheet: sheetName,
      address: areaName(again),
      formulas: was.formulas as CellValue[][],
      formats: was.numberFormat as string[][],
    });
  }
  if (added > 0) {
    // As wide as the table is going to be: what stands below its new columns is somebody's too.
    const below: Area = { ...area, row: area.row + area.rows, rows: added, columns: wholeColumns };
    writing.undo(
      ...(await makeRoom(batch, sheetName, below, "down")),
      { kind: "clear", sheet: sheetName, address: areaName(below) },
      { kind: "resizeTable", table: name, sheet: sheetName, address: areaName(area) },
    );
    const whole = { ...area, rows: area.rows + added, columns: wholeColumns };
    writing.act(0, () => workbook.tables.getItem(name).resize(areaName(whole)));
  }

  const keys = [...header.columns, ...newColumns.map(({ column }) => column)].map((column) =>
    column === null ? "" : columnKey(column),
  );
  const lines = newRows.map(({ contents }) => {
    const contentIn = new Map(columns.map((column, index) => [columnKey(column), contents[index]]));
    // null: a column of the user's own.
    return keys.map((key): Content | null => contentIn.get(key) ?? null);
  });
  for (const [from, count] of runsUpTo(lines, BLOCK_BYTES, bytesOf)) {
    const part = lines.slice(from, from + count);
    const partArea: Area = { row: first + from, column: area.column, rows: count, columns: wholeColumns };
    const was = part.map((line, at) =>
      line.map((_, position) => cellIn(rowAt(standing, from + at), position)),
    );
    writing.write({ sheet: sheetName, area: partArea, was, member: "formulas" }, bytesOf(part.flat()), () =>
      writeContents(sheet, partArea, part),
    );
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
