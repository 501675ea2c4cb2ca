/** 更新のときのぶつかり: 打ち込んだものは残すか、選んだときだけ新しい版にし、まわりにある人のものは動かしても消さない. */

import type { Plan } from "../../src/plan/plan";
import { previewReload, previewRemove, readPlans, reloadPlan } from "../../src/sheets";
import type { OpenWorkbook } from "../helpers/workbook";
import { columnOf, must, onlyPlan, typeInto } from "./asked";
import { openLoaded } from "./loaded-workbook";
import { revisedPlan, smallPlan } from "./small-plan";

const because = { reason: "見直し", date: "2022/4/1", who: "企画課" };

describe("利用者が打ち込んだ目標を、新しい版も変えている", () => {
  const typed = async (): Promise<OpenWorkbook> => {
    const book = await openLoaded();
    await typeInto(book, "目標値 令和4年度", 0, [99]);
    return book;
  };

  test("そのままなら残り、下見に出る", async () => {
    const book = await typed();
    const { preview } = await must(previewReload(revisedPlan));
    expect(preview.conflicts).toMatchObject([
      { indicator: "1-1", column: "目標値 令和4年度", year: 2022, before: "99", after: "13" },
    ]);
    expect(preview.overwrites).toEqual([]);
    await must(reloadPlan(revisedPlan, because));
    expect((await columnOf(book, "目標値 令和4年度"))[0]).toBe(99);
    expect((await onlyPlan()).typedTargets).toMatchObject([{ before: "13", after: "99" }]);
  });

  test("「新しい版にする」なら新しい値になり、打ち込んでいた値は改定履歴に残る", async () => {
    const book = await typed();
    const { preview } = await must(reloadPlan(revisedPlan, { ...because, conflicts: "take" }));
    expect(preview.conflicts).toEqual([]);
    expect(preview.overwrites).toHaveLength(1);
    expect((await columnOf(book, "目標値 令和4年度"))[0]).toBe(13);
    const history = await book.values("A5:F6", "改定履歴");
    expect(history[0]?.slice(3)).toEqual(["令和4年度", "99", "13"]);
  });

  test("たまたま新しい版と同じ値なら、ぶつかりではなく、改定には残る", async () => {
    const book = await openLoaded();
    await typeInto(book, "目標値 令和4年度", 0, [13]);
    const { preview } = await must(reloadPlan(revisedPlan, because));
    expect(preview.conflicts).toEqual([]);
    expect(preview.revisions.map(({ year }) => year)).toEqual([2022, 2023]);
  });
});

const longer: Plan = {
  ...revisedPlan,
  period: [2021, 2024],
  indicators: revisedPlan.indicators.map((each) => ({ ...each, targets: { ...each.targets, "2024": "20" } })),
};

test("年度が増えれば列が増え、右と下にある人のものは動いて残り、改定履歴の下も消さない", async () => {
  const book = await openLoaded();
  await book.write("AG6:AG7", [["右のメモ"], ["右のメモ2"]], "見本市");
  await book.write("C13:C14", [["下のメモ"], ["下のメモ2"]], "見本市");
  await book.write("B8", [["履歴の下のメモ"]], "改定履歴");
  await must(reloadPlan(longer, because));
  await book.host.settled();
  const { plan, problems } = await onlyPlan();
  expect(problems).toEqual([]);
  expect(plan).toEqual(longer);
  expect((await columnOf(book, "評価 令和6年度"))[0]).not.toBe("");
  const used = await book.run(async (context) => {
    const ranges = ["見本市", "改定履歴"].map((name) =>
      context.workbook.worksheets.getItem(name).getUsedRange().load("values"),
    );
    await context.sync();
    return ranges.flatMap(({ values }) => (values as unknown[][]).flat());
  });
  expect(used).toEqual(
    expect.arrayContaining(["右のメモ", "右のメモ2", "下のメモ", "下のメモ2", "履歴の下のメモ"]),
  );
});

test("利用者が消した列は作り直さず、そう知らせる", async () => {
  const book = await openLoaded();
  await book.run((context) => {
    context.workbook.tables.getItem("表_見本市").columns.getItem("単位").delete();
    return Promise.resolve();
  });
  const { preview } = await must(reloadPlan(revisedPlan, because));
  expect(preview.problems).toMatchObject([
    { severity: "warning", message: expect.stringContaining("「単位」") },
  ]);
});

test("控えが消えた計画も更新でき、控えができ直す", async () => {
  const book = await openLoaded();
  await typeInto(book, "実績値 令和3年度", 0, [15]);
  await book.run((context) => {
    context.workbook.worksheets.getItem("控え（見本市）").delete();
    return Promise.resolve();
  });
  const before = await onlyPlan();
  expect(before).toMatchObject({
    plan: { id: "small", title: smallPlan.title },
    loadedOn: null,
    typedTargets: [],
  });
  expect((await must(previewRemove("small"))).preview.touched).toHaveLength(1);
  await must(
    reloadPlan({ ...revisedPlan, nodes: smallPlan.nodes, indicators: smallPlan.indicators }, because),
  );
  const after = await onlyPlan();
  expect(after.loadedOn).not.toBeNull();
  expect(after.plan.indicators[0]?.actuals).toEqual({ "2021": "15" });
});

test("写したシートは写しと分かり、控えの壊れたブックはそう知らせて読める", async () => {
  const book = await openLoaded();
  await book.run(async (context) => {
    const range = context.workbook.tables.getItem("表_見本市").getRange().load("values");
    await context.sync();
    const copy = context.workbook.worksheets.add("見本市 (2)");
    const [header = []] = range.values as unknown[][];
    const target = copy.getRangeByIndexes(3, 0, range.values.length, header.length);
    target.numberFormat = range.values.map((row: unknown[]) => row.map(() => "@"));
    target.values = range.values;
    copy.tables.add(target, true);
    await context.sync();
  });
  const copied = await onlyPlan();
  expect([copied.sheet, copied.copies.length]).toEqual(["見本市", 1]);
  expect(copied.problems).toMatchObject([{ severity: "note", message: expect.stringContaining("写し") }]);
  const broken = await openLoaded();
  await broken.run(async (context) => {
    const body = context.workbook.tables.getItem("控え_見本市").getDataBodyRange();
    body.getCell(3, 3).values = [["{こわれた"]];
    await context.sync();
  });
  const { reading } = await must(readPlans());
  expect(reading.problems).toMatchObject([{ message: expect.stringContaining("控えが壊れています") }]);
  expect(reading.plans[0]?.plan.indicators.map(({ id }) => id)).toEqual(
    smallPlan.indicators.map(({ id }) => id),
  );
});
