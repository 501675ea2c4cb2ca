/** What no plan file may be: larger than 20 MB, too deep, carrying names that reach into the program. */

import { limitProblems, sizeProblems } from "../../src/plan/file/limits";

const tooLarge = {
  message: "ファイルが20MBより大きいので読みません。計画を分けるか、本文などの要らない項目を除いてください。",
  path: "",
  severity: "error",
};

test("文字なら、UTF-8で20MBちょうどまで読む", () => {
  const most = `${"あ".repeat(6_666_666)}xx`;
  expect(sizeProblems(most)).toEqual([]);
  expect(sizeProblems(`${most}x`)).toEqual([tooLarge]);
});

describe("読み取り済みの値の大きさ", () => {
  /** An object (1), a name of 10 and a list (1), an object (1), a name of 7 and an object (1), a name of 3 and a text (1). */
  const around = 25;
  const holding = (text: string) => ({ indicators: [{ targets: { あ: text } }] });

  test("名前と値をUTF-8で足して20MBまで。配列の位置は名前ではない", () => {
    const most = `${"あ".repeat(6_666_658)}x`;
    expect(new TextEncoder().encode(most).length).toBe(20_000_000 - around);
    expect(limitProblems(holding(most))).toEqual([]);
    expect(limitProblems(holding(`${most}x`))).toEqual([tooLarge]);
  });

  test("いくつに分かれていても足し、大きすぎても、そこまでに見つけた問題は残る", () => {
    const half = "あ".repeat(3_333_333);
    expect(limitProblems([half, half])).toEqual([tooLarge]);
    expect(
      limitProblems({ constructor: 1, source: { title: half }, title: half }).map(({ path }) => path),
    ).toEqual(["constructor", ""]);
  });
});

describe("入れ子の深さ", () => {
  const nested = (levels: number): unknown => (levels === 0 ? 1 : { x: nested(levels - 1) });

  test("深すぎるところがいくつあっても、初めの一つだけを示す", () => {
    const found = limitProblems([nested(3), nested(21), nested(25)]);
    expect(found).toEqual([
      {
        message: "入れ子が20段より深くなっています。計画のファイルは5段までです。",
        path: `[1]${".x".repeat(20)}`,
        severity: "error",
      },
    ]);
  });

  test("深すぎるところの後も、ほかの問題を探す", () => {
    const found = limitProblems([nested(30), { prototype: 1 }]);
    expect(found.map(({ path }) => path)).toEqual([`[0]${".x".repeat(20)}`, "[1].prototype"]);
  });
});

describe("知らない項目", () => {
  const unknown = (key: string, path: string) => ({
    message: `「${key}」という項目は plan/1 にはないので読みません。綴りを確かめるか、除いてください。`,
    path,
    severity: "warning",
  });

  test.each<[string, unknown, string[]]>([
    ["計画", { title: "x", color: 1 }, ["color"]],
    ["出典", { source: { title: "x", url: 1 } }, ["source.url"]],
    ["期待", { expects: { level: "x", x: 1 } }, ["expects.x"]],
    ["訂正", { corrections: [{ printed: "x" }, { meant: "x", x: 1 }] }, ["corrections[1].x"]],
    ["見出し", { nodes: [{ id: "x", sameAs: "x", detail: "x", remarkText: "x" }, { x: 1 }] }, ["nodes[1].x"]],
    ["指標", { indicators: [{ actuals: {}, method: "x", x: 1 }] }, ["indicators[0].x"]],
    ["基準値", { indicators: [{ baseline: { year: 1, text: "x", x: 1 } }] }, ["indicators[0].baseline.x"]],
    ["評価", { assessments: [{ marks: { 独自: "x" }, x: 1 }] }, ["assessments[0].x"]],
    ["年度ごとの値の年度は、項目の名ではない", { indicators: [{ targets: { x: "1" } }] }, []],
    [
      "二つあれば、書かれた順",
      { b: 1, a: 2, nodes: [{ d: 1, c: 2 }] },
      ["b", "a", "nodes[0].d", "nodes[0].c"],
    ],
  ])("%s", (_what, json, paths) => {
    expect(limitProblems(json)).toEqual(paths.map((path) => unknown(path.replace(/^.*[.]/, ""), path)));
  });
});

describe("プログラムの内部に触れる名前", () => {
  const refused = (key: string, path: string) => ({
    message: `「${key}」という名前はプログラムの内部に触れるので使えません。この項目を除いてください。`,
    path,
    severity: "error",
  });

  test.each<[string, unknown, unknown[]]>([
    [
      "JSONから読んだ __proto__",
      JSON.parse('{"nodes":[{"__proto__":{}}]}'),
      [refused("__proto__", "nodes[0].__proto__")],
    ],
    ["すり替えた原型", { source: Object.setPrototypeOf({}, { x: 1 }) }, [refused("__proto__", "source")]],
    ["自作の型の値", { source: new (class Own {})() }, [refused("__proto__", "source")]],
    ["原型のない値はよい", { source: Object.create(null) }, []],
    ["配列の原型は調べない", [Object.setPrototypeOf([], { x: 1 })], []],
  ])("%s", (_what, json, problems) => {
    expect(limitProblems(json)).toEqual(problems);
  });
});

test.each([[null], ["文字"], [3], [undefined], [true]])("%j には、問題がない", (json) => {
  expect(limitProblems(json)).toEqual([]);
});

test("同じ値が二か所にあれば、一度だけ見る", () => {
  const shared = { constructor: 1 };
  expect(limitProblems([shared, shared]).map(({ path }) => path)).toEqual(["[0].constructor"]);
});
