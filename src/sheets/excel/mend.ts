/** 修正: cells that still hold what the finding saw get what mends them. */

import { placeOfChange } from "../place-of-change";
import type { CellChange } from "../../plan/checks/rule";
import { type Answer, done } from "../answer";
import { areaName, parseAddress } from "../address";
import { cellOf, numberFormatOf } from "../cell-values";
import { addressOf, type FoundPlan } from "../found-plans";
import { LIST_SEPARATOR, TEXT } from "../plan-cells";
import { withExcel } from "./connection";
import { findPlan } from "./found";
import type { Step } from "./journal";
import { rollBack } from "./roll-back";
import { remember } from "./undo";

export function mendCells(
  plan: string,
  changes: readonly CellChange[],
): Promise<Answer<{ done: CellChange[]; stale: CellChange[] }>> {
  return withExcel<{ done: CellChange[]; stale: CellChange[] }>(
    async (batch) => {
      const { context, sync } = batch;
      const found = await findPlan(batch, plan);
      if ("ok" in found) return found;
      const { table } = found.found;
      const stale: CellChange[] = [];
      const cells = changes.flatMap((change) => {
        const address = holdsBefore(found.found, change)
          ? addressOf(found.found, placeOfChange(change))
          : null;
        const area = address === null ? undefined : parseAddress(address)?.area;
        if (area === undefined) {
          stale.push(change);
          return [];
        }
        return [{ change, address: areaName(area) }];
      });
      const sheet = context.workbook.worksheets.getItem(table.sheet);
      const before = cells.map(({ address }) => sheet.getRange(address).load("formulas,numberFormat"));
      if (cells.length > 0) await sync();
      const steps = cells.map(({ address }, at): Step => ({
        kind: "restore",
        sheet: table.sheet,
        address,
        formulas: (before[at]?.formulas ?? []) as (string | number | boolean)[][],
        formats: (before[at]?.numberFormat ?? []) as string[][],
      }));
      try {
        const written = cells.map(({ change, address }) => {
          const range = sheet.getRange(address);
          const { value, format } = contentAfter(found.found, change);
          range.numberFormat = [[format]];
          range.values = [[value]];
          return range.load("formulas");
        });
        if (cells.length > 0) await sync();
        const left = cells.map(({ address }, at) => ({
          sheet: table.sheet,
          address,
          formulas: written[at]?.formulas ?? [],
        }));
        if (cells.length > 0) remember({ what: "修正", steps, left });
      } catch (error) {
        await Excel.run((fresh) =>
          rollBack({ context: fresh, sync: () => fresh.sync().then(() => undefined) }, steps),
        );
        throw error;
      }
      return done({ done: cells.map(({ change }) => change), stale });
    },
    { alone: true },
  );
}

function holdsBefore({ reading: { plan } }: FoundPlan, change: CellChange): boolean {
  switch (change.kind) {
    case "department":
      return (
        plan.nodes.find(({ id }) => id === change.node)?.departments.join("\n") === change.before.join("\n")
      );
    case "nodeName":
      return plan.nodes.find(({ id }) => id === change.node)?.name === change.before;
    default: {
      const indicator = plan.indicators.find(({ id }) => id === change.indicator);
      if (indicator === undefined) return false;
      if (change.kind === "unit") return indicator.unit === change.before;
      if (change.kind === "baseline") return (indicator.baseline?.text ?? "") === change.before;
      const values = change.kind === "target" ? indicator.targets : (indicator.actuals ?? {});
      return (values[change.year] ?? "") === change.before;
    }
  }
}

function contentAfter(
  { reading: { plan } }: FoundPlan,
  change: CellChange,
): { value: string | number; format: string } {
  switch (change.kind) {
    case "department":
      return { value: change.after.join(LIST_SEPARATOR), format: TEXT };
    case "nodeName":
    case "unit":
      return { value: change.after, format: TEXT };
    default: {
      const unit = plan.indicators.find(({ id }) => id === change.indicator)?.unit ?? null;
      const value = cellOf(change.after, unit);
      return { value, format: typeof value === "number" ? numberFormatOf([change.after], unit) : TEXT };
    }
  }
}
