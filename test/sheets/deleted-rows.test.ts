/** 行の削除: a row of the plan that is gone is told, with its name and how it comes back; an update puts it back. */

import { readPlans, reloadPlan } from "../../src/sheets";
import { must, onlyPlan } from "./asked";
import { deleteSheets, openLoaded } from "./loaded-workbook";
import { smallPlan } from "./small-plan";

const rowsOfTable = async (
  { run }: Awaited<ReturnType<typeof openLoaded>>,
  remove: (rows: Excel.TableRowCollection) => void,
) => {
  await run(async (context) => {
    remove(context.workbook.tables.getItem("表_見本市").rows);
    await context.sync();
  });
};

test("消した行は、名を挙げて知らせる。同じ計画で更新すると戻り、知らせも消える", async () => {
  const book = await openLoaded({ functions: false });
  expect((await onlyPlan()).problems).toEqual([]);
  await rowsOfTable(book, (rows) => rows.getItemAt(0).delete());
  const { problems } = await onlyPlan();
  expect(problems).toEqual([
    {
      severity: "error",
      message: expect.stringMatching(/見本市.*1行が削除されています（「広報紙の発行　発行回数」）/) as string,
      address: null,
    },
  ]);
  await must(reloadPlan(smallPlan, { reason: "消した行を戻す", date: "2022/4/1" }));
  const after = await onlyPlan();
  expect(after.problems).toEqual([]);
  expect(after.plan.indicators.map(({ id }) => id)).toEqual(smallPlan.indicators.map(({ id }) => id));
});

test("足した行を消しても、何も言わない", async () => {
  const book = await openLoaded({ functions: false });
  const last = await book.run(async (context) => {
    const { rows } = context.workbook.tables.getItem("表_見本市");
    rows.add();
    rows.load("count");
    await context.sync();
    return rows.count - 1;
  });
  await rowsOfTable(book, (rows) => rows.getItemAt(last).delete());
  expect((await onlyPlan()).problems).toEqual([]);
});

test("計画のシートを消すと、そのことと、知らせを消す方法を言い、そのとおりにすれば消える", async () => {
  const book = await openLoaded({ functions: false });
  await deleteSheets(book, "見本市");
  const before = await must(readPlans());
  expect(before.reading.problems.map(({ message }) => message)).toEqual([
    expect.stringMatching(
      /表がこのブックに見つかりません.*非表示のシート「控え（見本市）」を再表示して削除/,
    ) as string,
  ]);
  await deleteSheets(book, "控え（見本市）");
  expect((await must(readPlans())).reading.problems).toEqual([]);
});
