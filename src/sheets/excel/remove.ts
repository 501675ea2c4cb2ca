/** 取り除く: only what the loader made and nobody touched. Where something was typed, the sheet stays and says so. */

import { type Answer, done, type Refusal, refuse } from "../answer";
import { areaName } from "../address";
import { type CellValue, isBlank } from "../cell-values";
import type { RemovePreview, Running, SheetPreview } from "../contract";
import type { FoundPlan } from "../found-plans";
import { firstScaleOf, isUnread, readScale } from "../scale-table";
import { tryTwice } from "./all-or-nothing";
import { cleanUp } from "./clean-up";
import { type Batch, batchOf, detailOf, withExcel } from "./connection";
import { findPlan, type Found, refusalForSheets } from "./found";
import type { Step } from "./step";
import { rollBack } from "./roll-back";
import { touchedIn } from "./touched";
import { remember } from "./undo";

export function previewRemove(plan: string): Promise<Answer<{ preview: RemovePreview }>> {
  return withExcel<{ preview: RemovePreview }>(async (batch) => {
    const found = await findPlan(batch, plan);
    if ("ok" in found) return found;
    const refusal = refusalToRemove(found);
    if (refusal !== null) return refusal;
    const { preview } = await prepareRemove(batch, found);
    return done({ preview });
  });
}

export function removePlan(
  plan: string,
  { onStep, signal }: Running = {},
): Promise<Answer<{ preview: RemovePreview }>> {
  return withExcel<{ preview: RemovePreview }>(
    async (batch) => {
      await cleanUp(batch);
      const found = await findPlan(batch, plan);
      if ("ok" in found) return found;
      const refusal = refusalToRemove(found);
      if (refusal !== null) return refusal;
      const { preview, steps, isAsSeen } = await prepareRemove(batch, found);
      if (signal?.aborted === true) return refuse("cancelled");
      onStep?.({ name: "取り除いています", done: 1, of: 2 });
      // Taking away is all there is: what was cut short is cut short in untouched sheets, and is done again.
      let cause: unknown = null;
      let isSame = true;
      const gone = await tryTwice(async () => {
        try {
          await Excel.run(async (context) => {
            const own = batchOf(context);
            isSame = await rollBack(own, steps, () => isAsSeen(own));
          });
        } catch (error) {
          cause = error;
          throw error;
        }
      });
      if (!isSame && cause === null) return refuse("changedMeanwhile");
      if (!gone || !isSame) return refuse("unfinished", detailOf(cause));
      remember(null);
      onStep?.({ name: "終わりました", done: 2, of: 2 });
      return done({ preview });
    },
    { alone: true },
  );
}

/** What would stop it half way, known before. */
function refusalToRemove({ survey, found }: Found): Refusal | null {
  if (survey.structureProtected) return refuse("protectedWorkbook");
  return refusalForSheets(survey, [survey.list?.sheet, found.scaleTable?.sheet]);
}

interface Removal {
  preview: RemovePreview;
  steps: Step[];
  /** Whether the same cells would still stay: a co-author may have typed since. */
  isAsSeen(batch: Batch): Promise<boolean>;
}

async function prepareRemove(batch: Batch, { survey, found }: Found): Promise<Removal> {
  const { table, kept, keptTable, scaleTable } = found;
  const summary = survey.sheets.find(({ name }) => name === kept?.names.sheets.summary)?.name ?? null;
  const seen = await touchedIn(batch, found, summary);
  const isAsSeen = async (again: Batch): Promise<boolean> => {
    const { scale, ...rest } = await touchedIn(again, found, summary);
    const { scale: _, ...before } = seen;
    return isScaleAsFound(scale, scaleTable) && JSON.stringify(rest) === JSON.stringify(before);
  };
  const { cells: touched, untouchedSummary } = seen;
  const isTouched = touched.length > 0;
  const isLast = survey.kept.filter((each) => each.kept?.plan.id !== found.id).length === 0;
  const entry = (name: string, what: SheetPreview["what"], action: SheetPreview["action"]): SheetPreview => ({
    name,
    what,
    action,
    rows: 0,
    columns: 0,
  });
  const sheets: SheetPreview[] = [entry(table.sheet, "計画", isTouched ? "残す" : "削除")];
  const steps: Step[] = [];
  if (untouchedSummary !== null) {
    sheets.push(entry(untouchedSummary, "集計", "削除"));
    steps.push({ kind: "deleteSheet", sheet: untouchedSummary });
  }
  if (isTouched) return { preview: previewOf(found, sheets, [], touched), steps, isAsSeen };

  const names: string[] = [];
  const listed = survey.list === null ? [] : [survey.list];
  for (const { area, sheet, matrix } of listed) {
    const line = matrix.findIndex((cells, at) => at > 0 && String(cells[0]) === found.id);
    if (line < 0) continue;
    steps.push({ kind: "clear", sheet, address: areaName({ ...area, row: area.row + line, rows: 1 }) });
  }
  if (keptTable !== null) {
    sheets.push(entry(keptTable.sheet, "控え", "削除"));
    steps.push({ kind: "deleteSheet", sheet: keptTable.sheet });
  }
  if (scaleTable !== null && kept !== null) {
    const scale = readScale(scaleTable.matrix.slice(1), "");
    const first = firstScaleOf(kept.plan);
    if (!isUnread(scale) && JSON.stringify(scale.rules) === JSON.stringify(first.rules)) {
      names.push(scaleTable.name);
      const { area } = scaleTable;
      // The two lines above the table belong to it.
      const above = Math.min(2, area.row);
      steps.push({
        kind: "clear",
        sheet: scaleTable.sheet,
        address: areaName({ ...area, row: area.row - above, rows: area.rows + above }),
      });
      steps.push({ kind: "deleteTable", table: scaleTable.name });
    }
  }
  for (const stale of found.staleKept) steps.push({ kind: "deleteSheet", sheet: stale.sheet });
  steps.push({ kind: "deleteSheet", sheet: table.sheet });
  if (found.planName !== null) {
    names.push(found.planName);
    steps.push({ kind: "deleteName", name: found.planName });
  }
  if (isLast) sheets.push(...untouchedRecords(survey).map(({ sheet, what }) => entry(sheet, what, "残す")));
  // The plan's sheet goes first and its kept copy after it: until then it is known what was touched.
  return { preview: previewOf(found, sheets, names, touched), steps, isAsSeen };
}

/** As it was found, or emptied by an attempt that was interrupted. */
function isScaleAsFound(now: readonly CellValue[], found: FoundPlan["scaleTable"]): boolean {
  const before = found?.matrix.flat() ?? [];
  const isFormula = (cell: CellValue): boolean => typeof cell === "string" && cell.startsWith("=");
  return now.every(isBlank) || now.every((cell, at) => isFormula(cell) || cell === before[at]);
}

function untouchedRecords(survey: Found["survey"]): { sheet: string; what: SheetPreview["what"] }[] {
  return [
    ...(survey.list === null ? [] : [{ sheet: survey.list.sheet, what: "設定" as const }]),
    ...(survey.history === null ? [] : [{ sheet: survey.history.sheet, what: "改定履歴" as const }]),
    ...(survey.findings === null ? [] : [{ sheet: survey.findings.sheet, what: "点検" as const }]),
  ];
}

function previewOf(
  found: FoundPlan,
  sheets: SheetPreview[],
  names: string[],
  touched: string[],
): RemovePreview {
  return { planId: found.id, title: found.reading.plan.title, sheets, names, touched };
}
