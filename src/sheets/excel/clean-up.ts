/** What an operation that did not end left behind, and what every operation does about it first. */

import type { CellValue } from "../cell-values";
import type { Batch } from "./connection";
import { isUnfinishedMark, type Journal, JOURNAL_KEY, readJournal } from "./journal";
import { trustedSteps } from "./journal-trust";
import { rollBack } from "./roll-back";

/** First into sight, then the title: a sheet that still has the mark is known to be unfinished. */
export function finishSheet(
  sheet: Excel.Worksheet,
  { title, hidden }: { title: string; hidden: boolean },
): void {
  sheet.visibility = hidden ? Excel.SheetVisibility.hidden : Excel.SheetVisibility.visible;
  sheet.getRange("A1").values = [[title]];
}

/** What an earlier attempt left behind: taken away while nobody has seen it, finished where somebody may have typed in it. */
export async function cleanUp(batch: Batch): Promise<void> {
  const { context, sync } = batch;
  const { journal, halfMade, visible } = await leftovers(batch);
  if (journal === null && halfMade.length === 0) return;
  const { sheets, steps }: Pick<Journal, "sheets" | "steps"> = journal ?? { sheets: [], steps: [] };
  const began = new Set(sheets.map(({ name }) => name));
  if (!visible.some((name) => began.has(name))) {
    const strays = halfMade.filter((name) => !began.has(name));
    const trusted = await trustedSteps(batch, steps, halfMade);
    await rollBack(batch, [...trusted, ...strays.map((sheet) => ({ kind: "deleteSheet", sheet }) as const)]);
    return;
  }
  for (const each of sheets) {
    if (halfMade.includes(each.name)) finishSheet(context.workbook.worksheets.getItem(each.name), each);
  }
  context.workbook.settings.getItemOrNullObject(JOURNAL_KEY).delete();
  await sync();
}

async function leftovers({ context, sync }: Batch): Promise<{
  journal: Journal | null;
  halfMade: string[];
  visible: string[];
}> {
  const { worksheets, settings } = context.workbook;
  const setting = settings.getItemOrNullObject(JOURNAL_KEY).load("value");
  worksheets.load("items/name,items/visibility");
  await sync();
  const corners = worksheets.items.map((sheet) => ({
    name: sheet.name,
    corner: sheet.getRange("A1").load("values"),
  }));
  await sync();
  return {
    journal: setting.isNullObject ? null : readJournal(setting.value),
    halfMade: corners.flatMap(({ name, corner }) =>
      (corner.values as CellValue[][]).flat().some(isUnfinishedMark) ? [name] : [],
    ),
    visible: worksheets.items.flatMap(({ name, visibility }) => (visibility === "Visible" ? [name] : [])),
  };
}
