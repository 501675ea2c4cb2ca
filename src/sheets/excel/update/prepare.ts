/** Everything an update writes, made ready: what stands there now is read last, and must still be what the update was worked out from. */

import { areaName, areaOf, PLACE } from "../../address";
import { cellIn, type CellValue, rowAt, textOf } from "../../cell-values";
import type { RevisionOptions, TypedTarget } from "../../contract";
import { runsOf } from "../../layout/runs";
import { retiredLook } from "../../layout/style";
import { applyLook } from "../draw";
import type { Batch } from "../connection";
import type { Found } from "../found";
import type { Step } from "../step";
import { readAreas } from "../read-areas";
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
  const held = heldPlaces(changes, found.found).map((place) => {
    const address = areaName(placeIn(table.area, place));
    return { address, was: sheet.getRange(address).load("formulas") };
  });
  const placed = runsOfWrites(changes.writes).map((run) => {
    const area = placeIn(table.area, run, run.contents.length);
    const formats = sheet.getRange(areaName(area)).load("numberFormat");
    return { ...run, sheet: table.sheet, area, formats };
  });
  await sync();
  const runs = await readAreas(batch, placed, "formulas");

  const writing = new Writing();
  // Excel fills a computed column with what enters one cell of it: rows that were blank are emptied again, last of all.
  writing.undo(...blankAgain(found, new Set(placed.map(({ position }) => position))));
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
  for (const { area, contents, matrix: formulas, formats } of runs) {
    writing.undo({
      kind: "restore",
      sheet: table.sheet,
      address: areaName(area),
      formulas,
      formats: formats.numberFormat as string[][],
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

  if (await isUnchanged(batch, found, changes)) return writing;
  // The room that was made is all that was written yet.
  await rollBack(
    batch,
    writing.steps.filter(({ kind }) => kind === "deleteCells"),
  );
  return null;
}

/** 再掲 rows leave 再掲用 blank, lest they depend on themselves. */
function blankAgain({ found }: Found, written: ReadonlySet<number>): Step[] {
  const { table, reading } = found;
  const at = reading.header.columns.findIndex((column) => column?.kind === "copy");
  const originalAt = reading.header.at.get("original");
  if (!written.has(at)) return [];
  const rows = runsOf(
    table.matrix,
    (cells, row) => row > 0 && textOf(cellIn(cells, originalAt)) !== "" && textOf(cellIn(cells, at)) === "",
  );
  return rows.map(([row, count]) => ({
    kind: "restore",
    sheet: table.sheet,
    address: areaName(placeIn(table.area, { row, position: at }, count)),
    formulas: Array.from({ length: count }, () => [""]),
    formats: Array.from({ length: count }, () => [null]),
  }));
}

/**
 * Header, ids and place of the table: where one of them is another, rows would be written over their neighbours. And every cell
 * that is to be written: what somebody typed there a moment ago is not in the update. The last read before the writing.
 */
async function isUnchanged(batch: Batch, { found }: Found, { writes }: Changes): Promise<boolean> {
  const { table, reading } = found;
  const { area, matrix, sheet } = table;
  const idAt = reading.header.columns.findIndex((column) => column?.kind === "id");
  const place = batch.context.workbook.tables.getItem(table.name).getRange().load(PLACE);
  await batch.sync();
  const now = await readAreas(batch, [
    { sheet, area: { ...area, rows: 1 } },
    { sheet, area: placeIn(area, { row: 0, position: idAt }, area.rows) },
    ...runsOfWrites(writes).map((run) => ({ sheet, area: placeIn(area, run, run.contents.length) })),
  ]);
  return (
    areaName(areaOf(place)) === areaName(area) &&
    now.every(({ area: at, matrix: cells }) =>
      cells.every((row, y) => {
        const before = rowAt(matrix, at.row - area.row + y);
        return row.every((cell, x) => cell === cellIn(before, at.column - area.column + x));
      }),
    )
  );
}
