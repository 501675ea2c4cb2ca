/** 担当課の列: an item with several indicators shows its 担当課 in each of their rows. */

import { loadPlan, readPlans } from "../../src/sheets";
import type { OpenWorkbook } from "../helpers/workbook";
import { openPlannerWorkbook } from "./planner-workbook";
import { smallPlan } from "./small-plan";

/** Measured by the indicators 1-1 and 1-2. */
const item = "1";

async function loaded(): Promise<{ book: OpenWorkbook; rows: number[]; column: string }> {
  const book = await openPlannerWorkbook();
  expect(await loadPlan(smallPlan)).toMatchObject({ ok: true });
  const places = await book.run(async (context) => {
    const table = context.workbook.worksheets.getItem("見本市").tables.getItemAt(0);
    const ids = table.columns.getItem("ID").getDataBodyRange().load("values,rowIndex");
    const departments = table.columns.getItem("担当課").getDataBodyRange().load("address");
    await context.sync();
    return {
      rows: ["1-1", "1-2"].map((id) => ids.rowIndex + 1 + ids.values.findIndex(([each]) => each === id)),
      column: /!([A-Z]+)/.exec(departments.address)?.[1] ?? "",
    };
  });
  return { book, ...places };
}

async function read() {
  const answer = await readPlans();
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  const [only] = answer.reading.plans;
  return {
    departments: only?.plan.nodes.find(({ id }) => id === item)?.departments,
    problems: only?.problems.map(({ address, message }) => [address, message]),
  };
}

test("一つの行だけ空にしても担当課は残り、空にしたセルを知らせる", async () => {
  const { book, rows, column } = await loaded();
  const { departments } = await read();
  await book.write(`${column}${rows[1]}`, [[""]], "見本市");
  const after = await read();
  expect(after.departments).toEqual(departments);
  expect(after.problems).toEqual([
    [
      `見本市!${column}${rows[1]}`,
      `担当課が空です。同じ取組のほかの行の「${departments?.join("、") ?? ""}」として扱います。`,
    ],
  ]);
});

test("どの行も空にすれば、担当課はない", async () => {
  const { book, rows, column } = await loaded();
  for (const row of rows) await book.write(`${column}${row}`, [[""]], "見本市");
  expect(await read()).toEqual({ departments: [], problems: [] });
});

test("一つの行を書き換えれば、その担当課になる", async () => {
  const { book, rows, column } = await loaded();
  await book.write(`${column}${rows[0]}`, [["秘書課"]], "見本市");
  expect((await read()).departments).toEqual(["秘書課"]);
});
