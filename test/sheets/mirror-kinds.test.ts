/** 再掲のいろいろ: 指標のない取組、言葉だけの指標、見出しごと、判定のある取組. どれも読み戻せて、元の行に従う. */

import type { Plan, PlanNode } from "../../src/plan/plan";
import { loadPlan, reloadPlan } from "../../src/sheets";
import { columnOf, must, onlyPlan, typeInto } from "./asked";
import { openPlannerWorkbook } from "./planner-workbook";
import { smallPlan } from "./small-plan";

const again = (id: string, sameAs: string, name: string): PlanNode => ({
  id,
  parent: "施策2",
  level: "取組項目",
  number: id,
  name,
  departments: ["財政課"],
  sameAs,
});

const kinds: Plan = {
  ...smallPlan,
  nodes: [
    ...smallPlan.nodes,
    again("6", "5", "指標のない取組"),
    again("7", "2", "言葉だけの指標"),
    again("8", "施策1", "情報の公開"),
  ],
};

test("指標のない取組・言葉だけの指標・見出しごとの再掲も、読み戻して同じ計画になる", async () => {
  const book = await openPlannerWorkbook();
  await must(loadPlan(kinds));
  await book.host.settled();
  expect(await onlyPlan()).toMatchObject({ plan: kinds, problems: [] });
  expect((await columnOf(book, "ID")).slice(-3)).toEqual(["6", "7→2-1", "8"]);
  expect((await columnOf(book, "再掲元")).slice(-3)).toEqual(["5", "2-1", "施策1"]);
});

test("言葉の実績は、再掲の行でも言葉のまま見える", async () => {
  const book = await openPlannerWorkbook();
  await must(loadPlan(kinds));
  const ids = await columnOf(book, "ID");
  await typeInto(book, "実績値 令和3年度", ids.indexOf("2-1"), ["方針決定"]);
  await book.host.settled();
  expect((await columnOf(book, "実績値 令和3年度"))[ids.indexOf("7→2-1")]).toBe("方針決定");
});

const judged: Plan = {
  ...smallPlan,
  expects: { level: "取組項目", departments: true, targets: "yearly" },
  nodes: [...smallPlan.nodes, again("6", "5", "指標のない取組")],
  assessments: [
    { node: "5", marks: { 進捗区分: "A", 今後の方向性: ["ア", "ウ"] }, departments: ["@課"] },
    { node: "5", marks: { 進捗区分: "C" }, departments: ["@課"] },
    { node: "2", marks: { 今後の方向性: [] }, departments: ["広報課"] },
  ],
};

test("指標と判定の両方がある計画の、判定の再掲は、元の記号に従う", async () => {
  const book = await openPlannerWorkbook();
  await must(loadPlan(judged));
  await book.host.settled();
  expect((await onlyPlan()).plan.assessments.slice(0, 2)).toEqual(judged.assessments.slice(0, 2));
  const ids = await columnOf(book, "ID");
  await typeInto(book, "進捗区分", ids.indexOf("5"), ["B"]);
  await book.host.settled();
  const marks = await columnOf(book, "進捗区分");
  expect([marks[ids.indexOf("6→5")], marks[ids.indexOf("6→5#2")]]).toEqual(["B", "C"]);
  // 指標の行と、その再掲の行には判定がない。
  expect([marks[ids.indexOf("1-1")], marks[ids.indexOf("4→1-1")]]).toEqual(["", ""]);
});

test("更新で足された再掲の行があっても、空の列に打った数式は数式のまま残る", async () => {
  const book = await openPlannerWorkbook();
  await must(loadPlan({ ...kinds, nodes: smallPlan.nodes }));
  await typeInto(book, "実績値 令和3年度", 0, ['=""']);
  await must(reloadPlan(kinds, { reason: "追加", date: "2022/4/1" }));
  await book.host.settled();
  expect((await columnOf(book, "実績値 令和3年度", "formulas"))[0]).toBe('=""');
  expect((await onlyPlan()).plan.nodes).toEqual(kinds.nodes);
});
