/** 方法: by which method an indicator is judged, written into its row where the formulas of the 達成率 columns read it. */

import type { Method } from "../../plan/plan";
import { areaName, parseAddress } from "../address";
import { type Answer, done } from "../answer";
import type { FoundPlan } from "../found-plans";
import type { CellValue } from "../cell-values";
import { addressOf } from "../place-address";
import { allOrNothing } from "./all-or-nothing";
import { withExcel } from "./connection";
import { findPlan } from "./found";
import type { Step } from "./step";
import { remember } from "./undo";

export interface MethodChange {
  indicator: string;
  /** null: none is entered, it follows from the targets. */
  before: Method | null;
  after: Method | null;
}

export function setMethods(
  plan: string,
  changes: readonly MethodChange[],
): Promise<Answer<{ done: MethodChange[]; stale: MethodChange[] }>> {
  return withExcel<{ done: MethodChange[]; stale: MethodChange[] }>(
    async (batch) => {
      const { context, sync } = batch;
      const found = await findPlan(batch, plan);
      if ("ok" in found) return found;
      const cells = changes.flatMap((change) => {
        const address = holdsBefore(found.found, change) ? cellOf(found.found, change) : null;
        return address === null ? [] : [{ change, address }];
      });
      const written = cells.map(({ change }) => change);
      const stale = changes.filter((change) => !written.includes(change));
      if (cells.length === 0) return done({ done: [], stale });
      const { sheet: name } = found.found.table;
      const sheet = context.workbook.worksheets.getItem(name);
      const before = cells.map(({ address }) => ({
        address,
        range: sheet.getRange(address).load("formulas,numberFormat"),
      }));
      await sync();
      const steps = before.map(({ address, range }): Step => ({
        kind: "restore",
        sheet: name,
        address,
        formulas: range.formulas as CellValue[][],
        formats: range.numberFormat as string[][],
      }));
      await allOrNothing(steps, async () => {
        for (const { change, address } of cells) sheet.getRange(address).values = [[change.after ?? ""]];
        await sync();
      });
      const left = cells.map(({ change, address }) => ({
        sheet: name,
        address,
        formulas: [[change.after ?? ""]],
      }));
      remember({ what: "方法の変更", steps, left });
      return done({ done: written, stale });
    },
    { alone: true },
  );
}

function holdsBefore({ reading: { plan } }: FoundPlan, { indicator, before }: MethodChange): boolean {
  const found = plan.indicators.find(({ id }) => id === indicator);
  return found !== undefined && (found.method ?? null) === before;
}

/** null where somebody took the column out. */
function cellOf(found: FoundPlan, { indicator }: MethodChange): string | null {
  const address = addressOf(found, { indicator, column: "method" });
  const area = address === null ? undefined : parseAddress(address)?.area;
  return area === undefined ? null : areaName(area);
}
