/** 集計 as a table of cells. */

import { summarize } from "../../src/plan/summary";
import { gradeTable, summaryTable } from "../../src/plan/summary-table";
import { heading, indicator, item, judged, planOf } from "./plan-parts";

const actuals = (text: string) => ({ actuals: { 2021: text } });

const plan = planOf({
  nodes: [
    heading("目1", null, { number: "1", name: "広報" }),
    item("a", "目1"),
    item("b", "目1"),
    heading("目2", null, { number: "2", name: "広聴" }),
    item("c", "目2"),
  ],
  indicators: [indicator("1", "a", actuals("100")), indicator("2", "b", actuals("85")), indicator("3", "c")],
});

test("一行の見出し、目標ごとの行、最後に合計", () => {
  const { headers, rows } = summaryTable(summarize(plan, { year: 2021 }));
  const cell = (row: number, header: string) => rows[row]?.[headers.indexOf(header)];
  expect(headers[0]).toBe("目標");
  expect(rows.map(([name]) => name)).toEqual(["1 広報", "2 広聴", "合計"]);
  expect(["項目数", "目標達成", "目標達成（％）", "達成率", "評価"].map((header) => cell(0, header))).toEqual(
    [2, 1, 50, 92.5, "概ね達成できた"],
  );
  expect(
    ["項目数", "目標達成", "目標達成（％）", "達成率", "未入力"].map((header) => cell(1, header)),
  ).toEqual([1, 0, "", "未入力", 1]);
  expect(["平均に入った指標", "指標数", "評価"].map((header) => cell(2, header))).toEqual([
    2,
    3,
    "判定不能（未入力あり）",
  ]);
});

test("どの行も見出しと同じ数の列を持ち、空のセルは0にならない", () => {
  for (const by of ["level", "担当課"] as const) {
    const { headers, rows } = summaryTable(summarize(plan, { year: 2021 }), by);
    expect(new Set(headers).size).toBe(headers.length);
    for (const row of rows) expect(row).toHaveLength(headers.length);
  }
});

test("担当課別の合計は延べ", () => {
  const { headers, rows } = summaryTable(summarize(plan, { year: 2021 }), "担当課");
  expect(headers[0]).toBe("担当課");
  expect(rows.map(([name, n]) => [name, n])).toEqual([
    ["財政課", 3],
    ["合計（延べ）", 3],
  ]);
});

test("評価を記録する計画の表に、平均と評価の列はない", () => {
  const recorded = planOf({
    nodes: [heading("章1", null), item("a", "章1"), item("b", "章1")],
    assessments: [judged("a", { 進捗区分: ["A", "B"] }), judged("b", { 進捗区分: "A" })],
  });
  const { headers, rows } = summaryTable(summarize(recorded));
  expect(headers).not.toContain("達成率");
  expect(headers).not.toContain("評価");
  expect(rows.at(-1)?.[headers.indexOf("A・B")]).toBe(1);
});

test("区分の表は、判定できなかった件数も残す", () => {
  expect(gradeTable(summarize(plan, { year: 2021 }).total)).toEqual({
    headers: ["4段階", "件数", "割合（％）"],
    rows: [
      ["目標達成", 1, 50],
      ["概ね達成", 1, 50],
      ["やや遅れている", 0, 0],
      ["大幅に遅れている", 0, 0],
      ["判定した項目", 2, 100],
      ["未入力", 1, ""],
      ["合計", 3, ""],
    ],
  });
});
