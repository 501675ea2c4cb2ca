/** 取り除く: only what the loader made and nobody touched. Where something was typed, the sheet stays and says so. */

import { type Answer, done, type Refusal, refuse } from "../answer";
import { areaName, cellName, fullAddress } from "../address";
import { cellIn, type CellValue, isBlank, rowAt, textOf } from "../cell-values";
import { columnKey, columnsOf, isDerived } from "../columns";
import type { RemovePreview, Running, SheetPreview } from "../contract";
import type { FoundPlan } from "../found-plans";
import type { Kept } from "../kept-copy";
import { titlesOf } from "../layout/plan-sheet";
import { summarySheet } from "../layout/summary-sheet";
import { contentOf } from "../plan-cells";
import { sameCell } from "../reading/row";
import { rowsOf } from "../rows";
import { firstScaleOf, readScale } from "../scale-table";
import { hasPlanCall } from "../plan-calls";
import { type Batch, detailOf, withExcel } from "./connection";
import { findPlan, type Found, refusalForSheets } from "./found";
import type { Step } from "./journal";
import { tryTwice } from "./all-or-nothing";
import { cleanUp } from "./clean-up";
import { rollBack } from "./roll-back";
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
      const { preview, steps } = await prepareRemove(batch, found);
      if (signal?.aborted === true) return refuse("cancelled");
      onStep?.({ name: "取り除いています", done: 1, of: 2 });
      // Taking away is all there is: what was cut short is cut short in untouched sheets, and is done again.
      let cause: unknown = null;
      const gone = await tryTwice(async () => {
        try {
          await Excel.run((context) =>
            rollBack({ context, sync: () => context.sync().then(() => undefined) }, steps),
          );
        } catch (error) {
          cause = error;
          throw error;
        }
      });
      if (!gone) return refuse("unfinished", detailOf(cause));
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

async function prepareRemove(
  batch: Batch,
  { survey, found }: Found,
): Promise<{ preview: RemovePreview; steps: Step[] }> {
  const { table, kept, keptTable, scaleTable } = found;
  const touched = await touchedCells(batch, { survey, found });
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
  const summary = kept?.names.sheets.summary ?? "";
  if (
    kept !== null &&
    survey.sheets.some(({ name }) => name === summary) &&
    (await isSummaryUntouched(batch, summary, kept))
  ) {
    sheets.push(entry(summary, "集計", "削除"));
    steps.push({ kind: "deleteSheet", sheet: summary });
  }
  if (isTouched) return { preview: previewOf(found, sheets, [], touched), steps };

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
    if (JSON.stringify(scale?.rules) === JSON.stringify(first.rules)) {
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
  return { preview: previewOf(found, sheets, names, touched), steps };
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

/** Every cell of the plan's sheet that is not what the loader put there. */
async function touchedCells({ context, sync }: Batch, { found }: Found): Promise<string[]> {
  const { table, kept, reading } = found;
  const sheet = context.workbook.worksheets.getItem(table.sheet);
  // Without the kept copy nobody knows what was typed.
  if (kept === null) return [fullAddress(table.sheet, areaName(table.area))];
  const used = sheet.getUsedRange(true).load("rowIndex,columnIndex,formulas");
  await sync();
  const titles = titlesOf(kept.plan);
  const base = kept.plan;
  const names = { table: table.name, scaleTable: kept.names.scaleTable };
  const known = {
    rows: new Map(rowsOf(base).map((row) => [row.id, row])),
    columns: new Set(columnsOf(base).map(columnKey)),
  };
  const touched: string[] = [];
  (used.formulas as CellValue[][]).forEach((row, y) =>
    row.forEach((cell, x) => {
      if (isBlank(cell)) return;
      const at = { row: used.rowIndex + y, column: used.columnIndex + x };
      const inTable = { row: at.row - table.area.row, position: at.column - table.area.column };
      const inside =
        inTable.row >= 0 &&
        inTable.row < table.area.rows &&
        inTable.position >= 0 &&
        inTable.position < table.area.columns;
      const isOurs = inside
        ? isOursInTable(inTable, cell)
        : at.column === 0 && titles.some((title, row) => row === at.row && sameCell(cell, title));
      if (!isOurs) touched.push(fullAddress(table.sheet, cellName(at.row, at.column)));
    }),
  );
  for (const id of new Set(reading.missing.map((row) => row.id)))
    touched.push(`${table.sheet}（${id} の行が削除されています）`);
  return touched;

  function isOursInTable({ row, position }: { row: number; position: number }, formula: CellValue): boolean {
    const column = reading.header.columns[position];
    const isFormula = typeof formula === "string" && formula.startsWith("=");
    if (column === null || column === undefined) return false;
    if (row === 0) return known.columns.has(columnKey(column));
    if (isDerived(column)) return isFormula;
    const cells = rowAt(table.matrix, row);
    const found = known.rows.get(textOf(cellIn(cells, reading.header.at.get("id"))));
    if (found === undefined) return false;
    const content = contentOf(found, column, base, names);
    return content.kind === "formula" ? isFormula : sameCell(cellIn(cells, position), content.value);
  }
}

/** 集計 holds formulas and titles only: anything else somebody put there. */
async function isSummaryUntouched({ context, sync }: Batch, name: string, kept: Kept): Promise<boolean> {
  const sheet = context.workbook.worksheets.getItem(name);
  const used = sheet.getUsedRangeOrNullObject(true).load("formulas,rowIndex,columnIndex");
  await sync();
  if (used.isNullObject) return true;
  const formulas = used.formulas as CellValue[][];
  const isFormula = (cell: CellValue): boolean => typeof cell === "string" && cell.startsWith("=");
  // What a formula spills stands in cells of its own and reads like something typed.
  const spills = formulas.flatMap((row, y) =>
    row.flatMap((cell, x) =>
      isFormula(cell) && hasPlanCall(cell)
        ? [
            used
              .getCell(y, x)
              .getSpillingToRangeOrNullObject()
              .load("rowIndex,columnIndex,rowCount,columnCount"),
          ]
        : [],
    ),
  );
  await sync();
  const isSpilled = (y: number, x: number): boolean =>
    spills.some((spill) => {
      if (spill.isNullObject) return false;
      const [down, right] = [used.rowIndex + y - spill.rowIndex, used.columnIndex + x - spill.columnIndex];
      return down >= 0 && down < spill.rowCount && right >= 0 && right < spill.columnCount;
    });
  const spec = summarySheet(kept.plan, name, kept.names, firstScaleOf(kept.plan));
  const written = [
    ...spec.values.flatMap(({ cells }) => cells.flat()),
    // Words stand among the formulas of a table too.
    ...spec.formulas.flatMap(({ formula }) => (typeof formula === "string" ? [formula] : formula.flat())),
  ];
  const ours = new Set(written.map((cell) => textOf(cell)));
  return formulas.every((row, y) =>
    row.every(
      (cell, x) => isBlank(cell) || isFormula(cell) || ours.has(textOf(cell).trim()) || isSpilled(y, x),
    ),
  );
}
