/** 元に戻す: what the last operation of this pane changed and how to take exactly that back. One step deep, as long as the pane lives. */

import { type Answer, done, refuse } from "../answer";
import { type CellValue } from "../cell-values";
import { cellName, fullAddress } from "../address";
import { type Batch, withExcel } from "./connection";
import type { Step } from "./step";
import { rollBack } from "./roll-back";

export interface Undo {
  /** 「財政指標の挿入」 */
  what: string;
  steps: Step[];
  /** Areas as the operation left them: what was changed since is not overwritten. */
  left: { sheet: string; address: string; formulas: (string | number | boolean)[][] }[];
}

let last: Undo | null = null;

export function remember(undo: Undo | null): void {
  last = undo;
}

export function undoable(): string | null {
  return last?.what ?? null;
}

export function undoLast(): Promise<Answer<{ what: string }>> {
  const undo = last;
  if (undo === null) return Promise.resolve(refuse("nothingToUndo"));
  return withExcel<{ what: string }>(
    async (batch) => {
      const changed = await changedSince(batch, undo);
      if (changed.length > 0) return refuse("cannotUndo", changed);
      await rollBack(batch, undo.steps);
      last = null;
      return done({ what: undo.what });
    },
    { alone: true },
  );
}

async function changedSince({ context, sync }: Batch, { left }: Undo): Promise<string[]> {
  const sheets = new Map(
    left.map(
      ({ sheet }) => [sheet, context.workbook.worksheets.getItemOrNullObject(sheet).load("name")] as const,
    ),
  );
  await sync();
  const gone = left.filter(({ sheet }) => sheets.get(sheet)?.isNullObject !== false);
  if (gone.length > 0) return gone.map(({ sheet, address }) => fullAddress(sheet, address));
  const ranges = left.map((area) => ({
    ...area,
    now: context.workbook.worksheets
      .getItem(area.sheet)
      .getRange(area.address)
      .load("formulas,rowIndex,columnIndex"),
  }));
  await sync();
  return ranges.flatMap(({ sheet, formulas, now }) =>
    (now.formulas as CellValue[][]).flatMap((row, y) =>
      row.flatMap((cell, x) =>
        formulas[y]?.[x] === cell
          ? []
          : [fullAddress(sheet, cellName(now.rowIndex + y, now.columnIndex + x))],
      ),
    ),
  );
}
