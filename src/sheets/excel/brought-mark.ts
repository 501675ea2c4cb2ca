/** The mark a brought sheet carries itself: which file it came from, on which day, with which plans. */

import type { Batch } from "./connection";

const MARK = "計画アドインの取り込み";

export interface Mark {
  file: string;
  date: string;
  plans: { id: string; title: string }[];
}

export interface MarkedSheet {
  id: string;
  sheet: string;
  mark: Mark;
}

export function markSheet(sheet: Excel.Worksheet, mark: Mark): void {
  sheet.customProperties.add(MARK, JSON.stringify(mark));
}

export async function markedSheets({ context, sync }: Batch): Promise<MarkedSheet[]> {
  const sheets = context.workbook.worksheets.load("items/id,items/name");
  await sync();
  const marks = sheets.items.map((sheet) => sheet.customProperties.getItemOrNullObject(MARK).load("value"));
  await sync();
  return sheets.items.flatMap(({ id, name }, at) => {
    const found = marks[at];
    const mark = found === undefined || found.isNullObject ? null : readMark(found.value);
    return mark === null ? [] : [{ id, sheet: name, mark }];
  });
}

function readMark(text: string): Mark | null {
  try {
    const mark = JSON.parse(text) as Partial<Mark> | null;
    return typeof mark?.file === "string" && typeof mark.date === "string" && Array.isArray(mark.plans)
      ? { file: mark.file, date: mark.date, plans: mark.plans }
      : null;
  } catch {
    return null;
  }
}
