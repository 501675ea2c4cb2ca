/** Takes back what an operation made, step by step from the last: whatever is not there was never made, and is passed over. */

import { type Batch, LARGEST_REQUEST } from "./connection";
import { sizeOf } from "./draw";
import { rowAt } from "../cell-values";
import { TEXT } from "../plan-cells";
import { JOURNAL_KEY } from "./journal";
import type { Step } from "./step";

/** `lastLook`: asked right before anything is written; false where that looked at has changed, and then nothing is. */
export async function rollBack(
  { context, sync }: Batch,
  steps: readonly Step[],
  lastLook: () => Promise<boolean> = () => Promise.resolve(true),
): Promise<boolean> {
  const { workbook } = context;
  const sheetNames = new Set(steps.flatMap(sheetsOf));
  const sheets = new Map(
    [...sheetNames].map(
      (name) => [name, workbook.worksheets.getItemOrNullObject(name).load("name")] as const,
    ),
  );
  const tableNames = new Set(steps.flatMap((step) => ("table" in step ? [step.table] : [])));
  const tables = new Map(
    [...tableNames].map((name) => [name, workbook.tables.getItemOrNullObject(name).load("name")] as const),
  );
  const names = new Map(
    steps.flatMap((step) =>
      step.kind === "deleteName" || step.kind === "restoreName"
        ? [[step.name, workbook.names.getItemOrNullObject(step.name).load("name")] as const]
        : [],
    ),
  );
  const journal = workbook.settings.getItemOrNullObject(JOURNAL_KEY).load("key");
  if (!(await lastLook())) return false;
  await sync();
  const sheet = (name: string): Excel.Worksheet | null => present(sheets.get(name));
  const unnamed = new Map(
    steps.flatMap((step) => {
      if (step.kind !== "deleteTable" || step.madeAt === undefined) return [];
      const made = present(tables.get(step.table)) === null ? sheet(step.madeAt.sheet) : null;
      return made === null
        ? []
        : [[step.table, made.getRange(step.madeAt.address).getTables(true).load("items/name")] as const];
    }),
  );
  if (unnamed.size > 0) await sync();
  let waiting = 0;
  for (const step of [...steps].reverse()) {
    const bytes =
      step.kind === "restore" ? step.formulas.flat().reduce<number>((sum, cell) => sum + sizeOf(cell), 0) : 0;
    if (waiting > 0 && waiting + bytes > LARGEST_REQUEST) {
      await sync();
      waiting = 0;
    }
    waiting += bytes;
    switch (step.kind) {
      case "deleteSheet": {
        const made = sheet(step.sheet);
        if (made === null) break;
        // Excel does not delete what is very hidden.
        made.visibility = Excel.SheetVisibility.hidden;
        made.delete();
        break;
      }
      case "deleteName":
        present(names.get(step.name))?.delete();
        break;
      case "restoreName": {
        const name = present(names.get(step.name));
        if (name !== null) name.formula = step.formula;
        break;
      }
      case "deleteTable":
        present(tables.get(step.table))?.convertToRange();
        for (const table of unnamed.get(step.table)?.items ?? []) table.convertToRange();
        break;
      case "clear":
        sheet(step.sheet)?.getRange(step.address).clear();
        break;
      case "resizeTable":
        present(tables.get(step.table))?.resize(step.address);
        break;
      case "deleteCells":
        sheet(step.sheet)?.getRange(step.address).delete(step.shift);
        break;
      case "restore": {
        const range = sheet(step.sheet)?.getRange(step.address);
        if (range === undefined) break;
        // The types do not know the null that leaves a cell alone.
        range.set({ numberFormat: step.formats });
        range.formulas = quoted(step.formulas, step.formats);
        break;
      }
    }
  }
  present(journal)?.delete();
  await sync();
  return true;
}

function sheetsOf(step: Step): string[] {
  if ("sheet" in step) return [step.sheet];
  return step.kind === "deleteTable" && step.madeAt !== undefined ? [step.madeAt.sheet] : [];
}

function present<Thing extends { isNullObject: boolean }>(thing: Thing | undefined): Thing | null {
  return thing === undefined || thing.isNullObject ? null : thing;
}

/** A quote in front is taken for Excel's own sign of a text and lost, unless the cell is formatted as text. */
function quoted(
  formulas: (string | number | boolean | null)[][],
  formats: (string | null)[][],
): (string | number | boolean | null)[][] {
  return formulas.map((row, at) => {
    const own = rowAt(formats, at);
    return row.map((cell, position) =>
      typeof cell === "string" && cell.startsWith("'") && own[position] !== TEXT ? `'${cell}` : cell,
    );
  });
}
