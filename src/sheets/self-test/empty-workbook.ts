/** Whether the workbook is one nobody has put anything into, and how it becomes one again. */

import { type Batch } from "../excel/connection";

/** What stands in the workbook, in words; nothing, where it is empty. */
export async function contentsOf({ context, sync }: Batch): Promise<string[]> {
  const { workbook } = context;
  const sheets = workbook.worksheets.load("items/name");
  const tables = workbook.tables.load("items/name");
  const names = workbook.names.load("items/name");
  const settings = workbook.settings.load("items/key");
  await sync();
  const each = sheets.items.map((sheet) => ({
    name: sheet.name,
    used: sheet.getUsedRangeOrNullObject(true).load("address"),
    charts: sheet.charts.getCount(),
  }));
  await sync();
  return [
    ...each.flatMap(({ name, used, charts }) => [
      ...(used.isNullObject || isBlank(used) ? [] : [`シート「${name}」の値`]),
      ...(charts.value > 0 ? [`シート「${name}」のグラフ`] : []),
    ]),
    ...tables.items.map(({ name }) => `表「${name}」`),
    ...names.items.map(({ name }) => `名前「${name}」`),
    ...settings.items.map(({ key }) => `アドインの記録「${key}」`),
  ];
}

/** A null object is what Excel promises for a blank sheet; should it answer with a cell, that cell counts as content. */
function isBlank(used: Excel.Range): boolean {
  return used.address === "";
}

export async function sheetIds({ context, sync }: Batch): Promise<ReadonlySet<string>> {
  const sheets = context.workbook.worksheets.load("items/id");
  await sync();
  return new Set(sheets.items.map(({ id }) => id));
}

/** Takes away every sheet, name and record that was not there before; the sheets that were there were never written to. */
export async function emptyAgain(batch: Batch, before: ReadonlySet<string>): Promise<void> {
  const { context, sync } = batch;
  const { workbook } = context;
  const sheets = workbook.worksheets.load("items/id");
  const names = workbook.names.load("items/name");
  const settings = workbook.settings.load("items/key");
  await sync();
  for (const name of names.items) name.delete();
  for (const setting of settings.items) setting.delete();
  for (const sheet of sheets.items) {
    if (before.has(sheet.id)) continue;
    // Excel does not delete what is very hidden.
    sheet.visibility = Excel.SheetVisibility.hidden;
    sheet.delete();
  }
  await sync();
}
