/** Everything an update writes, made ready: what stands there now is read last, and must still be what the update was worked out from. */

import { areaName } from "../../address";
import { cellIn, type CellValue, textOf } from "../../cell-values";
import type { RevisionOptions, TypedTarget } from "../../contract";
import { runsBy } from "../../layout/runs";
import type { Batch } from "../connection";
import type { Found } from "../found";
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
import { blankLook, changedCells, type Look, moved, placesOf } from "./looks";

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
    const area = placeIn(table.area, place);
    return { area, was: sheet.getRange(areaName(area)).load("formulas") };
  });
  const placed = runsOfWrites(changes.writes).map((run) => {
    const area = placeIn(table.area, run, run.contents.length);
    const formats = sheet.getRange(areaName(area)).load("numberFormat");
    return { ...run, sheet: table.sheet, area, formats };
  });
  await sync();
  const runs = await readAreas(batch, placed, "formulas");

  const tables = [table, ...(survey.history === null ? [] : [survey.history])];
  const writing = new Writing(rowsAndColumnsOf(found), tables);
  // Excel fills a computed column with what enters one cell of it: rows that were blank are emptied again, last of all.
  for (const look of restOfCopies(found, changes.writes)) {
    if (look.was !== null) {
      const formulas = look.was.map((cells) => [...cells]);
      const formats = formulas.map(() => [null]);
      writing.undo({ kind: "restore", sheet: look.sheet, address: areaName(look.area), formulas, formats });
    }
    writing.write(look, 0, () => undefined);
  }
  if (survey.history !== null) await addHistory(batch, writing, survey.history, revisions, options);
  // A formula of the user's that shows nothing is not nothing.
  const blanks = held
    .filter(({ was }) => (was.formulas as CellValue[][]).flat().every((cell) => cell === ""))
    .map(({ area }) => area);
  const { release } = hold(writing, sheet, table.sheet, blanks);
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
    const look: Look = { sheet: table.sheet, area, was: formulas, member: "formulas" };
    writing.write(look, bytesOf(contents), () =>
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

  if (await isUnchanged(batch, found, changes, writing)) return writing;
  // The room that was made is all that was written yet.
  await rollBack(
    batch,
    writing.steps.filter(({ kind }) => kind === "deleteCells"),
  );
  return null;
}

/** What of the column 再掲用 is not written when others of it are. 再掲 rows leave it blank, lest they depend on themselves. */
function restOfCopies({ found: { table, reading } }: Found, writes: Changes["writes"]): Look[] {
  const at = reading.header.columns.findIndex((column) => column?.kind === "copy");
  const originalAt = reading.header.at.get("original");
  const written = new Set(writes.flatMap(({ row, position }) => (position === at ? [row] : [])));
  if (written.size === 0) return [];
  const isBlankAgain = (cells: readonly CellValue[]): boolean =>
    textOf(cellIn(cells, originalAt)) !== "" && textOf(cellIn(cells, at)) === "";
  const kinds = table.matrix.map((cells, row) => {
    if (row === 0 || written.has(row)) return "written";
    return isBlankAgain(cells) ? "blank" : "other";
  });
  return runsBy(kinds, (kind) => kind).flatMap(([row, count]): Look[] => {
    const area = placeIn(table.area, { row, position: at }, count);
    switch (kinds[row]) {
      case "blank":
        return [blankLook(table.sheet, area)];
      case "other":
        return [{ sheet: table.sheet, area, was: null, member: "formulas" }];
      default:
        return [];
    }
  });
}

/** Header and ids: where one of them is another, rows would be written over their neighbours. */
function rowsAndColumnsOf({ found: { table, reading } }: Found): Look[] {
  const { area, matrix, sheet } = table;
  const idAt = reading.header.columns.findIndex((column) => column?.kind === "id");
  return [
    { sheet, area: { ...area, rows: 1 }, was: matrix.slice(0, 1), member: "values" },
    {
      sheet,
      area: placeIn(area, { row: 0, position: idAt }, area.rows),
      was: matrix.map((cells) => [cellIn(cells, idAt)]),
      member: "values",
    },
  ];
}

/**
 * The table's place, header and ids, and every cell that is to be written: what somebody typed there a moment ago is not in the
 * update.
 */
async function isUnchanged(
  batch: Batch,
  { found: { table } }: Found,
  { writes }: Changes,
  { given, tables }: Writing,
): Promise<boolean> {
  const { area, matrix, sheet } = table;
  const written = runsOfWrites(writes).map((run): Look => ({
    sheet,
    area: placeIn(area, run, run.contents.length),
    was: matrix.slice(run.row, run.row + run.contents.length).map((cells) => [cellIn(cells, run.position)]),
    member: "values",
  }));
  const places = placesOf(batch.context.workbook, tables);
  await batch.sync();
  const now = await readAreas(batch, [...given, ...written]);
  return (
    moved(tables, places()).length === 0 &&
    now.every(({ was, matrix: cells }) => changedCells(was, cells).length === 0)
  );
}
