/** Everything an update writes, made ready: what stands there now is read last, and must still be what the update was worked out from. */

import { areaName, areaOf, PLACE } from "../../address";
import { cellIn, type CellValue, rowAt } from "../../cell-values";
import type { RevisionOptions, TypedTarget } from "../../contract";
import { retiredLook } from "../../layout/style";
import { applyLook } from "../draw";
import type { Batch } from "../connection";
import type { Found } from "../found";
import { rollBack } from "../roll-back";
import { addColumns } from "./new-columns";
import { addRows } from "./new-rows";
import { bytesOf, runsOfWrites, writeContents } from "./cells";
import { type Changes, placeIn, Writing } from "./changes";
import { heldPlaces, hold } from "./held-columns";
import { addHistory } from "./history";
import { keptAfter, replaceKept } from "./kept-after";
import { updateLine } from "./list-line";

/** null: somebody changed the sheet in the meantime. */
export async function prepareWriting(
  batch: Batch,
  found: Found,
  changes: Changes,
  revisions: readonly TypedTarget[],
  options: RevisionOptions,
): Promise<Writing | null> {
  const { context, sync } = batch;
  const { workbook } = context;
  const { survey } = found;
  const { table, reading, kept } = found.found;
  const sheet = workbook.worksheets.getItem(table.sheet);
  const load = (address: string): Excel.Range => sheet.getRange(address).load("formulas,values,numberFormat");
  const runs = runsOfWrites(changes.writes).map((run) => {
    const area = placeIn(table.area, run, run.contents.length);
    return { ...run, area, was: load(areaName(area)) };
  });
  const held = heldPlaces(changes, found.found).map((place) => {
    const address = areaName(placeIn(table.area, place));
    return { address, was: load(address) };
  });
  await sync();

  const writing = new Writing();
  if (survey.history !== null) await addHistory(batch, writing, survey.history, revisions, options);
  // A formula of the user's that shows nothing is not nothing.
  const blanks = held
    .filter(({ was }) => (was.formulas as CellValue[][]).flat().every((cell) => cell === ""))
    .map(({ address }) => address);
  const { release } = hold(writing, sheet, table.sheet, blanks);
  for (const row of changes.retired)
    writing.act(0, () =>
      applyLook(sheet, { ...table.area, row: table.area.row + row, rows: 1 }, retiredLook),
    );
  await addColumns(batch, writing, table, changes.newColumns);
  // After the new columns: their formulas may name them.
  for (const { area, contents, was } of runs) {
    writing.undo({
      kind: "restore",
      sheet: table.sheet,
      address: areaName(area),
      formulas: was.formulas as CellValue[][],
      formats: was.numberFormat as string[][],
    });
    writing.act(bytesOf(contents), () =>
      writeContents(
        sheet,
        area,
        contents.map((content) => [content]),
      ),
    );
  }
  await addRows(batch, writing, table, reading, changes);
  release();
  const next = keptAfter(found, changes.base);
  if (survey.list !== null && kept !== null) updateLine(writing, workbook, survey.list, kept, next);
  replaceKept(writing, workbook, found.found, next);

  const isUnchanged = lookAgain(context, found, changes);
  await sync();
  if (isUnchanged()) return writing;
  // The room that was made is all that was written yet.
  await rollBack(
    batch,
    writing.steps.filter(({ kind }) => kind === "deleteCells"),
  );
  return null;
}

/**
 * Header, ids and place of the table: where one of them is another, rows would be written over their neighbours. And every cell
 * that is to be written: what somebody typed there a moment ago is not in the update. The last read before the writing.
 */
function lookAgain(context: Excel.RequestContext, { found }: Found, { writes }: Changes): () => boolean {
  const { table, reading } = found;
  const { area, matrix } = table;
  const sheet = context.workbook.worksheets.getItem(table.sheet);
  const idAt = reading.header.columns.findIndex((column) => column?.kind === "id");
  const header = { row: 0, position: 0, now: sheet.getRange(areaName({ ...area, rows: 1 })).load("values") };
  const places = [
    { row: 0, position: idAt, rows: area.rows },
    ...runsOfWrites(writes).map(({ row, position, contents }) => ({ row, position, rows: contents.length })),
  ].map(({ row, position, rows }) => {
    const address = areaName(placeIn(area, { row, position }, rows));
    return { row, position, now: sheet.getRange(address).load("values") };
  });
  const own = context.workbook.tables.getItem(table.name).getRange().load(PLACE);
  return () =>
    [header, ...places].every(({ row, position, now }) =>
      (now.values as CellValue[][]).every((cells, y) =>
        cells.every((cell, x) => cell === cellIn(rowAt(matrix, row + y), position + x)),
      ),
    ) && areaName(areaOf(own)) === areaName(area);
}
