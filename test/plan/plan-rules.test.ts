/** What the parts of a plan file say of each other, to the word; whatever is not of the form is left to the schema. */

import { ruleProblems } from "../../src/plan/file/rules";
import type { Plan } from "../../src/plan/plan";
import { everyYear, heading, indicator, item, judged, planOf } from "./plan-parts";

/** 「場所: 文」 */
const said = (json: unknown) => ruleProblems(json).map(({ path, message }) => `${path}: ${message}`);
const withNodes = (...nodes: object[]) => ({ ...planOf({}), nodes });
const plain = (more: Partial<Plan> = {}) =>
  planOf({ nodes: [heading("g", null), item("a", "g")], indicators: [indicator("1", "a")], ...more });

test.each<[string, unknown]>([
  ["正しい計画", plain()],
  ["何もない計画", planOf({})],
  ["何もないファイル", {}],
  ["null", null],
  ["配列", [{ code: "1" }]],
  ["文字列", "計画"],
  ["関数", () => ({})],
  ["中身が配列でない", { nodes: {}, indicators: "x", assessments: 3, levels: "x", period: "2021" }],
  ["中身が項目でない", { ...planOf({}), nodes: [null, 3, "a", []], indicators: [null], assessments: [3] }],
  [
    "idや階層が文字列でない",
    withNodes({ id: 3, level: 3, parent: 3, sameAs: 3 }, { id: 3, level: [], parent: {} }),
  ],
  ["idや親が空（形の誤り）", withNodes({ id: "", parent: "", sameAs: "" }, { id: "", parent: "" })],
  ["期間が数でない", plain({ period: ["2021", "2020"] as unknown as [number, number] })],
  ["期間が整数でない", plain({ period: [2021.5, 2020] })],
  [
    "一年だけの計画",
    plain({ period: [2021, 2021], indicators: [indicator("1", "a", { targets: { 2021: "1" } })] }),
  ],
  ["階層が文字列でない", { ...planOf({}), levels: [3, null, 3], nodes: [item("a", null)] }],
  ["期待が項目でない", { ...planOf({}), expects: "取組項目" }],
  ["コードが文字列でない", { ...planOf({}), code: 112101 }],
])("つながりの誤りはない：%s", (_what, json) => {
  expect(said(json)).toEqual([]);
});

describe("計画の頭", () => {
  test.each<[string, Partial<Plan>, string[]]>([
    [
      "コードが空",
      { code: "" },
      ["code: 全国地方公共団体コードが空です。わかるときは6けたで書いてください。"],
    ],
    [
      "コードの誤り",
      { code: "112102" },
      [
        "code: 全国地方公共団体コード「112102」の検査数字（6けた目）が合いません。先頭5けたが正しければ「112101」です。",
      ],
    ],
    [
      "期間が逆",
      { period: [2025, 2024], indicators: [] },
      ["period: 計画期間が 2025 から 2024 で、終わりが始まりより前です。"],
    ],
    [
      "同じ階層が三度",
      { levels: ["取組項目", "目標", "取組項目", "取組項目"], nodes: [], indicators: [] },
      [2, 3].map((at) => `levels[${at}]: 階層「取組項目」が二度書かれています。一つにしてください。`),
    ],
    [
      "担う階層がない",
      { expects: { level: "事業", departments: true, targets: "yearly" } },
      ["expects.level: 「事業」は levels にない階層です。目標、施策、取組項目 のどれかにしてください。"],
    ],
    ["階層がなければ、担う階層は問わない", { levels: [], nodes: [], indicators: [] }, []],
  ])("%s", (_why, more, expected) => {
    expect(said(plain(more))).toEqual(expected);
  });

  test("空のコードは警告、誤ったコードはエラー", () => {
    const severityOf = (code: string) => ruleProblems(plain({ code })).map(({ severity }) => severity);
    expect([severityOf(""), severityOf("1")]).toEqual([["warning"], ["error"]]);
  });

  test("階層がいくつあっても、十までを挙げる", () => {
    const levels = Array.from({ length: 11 }, (_, at) => `階${at}`);
    expect(said(plain({ levels, nodes: [], indicators: [] }))).toEqual([
      `expects.level: 「取組項目」は levels にない階層です。${levels.slice(0, 10).join("、")} のどれかにしてください。`,
    ]);
  });
});

test.each<[string, object[], string[]]>([
  [
    "idが三つ重なる",
    [heading("g", null), item("a", "g"), item("a", "g"), item("a", "g")],
    [2, 3].map(
      (at) => `nodes[${at}].id: id「a」は nodes[1] でも使われています。どちらかを別のidにしてください。`,
    ),
  ],
  [
    "知らない階層",
    [{ ...item("a", null), level: "事業" }],
    ["nodes[0].level: 「事業」は levels にない階層です。目標、施策、取組項目 のどれかにしてください。"],
  ],
  [
    "親と同じ階層",
    [item("a", null), item("b", "a")],
    [
      "nodes[1].parent: 親「a」の階層「取組項目」は「取組項目」より上ではありません。親を選び直してください。",
    ],
  ],
  [
    "親のほうが下の階層",
    [item("a", null), heading("s", "a")],
    ["nodes[1].parent: 親「a」の階層「取組項目」は「施策」より上ではありません。親を選び直してください。"],
  ],
  [
    "親の階層が分からなければ、親のことだけを言う",
    [{ ...heading("x", null), level: "編" }, item("a", "x")],
    ["nodes[0].level: 「編」は levels にない階層です。目標、施策、取組項目 のどれかにしてください。"],
  ],
  ["親に階層がなければ（形の誤り）、言わない", [{ id: "x" }, item("a", "x")], []],
  [
    "知らない親",
    [item("a", "無い")],
    [
      "nodes[0].parent: 親「無い」という id は nodes にありません。親の id を書くか、最上位なら null にしてください。",
    ],
  ],
  [
    "自分が親",
    [item("a", "a")],
    ["nodes[0].parent: 親をたどると輪になっています（a → a）。どれかの親を付け直してください。"],
  ],
  [
    "元がない再掲",
    [{ ...item("a", null), sameAs: "無い" }],
    ["nodes[0].sameAs: 再掲元「無い」という id は nodes にありません。元の項目の id を書いてください。"],
  ],
  [
    "自分が元の再掲",
    [{ ...item("a", null), sameAs: "a" }],
    ["nodes[0].sameAs: 再掲元が自分自身です。元の項目の id を書いてください。"],
  ],
  [
    "同じ id の項目が元の再掲",
    [item("a", null), { ...item("a", null), sameAs: "a" }],
    [
      "nodes[1].id: id「a」は nodes[0] でも使われています。どちらかを別のidにしてください。",
      "nodes[1].sameAs: 再掲元が自分自身です。元の項目の id を書いてください。",
    ],
  ],
  [
    "再掲の再掲",
    [item("a", null), { ...item("b", null), sameAs: "a" }, { ...item("c", null), sameAs: "b" }],
    ["nodes[2].sameAs: 再掲元「b」も再掲です。大元の「a」を書いてください。"],
  ],
  [
    "階層の違う再掲",
    [heading("g", null), { ...item("a", null), sameAs: "g" }],
    ["nodes[1].sameAs: 再掲元「g」とは階層が違います。元の項目かどうかを確かめてください。"],
  ],
])("項目：%s", (_why, nodes, expected) => {
  expect(said(withNodes(...nodes))).toEqual(expected);
});

describe("親の輪", () => {
  const circle = (...ids: string[]) => ids.map((id, at) => ({ id, parent: ids[(at + 1) % ids.length] }));
  const circles = (...nodes: object[]) => said({ nodes });

  test("六つまでは、みな挙げる", () => {
    expect(circles(...circle("a", "b", "c", "d", "e", "f"))).toEqual([
      "nodes[0].parent: 親をたどると輪になっています（a → b → c → d → e → f → a）。どれかの親を付け直してください。",
    ]);
  });

  test("七つあれば、初めの六つ", () => {
    expect(circles(...circle("a", "b", "c", "d", "e", "f", "g"))).toEqual([
      "nodes[0].parent: 親をたどると輪になっています（a → b → c → d → e → f → … → a）。どれかの親を付け直してください。",
    ]);
  });

  test("輪につながるだけの項目は言わず、輪の中でファイルの先にあるものを示す", () => {
    const nodes = [{ id: "x", parent: "c" }, ...circle("b", "c", "d"), { id: "y", parent: "x" }, { id: "z" }];
    expect(circles(...nodes)).toEqual([
      "nodes[1].parent: 親をたどると輪になっています（c → d → b → c）。どれかの親を付け直してください。",
    ]);
  });

  test("輪が二つあれば、二つ言う", () => {
    expect(circles(...circle("a", "b"), ...circle("c", "d"))).toHaveLength(2);
  });
});

describe("指標と評価", () => {
  test.each<[string, Partial<Plan>, string[]]>([
    [
      "IDの重なり",
      { indicators: [indicator("1", "a"), indicator("1", "a")] },
      ["indicators[1].id: id「1」は indicators[0] でも使われています。どちらかを別のidにしてください。"],
    ],
    [
      "知らない項目の指標",
      { indicators: [indicator("1", "無い")] },
      ["indicators[0].node: 「無い」という id は nodes にありません。属する項目の id を書いてください。"],
    ],
    [
      "再掲の指標",
      { nodes: [item("a", null), item("b", null, { sameAs: "a" })], indicators: [indicator("1", "b")] },
      ["indicators[0].node: 再掲の項目には指標を置けません。指標は元の項目「a」に置いてください。"],
    ],
    [
      "知らない項目の評価",
      { assessments: [judged("a", {}), judged("無い", {})] },
      ["assessments[1].node: 「無い」という id は nodes にありません。属する項目の id を書いてください。"],
    ],
    [
      "再掲の評価は、ここでは言わない",
      { nodes: [item("a", null), item("b", null, { sameAs: "a" })], assessments: [judged("b", {})] },
      [],
    ],
    ["期間の端の年度", { indicators: [indicator("1", "a", { actuals: everyYear("1") })] }, []],
    [
      "期間の外の年度",
      {
        indicators: [
          indicator("1", "a", { targets: { 2020: "1", 2021: "1", 2026: "1" }, actuals: { 2019: "1" } }),
        ],
      },
      [
        "indicators[0].targets.2020: 令和2年度（2020）は計画期間 2021〜2025 の外です。年度か計画期間を直してください。",
        "indicators[0].targets.2026: 令和8年度（2026）は計画期間 2021〜2025 の外です。年度か計画期間を直してください。",
        "indicators[0].actuals.2019: 令和元年度（2019）は計画期間 2021〜2025 の外です。年度か計画期間を直してください。",
      ],
    ],
    [
      "年度でない鍵（形の誤り）",
      {
        indicators: [
          indicator("1", "a", { targets: { 令和3: "1", 999: "1", 12021: "1", "2021a": "1", a2020: "1" } }),
        ],
      },
      [],
    ],
    [
      "最後の年度の基準値",
      { indicators: [indicator("1", "a", { baseline: { year: 2025, text: "1" } })] },
      [],
    ],
    [
      "期間より後の基準年度",
      { indicators: [indicator("1", "a", { baseline: { year: 2026, text: "1" } })] },
      [
        "indicators[0].baseline.year: 基準年度 令和8年度 は計画期間 2021〜2025 より後です。年度を確かめてください。",
      ],
    ],
    ["基準年度がない", { indicators: [indicator("1", "a", { baseline: { year: null, text: "1" } })] }, []],
    [
      "期間が逆なら、年度は問わない",
      { period: [2026, 2020], indicators: [indicator("1", "a")] },
      ["period: 計画期間が 2026 から 2020 で、終わりが始まりより前です。"],
    ],
  ])("%s", (_why, more, expected) => {
    expect(said(plain(more))).toEqual(expected);
  });

  test("年度ごとの値も基準値も形が違えば、言わない", () => {
    const own = { ...indicator("1", "a"), targets: ["1"], actuals: "2030", baseline: [2030] };
    expect(said({ ...plain(), indicators: [own] })).toEqual([]);
    expect(said({ ...plain(), indicators: [{ ...own, baseline: { year: "2030" } }] })).toEqual([]);
  });

  test("期間の後の基準年度と、階層の違う再掲だけが警告", () => {
    const plan = plain({
      nodes: [heading("g", null), item("a", "g"), item("b", "g", { sameAs: "g" })],
      indicators: [indicator("1", "a", { baseline: { year: 2026, text: "1" } })],
    });
    expect(ruleProblems(plan).map(({ severity }) => severity)).toEqual(["warning", "warning"]);
    expect(
      new Set(ruleProblems(withNodes(item("a", "x"), item("a", "a"))).map(({ severity }) => severity)),
    ).toEqual(new Set(["error"]));
  });
});
