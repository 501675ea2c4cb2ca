/** A plan file that is not of the form, said in full: what stands there, what should, what to do. */

import { readPlan } from "../../src/plan/file/read";
import { indicator, item, judged, planOf } from "./plan-parts";

type Fields = Record<string, unknown>;

function sentenceFor(
  change: (plan: Fields, node: Fields, own: Fields) => void,
): [string | undefined, string] {
  const plan: Fields = JSON.parse(
    JSON.stringify(
      planOf({
        nodes: [item("a", null)],
        indicators: [indicator("1", "a", { actuals: { 2021: "1" } })],
        assessments: [judged("a", { 進捗区分: "A" })],
      }),
    ),
  );
  const first = (name: string) => (plan[name] as Fields[])[0] ?? {};
  change(plan, first("nodes"), first("indicators"));
  const [problem, ...others] = readPlan(plan).problems;
  expect(others).toEqual([]);
  return [problem?.path, problem?.message ?? ""];
}

describe("文字列を書くところに", () => {
  test.each<[unknown, string]>([
    [null, "null "],
    [83, "数 83 "],
    [true, "true "],
    [[], "配列"],
    [{}, "オブジェクト"],
  ])("%j", (value, described) => {
    const hint = value === 83 ? '"83" のように引用符で囲んでください。' : "";
    expect(sentenceFor((_plan, node) => (node.name = value))).toEqual([
      "nodes[0].name",
      `ここには文字列を書きますが、${described}が入っています。${hint}`,
    ]);
  });
});

test.each<[string, (plan: Fields, node: Fields, own: Fields) => unknown, string, string]>([
  [
    "true か false",
    (plan) => ((plan.expects as Fields).departments = ""),
    "expects.departments",
    "ここにはtrue か falseを書きますが、空の文字列が入っています。",
  ],
  [
    "配列",
    (plan) => (plan.corrections = "なし"),
    "corrections",
    "ここには配列 […]を書きますが、文字列「なし」が入っています。",
  ],
  [
    "二つの年度",
    (plan) => (plan.period = "2021"),
    "period",
    "ここには配列 […]を書きますが、文字列「2021」が入っています。",
  ],
  [
    "オブジェクト",
    (plan) => (plan.source = []),
    "source",
    "ここにはオブジェクト {…}を書きますが、配列が入っています。",
  ],
  [
    "年度ごとの値",
    (_plan, _node, own) => (own.targets = "100"),
    "indicators[0].targets",
    "ここにはオブジェクト {…}を書きますが、文字列「100」が入っています。",
  ],
  [
    "数",
    (_plan, _node, own) => (own.baseline = { year: "2019", text: "1" }),
    "indicators[0].baseline.year",
    "ここには数を書きますが、文字列「2019」が入っています。",
  ],
  [
    "整数",
    (_plan, _node, own) => (own.baseline = { year: 2019.5, text: "1" }),
    "indicators[0].baseline.year",
    "ここには整数を書きますが、数 2019.5 が入っています。",
  ],
  [
    "文字列か配列",
    (plan) => (plan.assessments = [{ node: "a", marks: { 進捗区分: true }, departments: [] }]),
    "assessments[0].marks.進捗区分",
    "ここには空でない文字列か、その配列を書きますが、true が入っています。",
  ],
  [
    "決まった語（方向）",
    (_plan, _node, own) => (own.direction = "上"),
    "indicators[0].direction",
    'ここに書けるのは "up"、"down"、"keep"、"band" だけですが、文字列「上」が入っています。',
  ],
  [
    "決まった語（方法）",
    (_plan, _node, own) => (own.method = "率"),
    "indicators[0].method",
    'ここに書けるのは "達成率"、"進捗率" だけですが、文字列「率」が入っています。',
  ],
  [
    "決まった語（目標）",
    (plan) => ((plan.expects as Fields).targets = 5),
    "expects.targets",
    'ここに書けるのは "yearly"、"final"、"none" だけですが、数 5 が入っています。',
  ],
  [
    "長い語は、初めだけを示す",
    (_plan, _node, own) => (own.direction = "上".repeat(50)),
    "indicators[0].direction",
    `ここに書けるのは "up"、"down"、"keep"、"band" だけですが、文字列「${"上".repeat(40)}…」が入っています。`,
  ],
  [
    "欠かせない項目",
    (_plan, node) => delete node.level,
    "nodes[0].level",
    "「level」がありません。plan/1 では欠かせない項目です。",
  ],
  [
    "空の名称",
    (_plan, _node, own) => (own.name = ""),
    "indicators[0].name",
    "「name」が空です。値を書くか、ないことを表すなら null にしてください。",
  ],
  [
    "空の担当課",
    (_plan, node) => (node.departments = [""]),
    "nodes[0].departments[0]",
    "「0」が空です。値を書くか、ないことを表すなら null にしてください。",
  ],
  ["空の階層", (plan) => (plan.levels = []), "levels", "「levels」が空です。少なくとも一つ書いてください。"],
  [
    "期間が一つ",
    (plan) => (plan.period = [2021]),
    "period",
    "計画期間は [最初の年度, 最後の年度] の二つで書いてください。",
  ],
  [
    "期間が三つ",
    (plan) => (plan.period = [2021, 2025, 2026]),
    "period",
    "計画期間は [最初の年度, 最後の年度] の二つで書いてください。",
  ],
  [
    "古すぎる年度",
    (_plan, _node, own) => (own.baseline = { year: 1868, text: "1" }),
    "indicators[0].baseline.year",
    "1868 は年度の範囲（1869〜2100）の外です。",
  ],
  [
    "先すぎる年度",
    (plan) => (plan.period = [2021, 2101]),
    "period[1]",
    "2101 は年度の範囲（1869〜2100）の外です。",
  ],
  [
    "年度でない鍵",
    (_plan, _node, own) => (own.actuals = { 令和3: "1" }),
    "indicators[0].actuals.令和3",
    '「令和3」は年度ではありません。4けたの西暦（例 "2021"）で書いてください。',
  ],
  [
    "三けたの年度",
    (_plan, _node, own) => (own.actuals = { 202: "1" }),
    "indicators[0].actuals.202",
    '「202」は年度ではありません。4けたの西暦（例 "2021"）で書いてください。',
  ],
  [
    "五けたの年度",
    (_plan, _node, own) => (own.actuals = { 20211: "1" }),
    "indicators[0].actuals.20211",
    '「20211」は年度ではありません。4けたの西暦（例 "2021"）で書いてください。',
  ],
  [
    "名前のない区分",
    (plan) => (plan.assessments = [{ node: "a", marks: { "": "A" }, departments: [] }]),
    'assessments[0].marks[""]',
    "名前のない項目があります。名前を付けるか、除いてください。",
  ],
  [
    "新しい形式",
    (plan) => (plan.format = "plan/12"),
    "format",
    "形式「plan/12」はこのアドインより新しいものです。アドインを更新してください。",
  ],
  [
    "ほかの形式",
    (plan) => (plan.format = "plan/2a"),
    "format",
    '形式が "plan/1" ではなく、文字列「plan/2a」です。計画のファイルかどうかを確かめてください。',
  ],
  [
    "似た形式",
    (plan) => (plan.format = "my-plan/2"),
    "format",
    '形式が "plan/1" ではなく、文字列「my-plan/2」です。計画のファイルかどうかを確かめてください。',
  ],
  [
    "形式が文字列でない",
    (plan) => (plan.format = ["plan/2"]),
    "format",
    '形式が "plan/1" ではなく、配列です。計画のファイルかどうかを確かめてください。',
  ],
])("%s", (_what, change, path, sentence) => {
  expect(sentenceFor((plan, node, own) => void change(plan, node, own))).toEqual([path, sentence]);
});

test("新しい形式のファイルは、そのことだけを言う", () => {
  expect(readPlan({ format: "plan/2", items: [] }).problems).toEqual([
    {
      severity: "error",
      path: "format",
      message: "形式「plan/2」はこのアドインより新しいものです。アドインを更新してください。",
    },
  ]);
});

test("書かなくてよい項目は、書かなくても空でもよい", () => {
  const own = indicator("1", "a", {
    unit: null,
    direction: "band",
    kind: null,
    note: null,
    baseline: null,
    method: "達成率",
  });
  const node = item("a", null, { remarkText: "", detail: "", remark: false });
  const plan = planOf({
    expects: { level: "取組項目", departments: false, targets: "none" },
    nodes: [node],
    indicators: [own, { ...own, id: "2", direction: "keep" }, { ...own, id: "3", direction: "down" }],
    corrections: [{ printed: "", meant: "", where: "" }],
    period: [1869, 2100],
  });
  expect(readPlan(plan)).toEqual({ plan, problems: [] });
});
