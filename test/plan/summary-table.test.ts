/** 集計 as a table of cells. */

import { summarize } from "../../src/plan/summary/summary";
import { gradeTable, summaryTable } from "../../src/plan/summary/table";
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

test("計算した評価の表の、すべてのセル", () => {
  expect(summaryTable(summarize(plan, { year: 2021 }))).toEqual({
    headers: [
      ...["目標", "項目数", "判定", "目標達成", "概ね達成", "やや遅れている", "大幅に遅れている"],
      ...["目標達成（％）", "概ね達成（％）", "やや遅れている（％）", "大幅に遅れている（％）"],
      ...["未入力", "対象外", "判定不能", "達成率", "平均に入った指標", "指標数"],
      ...["達成・概ね達成", "達成・概ね達成（％）", "評価"],
    ],
    rows: [
      ["1 広報", 2, 2, 1, 1, 0, 0, 50, 50, 0, 0, 0, 0, 0, 92.5, 2, 2, 2, 100, "概ね達成できた"],
      ["2 広聴", 1, 0, 0, 0, 0, 0, "", "", "", "", 1, 0, 0, "未入力", 0, 1, 0, "", "未入力"],
      ["合計", 3, 2, 1, 1, 0, 0, 50, 50, 0, 0, 1, 0, 0, 92.5, 2, 3, 2, 100, "判定不能（未入力あり）"],
    ],
  });
});

test("評価の言葉のない計画の表に、達成・概ね達成の列はない", () => {
  const { headers } = summaryTable(summarize(plan, { year: 2021, ratings: null }));
  expect(headers.slice(-4)).toEqual(["達成率", "平均に入った指標", "指標数", "評価"]);
});

test("評価を記録した表の、すべてのセル", () => {
  const recorded = planOf({
    nodes: [
      heading("章1", null, { name: "暮らし" }),
      item("a", "章1"),
      heading("章2", null, { number: "" }),
      item("b", "章2"),
    ],
    assessments: [judged("a", { 進捗区分: ["A", "B"] })],
  });
  expect(summaryTable(summarize(recorded))).toEqual({
    headers: [
      ...["目標", "項目数", "判定", "A", "B", "C", "D", "E", "A・B"],
      ...["A（％）", "B（％）", "C（％）", "D（％）", "E（％）", "A・B（％）"],
      ...["未入力", "対象外", "判定不能"],
    ],
    rows: [
      ["暮らし", 1, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 100, 0, 0, 0],
      ["見出し章2", 1, 0, 0, 0, 0, 0, 0, 0, "", "", "", "", "", "", 1, 0, 0],
      ["合計", 2, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 100, 1, 0, 0],
    ],
  });
});

test("未入力がなければ、合計の評価は総合の言葉", () => {
  const entered = { ...plan, indicators: plan.indicators.slice(0, 2), nodes: plan.nodes.slice(0, 3) };
  expect(summarize(entered, { year: 2021 }).total.grade).toMatchObject({
    kind: "grade",
    scale: "総合",
    percent: 100,
  });
});

test("見出しのない計画の表の、初めの列は計画", () => {
  expect(summaryTable(summarize(planOf({ nodes: [item("a", null)] }))).headers[0]).toBe("計画");
});
