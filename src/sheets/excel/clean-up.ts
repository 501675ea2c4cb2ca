/** What an operation that did not end left behind, and what every operation does about it first. */

import { type CellValue, textOf } from "../cell-values";
import { findPlans } from "../found-plans";
import type { Batch } from "./connection";
import { finishSheet, isBegunName, isUnfinishedMark } from "./half-made";
import { type Journal, JOURNAL_KEY } from "./journal";
import { claimedScale, remainsOf } from "./journal-trust";
import { readAreas } from "./read-areas";
import { rollBack } from "./roll-back";
import { survey, type Survey } from "./survey";

/** What an earlier attempt left behind: taken away while nobody has seen it, finished where somebody may have typed in it. */
export async function cleanUp(batch: Batch): Promise<void> {
  if (!(await isAnythingLeft(batch))) return;
  const surveyed = await survey(batch, { loose: true });
  const { journal } = surveyed;
  if (journal !== null && isShown(journal, surveyed)) finishShown(batch, journal, surveyed);
  else await takeAway(batch, journal, surveyed);
  finishUntitled(batch, surveyed);
  batch.context.workbook.settings.getItemOrNullObject(JOURNAL_KEY).delete();
  await batch.sync();
}

/** A load that did not come to its end: what it was about to make, and did not show, goes. */
export async function takeBackLoad(batch: Batch, journal: Journal): Promise<void> {
  await takeAway(batch, journal, await survey(batch, { loose: true }));
}

async function takeAway(batch: Batch, journal: Journal | null, surveyed: Survey): Promise<void> {
  const scale = claimedScale(surveyed, journal);
  const read = await readAreas(batch, scale === null ? [] : [scale]);
  const onScale = read.flatMap(({ matrix }) => matrix);
  await rollBack(batch, remainsOf(journal, surveyed, findPlans(surveyed), onScale));
}

async function isAnythingLeft({ context, sync }: Batch): Promise<boolean> {
  const { worksheets, settings } = context.workbook;
  const setting = settings.getItemOrNullObject(JOURNAL_KEY).load("key");
  worksheets.load("items/name");
  await sync();
  const corners = worksheets.items.map((sheet) => sheet.getRange("A1").load("values"));
  await sync();
  return (
    !setting.isNullObject ||
    worksheets.items.some(({ name }) => isBegunName(name)) ||
    corners.some(({ values }) => (values as CellValue[][]).flat().some(isUnfinishedMark))
  );
}

/** A sheet of the account that a person sees, with the title it was to have, or with the mark still in its place. */
function isShown({ sheets }: Journal, { sheets: standing }: Survey): boolean {
  return sheets.some(({ name, title }) =>
    standing.some(
      (sheet) =>
        sheet.name === name &&
        sheet.visibility === "Visible" &&
        (isUnfinishedMark(sheet.corner) || textOf(sheet.corner) === title.trim()),
    ),
  );
}

function finishShown({ context }: Batch, { sheets }: Journal, { sheets: standing }: Survey): void {
  for (const { name, corner } of standing) {
    const own = sheets.find((each) => each.name === name);
    if (own !== undefined && isUnfinishedMark(corner))
      finishSheet(context.workbook.worksheets.getItem(name), own);
  }
}

/** Nobody knows any more what they were to be called. */
function finishUntitled({ context }: Batch, { untitled, kept, journal, sheets }: Survey): void {
  for (const name of untitled.filter((each) => journal?.sheets.some((own) => own.name === each) !== true)) {
    const [copy] = kept.flatMap(({ table, kept: own }) =>
      table.sheet === name && own !== null ? [own] : [],
    );
    const visibility = sheets.find((sheet) => sheet.name === name)?.visibility;
    finishSheet(context.workbook.worksheets.getItem(name), {
      title: copy === undefined ? name : `${copy.plan.title}（控え）`,
      hidden: visibility !== "Visible",
    });
  }
}
