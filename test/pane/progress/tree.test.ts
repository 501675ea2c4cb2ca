/** 進捗の一覧: 見出し・取組・指標の木と、キーボードでの動き方. */
import { summarize } from "../../../src/plan/summary/summary";
import {
  allKeys,
  firstKeys,
  moveIn,
  progressTree,
  rowsShown,
  type TreeNode,
} from "../../../src/pane/screens/progress/tree";
import { smallPlan } from "../../plan/small-plan";

const withActuals = () => {
  const plan = smallPlan();
  const indicators = plan.indicators.map((indicator) =>
    indicator.id === "5-1" ? { ...indicator, actuals: { 2021: "1" } } : indicator,
  );
  return { ...plan, indicators };
};
const treeIn = (departments?: string[]) => {
  const plan = withActuals();
  return progressTree(
    plan,
    summarize(plan, { year: 2021, ...(departments === undefined ? {} : { departments }) }),
  );
};
const named = (nodes: readonly TreeNode[]): TreeNode[] =>
  nodes.flatMap((node) => [node, ...named(node.children)]);

test("上から視点、目標、…、取組項目、指標の順に入れ子になる", () => {
  const [first] = treeIn();
  expect(first).toMatchObject({ kind: "heading", level: "視点", name: "協働力の向上" });
  const path: string[] = [];
  for (let at: TreeNode | undefined = first; at !== undefined; at = at.children[0]) path.push(at.level);
  expect(path).toEqual(["視点", "目標", "施策", "取組項目群", "取組項目", "指標"]);
});

test("実績値のある指標には達成率と評価、ないものには未入力", () => {
  const all = named(treeIn());
  expect(all.find(({ key }) => key === "i:5-1")).toMatchObject({ rate: "100.0 %", grade: "目標達成※" });
  expect(all.find(({ key }) => key === "i:3-1")).toMatchObject({ rate: "未入力", grade: "" });
});

test("再掲の下に指標は並ばず、元の行を案内する", () => {
  const repeated = named(treeIn()).find(({ id }) => id === "72");
  expect(repeated?.children).toEqual([]);
  expect(repeated?.reason).toContain("再掲（元は62）");
});

test("担当課で絞ると、その課の取組とそこへ至る見出しだけになる", () => {
  const items = named(treeIn(["財政課"])).filter(({ kind }) => kind === "item");
  expect(items.map(({ id }) => id)).toEqual(["83", "125"]);
  expect(treeIn(["財政課"])).toHaveLength(1);
});

test("キーはどれも一つしかない", () => {
  const keys = named(treeIn()).map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
});

describe("見える行", () => {
  const tops = treeIn();

  test("はじめは一番上だけが開いている", () => {
    const rows = rowsShown(tops, firstKeys(tops));
    expect(rows.map(({ node, depth }) => [node.id, depth])).toEqual([
      ["v1", 0],
      ["g1", 1],
      ["v2", 0],
      ["g5", 1],
    ]);
    expect(rows[1]).toMatchObject({ position: 1, of: 1, parent: "n:v1", expanded: false });
  });

  test("すべて開くと木のすべてが見える", () => {
    expect(rowsShown(tops, allKeys(tops))).toHaveLength(named(tops).length);
  });
});

describe("矢印キー", () => {
  const tops = treeIn();
  const rows = rowsShown(tops, firstKeys(tops));
  test.each([
    ["n:v1", "ArrowDown", { kind: "to", key: "n:g1" }],
    ["n:g1", "ArrowUp", { kind: "to", key: "n:v1" }],
    ["n:v1", "ArrowUp", { kind: "to", key: "n:v1" }],
    ["n:g5", "ArrowDown", { kind: "stay" }],
    ["n:v1", "End", { kind: "to", key: "n:g5" }],
    ["n:g5", "Home", { kind: "to", key: "n:v1" }],
    ["n:g1", "ArrowRight", { kind: "open", key: "n:g1" }],
    ["n:v1", "ArrowRight", { kind: "to", key: "n:g1" }],
    ["n:v1", "ArrowLeft", { kind: "close", key: "n:v1" }],
    ["n:g1", "ArrowLeft", { kind: "to", key: "n:v1" }],
    ["n:v1", "a", { kind: "stay" }],
  ])("%s で %s", (active, key, move) => {
    expect(moveIn(rows, active, key)).toEqual(move);
  });

  test("どこにもいないときの ↓ は最初の行", () => {
    expect(moveIn(rows, null, "ArrowDown")).toEqual({ kind: "to", key: "n:v1" });
  });
});
