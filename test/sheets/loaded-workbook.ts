/** A planner's workbook with the small plan in it: loaded once for a test file, and opened anew for every test. */

import { loadPlan } from "../../src/sheets";
import type { Book } from "../../src/workbench/host/model/book";
import type { OpenWorkbook, WorkbookOptions } from "../helpers/workbook";
import { must } from "./asked";
import { openPlannerWorkbook } from "./planner-workbook";
import { smallPlan } from "./small-plan";

const loaded = new Map<boolean, Book>();

/** `functions: false`: where what cells compute does not matter. */
export async function openLoaded(
  options: WorkbookOptions & { functions?: boolean } = {},
): Promise<OpenWorkbook> {
  const { functions = true } = options;
  let book = loaded.get(functions);
  if (book === undefined) {
    const first = await openPlannerWorkbook({ functions });
    await must(loadPlan(smallPlan));
    await first.host.settled();
    book = first.host.book();
    loaded.set(functions, book);
  }
  return openPlannerWorkbook({ ...options, book });
}

export async function deleteSheets({ run }: OpenWorkbook, ...names: string[]): Promise<void> {
  await run((context) => {
    for (const name of names) context.workbook.worksheets.getItem(name).delete();
    return Promise.resolve();
  });
}
