/**
 * What the workbook's account of an interrupted load may take back. Whoever made the file wrote the account too, and it is read
 * without anybody being asked: it reaches what such a load makes, and no sheet, table or name of the user's. What stands on 設定
 * is not told apart any further.
 */

import { EVALUATION_YEAR } from "../layout/settings-sheet";
import type { Batch } from "./connection";
import type { Step } from "./journal";

/** Tables on the sheet 設定, and those of plans, as a load names them. */
const onSettings = /^(?:計画一覧|尺度_)/u;
const scaleTable = /^尺度_/u;
const keptTable = /^控え_/u;
/** A plan's name stands for its table, or for what is left where that is gone; a broken name of the user's looks otherwise. */
const planFormula = /^=IF\((表_[^[]*\[#All\]|#REF!)="","",\1\)$/u;

/** `halfMade`: sheets that still carry the mark of being made. */
export async function trustedSteps(
  { context, sync }: Batch,
  steps: readonly Step[],
  halfMade: readonly string[],
): Promise<Step[]> {
  const { workbook } = context;
  const tables = workbook.tables.load("items/name,items/worksheet/name");
  const names = workbook.names.load("items/name,items/formula");
  const unmarked = [
    ...new Set(
      steps.flatMap((step) =>
        step.kind === "deleteSheet" && !halfMade.includes(step.sheet) ? [step.sheet] : [],
      ),
    ),
  ].map((name) => ({
    name,
    used: workbook.worksheets.getItemOrNullObject(name).getUsedRangeOrNullObject(true).load("address"),
  }));
  await sync();
  const removable = new Set([
    ...halfMade,
    // Added, but not yet marked: nobody has put anything there.
    ...unmarked.flatMap(({ name, used }) => (used.isNullObject ? [name] : [])),
    // Finished before the others were shown: only 控え stays out of sight.
    ...tables.items.flatMap(({ name, worksheet }) => (keptTable.test(name) ? [worksheet.name] : [])),
  ]);
  const settingsSheets = new Set(
    tables.items.flatMap(({ name, worksheet }) => (onSettings.test(name) ? [worksheet.name] : [])),
  );
  const madeNames = new Set(
    names.items.flatMap(({ name, formula }) =>
      name === EVALUATION_YEAR || planFormula.test(String(formula)) ? [name] : [],
    ),
  );
  return steps.filter((step) => {
    switch (step.kind) {
      case "deleteSheet":
        return removable.has(step.sheet);
      case "clear":
        return settingsSheets.has(step.sheet);
      case "resizeTable":
        return settingsSheets.has(step.sheet) && onSettings.test(step.table);
      case "deleteTable":
        return scaleTable.test(step.table);
      case "deleteName":
        return madeNames.has(step.name);
      // An update keeps these to itself.
      case "restoreName":
      case "deleteCells":
      case "restore":
        return false;
    }
  });
}
