/** 自分の一覧表から: 二段の見出しと、一行だけの見出しと、結合されたセルをほどいて、計画になる. */

import { intake } from "../../src/intake";
import { unfolded } from "../../src/sheets";
import { type Cell, columnProblems, guessColumns, tableText } from "../../src/sheets/selection/columns";

const list: Cell[][] = [
  ["行政改革 取組一覧", "", "", "", "", "", "", ""],
  ["No.", "取組名", "担当課", "指標名", "単位", "基準値（R1）", "目標値", ""],
  ["", "", "", "", "", "", "R3", "R4"],
  ["第1章 広報", "", "", "", "", "", "", ""],
  ["(1) 紙", "", "", "", "", "", "", ""],
  [1, "広報紙の充実", "広報課", "発行回数", "回", 10, 12, "１２回"],
  ["", "", "", "満足度", "％", "なし", "50％", "－"],
  [2, "情報公開", "総務課、広報課", "公開件数", "件", 3, 5, 6],
  ["第2章 財政", "", "", "", "", "", "", ""],
  [3, "情報公開", "財政課", "申請件数", "件", "", "", 6],
];

test("二段の見出しは一段になり、章と小見出しの行は階層の列になる", () => {
  const flat = unfolded(list);
  expect(flat[1]).toEqual([
    "階層1:章",
    "階層2:小見出し",
    "No.",
    "取組名",
    "担当課",
    "指標名",
    "単位",
    "基準値（R1）",
    "目標値 R3",
    "目標値 R4",
  ]);
  expect(flat.slice(2).map((row) => row.slice(0, 4))).toEqual([
    ["第1章 広報", "(1) 紙", 1, "広報紙の充実"],
    ["第1章 広報", "(1) 紙", 1, "広報紙の充実"],
    ["第1章 広報", "(1) 紙", 2, "情報公開"],
    ["第2章 財政", "", 3, "情報公開"],
  ]);
  const columns = guessColumns(flat);
  expect(columnProblems(columns)).toEqual([]);
  expect(columns.choices.map(({ kind }) => kind)).toEqual([
    "level",
    "level",
    "number",
    "level",
    "departments",
    "indicator",
    "unit",
    "baseline",
    "target",
    "target",
  ]);
});

test("ほどいた表は、どの値もその取組の指標に付いた計画になる", () => {
  const flat = unfolded(list);
  const { plan } = intake(tableText(flat, guessColumns(flat)));
  const nameOf = new Map(plan?.nodes.map(({ id, name }) => [id, name]));
  expect(
    plan?.indicators.map(({ node, name, unit, targets }) => [nameOf.get(node), name, unit, targets]),
  ).toEqual([
    ["広報紙の充実", "発行回数", "回", { "2021": "12", "2022": "12回" }],
    ["広報紙の充実", "満足度", "％", { "2021": "50％", "2022": "－" }],
    ["情報公開", "公開件数", "件", { "2021": "5", "2022": "6" }],
    ["情報公開", "申請件数", "件", { "2022": "6" }],
  ]);
  expect(plan?.nodes.filter(({ level }) => level === "章").map(({ name }) => name)).toHaveLength(2);
});

test("節・柱・見出しの行も階層になり、担当課だけの行や言葉だけの行は見出しにならない", () => {
  const flat = unfolded([
    ["取組名", "担当課"],
    ["第1章 広報", ""],
    ["第1節 紙", ""],
    ["目標1 伝わる", ""],
    ["1 発行", ""],
    ["広報紙", "広報課"],
    ["", "総務課"],
    ["あとがき", ""],
    ["第2章 財政", ""],
    ["予算書", "財政課"],
  ]);
  expect(flat[0]).toEqual(["階層1:章", "階層2:節", "階層3:目標", "階層4:見出し", "取組名", "担当課"]);
  expect(flat.slice(1)).toEqual([
    ["第1章 広報", "第1節 紙", "目標1 伝わる", "1 発行", "広報紙", "広報課"],
    ["第1章 広報", "第1節 紙", "目標1 伝わる", "1 発行", "広報紙", "総務課"],
    ["第1章 広報", "第1節 紙", "目標1 伝わる", "1 発行", "あとがき", ""],
    ["第2章 財政", "", "", "", "予算書", "財政課"],
  ]);
});

test.each<[string, Cell[][]]>([
  ["空の範囲", []],
  [
    "見出しのない数の表",
    [
      [1, 2],
      [3, 4],
    ],
  ],
  [
    "折りたたまれていない表",
    [
      ["取組名", "担当課"],
      ["公園の清掃", "公園課"],
    ],
  ],
])("%s は、そのまま", (_name, values) => {
  expect(unfolded(values)).toEqual(values);
});
