/** 更新と行: 足した行には ID が付き、値の変わらない目標は改定にならず、印を付けられない行も失われず、列を足す途中で失敗しても元のまま. */

import type { Plan } from "../../src/plan/plan";
import { loadPlan, reloadPlan } from "../../src/sheets";
import { columnOf, must, onlyPlan, typeInto } from "./asked";
import { openPlannerWorkbook } from "./planner-workbook";
import { revisedPlan, smallPlan } from "./small-plan";
import { stateOf } from "./workbook-state";

const because = { reason: "見直し", date: "2022/4/1" };

test("人の足した行には更新で ID が付き、重なった ID は書き換えない", async () => {
  const book = await openPlannerWorkbook({ functions: false });
  await must(loadPlan(smallPlan));
  await typeInto(book, "ID", 6, ["1-1"]);
  await book.run((context) => {
    const table = context.workbook.tables.getItem("表_見本市");
    const range = table.getRange();
    table.resize(range.getResizedRange(1, 0));
    const below = range.getRowsBelow(1);
    below.getCell(0, 3).values = [["足した取組"]];
    below.getCell(0, 5).values = [["総務課"]];
    return Promise.resolve();
  });
  await must(reloadPlan(smallPlan, because));
  const ids = await columnOf(book, "ID");
  expect(ids[6]).toBe("1-1");
  expect(ids).toContain("追加-行");
  expect((await onlyPlan()).plan.nodes.map(({ name }) => name)).toContain("足した取組");
});

test("単位が付いて目標が数になっても、印字が同じなら改定ではない", async () => {
  const plan = (unit: string | null): Plan => ({
    ...smallPlan,
    indicators: smallPlan.indicators.map((each) =>
      each.id === "1-2" ? { ...each, unit, targets: { "2021": "50％" } } : each,
    ),
  });
  const book = await openPlannerWorkbook({ functions: false });
  await must(loadPlan(plan(null)));
  expect((await columnOf(book, "目標値 令和3年度"))[1]).toBe("50％");
  const { preview } = await must(reloadPlan(plan("％"), because));
  expect((await columnOf(book, "目標値 令和3年度"))[1]).toBe(50);
  expect(preview.revisions).toEqual([]);
});

test("計画の備考の列を消したシートでは、外れた行に印を付けられないが、行は残る", async () => {
  const book = await openPlannerWorkbook({ functions: false });
  await must(loadPlan(smallPlan));
  await book.run((context) => {
    context.workbook.tables.getItem("表_見本市").columns.getItem("計画の備考").delete();
    return Promise.resolve();
  });
  const { preview } = await must(reloadPlan(revisedPlan, because));
  expect(preview.gone).toMatchObject([{ id: "5" }]);
  expect(preview.problems).toMatchObject([{ message: expect.stringContaining("「計画の備考」") }]);
  expect(await columnOf(book, "ID")).toContain("5");
});

test("右のメモをずらして列を足す更新が途中で失敗すれば、ずらした分も元に戻る", async () => {
  const longer: Plan = { ...revisedPlan, period: [2021, 2024] };
  const open = async () => {
    const book = await openPlannerWorkbook({ functions: false });
    await must(loadPlan(smallPlan));
    await book.write("AG6:AG7", [["右のメモ"], ["右のメモ2"]], "見本市");
    return book;
  };
  const rehearsal = await open();
  rehearsal.host.record.clear();
  await must(reloadPlan(longer, because));
  const sizes = rehearsal.host.record.requests.map(({ actions }) => actions.length);
  const book = await open();
  const before = await stateOf(book);
  book.host.record.clear();
  const most = Math.max(...sizes);
  book.host.faults.fail({
    request: sizes.indexOf(most) + 1,
    when: { kind: "between", action: Math.floor(most / 2) },
  });
  const answer = await reloadPlan(longer, because);
  expect(answer).toMatchObject({ ok: false, reason: "undone" });
  expect(await stateOf(book)).toEqual(before);
});
