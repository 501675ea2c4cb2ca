/** What moves the user's eyes, not the data: years shown and hidden, a cell selected. */

import type { Year } from "../../plan/plan";
import { type Answer, done, refuse } from "../answer";
import { type Area, areaName, parseAddress } from "../address";
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
    show(sheet, at.area, refusalForSheets(found.survey, [table.sheet]) !== null);
    await sync();
    return done({ address });
  });
}

/** A cell that was named when the workbook was read: 加須市!X7. */
export function selectAddress(address: string): Promise<Answer<{ address: string }>> {
  return withExcel<{ address: string }>(async ({ context, sync }) => {
    const at = parseAddress(address);
    const gone = refuse(
      "notLoaded",
      undefined,
      `「${address}」は今のブックにありません（シートの名前が変わったか、削除された可能性があります）。`,
    );
    if (at === null || at.sheet === null) return gone;
    const sheet = context.workbook.worksheets.getItemOrNullObject(at.sheet).load("protection/protected");
    await sync();
    if (sheet.isNullObject) return gone;
    show(sheet, at.area, sheet.protection.protected);
    await sync();
    return done({ address });
  });
}

/** A hidden year would leave the selection out of sight; where the sheet is protected that cannot be helped. */
function show(sheet: Excel.Worksheet, area: Area, isProtected: boolean): void {
  const range = sheet.getRange(areaName(area));
  if (!isProtected) range.getEntireColumn().columnHidden = false;
  sheet.activate();
  range.select();
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
