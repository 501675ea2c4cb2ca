/** What moves the user's eyes, not the data: years shown and hidden, a cell selected. */

import type { Year } from "../../plan/plan";
import { type Answer, done, refuse } from "../answer";
import { areaName, parseAddress } from "../address";
import type { Place, SelectionReading } from "../contract";
import { addressOf } from "../place-address";
import type { CellValue } from "../cell-values";
import { withExcel } from "./connection";
import { findPlan, refusalForSheets } from "./found";

/** As when the plan was new: of the other years only their 評価 stays in sight. */
export function showYear(plan: string, year: Year | "all"): Promise<Answer> {
  return withExcel(async ({ context, sync }) => {
    const found = await findPlan({ context, sync }, plan);
    if ("ok" in found) return found;
    const { table, reading } = found.found;
    const sheet = context.workbook.worksheets.getItem(table.sheet);
    for (const [position, column] of reading.header.columns.entries()) {
      if (column === null || !("year" in column) || column.kind === "grade") continue;
      const range = sheet
        .getRange(areaName({ row: 0, column: table.area.column + position, rows: 1, columns: 1 }))
        .getEntireColumn();
      range.columnHidden = year !== "all" && column.year !== year;
    }
    await sync();
    return done({});
  });
}

export function selectPlace(place: Place): Promise<Answer<{ address: string }>> {
  return withExcel<{ address: string }>(async ({ context, sync }) => {
    const found = await findPlan({ context, sync }, place.plan, { reading: true });
    if ("ok" in found) return found;
    const { table } = found.found;
    const address = addressOf(found.found, place);
    const at = address === null ? null : parseAddress(address);
    if (address === null || at === null) {
      return refuse(
        "notLoaded",
        undefined,
        "このセルは今のシートにありません（列や行が削除された可能性があります）。",
      );
    }
    const sheet = context.workbook.worksheets.getItem(table.sheet);
    const range = sheet.getRange(areaName(at.area));
    // A hidden year would leave the selection out of sight; where the sheet is protected that cannot be helped.
    const isProtected = refusalForSheets(found.survey, [table.sheet]) !== null;
    if (!isProtected) range.getEntireColumn().columnHidden = false;
    sheet.activate();
    range.select();
    await sync();
    return done({ address });
  });
}

export function selection(): Promise<Answer<{ selection: SelectionReading }>> {
  return withExcel<{ selection: SelectionReading }>(async ({ context, sync }) => {
    // A whole column selected is what is used of it.
    const selected = context.workbook.getSelectedRange();
    const home = selected.worksheet.load("name");
    const used = selected.getUsedRangeOrNullObject(true).load("address,cellCount");
    await sync();
    if (used.isNullObject) return refuse("noSelection");
    if (used.cellCount > 1_000_000) return refuse("tooLarge", [used.address]);
    used.load("values");
    await sync();
    return done({
      selection: { sheet: home.name, address: used.address, values: used.values as CellValue[][] },
    });
  });
}
