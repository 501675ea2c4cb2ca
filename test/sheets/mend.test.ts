/** 修正: 指摘のセルだけが直り、その間に変わったセルには触れず、元に戻せる. */

import { checkPlan } from "../../src/plan/check";
import type { CellChange } from "../../src/plan/checks/rule";
import type { Plan } from "../../src/plan/plan";
import { loadPlan, mendCells, undoLast } from "../../src/sheets";
import { columnOf, must, onlyPlan, typeInto } from "./asked";
import { openPlannerWorkbook } from "./planner-workbook";
import { smallPlan } from "./small-plan";
import { stateOf } from "./workbook-state";

const changesOf = (plan: Plan, rule: string): CellChange[] =>
  checkPlan(plan).flatMap((finding) => (finding.rule === rule ? finding.changes : []));

const open = async (plan: Plan = smallPlan) => {
  const book = await openPlannerWorkbook();
  await must(loadPlan(plan));
  return book;
};

test("「60％」と印字された目標（セルの中は数の 60）からも単位が消え、指摘がなくなり、改定にはならない", async () => {
  await open();
  const changes = changesOf((await onlyPlan()).plan, "unit-in-cell");
  expect(changes).toEqual([{ kind: "target", indicator: "1-2", year: 2023, before: "60％", after: "60" }]);
  expect(await mendCells("small", changes)).toEqual({ ok: true, done: changes, stale: [] });
  const { plan, typedTargets, problems } = await onlyPlan();
  expect(changesOf(plan, "unit-in-cell")).toEqual([]);
  expect(plan.indicators[1]?.targets).toEqual({ "2021": "50.0", "2022": "－", "2023": "60" });
  expect([typedTargets, problems]).toEqual([[], []]);
  await must(undoLast());
  expect((await onlyPlan()).plan).toEqual(smallPlan);
});

test("単位ごと入力された実績は、数になる", async () => {
  const book = await open();
  await typeInto(book, "実績値 令和3年度", 1, ["'55％"]);
  const changes = changesOf((await onlyPlan()).plan, "unit-in-cell");
  expect(await mendCells("small", changes)).toMatchObject({ ok: true, stale: [] });
  expect((await columnOf(book, "実績値 令和3年度"))[1]).toBe(55);
  expect((await onlyPlan()).plan.indicators[1]?.actuals).toEqual({ "2021": "55" });
});

test("割合の疑いは 100 倍になり、行の表示形式に戻る", async () => {
  const book = await open();
  await typeInto(book, "実績値 令和3年度", 1, ["55.5%"]);
  expect((await columnOf(book, "実績値 令和3年度"))[1]).toBe(0.555);
  const changes = changesOf((await onlyPlan()).plan, "share-for-percent");
  expect(await mendCells("small", changes)).toMatchObject({ ok: true, stale: [] });
  expect((await columnOf(book, "実績値 令和3年度"))[1]).toBe(55.5);
  expect((await columnOf(book, "実績値 令和3年度", "numberFormat"))[1]).toBe('0.0"％"');
});

test("担当課は取組のすべての行で直り、見出しの名前は番号を残して下のすべての行で直る", async () => {
  const book = await open();
  const changes: CellChange[] = [
    { kind: "department", node: "1", before: ["広報課"], after: ["秘書課"] },
    { kind: "nodeName", node: "施策1", before: "情報の公開", after: "情報公開" },
    { kind: "unit", indicator: "1-1", before: "回", after: "号" },
    { kind: "baseline", indicator: "1-1", before: "10", after: "11" },
  ];
  expect(await mendCells("small", changes)).toMatchObject({ ok: true, stale: [] });
  expect((await columnOf(book, "担当課")).slice(0, 2)).toEqual(["秘書課", "秘書課"]);
  expect((await columnOf(book, "階層2 施策")).slice(0, 3)).toEqual([
    "(1) 情報公開",
    "(1) 情報公開",
    "(1) 情報公開",
  ]);
  const { plan } = await onlyPlan();
  expect(plan.nodes[1]).toEqual({ ...smallPlan.nodes[1], name: "情報公開" });
  expect(plan.nodes[2]?.departments).toEqual(["秘書課"]);
  expect(plan.indicators[0]).toMatchObject({ unit: "号", baseline: { year: 2019, text: "11" } });
  await must(undoLast());
  expect((await onlyPlan()).plan).toEqual(smallPlan);
});

test("判定だけの計画でも、担当課の直しは取組に届く", async () => {
  const judged: Plan = {
    ...smallPlan,
    expects: { level: "取組項目", departments: true, targets: "none" },
    indicators: [],
    assessments: [{ node: "1", marks: { 進捗区分: "A" }, departments: ["広報課"] }],
  };
  await open(judged);
  const change: CellChange = { kind: "department", node: "1", before: ["広報課"], after: ["秘書課"] };
  await must(mendCells("small", [change]));
  const { plan } = await onlyPlan();
  expect([plan.nodes[2]?.departments, plan.assessments[0]?.departments]).toEqual([["秘書課"], ["秘書課"]]);
});

test("確認のあとで変わったセル、列のないセルは直さず、名前を挙げる", async () => {
  const book = await open();
  await typeInto(book, "担当課", 0, ["文書課", "文書課"]);
  await book.run((context) => {
    context.workbook.tables.getItem("表_見本市").columns.getItem("単位").delete();
    return Promise.resolve();
  });
  const before = await stateOf(book);
  const changes: CellChange[] = [
    { kind: "department", node: "1", before: ["広報課"], after: ["秘書課"] },
    { kind: "unit", indicator: "1-1", before: "回", after: "号" },
    { kind: "actual", indicator: "1-1", year: 2021, before: "3", after: "4" },
  ];
  const answer = await must(mendCells("small", changes));
  expect(answer.done).toEqual([]);
  expect(new Set(answer.stale)).toEqual(new Set(changes));
  expect(await stateOf(book)).toEqual(before);
});

test("控えがないと、すでに数であるセルに直すものはない", async () => {
  const book = await open();
  await book.run((context) => {
    context.workbook.worksheets.getItem("控え（見本市）").delete();
    return Promise.resolve();
  });
  const change: CellChange = { kind: "target", indicator: "1-2", year: 2023, before: "60", after: "60" };
  const { plan } = await onlyPlan();
  expect(plan.indicators[1]?.targets["2023"]).toBe("60");
  expect(await mendCells(plan.id, [change])).toEqual({ ok: true, done: [], stale: [change] });
});

test("書き込みが途中で失敗すると、一つも直っていない", async () => {
  const book = await open();
  const before = await stateOf(book);
  const changes: CellChange[] = [
    { kind: "department", node: "1", before: ["広報課"], after: ["秘書課"] },
    { kind: "unit", indicator: "1-1", before: "回", after: "号" },
  ];
  book.host.record.clear();
  await must(mendCells("small", changes));
  await must(undoLast());
  const writing = book.host.record.requests.findIndex(({ actions }) =>
    actions.some((action) => action.startsWith("setProperty")),
  );
  book.host.faults.fail({ request: writing + 1, when: { kind: "afterWrites", writes: 3 } });
  expect(await mendCells("small", changes)).toMatchObject({ ok: false });
  expect(await stateOf(book)).toEqual(before);
});

test("空いているセルの実績も、まだ空いていれば入り、計画より細かい％が丸まって見えない", async () => {
  const whole = smallPlan.indicators.map((each) =>
    each.id === "1-2" ? { ...each, targets: { "2021": "80", "2023": "85" } } : each,
  );
  const book = await open({ ...smallPlan, indicators: whole });
  const fresh: CellChange[] = [
    { kind: "actual", indicator: "1-2", year: 2021, before: "", after: "81.4" },
    { kind: "actual", indicator: "1-1", year: 2021, before: "", after: "11" },
  ];
  await typeInto(book, "実績値 令和3年度", 0, ["12"]);
  expect(await mendCells("small", fresh, "実績値の取り込み")).toMatchObject({
    ok: true,
    done: [fresh[0]],
    stale: [fresh[1]],
  });
  expect((await columnOf(book, "実績値 令和3年度")).slice(0, 2)).toEqual([12, 81.4]);
  expect((await columnOf(book, "実績値 令和3年度", "text"))[1]).toBe("81.4％");
  expect(await must(undoLast())).toMatchObject({ what: "実績値の取り込み" });
  expect((await columnOf(book, "実績値 令和3年度")).slice(0, 2)).toEqual([12, ""]);
});
