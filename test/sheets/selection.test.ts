/** 自分の一覧表から: 見出しから列を推し、結合されたセルと一行だけの見出しをほどく. */

import { guessMapping, planFromList } from "../../src/sheets";
import type { CellValue } from "../../src/sheets/cell-values";

const list: CellValue[][] = [
  ["行政改革 取組一覧", "", "", "", "", "", "", ""],
  ["No.", "取組名", "担当課", "指標名", "単位", "基準値（R1）", "目標値", ""],
  ["", "", "", "", "", "", "R3", "R4"],
  ["第1章 広報", "", "", "", "", "", "", ""],
  [1, "広報紙の充実", "広報課", "発行回数", "回", 10, 12, "１２回"],
  ["", "", "", "満足度", "％", "なし", "50％", "－"],
  [2, "情報公開", "総務課、広報課", "公開件数", "件", 3, 5, 6],
  ["第2章 財政", "", "", "", "", "", "", ""],
  [3, "情報公開", "財政課", "#REF!", "件", "", "#N/A", 6],
];
const about = { id: "mine", municipality: "見本市", code: "112101", title: "取組一覧" };

test("見出しから列を推す（二段の見出し、和暦）", () => {
  const { firstRow, roles } = guessMapping(list);
  expect(firstRow).toBe(3);
  expect(roles).toEqual([
    { kind: "number" },
    { kind: "level", name: "取組名" },
    { kind: "departments" },
    { kind: "indicator" },
    { kind: "unit" },
    { kind: "baseline" },
    { kind: "target", year: 2021 },
    { kind: "target", year: 2022 },
  ]);
});

test("章の行は上の階層になり、空のセルは上の取組に付き、読めないセルは場所とともに知らされる", () => {
  const { plan, problems } = planFromList(
    { matrix: list, sheet: "一覧", row: 0, column: 0 },
    guessMapping(list),
    about,
  );
  expect(plan.levels).toEqual(["章", "取組名"]);
  expect(
    plan.nodes.map(({ level, number, name, departments }) => [level, number, name, departments]),
  ).toEqual([
    ["章", "第1章", "広報", []],
    ["取組名", "1", "広報紙の充実", ["広報課"]],
    ["取組名", "2", "情報公開", ["総務課", "広報課"]],
    ["章", "第2章", "財政", []],
    ["取組名", "3", "情報公開", ["財政課"]],
  ]);
  expect(
    plan.indicators.map(({ node, name, unit, baseline, targets }) => [node, name, unit, baseline, targets]),
  ).toEqual([
    ["1", "発行回数", "回", { year: 2019, text: "10" }, { "2021": "12", "2022": "12回" }],
    ["1", "満足度", "％", { year: 2019, text: "なし" }, { "2021": "50％", "2022": "－" }],
    ["2", "公開件数", "件", { year: 2019, text: "3" }, { "2021": "5", "2022": "6" }],
    ["3", "#REF!", "件", null, { "2022": "6" }],
  ]);
  expect(problems.map(({ address }) => address)).toEqual(["一覧!G9"]);
});

test.each([
  [[]],
  [[[""]]],
  [
    [
      ["あ", 1],
      ["い", 2],
    ],
  ],
])("読めない範囲は例外にならず、問題として知らされる: %j", (matrix: CellValue[][]) => {
  const { problems } = planFromList(
    { matrix, sheet: "一覧", row: 0, column: 0 },
    guessMapping(matrix),
    about,
  );
  expect(problems.some(({ severity }) => severity === "error")).toBe(true);
});
