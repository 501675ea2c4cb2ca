/** How 点検 names a place. */

import type { PlanNode } from "../../../src/plan/plan";
import { listed, placeOfIndicator, placeOfNode, placeOfYears } from "../../../src/plan/checks/place";
import { treeOf } from "../../../src/plan/tree";
import { indicator, item, planOf } from "../plan-parts";

describe("見出しと取組項目の呼び方", () => {
  const named = (node: Partial<PlanNode>) => placeOfNode(item("a", null, { name: "広報", ...node }));

  test.each([
    ["番号がなければ、階層と名称", { number: null }, "取組項目「広報」"],
    ["番号が空でも、階層と名称", { number: "" }, "取組項目「広報」"],
    ["数字の番号には、階層を付ける", { number: "83" }, "取組項目83「広報」"],
    ["括弧の番号にも付ける", { number: "(1)" }, "取組項目(1)「広報」"],
    ["第1だけでは階層が分からないので付ける", { number: "第1" }, "取組項目第1「広報」"],
    ["第1章は、自分で何かを言っている", { number: "第1章" }, "第1章「広報」"],
    ["名称が空", { name: "" }, "取組項目「名称なし」"],
    ["名称が空白だけ", { number: "83", name: "　" }, "取組項目83「名称なし」"],
  ])("%s", (_why, node, called) => {
    expect(named(node)).toBe(called);
  });
});

describe("指標の呼び方", () => {
  const branch = () => treeOf(planOf({ nodes: [item("a", null)] })).byId.get("a") ?? null;
  const none = () => null;

  test.each([
    ["取組項目とともに", "回数", branch, "取組項目「取組a」の指標「回数」"],
    ["取組項目がなければ、指標だけ", "回数", none, "指標「回数」"],
    ["名称が空白だけ", "　", none, "指標「名称なし」"],
  ])("%s", (_why, name, place, called) => {
    expect(placeOfIndicator(indicator("1", "a", { name }), place())).toBe(called);
  });
});

test.each([
  [[], ""],
  [[2022], "令和4年度"],
  [[2022, 2023], "令和4年度、令和5年度"],
  [[2022, 2024], "令和4年度、令和6年度"],
  [[2021, 2022, 2023], "令和3年度から令和5年度まで"],
  [[2021, 2022, 2024], "令和3年度、令和4年度、令和6年度"],
])("年度 %j は「%s」", (years, said) => {
  expect(placeOfYears(years)).toBe(said);
});

test.each([
  ["一つ", ["甲"], "「甲」"],
  ["五つまでは全部", ["甲", "乙", "丙", "丁", "戊"], "「甲」、「乙」、「丙」、「丁」、「戊」"],
  [
    "その先は件数だけ",
    ["甲", "乙", "丙", "丁", "戊", "己", "庚"],
    "「甲」、「乙」、「丙」、「丁」、「戊」ほか2件",
  ],
])("名を並べる：%s", (_why, names, said) => {
  expect(listed(names)).toBe(said);
});
