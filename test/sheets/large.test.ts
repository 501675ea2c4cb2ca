/** 大きな計画: Excel の要求の限りに収まるよう分けて書き、途中で中止でき、失敗すれば元に戻り、控えの一行に収まらない言葉も読み戻る. */

import type { Plan } from "../../src/plan/plan";
import { loadPlan, mendCells, recalculate, reloadPlan } from "../../src/sheets";
import { must, onlyPlan } from "./asked";
import { foreignEdit, meanwhile, typed } from "./meanwhile";
import { openPlannerWorkbook } from "./planner-workbook";
import { smallPlan } from "./small-plan";
import { stateOf } from "./workbook-state";

const note = "あ".repeat(30_000);

/** A few hundred indicators whose notes are as long as a cell can take: more than one request may carry. */
const large: Plan = {
  ...smallPlan,
  indicators: [
    ...smallPlan.indicators,
    ...Array.from({ length: 60 }, (_, at): Plan["indicators"][number] => ({
      id: `5-${at + 1}`,
      node: "5",
      name: `指標${at + 1}`,
      unit: "％",
      direction: "up",
      kind: null,
      cumulative: false,
      note,
      baseline: null,
      targets: { "2021": "50％", "2022": "60", "2023": "70" },
    })),
  ],
};
/** Every long note is another. */
const renoted: Plan = {
  ...large,
  indicators: large.indicators.map((each) => (each.note === note ? { ...each, note: `${note}。` } : each)),
};
const because = { reason: "見直し", date: "2022/4/1" };

test("読み込みも更新も、一つの要求は 4 MB 以内。答えが大きすぎれば分けて読む。控えの一行に収まらない注記も読み戻る", async () => {
  const book = await openPlannerWorkbook({ functions: false });
  book.host.record.clear();
  const steps: string[] = [];
  await must(loadPlan(large, { onStep: ({ name }) => steps.push(name) }));
  expect(steps).toEqual([
    "ブックを調べています",
    "シートを作っています",
    "シートを表示しています",
    "終わりました",
  ]);
  expect((await onlyPlan()).plan).toEqual(large);
  steps.length = 0;
  await must(reloadPlan(renoted, { ...because, onStep: ({ name }) => steps.push(name) }));
  expect(steps).toEqual(["シートを読んでいます", "更新しています", "終わりました"]);
  expect((await onlyPlan()).plan).toEqual(renoted);
  const sizes = book.host.record.requests.map(({ bytes }) => bytes);
  expect(Math.max(...sizes)).toBeLessThan(4_000_000);
  expect(sizes.filter((bytes) => bytes > 1_000_000).length).toBeGreaterThan(3);
});

test("大きな更新が途中で失敗しても、元に戻すほうも分けて書き、元のままになる", async () => {
  const rehearsal = await openPlannerWorkbook({ functions: false });
  await must(loadPlan(large));
  const loaded = rehearsal.host.book();
  rehearsal.host.record.clear();
  await must(reloadPlan(renoted, because));
  const writing = rehearsal.host.record.requests.findIndex(({ bytes }) => bytes > 1_000_000) + 1;
  const book = await openPlannerWorkbook({ functions: false, book: loaded });
  book.host.faults.fail({ request: writing + 1, when: { kind: "after" } });
  expect(await reloadPlan(renoted, because)).toMatchObject({ ok: false, reason: "undone" });
  expect((await onlyPlan()).plan).toEqual(large);
});

test("大きな更新の途中の要求の間際にほかの人が打ち込んでも、その言葉は残り、更新は取りやめて元に戻す", async () => {
  const rehearsal = await openPlannerWorkbook({ functions: false });
  await must(loadPlan(large));
  const loaded = rehearsal.host.book();
  const notes = ((await rehearsal.values("A4:AZ4", "見本市"))[0] ?? []).indexOf("注記");
  const last = rehearsal.host.book().tables.find(({ name }) => name === "表_見本市")?.area.bottom ?? 0;
  rehearsal.host.record.clear();
  await must(reloadPlan(renoted, because));
  const writing = rehearsal.host.record.requests.flatMap(({ bytes }, at) =>
    bytes > 1_000_000 ? [at + 1] : [],
  );
  expect(writing.length).toBeGreaterThan(1);
  const book = await openPlannerWorkbook({ functions: false, book: loaded });
  meanwhile(book, writing[1] ?? 0, () => foreignEdit(book, typed("見本市", last, notes, "ほかの人の注記")));
  expect(await reloadPlan(renoted, because)).toMatchObject({ ok: false, reason: "changedMeanwhile" });
  const { plan } = await onlyPlan();
  expect(plan.indicators.map((each) => each.note)).toEqual([
    ...large.indicators.slice(0, -1).map((each) => each.note),
    "ほかの人の注記",
  ]);
});

test("一行だけで答えが大きすぎるなら、何が大きすぎるかを言う", async () => {
  const book = await openPlannerWorkbook({ functions: false });
  for (let at = 0; at < 70; at++)
    await book.run((context) => {
      context.workbook.worksheets.getItem("Sheet1").getRange("A1").getOffsetRange(0, at).values = [
        ["あ".repeat(32_000)],
      ];
      return Promise.resolve();
    });
  expect(await recalculate()).toMatchObject({ ok: false, reason: "tooLarge" });
});

test("作っている途中で中止すれば、跡を残さない", async () => {
  const book = await openPlannerWorkbook({ functions: false });
  await book.write("A1", [["予算"]]);
  const before = await stateOf(book);
  const stop = new AbortController();
  const answer = await loadPlan(large, {
    signal: stop.signal,
    onStep: ({ done }) => {
      if (done === 1) setTimeout(() => stop.abort());
    },
  });
  expect(answer).toMatchObject({ ok: false, reason: "cancelled" });
  expect(await stateOf(book)).toEqual(before);
});

test("中止したあと元に戻せなければ、そう言い、次の読み込みで片付く", async () => {
  const book = await openPlannerWorkbook({ functions: false });
  const stop = new AbortController();
  const { faults, record } = book.host;
  record.clear();
  const answer = await loadPlan(large, {
    signal: stop.signal,
    onStep: ({ done }) => {
      if (done !== 1) return;
      for (let request = 2; request < 20; request++) faults.fail({ request, when: { kind: "before" } });
      stop.abort();
    },
  });
  expect(answer).toMatchObject({ ok: false, reason: "unfinished" });
  faults.clear();
  await must(loadPlan(smallPlan));
  expect((await onlyPlan()).plan).toEqual(smallPlan);
});

test("控えの一行に収まらない指標の％は、直せないと言って何も変えない", async () => {
  const book = await openPlannerWorkbook({ functions: false });
  const only = { ...large, indicators: large.indicators.slice(0, smallPlan.indicators.length + 1) };
  await must(loadPlan(only));
  const before = await stateOf(book);
  const change = { kind: "target", indicator: "5-1", year: 2021, before: "50％", after: "50" } as const;
  expect(await mendCells("small", [change])).toEqual({ ok: true, done: [], stale: [change] });
  expect(await stateOf(book)).toEqual(before);
});

test("広いシートの PLAN の数式も、いく度かに分けて探し、残らず計算する", async () => {
  const book = await openPlannerWorkbook();
  await book.write("A1", [["左上"]]);
  await book.write("Z1000", [["=PLAN.RATE(1,2)"]]);
  await book.write("B900", [["=PLAN.RATE(3,4)"]]);
  await book.host.settled();
  expect(await recalculate()).toEqual({ ok: true, cells: 2 });
});
