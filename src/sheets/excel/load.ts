/** Loading a plan: preview, then all of it or nothing. Sheets are made out of sight and shown when everything stands. */

import type { Plan } from "../../plan/plan";
import { type Answer, done, refuse, type Refusal } from "../answer";
import { areaName, PLACE } from "../address";
import type { CellValue } from "../cell-values";
import type { LoadPreview, Running } from "../contract";
import { findPlans } from "../found-plans";
import type { SheetSpec } from "../layout/sheet-spec";
import { FORMAT_VERSION } from "../versions/format";
import { takenBack, tryTwice } from "./all-or-nothing";
import { cleanUp, takeBackLoad } from "./clean-up";
import {
  type Batch,
  batchOf,
  detailOf,
  LARGEST_REQUEST,
  refusalFor,
  TakenBack,
  withExcel,
} from "./connection";
import { piecesOf } from "./draw";
import { refusalForSheets } from "./found";
import { beginSheet, finishSheet, withMark } from "./half-made";
import { JOURNAL_KEY } from "./journal";
import type { SettingsFacts } from "./new-list-line";
import { prepareLoad, type PreparedLoad } from "./prepare-load";
import { survey, type Survey } from "./survey";
import { today } from "./today";
import { unfitIn } from "./unfit-plan";

export function previewLoad(plan: Plan): Promise<Answer<{ preview: LoadPreview }>> {
  return withExcel<{ preview: LoadPreview }>(async (batch) => {
    const prepared = await prepare(batch, plan);
    return "ok" in prepared ? prepared : done({ preview: prepared.preview });
  });
}

export function loadPlan(
  plan: Plan,
  { onStep, signal }: Running = {},
): Promise<Answer<{ preview: LoadPreview; sheet: string }>> {
  return withExcel<{ preview: LoadPreview; sheet: string }>(
    async (batch) => {
      onStep?.({ name: "ブックを調べています", done: 0, of: 4 });
      await cleanUp(batch);
      const prepared = await prepare(batch, plan);
      if ("ok" in prepared) return prepared;
      if (signal?.aborted === true) return refuse("cancelled");
      try {
        onStep?.({ name: "シートを作っています", done: 1, of: 4 });
        await make(batch, prepared, signal);
      } catch (error) {
        // Whether a sheet of that name is ours is not certain: somebody else may have made one in the meantime.
        return refusalAfter(
          error,
          await tryTwice(() => Excel.run((context) => takeBackLoad(batchOf(context), prepared.journal))),
        );
      }
      onStep?.({ name: "シートを表示しています", done: 3, of: 4 });
      const finished = await finishOrTakeBack(batch, prepared);
      if (finished !== null) return finished;
      onStep?.({ name: "終わりました", done: 4, of: 4 });
      return done({ preview: prepared.preview, sheet: prepared.kept.names.sheets.plan });
    },
    { alone: true },
  );
}

async function prepare(batch: Batch, plan: Plan): Promise<PreparedLoad | Refusal> {
  const problems = unfitIn(plan);
  const errors = problems.filter(({ severity }) => severity === "error");
  if (errors.length > 0)
    return refuse(
      "badPlan",
      errors.map(({ message }) => message),
    );
  const surveyed = await survey(batch);
  const refusal = refusalToLoad(surveyed, plan);
  return refusal ?? prepareLoad(plan, surveyed, await settingsFacts(batch, surveyed), today(), problems);
}

function refusalToLoad(surveyed: Survey, plan: Plan): Refusal | null {
  if (surveyed.structureProtected) return refuse("protectedWorkbook");
  if (surveyed.formatVersion > FORMAT_VERSION) return refuse("newerFormat");
  const locked = refusalForSheets(surveyed, [surveyed.list?.sheet]);
  if (locked !== null) return locked;
  const loaded = findPlans(surveyed).find(({ id }) => id === plan.id);
  return loaded === undefined ? null : refuse("alreadyLoaded", [loaded.table.sheet]);
}

async function settingsFacts({ context, sync }: Batch, surveyed: Survey): Promise<SettingsFacts | null> {
  const { list } = surveyed;
  if (list === null) return null;
  const sheet = context.workbook.worksheets.getItem(list.sheet);
  // What stands there, not what was once coloured: an attempt that was taken back leaves its formats.
  const used = sheet.getUsedRange(true).load(PLACE);
  const below = sheet
    .getRangeByIndexes(list.area.row + list.area.rows, list.area.column, 1, list.area.columns)
    .load("values");
  await sync();
  return {
    list,
    usedColumns: used.columnIndex + used.columnCount,
    freeBelow: (below.values as CellValue[][]).flat().every((cell) => cell === ""),
  };
}

/** Everything is drawn in very hidden sheets that say what they are. */
async function make(
  { context, sync }: Batch,
  prepared: PreparedLoad,
  signal: AbortSignal | undefined,
): Promise<void> {
  const { workbook } = context;
  workbook.settings.add(JOURNAL_KEY, JSON.stringify(prepared.journal));
  for (const { name } of prepared.sheets) beginSheet(workbook, name, prepared.begunAs);
  workbook.application.suspendApiCalculationUntilNextSync();
  let waiting = 0;
  const draw = async (spec: SheetSpec): Promise<void> => {
    for (const piece of piecesOf(spec)) {
      if (waiting + piece.bytes > LARGEST_REQUEST) {
        await sync();
        if (signal?.aborted === true) throw new Cancelled();
        workbook.application.suspendApiCalculationUntilNextSync();
        waiting = 0;
      }
      piece.draw(workbook.worksheets.getItem(spec.name));
      waiting += piece.bytes;
    }
  };
  // Scales before the formulas that grade by them, the plan before the name that spreads it, the name before 集計.
  if (prepared.onSettings !== null) await draw(prepared.onSettings);
  const rank = ({ name }: SheetSpec): number =>
    prepared.drawOrder.indexOf(name) + 1 || prepared.drawOrder.length + 1;
  for (const spec of [...prepared.sheets].sort((one, other) => rank(one) - rank(other))) {
    if (spec.name === prepared.kept.names.sheets.summary) {
      for (const { name, formula } of prepared.names) workbook.names.add(name, formula);
    }
    await draw(withMark(spec));
  }
  await sync();
}

class Cancelled extends Error {}

/** The small last request: lines, titles, and everything into sight. Doing it twice does no harm. */
async function finish({ context, sync }: Batch, prepared: PreparedLoad): Promise<void> {
  const { workbook } = context;
  const { line } = prepared;
  if (line !== null) {
    const sheet = workbook.worksheets.getItem(line.sheet);
    const address = areaName({ row: line.row, column: line.column, rows: 1, columns: line.cells.length });
    if (line.resizeTo !== null) workbook.tables.getItem(line.table).resize(line.resizeTo);
    const range = sheet.getRange(address);
    range.set({ numberFormat: [line.cells.map(() => "@")] });
    range.values = [line.cells];
  }
  for (const shown of prepared.journal.sheets) finishSheet(workbook.worksheets.getItem(shown.name), shown);
  for (const { name, tabColor } of prepared.sheets) workbook.worksheets.getItem(name).tabColor = tabColor;
  workbook.worksheets.getItem(prepared.kept.names.sheets.plan).activate();
  workbook.settings.getItemOrNullObject(JOURNAL_KEY).delete();
  await sync();
}

/** What was made is ours: every sheet of it had the mark. */
async function finishOrTakeBack(batch: Batch, prepared: PreparedLoad): Promise<Refusal | null> {
  try {
    await finish(batch, prepared);
    return null;
  } catch (error) {
    return refusalAfter(error, await takenBack(prepared.steps));
  }
}

/** The workbook as it was; and where even that fails, the journal in it says what to clean up next time. */
function refusalAfter(error: unknown, isTakenBack: boolean): Refusal {
  if (!isTakenBack) return refuse("unfinished", detailOf(error));
  return error instanceof Cancelled ? refuse("cancelled") : refusalFor(new TakenBack(error));
}
