/** Watching: one handler on all tables, told shortly after the last change and only when a plan really says something else. */

import { type Answer, done } from "../answer";
import type { PlanEvent, WorkbookReading } from "../contract";
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

  return withExcel<{ dispose: () => Promise<void> }>(async ({ context, sync }) => {
    const onEdit = (event: { source?: string }): Promise<void> => {
      if (event.source === "Remote") source = "remote";
      wait();
      return Promise.resolve();
    };
    const handlers = [
      context.workbook.tables.onChanged.add(onEdit),
      context.workbook.tables.onDeleted.add(onEdit),
      context.workbook.worksheets.onNameChanged.add(onEdit),
      context.workbook.worksheets.onDeleted.add(onEdit),
    ];
    await sync();
    const first = await readPlans();
    if (first.ok) told = wordsOf(first.reading);
    return done({
      dispose: async () => {
        disposed = true;
        if (timer !== null) clearTimeout(timer);
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

function wordsOf({ plans, evaluationYear, problems }: WorkbookReading): string {
  return JSON.stringify([
    evaluationYear,
    problems,
    plans.map(({ plan, sheet, address, scale, problems: own }) => [plan, sheet, address, scale, own]),
  ]);
}
