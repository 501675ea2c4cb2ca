/** 更新・記録・取り除き・元に戻す. */

import {
  insertBlock,
  loadPlan,
  mendCells,
  previewReload,
  readPlans,
  recordRevision,
  reloadPlan,
  removePlan,
  selectAddress,
  selectPlace,
  showYear,
  undoLast,
  watchPlans,
} from "../../src/sheets";
import type { WorkbookPlan } from "../../src/sheets";
import { openPlannerWorkbook } from "./planner-workbook";
import { revisedPlan, smallPlan } from "./small-plan";

async function only(): Promise<WorkbookPlan> {
  const answer = await readPlans();
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  const [plan] = answer.reading.plans;
  if (plan === undefined) throw new Error("計画がない");
  return plan;
}

test("小さな計画も、= + - @ タブ 引用符で始まる言葉も、そのまま読み戻る", async () => {
  const book = await openPlannerWorkbook();
  expect(await loadPlan(smallPlan)).toMatchObject({ ok: true });
  const { plan, problems } = await only();
  expect(problems).toEqual([]);
  expect(plan).toEqual(smallPlan);
  const texts = await book.values("A4:Z12", "見本市");
  expect(texts.flat()).toEqual(
    expect.arrayContaining(["=1+1", "'引用で始まる名前", "+計画の策定", "-注記", "\t時間外", "@課"]),
  );
});

test("更新は入力を残し、変わった目標を改定履歴に残し、計画から外れた行に印を付ける", async () => {
  const book = await openPlannerWorkbook();
  await loadPlan(smallPlan);
  await book.run(async (context) => {
    const table = context.workbook.tables.getItem("表_見本市");
    table.columns.getItem("実績値 令和3年度").getDataBodyRange().getCell(0, 0).values = [[11]];
  });
  const preview = await previewReload(revisedPlan);
  expect(preview).toMatchObject({ ok: true, preview: { conflicts: [], overwrites: [], same: false } });
  const answer = await reloadPlan(revisedPlan, { reason: "中間見直し", date: "2022/4/1", who: "企画課" });
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  const read = await only();
  expect(read.problems).toEqual([]);
  expect(read.retired).toEqual(["5"]);
  expect(read.plan).toEqual({
    ...revisedPlan,
    indicators: revisedPlan.indicators.map((indicator) =>
      indicator.id === "1-1" ? { ...indicator, actuals: { "2021": "11" } } : indicator,
    ),
  });
  const history = await book.values("A4:I6", "改定履歴");
  expect(history).toEqual([
    ["計画ID", "ID", "指標", "年度", "改定前", "改定後", "改定日", "理由", "記録者"],
    ["small", "1-1", "発行回数", "令和4年度", "12.0", "13", "2022/4/1", "中間見直し", "企画課"],
    ["small", "1-1", "発行回数", "令和5年度", "1,200", "14", "2022/4/1", "中間見直し", "企画課"],
  ]);
  const again = await previewReload(revisedPlan);
  expect(again).toMatchObject({ ok: true, preview: { same: true } });
});

test("打ち込んだ目標は一覧に出て、記録すると計画の目標になる", async () => {
  const book = await openPlannerWorkbook();
  await loadPlan(smallPlan);
  await book.run(async (context) => {
    const table = context.workbook.tables.getItem("表_見本市");
    table.columns.getItem("目標値 令和4年度").getDataBodyRange().getCell(0, 0).values = [[15]];
  });
  const before = await only();
  expect(before.typedTargets).toMatchObject([{ indicator: "1-1", year: 2022, before: "12.0", after: "15" }]);
  expect(
    await recordRevision("small", before.typedTargets, { reason: "誤り", date: "2022/5/1" }),
  ).toMatchObject({ ok: true });
  const after = await only();
  expect(after.typedTargets).toEqual([]);
  expect(after.plan.indicators[0]?.targets["2022"]).toBe("15");
  expect((await book.values("A5:I5", "改定履歴"))[0]).toEqual([
    "small",
    "1-1",
    "発行回数",
    "令和4年度",
    "12.0",
    "15",
    "2022/5/1",
    "誤り",
    "記録なし",
  ]);
});

test("だれも触れていない計画は跡形なく取り除かれ、入力のあるシートは残る", async () => {
  const book = await openPlannerWorkbook();
  await loadPlan(smallPlan);
  const removed = await removePlan("small");
  expect(removed).toMatchObject({ ok: true, preview: { touched: [] } });
  const reading = await readPlans();
  expect(reading).toMatchObject({ ok: true, reading: { plans: [] } });
  // What =PLAN.SUMMARY spills is nobody's input: the roll-ups go with the plan.
  const left = book.host.book().sheets.map(({ name }) => name);
  expect(left).toEqual(["Sheet1", "設定", "点検", "改定履歴"]);
  await loadPlan(smallPlan);
  await book.run(async (context) => {
    const table = context.workbook.tables.getItem("表_見本市");
    table.columns.getItem("実績値 令和3年度").getDataBodyRange().getCell(0, 0).values = [[11]];
  });
  const kept = await removePlan("small");
  expect(kept).toMatchObject({ ok: true, preview: { touched: [expect.stringContaining("見本市!")] } });
  expect((await only()).plan.indicators[0]?.actuals).toEqual({ "2021": "11" });
});

test("更新は、外れる行の備考も、表のすぐ下の計算の列に書いたことも残す", async () => {
  const book = await openPlannerWorkbook();
  await loadPlan(smallPlan);
  await book.run(async (context) => {
    const table = context.workbook.tables.getItem("表_見本市");
    const ids = table.columns.getItem("ID").getDataBodyRange().load("values");
    await context.sync();
    const gone = ids.values.findIndex(([id]) => id === "5");
    table.columns.getItem("計画の備考").getDataBodyRange().getCell(gone, 0).values = [["引き継ぎ先を確認"]];
    const rates = table.columns.getItem("達成率 令和3年度").getDataBodyRange();
    rates.getRowsBelow(1).values = [["ここは後で"]];
  });
  expect(await reloadPlan(revisedPlan, { reason: "見直し", date: "2022/4/1" })).toMatchObject({ ok: true });
  const cells = (await book.values("A4:AZ20", "見本市")).flat();
  expect(cells).toContain("ここは後で");
  expect(cells).toContainEqual(expect.stringMatching(/^計画から外れた行（.+）　引き継ぎ先を確認$/));
  expect((await only()).plan.nodes.map(({ id }) => id)).toEqual(revisedPlan.nodes.map(({ id }) => id));
  const again = { ...revisedPlan, title: "もう一度改定" };
  expect(await reloadPlan(again, { reason: "見直し", date: "2022/4/1" })).toMatchObject({ ok: true });
  expect((await book.values("A4:AZ20", "見本市")).flat()).toEqual(cells);
});

test("よく似た二つの計画は、互いの写しとは見なされない", async () => {
  await openPlannerWorkbook();
  await loadPlan(smallPlan);
  expect(
    await loadPlan({ ...smallPlan, id: "other", municipality: "隣市", title: "隣市の計画" }),
  ).toMatchObject({ ok: true });
  const answer = await readPlans();
  expect(answer).toMatchObject({
    ok: true,
    reading: {
      plans: [
        { sheet: "見本市", copies: [], plan: { id: "small" } },
        { sheet: "隣市", copies: [], plan: { id: "other" } },
      ],
    },
  });
  expect(await loadPlan(smallPlan)).toMatchObject({ ok: false, reason: "alreadyLoaded" });
});

test("挿入は空いているところだけに入り、元に戻すと元どおり", async () => {
  const book = await openPlannerWorkbook();
  await book.write("A1:B1", [["予算", 5]]);
  const block = {
    cells: [
      ["経常収支比率", 91.8],
      [{ text: "=危険" }, { formula: "=1+2", format: "0.0" }],
    ],
  };
  expect(await insertBlock(block, "A1")).toMatchObject({ ok: false, reason: "occupied" });
  expect(await insertBlock(block, "A3")).toMatchObject({
    ok: true,
    preview: { address: "Sheet1!A3:B4", occupied: [] },
  });
  expect(await book.values("A3:B4")).toEqual([
    ["経常収支比率", 91.8],
    ["=危険", 3],
  ]);
  expect(await undoLast()).toMatchObject({ ok: true });
  expect(await book.values("A1:B4")).toEqual([
    ["予算", 5],
    ["", ""],
    ["", ""],
    ["", ""],
  ]);
  expect(await undoLast()).toMatchObject({ ok: false, reason: "nothingToUndo" });
});

test("セルの編集中・二度押し・保護・通信断は、文で断られて何も変わらない", async () => {
  const book = await openPlannerWorkbook();
  const [first, second] = await Promise.all([loadPlan(smallPlan), loadPlan(smallPlan)]);
  expect([first.ok, second]).toMatchObject([true, { ok: false, reason: "busy" }]);
  await book.run(async (context) => {
    context.workbook.worksheets.getItem("見本市").protection.protect();
  });
  expect(await reloadPlan(revisedPlan, { reason: "", date: "" })).toMatchObject({
    ok: false,
    reason: "protectedSheet",
  });
  book.host.faults.loseSession(true);
  expect(await readPlans()).toMatchObject({ ok: false, reason: "lostConnection" });
});

test("年度を選ぶと列が隠れるだけで、セルは変わらない。場所を選べる", async () => {
  const book = await openPlannerWorkbook();
  await loadPlan(smallPlan);
  const inSight = () =>
    book.run(async (context) => {
      const columns = context.workbook.worksheets
        .getItem("見本市")
        .tables.getItemAt(0)
        .columns.load("items/name");
      await context.sync();
      const ranges = columns.items.map((column) => column.getRange().load("columnHidden"));
      await context.sync();
      return columns.items.flatMap(({ name }, at) =>
        /年度$/.test(name) && ranges[at]?.columnHidden === false ? [name] : [],
      );
    });
  expect(await showYear("small", 2022)).toEqual({ ok: true });
  expect(await inSight()).toEqual([
    "評価 令和3年度",
    ...["目標値", "実績値", "達成率", "評価"].map((what) => `${what} 令和4年度`),
    "評価 令和5年度",
  ]);
  expect((await only()).plan).toEqual(smallPlan);
  expect(await selectPlace({ plan: "small", indicator: "1-1", column: "target", year: 2021 })).toEqual({
    ok: true,
    address: "見本市!R5",
  });
  // A plan as a whole is where its first row is.
  expect(await selectPlace({ plan: "small" })).toEqual({ ok: true, address: "見本市!A5" });
  expect(await selectAddress("見本市!H6")).toEqual({ ok: true, address: "見本市!H6" });
  expect(await selectAddress("消えた!H6")).toMatchObject({
    ok: false,
    message: expect.stringContaining("「消えた!H6」は今のブックにありません") as string,
  });
  expect(await showYear("small", "all")).toEqual({ ok: true });
  expect(await inSight()).toHaveLength(12);
});

test("担当課を消した所は直せて、見張りは変わったときだけ知らせる", async () => {
  const book = await openPlannerWorkbook();
  await loadPlan(smallPlan);
  const told: string[][] = [];
  const watching = await watchPlans(({ reading }) =>
    told.push(reading.plans.flatMap(({ plan }) => plan.nodes[2]?.departments ?? [])),
  );
  if (!watching.ok) throw new Error(JSON.stringify(watching));
  const change = { kind: "department", node: "1", before: ["広報課"], after: ["秘書課"] } as const;
  expect(
    await mendCells("small", [{ ...change, before: [...change.before], after: [...change.after] }]),
  ).toMatchObject({ ok: true, stale: [] });
  await book.host.settled();
  await new Promise((resolve) => setTimeout(resolve, 900));
  expect(told.at(-1)).toEqual(["秘書課"]);
  await watching.dispose();
  expect((await undoLast()).ok).toBe(true);
  expect((await only()).plan).toEqual(smallPlan);
});

test("設定シートの評価年度を打ち直すと知らされ、関係のないセルでは知らされない", async () => {
  const book = await openPlannerWorkbook({ functions: false });
  await loadPlan(smallPlan);
  const told: (number | null)[] = [];
  const watching = await watchPlans(({ reading }) => told.push(reading.evaluationYear));
  if (!watching.ok) throw new Error(JSON.stringify(watching));
  const soon = () => new Promise((resolve) => setTimeout(resolve, 1_200));
  await book.write("H30", [["メモ"]], "設定");
  await soon();
  expect(told).toEqual([]);
  await book.write("B4", [["令和5年度"]], "設定");
  await soon();
  expect(told).toEqual([2023]);
  await book.write("B4", [["ことし"]], "設定");
  await soon();
  expect(told).toEqual([2023, null]);
  await watching.dispose();
});
