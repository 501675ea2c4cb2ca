/** What the tests of the sheets ask again and again: an answer that must be a yes, the one plan of the workbook, a cell by its column. */

import { type Answer, readPlans, type WorkbookPlan } from "../../src/sheets";
import type { OpenWorkbook } from "../helpers/workbook";

export async function must<Done extends object>(
  answering: Answer<Done> | Promise<Answer<Done>>,
): Promise<{ ok: true } & Done> {
  const answer = await answering;
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  return answer;
}

export async function onlyPlan(): Promise<WorkbookPlan> {
  const { reading } = await must(readPlans());
  const [plan] = reading.plans;
  if (plan === undefined || reading.plans.length > 1)
    throw new Error(`計画が ${reading.plans.length} つある`);
  return plan;
}

/** Types into the cells of a column of the small plan's table, from a row of its body on (0 is the first). */
export async function typeInto(
  { run }: OpenWorkbook,
  column: string,
  row: number,
  values: readonly unknown[],
  table = "表_見本市",
): Promise<void> {
  await run(async (context) => {
    const body = context.workbook.tables.getItem(table).columns.getItem(column).getDataBodyRange();
    body
      .getCell(row, 0)
      .getResizedRange(values.length - 1, 0)
      .set({ values: values.map((value) => [value]) });
  });
}

/** A column of the small plan's table, without its header. */
export async function columnOf(
  { run }: OpenWorkbook,
  column: string,
  member: "values" | "formulas" | "numberFormat" | "text" = "values",
  table = "表_見本市",
): Promise<unknown[]> {
  return run(async (context) => {
    const body = context.workbook.tables.getItem(table).columns.getItem(column).getDataBodyRange();
    body.load(member);
    await context.sync();
    return (body[member] as unknown[][]).map(([cell]) => cell);
  });
}
