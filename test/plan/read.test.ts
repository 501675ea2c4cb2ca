import * as fc from "fast-check";
import type { Plan } from "../../src/plan/plan";
import { readPlan } from "../../src/plan/file/read";
import { smallPlan } from "./small-plan";

/** 計画のファイルの中身。型のとおりでないものを置くために、型を外してある。 */
type Loose = Record<string, unknown> & {
  nodes: Record<string, unknown>[];
  indicators: Record<string, unknown>[];
  assessments: Record<string, unknown>[];
};

function loosePlan(change: (plan: Loose) => void): Loose {
  const plan: Loose = JSON.parse(JSON.stringify(smallPlan()));
  change(plan);
  return plan;
}

/** 問題を「重さ 場所」で。 */
function problemsOf(json: unknown): string[] {
  return readPlan(json).problems.map(({ severity, path }) => `${severity} ${path}`);
}

const at = (list: Record<string, unknown>[], place: number): Record<string, unknown> => {
  const found = list[place];
  if (found === undefined) throw new Error(`${place} 番目がない`);
  return found;
};

describe("正しいファイル", () => {
  test("そのまま計画になり、問題はない", () => {
    expect(readPlan(smallPlan())).toEqual({ plan: smallPlan(), problems: [] });
  });

  test("文字のままでも、BOMが付いていても読む", () => {
    const text = JSON.stringify(smallPlan());
    expect(readPlan(text)).toEqual({ plan: smallPlan(), problems: [] });
    expect(readPlan(`\uFEFF${text}`).problems).toEqual([]);
  });

  test("渡したものを後から変えても、読んだ計画は変わらない", () => {
    const given = smallPlan();
    const { plan } = readPlan(given);
    given.nodes.length = 0;
    expect(plan?.nodes).toHaveLength(smallPlan().nodes.length);
  });

  test("取組内容、実績、方法、判定も読む", () => {
    const given = loosePlan((plan) => {
      at(plan.nodes, 4).detail = "くわしい内容";
      at(plan.nodes, 4).remark = true;
      at(plan.nodes, 4).remarkText = "雨の日は休み";
      at(plan.indicators, 0).actuals = { "2021": "1.5" };
      at(plan.indicators, 0).method = "進捗率";
      plan.assessments = [
        { node: "3", marks: { 進捗区分: "B", 今後の方向性: ["ア", "イ"] }, departments: ["財政課"] },
      ];
    });
    expect(readPlan(given)).toEqual({ plan: given, problems: [] });
  });

  test("知らない項目は警告にとどめ、読まずに計画にする", () => {
    const given = loosePlan((plan) => {
      plan["メモ"] = "x";
      at(plan.nodes, 0).color = "red";
      at(plan.indicators, 1).baseline = { year: 2019, text: "1", source: "x" };
    });
    const { plan, problems } = readPlan(given);
    expect(problems.map(({ severity, path }) => `${severity} ${path}`)).toEqual([
      "warning メモ",
      "warning nodes[0].color",
      "warning indicators[1].baseline.source",
    ]);
    expect(plan?.nodes[0]).toEqual(smallPlan().nodes[0]);
  });
});

describe("一つの誤り", () => {
  test.each<[string, (plan: Loose) => void, string, RegExp]>([
    // 形
    ["形式がない", (plan) => delete plan.format, "error format", /ありません/],
    ["別の形式", (plan) => (plan.format = "evaluation/1"), "error format", /形式が "plan\/1" ではなく/],
    ["新しい形式", (plan) => (plan.format = "plan/2"), "error format", /アドインを更新/],
    ["名称がない", (plan) => delete at(plan.nodes, 1).name, "error nodes[1].name", /欠かせない/],
    ["名称が空", (plan) => (at(plan.nodes, 1).name = ""), "error nodes[1].name", /空です/],
    ["単位が空", (plan) => (at(plan.indicators, 1).unit = ""), "error indicators[1].unit", /null/],
    ["番号が数", (plan) => (at(plan.nodes, 4).number = 83), "error nodes[4].number", /"83" のように引用符/],
    [
      "目標値が数",
      (plan) => (at(plan.indicators, 0).targets = { 2021: 91.8 }),
      "error indicators[0].targets.2021",
      /"91.8"/,
    ],
    [
      "方向の綴り",
      (plan) => (at(plan.indicators, 0).direction = "上"),
      "error indicators[0].direction",
      /"up"、"down"/,
    ],
    [
      "累計が言葉",
      (plan) => (at(plan.indicators, 0).cumulative = "はい"),
      "error indicators[0].cumulative",
      /true か false/,
    ],
    [
      "年度でない鍵",
      (plan) => (at(plan.indicators, 0).targets = { 令和3: "1" }),
      "error indicators[0].targets.令和3",
      /4けたの西暦/,
    ],
    [
      "担当課が配列でない",
      (plan) => (at(plan.nodes, 4).departments = "財政課"),
      "error nodes[4].departments",
      /配列/,
    ],
    ["節が配列でない", (plan) => (plan.assessments = JSON.parse("3")), "error assessments", /配列/],
    [
      "判定が数",
      (plan) => (plan.assessments = [{ node: "3", marks: { 進捗区分: 1 }, departments: [] }]),
      "error assessments[0].marks.進捗区分",
      /文字列/,
    ],
    ["期間が一つ", (plan) => (plan.period = [2021]), "error period", /最初の年度, 最後の年度/],
    ["期間が範囲の外", (plan) => (plan.period = [2021, 2525]), "error period[1]", /1869〜2100/],
    ["期間が逆", (plan) => (plan.period = [2025, 2021]), "error period", /始まりより前/],
    ["階層がない", (plan) => (plan.levels = []), "error levels", /少なくとも一つ/],
    // コード
    ["検査数字が違う", (plan) => (plan.code = "112102"), "error code", /「112101」です/],
    ["5けた", (plan) => (plan.code = "11210"), "error code", /6けたではありません/],
    ["全角", (plan) => (plan.code = "１１２１０１"), "error code", /半角/],
    ["都道府県がない", (plan) => (plan.code = "482101"), "error code", /01〜47/],
    ["コードが空（警告）", (plan) => (plan.code = ""), "warning code", /6けたで書いて/],
    // つながり
    [
      "知らない親",
      (plan) => (at(plan.nodes, 1).parent = "なし"),
      "error nodes[1].parent",
      /id は nodes にありません/,
    ],
    [
      "重なるid",
      (plan) => (at(plan.nodes, 5).id = at(plan.indicators, 1).node = "3"),
      "error nodes[5].id",
      /nodes\[4\]/,
    ],
    [
      "重なる指標のid",
      (plan) => (at(plan.indicators, 1).id = "3-1"),
      "error indicators[1].id",
      /indicators\[0\]/,
    ],
    ["知らない階層", (plan) => (at(plan.nodes, 18).level = "事業"), "error nodes[18].level", /levels にない/],
    [
      "同じ階層が二度",
      (plan) => (plan.levels = ["視点", "目標", "施策", "取組項目群", "取組項目", "視点"]),
      "error levels[5]",
      /二度/,
    ],
    [
      "担う階層がない",
      (plan) => (plan.expects = { level: "事業", departments: true, targets: "yearly" }),
      "error expects.level",
      /levels にない/,
    ],
    [
      "親の階層が下",
      (plan) => (at(plan.nodes, 5).parent = "3"),
      "error nodes[5].parent",
      /より上ではありません/,
    ],
    [
      "再掲元がない",
      (plan) => (at(plan.nodes, 13).sameAs = "620"),
      "error nodes[13].sameAs",
      /再掲元「620」/,
    ],
    ["再掲元が自分", (plan) => (at(plan.nodes, 13).sameAs = "72"), "error nodes[13].sameAs", /自分自身/],
    ["再掲の再掲", (plan) => (at(plan.nodes, 14).sameAs = "72"), "error nodes[14].sameAs", /大元の「62」/],
    [
      "再掲に指標",
      (plan) => (at(plan.indicators, 4).node = "72"),
      "error indicators[4].node",
      /元の項目「62」に置いて/,
    ],
    [
      "階層の違う再掲（警告）",
      (plan) => (at(plan.nodes, 13).sameAs = "g5"),
      "warning nodes[13].sameAs",
      /階層が違います/,
    ],
    [
      "指標の項目がない",
      (plan) => (at(plan.indicators, 3).node = "420"),
      "error indicators[3].node",
      /属する項目/,
    ],
    [
      "判定の項目がない",
      (plan) => (plan.assessments = [{ node: "x", marks: {}, departments: [] }]),
      "error assessments[0].node",
      /属する項目/,
    ],
    [
      "期間の外の目標",
      (plan) => (at(plan.indicators, 2).targets = { 2026: "1" }),
      "error indicators[2].targets.2026",
      /令和8年度（2026）は計画期間 2021〜2025 の外/,
    ],
    [
      "期間の外の実績",
      (plan) => (at(plan.indicators, 2).actuals = { 2020: "1" }),
      "error indicators[2].actuals.2020",
      /の外/,
    ],
    [
      "期間より後の基準年度（警告）",
      (plan) => (at(plan.indicators, 2).baseline = { year: 2030, text: "1" }),
      "warning indicators[2].baseline.year",
      /より後/,
    ],
  ])("%s", (_name, change, where, sentence) => {
    const given = loosePlan(change);
    if (where === "error nodes[14].sameAs")
      given.indicators = given.indicators.filter(({ node }) => node !== "83");
    const { plan, problems } = readPlan(given);
    expect(problems.map(({ severity, path }) => `${severity} ${path}`)).toContain(where);
    const found = problems.find(({ severity, path }) => `${severity} ${path}` === where);
    expect(found?.message).toMatch(sentence);
    expect(problems.filter(({ severity }) => severity === "error").length).toBe(
      where.startsWith("error") ? 1 : 0,
    );
    expect(plan === null).toBe(where.startsWith("error"));
  });

  test("親が輪になると、輪ごとに一つ、その順に示す", () => {
    const given = loosePlan((plan) => {
      at(plan.nodes, 1).parent = "g1-1-1";
      at(plan.nodes, 8).parent = "v2";
    });
    const circles = readPlan(given).problems.filter(({ message }) => message.includes("輪"));
    expect(circles.map(({ path, message }) => [path, /（(.*)）/.exec(message)?.[1]])).toEqual([
      ["nodes[1].parent", "g1 → g1-1-1 → g1-1 → g1"],
      ["nodes[8].parent", "v2 → v2"],
    ]);
  });

  test.each([
    ["空のファイル", "", /^ファイルが空です。計画のファイル（JSON）を選んでください。$/],
    ["空白だけのファイル", " \n", /^ファイルが空です/],
    [
      "JSONでない文字",
      "第3次加須市行政経営プラン",
      /^JSONとして.*読めません。引用符、コンマ、括弧の閉じ忘れ/,
    ],
    ["途中のBOM", "[\uFEFF]", /^JSONとして/],
    ["配列", "[]", /オブジェクト/],
    ["null", "null", /オブジェクト/],
    ["数", "3", /オブジェクト/],
  ])("計画でないもの: %s", (_name, text, sentence) => {
    const { plan, problems } = readPlan(text);
    expect(plan).toBeNull();
    expect(problems).toHaveLength(1);
    expect(problems[0]?.message).toMatch(sentence);
  });
});

test("JSONの誤りは、何行目のあたりかを言う", () => {
  expect(readPlan('{\n"format": "plan/1",\n')).toEqual({
    plan: null,
    problems: [
      {
        severity: "error",
        path: "",
        line: 3,
        message:
          "JSONとして3行目のあたりで読めません。引用符、コンマ、括弧の閉じ忘れがないか確かめてください。",
      },
    ],
  });
});

describe("読まないもの", () => {
  test("何も渡さなければ、計画のファイルを選ぶように言う", () => {
    expect(readPlan(undefined)).toEqual({
      plan: null,
      problems: [
        {
          severity: "error",
          path: "",
          message: "計画がありません。計画のファイル（JSON）を選んでください。",
        },
      ],
    });
  });

  test("20MBより大きいファイル", () => {
    const { plan, problems } = readPlan(JSON.stringify({ ...smallPlan(), title: "あ".repeat(7_000_000) }));
    expect([plan, problems]).toEqual([
      null,
      [expect.objectContaining({ message: expect.stringContaining("20MB") })],
    ]);
  });

  test.each([
    [20, false],
    [21, true],
  ])("入れ子は20段まで：%p段なら深すぎる = %p", (levels, isTooDeep) => {
    let nested: object = {};
    for (let level = 1; level < levels; level += 1) nested = { extra: nested };
    const { problems } = readPlan(JSON.stringify({ extra: nested }));
    expect(problems.some(({ message }) => message.includes("入れ子が20段より深く"))).toBe(isTooDeep);
  });

  test("深い入れ子（文字のまま）", () => {
    const deep = `${"[".repeat(100_000)}${"]".repeat(100_000)}`;
    const text = JSON.stringify(smallPlan()).replace('"corrections":[]', `"corrections":[],"x":${deep}`);
    const { plan, problems } = readPlan(text);
    expect(plan).toBeNull();
    expect(problems.map(({ message }) => message).join()).toMatch(/入れ子が20段より深く/);
    expect(problems.find(({ severity }) => severity === "error")?.path).toMatch(/^x(\[0\])+$/);
  });

  test("自分自身を含む値でも終わる", () => {
    const given: Record<string, unknown> = { ...smallPlan() };
    given.source = given;
    expect(readPlan(given).plan).not.toBeNull();
  });

  test.each(["__proto__", "constructor", "prototype"])("鍵 %s は、どこにあっても場所とともに断る", (key) => {
    const text = JSON.stringify(smallPlan())
      .replace('"remark"', '"remark"')
      .replace('"targets":{', `"targets":{"${key}":"1",`)
      .replace('{"format"', `{"${key}":{"x":1},"format"`);
    const { plan, problems } = readPlan(text);
    expect(plan).toBeNull();
    const refused = problems.filter(({ message }) => message.includes("プログラムの内部"));
    expect(refused.map(({ path }) => path)).toEqual([key, `indicators[0].targets.${key}`]);
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });

  test("すり替えた原型も断る", () => {
    const given = {
      ...smallPlan(),
      source: Object.setPrototypeOf({ title: "x" }, { title: "y" }) as unknown,
    };
    expect(problemsOf(given)).toEqual(["error source"]);
  });
});

test("誤りがいくつあっても、形の誤りもつながりの誤りも、一度にすべて挙げる", () => {
  const given = loosePlan((plan) => {
    plan.code = "112100";
    at(plan.nodes, 0).name = "";
    at(plan.nodes, 1).parent = "なし";
    at(plan.nodes, 5).id = "3";
    at(plan.nodes, 13).sameAs = "620";
    at(plan.indicators, 0).direction = "?";
    at(plan.indicators, 1).targets = { 2031: "1", 2021: 3 };
    plan["余り"] = 1;
  });
  expect(problemsOf(given).sort()).toEqual(
    [
      "error code",
      "error nodes[0].name",
      "error nodes[1].parent",
      "error nodes[5].id",
      "error nodes[13].sameAs",
      // id を変えた項目を指していた指標も宙に浮く。
      "error indicators[1].node",
      "error indicators[0].direction",
      "error indicators[1].targets.2031",
      "error indicators[1].targets.2021",
      "warning 余り",
    ].sort(),
  );
});

test("どの問題も、日本語の文で、場所がある", () => {
  const given = loosePlan((plan) => {
    plan.code = 1;
    plan.period = "2021";
    at(plan.nodes, 0).departments = [""];
    at(plan.nodes, 0).parent = 3;
  });
  const { problems } = readPlan(given);
  expect(problems).toHaveLength(4);
  for (const { message, path } of problems) {
    expect(message).toMatch(/[ぁ-ん].*。$/);
    expect(path).not.toBe("");
  }
});

describe("性質", () => {
  test("どんな値でも例外はなく、計画が出るのは誤りがないときだけ", () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything({ withBigInt: true, withNullPrototype: true }), fc.json()), (json) => {
        const { plan, problems } = readPlan(json);
        expect(plan === null).toBe(problems.some(({ severity }) => severity === "error"));
      }),
      { numRuns: 1000 },
    );
  });

  test("正しい計画のどこかを何かに替えても例外はない", () => {
    const paths = (value: unknown, above: (string | number)[] = []): (string | number)[][] =>
      typeof value !== "object" || value === null
        ? [above]
        : [above, ...Object.entries(value).flatMap(([key, each]) => paths(each, [...above, key]))];
    fc.assert(
      fc.property(
        fc.constantFrom(...paths(smallPlan()).filter(({ length }) => length > 0)),
        fc.anything(),
        (path, value) => {
          const given: Loose = loosePlan(() => {});
          const last = path.at(-1) ?? "";
          const owner = path
            .slice(0, -1)
            .reduce<object>((each, step) => Object(Reflect.get(each, step)), given);
          Reflect.set(owner, last, value);
          const { plan, problems } = readPlan(given);
          expect(plan === null).toBe(problems.some(({ severity }) => severity === "error"));
        },
      ),
      { numRuns: 500 },
    );
  });

  test("書き出して読むと同じ計画", () => {
    const read = (plan: Plan | null) => readPlan(JSON.stringify(plan)).plan;
    expect(read(read(smallPlan()))).toEqual(smallPlan());
  });
});
