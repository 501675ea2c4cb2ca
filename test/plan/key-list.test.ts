/** How things are called, how their numbers may be written, and which keys are offered for them. */

import {
  departmentsText,
  keysFor,
  labelOf,
  nodeThing,
  numberPath,
  writtenNumbers,
  type Thing,
} from "../../src/plan/keys/list";
import { treeOf } from "../../src/plan/tree";
import { heading, indicator, item, judged, planOf } from "./plan-parts";

const plan = planOf({
  levels: ["視点", "目標", "章", "施策", "取組項目"],
  nodes: [
    heading("v", null, { level: "視点", name: "協働" }),
    heading("g", "v", { level: "目標", number: "12", name: "健全化" }),
    heading("s", "g", { number: "(1)", name: "行財政" }),
    item("a", "s", { number: "83", name: "収支" }),
    item("b", "s", { name: "名だけ", departments: ["財政課", "総務課"] }),
    heading("c", null, { level: "章", number: "第3章", name: "暮らし" }),
    item("d", "c", { number: "4-1", name: "窓口" }),
  ],
  indicators: [
    indicator("i", "a", { name: "経常収支比率", unit: "％" }),
    indicator("j", "a", { name: "組織の見直し", unit: null }),
    indicator("k", "b", { name: "回数", unit: "回" }),
  ],
  assessments: [judged("b", {}, ["秘書課"])],
});

function branchOf(id: string, tree = treeOf(plan)) {
  const branch = tree.byId.get(id);
  if (branch === undefined) throw new Error(id);
  return branch;
}

const nodeOf = (id: string) => (): Thing => {
  const tree = treeOf(plan);
  return nodeThing(branchOf(id, tree), tree);
};
const indicatorOf = (id: string, place: number) => (): Thing => {
  const branch = branchOf(id);
  const own = branch.indicators[place];
  if (own === undefined) throw new Error(id);
  return { kind: "indicator", indicator: own, branch, place };
};
const department = (): Thing => ({ kind: "department", department: "財政課", nodes: [] });

test.each<[string, () => Thing, string, string[]]>([
  ["番号のない見出し", nodeOf("v"), "視点 協働", ["協働"]],
  ["数字の番号の見出し", nodeOf("g"), "目標-12 健全化", ["目標12", "12", "12 健全化", "12", "健全化"]],
  [
    "括弧の番号の見出し",
    nodeOf("s"),
    "施策(1) 行財政",
    ["施策(1)", "(1)", "(1) 行財政", "目標12(1)", "行財政"],
  ],
  ["取組項目", nodeOf("a"), "取組項目-83 収支", ["83", "取組項目-83", "83 収支", "目標12(1)83"]],
  ["番号のない取組項目", nodeOf("b"), "取組項目 名だけ", ["名だけ"]],
  [
    "自分で階層を言う番号",
    nodeOf("c"),
    "第3章 暮らし",
    ["章第3章", "第3章", "第3章 暮らし", "第3章", "暮らし"],
  ],
  ["枝番の取組項目", nodeOf("d"), "取組項目-4-1 窓口", ["4-1", "取組項目-4-1", "4-1 窓口", "第3章4-1"]],
  [
    "単位のある指標",
    indicatorOf("a", 0),
    "経常収支比率（％） ― 取組項目-83 収支",
    ["経常収支比率", "経常収支比率（％）", "i", "83-1"],
  ],
  [
    "単位のない指標",
    indicatorOf("a", 1),
    "組織の見直し ― 取組項目-83 収支",
    ["組織の見直し", "組織の見直し", "j", "83-2"],
  ],
  [
    "番号のない取組項目の指標",
    indicatorOf("b", 0),
    "回数（回） ― 取組項目 名だけ",
    ["回数", "回数（回）", "k"],
  ],
  ["担当課", department, "担当課 財政課", ["財政課"]],
])("%s", (_why, thing, label, keys) => {
  expect([labelOf(thing()), keysFor(thing(), "取組項目")]).toEqual([label, keys]);
});

test("同じ名を見分ける担当課は、項目でも指標でも、評価に付いた課名も", () => {
  expect(departmentsText(nodeOf("b")())).toBe("財政課、総務課、秘書課");
  expect(departmentsText(indicatorOf("b", 0)())).toBe("財政課、総務課、秘書課");
  expect(departmentsText(department())).toBe("");
});

test.each<[string, string, string[]]>([
  ["取組項目", "83", ["83", "取組項目83", "取組項目-83"]],
  ["施策", "(1)", ["(1)", "施策(1)", "施策-(1)", "施策1", "施策-1", "1施策"]],
  ["施策", "（１２）", ["（１２）", "施策（１２）", "施策-（１２）", "施策１２", "施策-１２", "１２施策"]],
  ["章", "第1章", ["第1章", "章1", "章-1", "1章"]],
  ["章", "第12章", ["第12章", "章12", "章-12", "12章"]],
  ["取組", "1-2", ["1-2", "取組1-2", "取組-1-2"]],
  ["節", "Ⅲ", ["Ⅲ", "節Ⅲ", "節-Ⅲ"]],
  ["節", "１２", ["１２", "節１２", "節-１２"]],
  ["節", "12の3", ["12の3", "節12の3", "節-12の3"]],
  ["節", "12条", ["12条", "節12条", "節-12条", "節12", "節-12", "12節"]],
])("%s の番号「%s」は、ほかに", (level, number, written) => {
  expect(writtenNumbers(level, number)).toEqual(written);
});

test.each([
  ["一番上の上", null, ""],
  ["番号のない見出しだけ", "v", ""],
  ["番号のない見出しは飛ばし、初めの数字には階層を付ける", "g", "目標12"],
  ["二つ目からは、番号だけ", "s", "目標12(1)"],
  ["数字でない番号は、そのまま", "c", "第3章"],
])("見出しの道筋：%s", (_why, id, path) => {
  expect(numberPath(id === null ? null : branchOf(id))).toBe(path);
});

test("見出しの道筋：二つ目の数字には、階層を付けない", () => {
  const deep = planOf({
    nodes: [
      heading("x", null, { number: "1" }),
      heading("y", "x", { number: "2" }),
      heading("z", "y", { number: "3a" }),
    ],
  });
  expect(numberPath(treeOf(deep).byId.get("z") ?? null)).toBe("目標123a");
});

test("見出しの道筋は、十二の見出しまで遡る", () => {
  const deep = planOf({
    nodes: Array.from({ length: 13 }, (_, at) =>
      heading(`n${at}`, at === 0 ? null : `n${at - 1}`, { number: `(${at})` }),
    ),
  });
  expect(numberPath(treeOf(deep).byId.get("n12") ?? null)).toBe("(1)(2)(3)(4)(5)(6)(7)(8)(9)(10)(11)(12)");
});
