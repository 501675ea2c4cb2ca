/** 対象・年度・計画をセルで: keys and years as cells, ranges, numbers, dates and full-width letters; several plans in the workbook, or none. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { forgetWorkbookPlans, setWorkbookPlans } from "../../src/functions/plans/workbook-plans";
import type { Plan } from "../../src/plan/plan";
import { type BlanksAs } from "../../src/workbench/host/calc/calc";
import { formulaSheet, type FormulaSheet } from "./formula-sheet";

const seed = (name: string): Plan =>
  JSON.parse(readFileSync(path.join(__dirname, `../../seeds/${name}.json`), "utf8")) as Plan;

/** 経常収支比率 reached 91.9 in 令和3年度, where 91.8 was the target. */
const plan = seed("kazo");
const kazo: Plan = {
  ...plan,
  indicators: plan.indicators.map((each) =>
    each.id === "83-1" ? { ...each, actuals: { 2021: "91.9" } } : each,
  ),
};
const workbook = (...plans: Plan[]) =>
  setWorkbookPlans({
    plans: plans.map((each) => ({ plan: each, sheet: each.municipality })),
    evaluationYear: 2021,
  });

let sheet: FormulaSheet;
afterEach(() => {
  sheet.calc.dispose();
  forgetWorkbookPlans();
});

describe.each<BlanksAs>(["null", "empty", "zero"])("空白が %s で届くとき", (blanksAs) => {
  beforeEach(() => {
    sheet = formulaSheet(blanksAs);
    workbook(kazo);
    sheet.put({
      A1: "83",
      A2: 83,
      A3: "８３",
      A4: "経常収支比率（％）",
      A5: null,
      A6: "財政課",
      A7: "=NA()",
    });
    sheet.put({
      B1: "令和3",
      B2: 2022,
      B3: "Ｒ５",
      B4: 45383,
      C1: "令和3",
      D1: "2022年度",
      E1: "=DATE(2023,4,1)",
    });
  });

  test.each<[string, unknown[][]]>([
    ["=PLAN.TARGET(A1,B1)", [[91.8]]],
    ["=PLAN.TARGET(A1:A4)", [[91.8], [91.8], [91.8], [91.8]]],
    ["=PLAN.TARGET(A1:A4,B1:B4)", [[91.8], [91.7], [91.6], [91.5]]],
    [
      "=PLAN.TARGET(A1:A2,C1:E1)",
      [
        [91.8, 91.7, 91.6],
        [91.8, 91.7, 91.6],
      ],
    ],
    ["=PLAN.PROGRESS(A1,B1)", [[0.9989]]],
    ["=PLAN.GRADE(A1:A2)", [["概ね達成"], ["概ね達成"]]],
    ["=PLAN.ACTUAL(A3,C1:D1)", [[91.9, "未入力"]]],
    ['=PLAN.PROGRESS("目標4")', [["未入力"]]],
    ['=PLAN.PROGRESS("(1) 計画的な行財政運営",2021)', [[0.9989]]],
    ['=PLAN.PROGRESS("財政課")', [[0.9989]]],
    ["=PLAN.DEPT(A1:A4)", [["財政課"], ["財政課"], ["財政課"], ["財政課"]]],
    ["=PLAN.YEAR(B1:B4)", [[2021], [2022], [2023], [2024]]],
    ["=PLAN.NENDO(E1)", [["令和5年度"]]],
    ["=SUM(PLAN.ACTUAL(A1,C1:E1))", [[91.9]]],
  ])("%s", async (formula, expected) => {
    const shown = await sheet.of(formula);
    const rounded = shown.map((row) =>
      row.map((each) => (typeof each === "number" ? Number(each.toFixed(4)) : each)),
    );
    expect(rounded).toEqual(expected);
  });

  test.each<[string, RegExp]>([
    ["=PLAN.TARGET(A5)", blanksAs === "zero" ? /^#N\/A 「0」は/ : /^#VALUE! 対象のセルが空白です/],
    [
      "=PLAN.TARGET(A1,A5)",
      blanksAs === "zero" ? /^#VALUE! 「0」は年度として読めません/ : /^#VALUE! 年度のセルが空白です/,
    ],
    [
      "=PLAN.TARGET(A1,B1,A5)",
      blanksAs === "zero" ? /^#VALUE! 計画の引数「0」は/ : /^#VALUE! 計画のセルが空白です/,
    ],
    ["=PLAN.PROGRESS(A5)", blanksAs === "zero" ? /^#N\/A 「0」は/ : /^#VALUE! 対象のセルが空白です/],
    ["=PLAN.TARGET(A7)", /^#VALUE! 対象のセルが #N\/A です/],
    ["=PLAN.TARGET(A6)", /^#VALUE! 「財政課」は担当課です/],
    [
      '=PLAN.TARGET("公表回数")',
      /^#VALUE! .*一つに決まりません。候補：「41-1」.*「42-1」.*「43-1」.*「44-1」/,
    ],
    ['=PLAN.TARGET("経常収支率")', /^#N\/A .*近いもの：「経常収支比率」/],
    [
      '=PLAN.TARGET("83","令和3","架空市")',
      /^#N\/A 「架空市」という計画はありません。このブックの計画は「加須市」/,
    ],
    ['=PLAN.ITEMS("施策")', /^#VALUE! 「施策」は階層の名です。どの施策かを名称で指定してください（例：「/],
  ])("%s は文で知らせる", async (formula, expected) => {
    expect(await sheet.first(formula)).toMatch(expected);
  });
});

describe("絞り込み", () => {
  beforeEach(() => {
    sheet = formulaSheet();
    workbook(kazo);
  });
  test.each<[string, number]>([
    ["=ROWS(PLAN.ITEMS())-1", 134],
    ['=ROWS(PLAN.ITEMS("取組項目"))-1', 134],
    ['=ROWS(PLAN.ITEMS("財政課"))-1', 6],
    ['=ROWS(PLAN.ITEMS("概ね達成"))-1', 1],
    ['=ROWS(PLAN.ITEMS({"財政課","未入力"}))-1', 5],
  ])("%s は %d", async (formula, expected) => {
    expect(await sheet.first(formula)).toBe(expected);
  });
});

describe("計画が複数のブックで、計画を言わない", () => {
  beforeEach(() => {
    sheet = formulaSheet();
    workbook(kazo, seed("ina"), seed("iruma"));
  });
  test.each<[string, RegExp]>([
    ['=PLAN.TARGET("83")', /^91\.8$/],
    ['=PLAN.BASELINE("協働事業数")', /^6$/],
    ['=PLAN.GRADE("人権の啓発")', /^B$/],
    ['=PLAN.TARGET("経常収支比率")', /^#VALUE! .*2つの計画にあります（加須市「.*、伊奈町「/],
    ['=PLAN.PROGRESS("財政課")', /^#VALUE! .*2つの計画にあります（加須市「.*、入間市「/],
    ["=PLAN.PROGRESS()", /^#VALUE! このブックには計画が3つあります（加須市「.*、伊奈町「.*、入間市「/],
    ["=PLAN.SUMMARY()", /^#VALUE! このブックには計画が3つあります/],
    ["=PLAN.ITEMS()", /^#VALUE! このブックには計画が3つあります/],
    ["=PLAN.CHECK()", /^#VALUE! このブックには計画が3つあります/],
    ['=PLAN.TARGET("経常収支比率",,"加須市")', /^91\.8$/],
  ])("%s", async (formula, expected) => {
    expect(String(await sheet.first(formula))).toMatch(expected);
  });
});

test.each([
  "PROGRESS()",
  'TARGET("83")',
  "SUMMARY()",
  "CHECK()",
  "ITEMS()",
  'DEPT("83")',
  'TABLE("83","令和5")',
])("計画のないブックの PLAN.%s は、計画がないと知らせる", async (call) => {
  sheet = formulaSheet();
  workbook();
  expect(await sheet.first(`=PLAN.${call}`)).toMatch(/^#N\/A このブックには計画が読み込まれていません/);
});
