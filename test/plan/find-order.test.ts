/** Which of several meanings of a key decides, in a plan whose ids say nothing. */

import { find, type Found } from "../../src/plan/keys/find";
import type { Plan } from "../../src/plan/plan";
import { heading, indicator, item, judged, planOf } from "./plan-parts";

/** Goal 5 and item 5 have one name; so have two items, told apart by their departments. */
const plan = (more: Partial<Plan> = {}): Plan =>
  planOf({
    nodes: [
      heading("g", null, { number: "5", name: "健全化" }),
      heading("s", "g", { number: "(1)", name: "行財政" }),
      item("a", "s", { number: "5", name: "健全化" }),
      item("b", "s", { number: null, name: "名だけ", departments: ["総務課"] }),
      item("c", "s", { number: "12", name: "窓口", departments: ["市民課"] }),
      item("d", "s", { number: "13", name: "窓口", departments: ["税務課", "市民課"] }),
      heading("t", "g", { number: "(2)", name: "市民課" }),
      item("e", "t", { number: "2.0", name: "「電子」申請", departments: [] }),
      item("f", "t", { number: "第7", name: "公開(試行)", departments: [] }),
    ],
    indicators: [
      indicator("i", "a", { name: "収支比率", unit: "％" }),
      indicator("j", "c", { name: "件数", unit: "件" }),
      indicator("k", "d", { name: "件数", unit: "人" }),
      indicator("l", "d", { name: "満足度(住民)", unit: null }),
    ],
    assessments: [judged("b", {}, ["秘書課"])],
    ...more,
  });

function meaning(found: Found): string {
  switch (found.kind) {
    case "node":
      return `node ${found.node.id}`;
    case "indicator":
      return `indicator ${found.indicator.id}`;
    case "department":
      return `department ${found.nodes.map(({ id }) => id).join(" ")}`;
    case "ambiguous":
      return `ambiguous ${found.candidates.map(({ id }) => id).join(" ")}`;
    case "unknown":
      return "unknown";
  }
}

test.each<[string, string, string]>([
  ["番号は、見出しより取組項目", "5", "node a"],
  ["名称も、見出しより取組項目", "健全化", "node a"],
  ["階層名と番号なら見出し", "目標5", "node g"],
  ["階層名と名称でも見出し", "目標健全化", "node g"],
  ["階層名と名称（間に空白）", "目標 健全化", "node g"],
  ["階層名と番号のない取組項目の名称", "取組項目名だけ", "node b"],
  ["番号と名称は、取組項目が先", "5健全化", "node a"],
  ["番号と点と名称", "5.健全化", "node a"],
  ["番号と線と名称", "5-健全化", "node a"],
  ["階層名と番号と名称", "目標5健全化", "node g"],
  ["階層名と番号と線と名称", "取組項目-5-健全化", "node a"],
  ["ほかの階層名と名称", "施策健全化", "unknown"],
  ["計画にない階層名と名称", "事業健全化", "unknown"],
  ["ほかの番号と名称", "6健全化", "unknown"],
  ["番号の前にも線", "-5健全化", "unknown"],
  ["線が番号の中にあれば、別の番号", "取組-項目5健全化", "unknown"],
  ["番号のない取組項目に、番号を付けて", "5名だけ", "unknown"],
  ["指標の名称に、階層名を付けて", "取組項目件数", "unknown"],
  ["番号と指標の番号", "13-2", "indicator l"],
  ["二桁でも指標の番号は数だけ", "13-1a", "unknown"],
  ["指標の番号は0から始まらない", "13-0", "unknown"],
  ["階層名と番号と指標の番号", "取組項目-13-1", "indicator k"],
  ["指標の名称は、単位で決まる", "件数（人）", "indicator k"],
  ["違う単位なら、その指標ではない", "件数（回）", "unknown"],
  ["括弧の終わりだけ", "件数)", "ambiguous j k"],
  ["名称の中の括弧は、単位ではない", "満足度（住民）", "indicator l"],
  ["項目の名称の中の括弧も", "公開（試行）", "node f"],
  ["括弧で始まる語", "(件)", "unknown"],
  ["見出しの名称は、担当課より先", "市民課", "node t"],
  ["担当課は、評価に付いた課名も", "秘書課", "department b"],
  ["担当課は、その課のすべての項目", "税務課", "department d"],
  ["見出しの番号を並べて", "目標5(1)", "node s"],
  ["見出しの番号を、取組項目まで並べて", "目標5(1)12", "node c"],
  ["№を付けて", "No.12", "node c"],
  ["#を付けて", "#12", "node c"],
  ["途中の#", "1#12", "unknown"],
  ["途中のNo.", "取組項目No.12", "unknown"],
  ["途中の0", "102", "unknown"],
  ["0を付けて", "0012", "node c"],
  ["点の後の0は、付けた0ではない", "2.0", "node e"],
  ["かぎ括弧を打たない", "電子申請", "node e"],
  ["記号だけ", "「」", "unknown"],
  ["番号が数字でない取組項目", "第7", "node f"],
  ["その数字", "取組項目7", "node f"],
])("%s「%s」", (_why, key, expected) => {
  expect(meaning(find(plan(), key))).toBe(expected);
});

test("同じ名の候補は、打てばそれだけに決まる番号と、担当課の付いた説明で見分ける", () => {
  const found = find(plan(), "窓口");
  expect(found).toEqual({
    kind: "ambiguous",
    key: "窓口",
    candidates: [
      { kind: "node", id: "c", key: "12", label: "取組項目-12 窓口" },
      { kind: "node", id: "d", key: "13", label: "取組項目-13 窓口" },
    ],
  });
});

test("番号もなければ、idと担当課で見分け、担当課がなければ付けない", () => {
  const same = (id: string, departments: string[]) => item(id, null, { name: "窓口", departments });
  const found = find(
    plan({ nodes: [same("x", ["市民課"]), same("y", ["税務課", "市民課"]), same("z", [])], indicators: [] }),
    "窓口",
  );
  expect(found.kind === "ambiguous" && found.candidates).toEqual([
    { kind: "node", id: "x", key: "x", label: "取組項目 窓口（市民課）" },
    { kind: "node", id: "y", key: "y", label: "取組項目 窓口（税務課、市民課）" },
    { kind: "node", id: "z", key: "z", label: "取組項目 窓口" },
  ]);
});

test("同じ説明が二つなければ、担当課は付けない", () => {
  const found = find(plan(), "件数");
  expect(found.kind === "ambiguous" && found.candidates.map(({ key, label }) => [key, label])).toEqual([
    ["件数（件）", "件数（件） ― 取組項目-12 窓口"],
    ["件数（人）", "件数（人） ― 取組項目-13 窓口"],
  ]);
});

describe("再掲と、指標と同じ名の項目", () => {
  const nodes = [
    item("r", null, { name: "広報", sameAs: "o" }),
    item("o", null, { name: "広報", number: "1" }),
    item("q", null, { name: "広報", sameAs: "o" }),
  ];

  test("再掲が先に印字されていても、元が決まる", () => {
    expect(meaning(find(plan({ nodes, indicators: [] }), "広報"))).toBe("node o");
  });

  test("元が別の名なら、先の再掲が決まる", () => {
    const renamed = nodes.map((node) => (node.id === "o" ? { ...node, name: "別の名" } : node));
    expect(meaning(find(plan({ nodes: renamed, indicators: [] }), "広報"))).toBe("node r");
  });

  test("ただ一つの指標が同じ名なら項目、指標が二つあれば、どれのことか聞く", () => {
    const one = indicator("i", "o", { name: "広報" });
    expect(meaning(find(plan({ nodes, indicators: [one] }), "広報"))).toBe("node o");
    const two = [one, indicator("j", "o", { name: "広聴" })];
    expect(meaning(find(plan({ nodes, indicators: two }), "広報"))).toBe("ambiguous o i");
  });

  test("ほかの項目の、同じ名の指標は、別のもの", () => {
    const other = [...nodes, item("p", null, { name: "広聴" })];
    const found = find(plan({ nodes: other, indicators: [indicator("i", "p", { name: "広報" })] }), "広報");
    expect(meaning(found)).toBe("ambiguous o i");
  });
});

describe("近いもの", () => {
  const keys = (typed: string, more: Partial<Plan> = {}) => {
    const found = find(plan(more), typed);
    return found.kind === "unknown" && found.suggestions.map(({ key }) => key);
  };
  const numbered = (...numbers: string[]) => ({
    nodes: numbers.map((number) => item(`n${number}`, null, { number, name: `取組${number}` })),
    indicators: [],
  });

  test.each<[string, string, string[]]>([
    ["数字なら、番号の近い三つ", "8", ["7", "10", "12"]],
    ["同じ近さなら、先に印字されたもの", "11", ["12", "10", "7"]],
    ["階層名を付けても", "取組項目-16", ["12", "20", "10"]],
    ["指標の番号でも", "21-3", ["20", "30", "12"]],
    ["指標の番号が二桁でも", "取組項目21-12", ["20", "30", "12"]],
    ["0を付けても", "008", ["7", "10", "12"]],
  ])("%s「%s」", (_why, typed, expected) => {
    expect(keys(typed, numbered("30", "7", "12", "20", "10"))).toEqual(expected);
  });

  test("数字でない番号は、近い番号に数えない", () => {
    expect(keys("8", numbered("7", "1-2", "第9"))).toEqual(["7"]);
  });

  test.each(["8a", "a8", "8-b", "8-9-10"])("「%s」は番号ではないので、名称の近いもの", (typed) => {
    expect(keys(typed, numbered("7"))).toEqual(["取組7", "財政課"]);
  });

  test("番号のない計画では、数字にも名称の近いもの", () => {
    const unnumbered = { nodes: [item("x", null, { name: "8月の行事" })], indicators: [] };
    expect(keys("8", unnumbered)).toEqual(["8月の行事", "財政課"]);
  });

  test("項目、指標、担当課の名称を、一度ずつ挙げる", () => {
    const twice = {
      nodes: [item("x", null, { name: "広報" }), item("y", null, { name: "広報", departments: ["広報"] })],
      indicators: [indicator("i", "x", { name: "広報" }), indicator("j", "y", { name: "広報誌" })],
    };
    expect(keys("報", twice)).toEqual(["広報", "広報誌", "財政課"]);
    expect(keys("政", twice)).toEqual(["財政課", "広報", "広報誌"]);
  });

  test("名称が空の項目は挙げない", () => {
    const nameless = {
      nodes: [item("x", null, { name: "" }), item("y", null, { name: "広報" })],
      indicators: [],
    };
    expect(keys("zz", nameless)).toEqual(["広報", "財政課"]);
  });
});

describe("記号を打たない語", () => {
  const signs = () =>
    plan({
      nodes: [
        heading("g", null, { name: "「電子」窓口" }),
        heading("h", null, { name: "市民・税務課" }),
        item("a", null, { name: "広報（紙）", departments: ["市民・税務課", "総務（企画）課"] }),
      ],
      indicators: [indicator("i", "a", { name: "回数・件数", unit: null })],
    });

  test.each([
    ["項目", "広報紙", "node a"],
    ["指標", "回数件数", "indicator i"],
    ["見出し", "電子窓口", "node g"],
    ["担当課", "総務企画課", "department a"],
    ["見出しは、担当課より先", "市民税務課", "node h"],
  ])("%sの名称「%s」", (_what, key, expected) => {
    expect(meaning(find(signs(), key))).toBe(expected);
  });
});

test("名称が空の項目は、何も打たなくても見つからない", () => {
  const nameless = plan({ nodes: [item("", null, { name: "", number: "" })], indicators: [] });
  for (const key of ["", " ", "・"]) expect(meaning(find(nameless, key))).toBe("unknown");
});

test("十番目の指標も、番号で見つかる", () => {
  const many = Array.from({ length: 10 }, (_, at) => indicator(`i${at}`, "c", { name: `指標${at}` }));
  expect(meaning(find(plan({ indicators: many }), "12-10"))).toBe("indicator i9");
});

test("挙げる名称は、先に印字されたもののもの", () => {
  const twice = {
    nodes: [item("x", null, { name: "広報" }), item("y", null, { name: "広報" })],
    indicators: [],
  };
  const found = find(plan(twice), "広聴");
  expect(found.kind === "unknown" && found.suggestions[0]).toEqual({
    kind: "node",
    id: "x",
    key: "広報",
    label: "取組項目 広報",
  });
});

test("IDの重なる指標は、先のものが決まる", () => {
  const found = find(
    plan({ indicators: [indicator("i", "c", { name: "先" }), indicator("i", "d", { name: "後" })] }),
    "i",
  );
  expect(found.kind === "indicator" && found.node.id).toBe("c");
});

test("同じ計画に同じ語を聞けば、同じ答え", () => {
  const asked = plan();
  const first = find(asked, "健全化");
  find(asked, "窓口");
  expect(find(asked, "健全化")).toBe(first);
  expect(find(plan(), "健全化")).not.toBe(first);
});
