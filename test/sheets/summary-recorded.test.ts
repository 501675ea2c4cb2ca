/** 評価を記録する計画の集計: every item is counted, judged or not, and none that has left the plan. */

import { loadPlan, reloadPlan } from "../../src/sheets";
import type { Plan } from "../../src/plan/plan";
import { must } from "./asked";
import { openPlannerWorkbook } from "./planner-workbook";

const node = (id: string, level: string, name: string, parent: string | null = null) => ({
  id,
  level,
  number: null,
  name,
  parent,
  departments: level === "章" ? [] : ["図書館"],
});

const plan: Plan = {
  format: "plan/1",
  id: "recorded",
  municipality: "見本市",
  code: "",
  title: "取組評価",
  period: [2021, 2025],
  source: { title: "取組評価" },
  corrections: [],
  expects: { level: "方向性", departments: true, targets: "none" },
  levels: ["章", "方向性"],
  nodes: [
    node("c1", "章", "人権"),
    node("a", "方向性", "教育", "c1"),
    node("b", "方向性", "相談", "c1"),
    node("c2", "章", "学び"),
    node("c", "方向性", "本", "c2"),
    node("d", "方向性", "公民館", "c2"),
    node("e", "方向性", "まだない", "c2"),
  ],
  indicators: [],
  assessments: [
    { node: "a", marks: { 進捗区分: "A", 取組区分: "い" }, departments: [] },
    { node: "b", marks: { 進捗区分: "B", 取組区分: "い" }, departments: [] },
    { node: "c", marks: { 取組区分: "う" }, departments: [] },
    { node: "d", marks: { 進捗区分: "C", 取組区分: "う" }, departments: [] },
  ],
};

test("判定・未入力・全体の数が行ごとにそろい、計画から外れた行は数えない", async () => {
  const book = await openPlannerWorkbook();
  await must(loadPlan(plan));
  await book.host.settled();
  expect(await book.values("A5:I8", "集計")).toEqual([
    ["章", "A", "B", "C", "D", "E", "判定", "未入力", "方向性数"],
    ["人権", 1, 1, 0, 0, 0, 2, 0, 2],
    ["学び", 0, 0, 1, 0, 0, 1, 2, 3],
    ["合計", 1, 1, 1, 0, 0, 3, 2, 5],
  ]);
  const without = {
    ...plan,
    nodes: plan.nodes.filter(({ id }) => id !== "d"),
    assessments: plan.assessments.filter(({ node: of }) => of !== "d"),
  };
  await must(reloadPlan(without, { reason: "見直し", date: "2022/4/1" }));
  await book.host.settled();
  expect((await book.values("A7:I8", "集計")).map((cells) => cells.slice(3))).toEqual([
    [0, 0, 0, 0, 2, 2],
    [0, 0, 0, 2, 2, 4],
  ]);
});
