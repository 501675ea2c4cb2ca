/** Watching: one handler on all tables and one for 評価年度, told shortly after the last change and only when a plan really says something else. */

import { type Answer, done } from "../answer";
import { type CellValue, textOf } from "../cell-values";
import type { PlanEvent, WorkbookReading } from "../contract";
import { EVALUATION_YEAR } from "../layout/settings-sheet";
import { isWriting, withExcel } from "./connection";
import { readPlans } from "./read";

const quietFor = 300;

export function watchPlans(
  listener: (event: PlanEvent) => void,
): Promise<Answer<{ dispose: () => Promise<void> }>> {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let told = "";
  let source: PlanEvent["source"] = "local";
  let disposed = false;
  let yearTimer: ReturnType<typeof setTimeout> | null = null;
  let year = "";
  let yearSource: PlanEvent["source"] = "local";

  const look = async (): Promise<void> => {
    timer = null;
    // Our own operation is still on its way: what it wrote is looked at when it is done.
    if (isWriting()) return wait();
    const answer = await readPlans();
    if (disposed || !answer.ok) return;
    const words = wordsOf(answer.reading);
    if (words === told) return;
    told = words;
    listener({ reading: answer.reading, source });
    source = "local";
  };
  const wait = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(() => void look(), quietFor);
  };

  /** 評価年度 stands in no table: a change of any cell asks for that one cell, and no more. */
  const lookAtYear = async (): Promise<void> => {
    yearTimer = null;
    if (isWriting()) return waitForYear();
    const answer = await readYear();
    const by = yearSource;
    yearSource = "local";
    if (disposed || !answer.ok || answer.year === year) return;
    ({ year } = answer);
    if (by === "remote") source = by;
    wait();
  };
  const waitForYear = (): void => {
    if (yearTimer !== null) clearTimeout(yearTimer);
    yearTimer = setTimeout(() => void lookAtYear(), quietFor);
  };

  return withExcel<{ dispose: () => Promise<void> }>(async ({ context, sync }) => {
    const onEdit = (event: { source?: string }): Promise<void> => {
      if (event.source === "Remote") source = "remote";
      wait();
      return Promise.resolve();
    };
    const onCell = (event: { source?: string }): Promise<void> => {
      if (event.source === "Remote") yearSource = "remote";
      waitForYear();
      return Promise.resolve();
    };
    const handlers = [
      context.workbook.worksheets.onChanged.add(onCell),
      context.workbook.tables.onChanged.add(onEdit),
      context.workbook.tables.onDeleted.add(onEdit),
      context.workbook.worksheets.onNameChanged.add(onEdit),
      context.workbook.worksheets.onDeleted.add(onEdit),
    ];
    await sync();
    const first = await readPlans();
    if (first.ok) told = wordsOf(first.reading);
    const firstYear = await readYear();
    if (firstYear.ok) ({ year } = firstYear);
    return done({
      dispose: async () => {
        disposed = true;
        if (timer !== null) clearTimeout(timer);
        if (yearTimer !== null) clearTimeout(yearTimer);
        // Handlers go with the context they came with.
        for (const handler of handlers) {
          await Excel.run(handler.context, async (same) => {
            handler.remove();
            await same.sync();
          });
        }
      },
    });
  });
}

/** As it stands in its cell; nothing where the workbook has no such cell. */
function readYear(): Promise<Answer<{ year: string }>> {
  return withExcel<{ year: string }>(async ({ context, sync }) => {
    const range = context.workbook.names
      .getItemOrNullObject(EVALUATION_YEAR)
      .getRangeOrNullObject()
      .load("values");
    await sync();
    return done({ year: range.isNullObject ? "" : textOf((range.values as CellValue[][])[0]?.[0]) });
  });
}

function wordsOf({ plans, evaluationYear, problems }: WorkbookReading): string {
  return JSON.stringify([
    evaluationYear,
    problems,
    plans.map(({ plan, sheet, address, scale, problems: own }) => [plan, sheet, address, scale, own]),
  ]);
}
