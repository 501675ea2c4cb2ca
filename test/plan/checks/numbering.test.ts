/** 点検 of printed numbers: which rows count up, and what a number is. */

import fc from "fast-check";
import { numberRowsOf } from "../../../src/plan/checks/number-rows";
import type { Plan } from "../../../src/plan/plan";
import { treeOf } from "../../../src/plan/tree";
import { heading, item, planOf } from "../plan-parts";
import { findingsOf, messagesOf, numbered } from "./plans";

const numbersOf = (plan: Plan) =>
  numberRowsOf(treeOf(plan)).map(({ members }) => members.map(({ number }) => number));

describe("番号の読み方", () => {
  test.each<[string, number | null]>([
    ["83", 83],
    ["０８", 8],
    ["(1)", 1],
    ["①", 1],
    ["第1章", 1],
    ["第10", 10],
    ["第123456章", 123_456],
    ["999999", 999_999],
    ["1000000", null],
    ["第1000000章", null],
    ["1-2", null],
    ["第1章第2節", null],
    ["Ⅲ", null],
    ["", null],
  ])("%s", (number, expected) => {
    expect(numbersOf(numbered(number)).flat()).toEqual(expected === null ? [] : [expected]);
  });

  test("番号がなければ数えない", () => {
    expect(numbersOf(planOf({ nodes: [item("a", null)] }))).toEqual([]);
  });
});

/** Two headings with the numbers of the items under each. */
function under(first: string[], second: string[]): Plan {
  const items = (parent: string, numbers: string[]) =>
    numbers.map((number, at) => item(`${parent}-${at}`, parent, { number }));
  return planOf({
    nodes: [heading("目1", null), ...items("目1", first), heading("目2", null), ...items("目2", second)],
  });
}

describe("通し番号か、見出しごとの番号か", () => {
  const rowsOf = (plan: Plan) =>
    numberRowsOf(treeOf(plan)).map(({ through, under: at, members }) => [
      through,
      at?.id ?? null,
      members.length,
    ]);

  test("ほとんど重ならなければ、計画を通して数える", () => {
    expect(rowsOf(under(["1", "2"], ["3", "4"]))).toEqual([[true, null, 4]]);
  });

  test("見出しごとに1から始まれば、見出しごとに数える", () => {
    expect(rowsOf(under(["1", "2"], ["1", "2"]))).toEqual([
      [false, "目1", 2],
      [false, "目2", 2],
    ]);
  });

  test("十一のうち一つだけ重なっても通し番号、十のうち一つなら見出しごと", () => {
    const upTo = (count: number) => Array.from({ length: count }, (_, at) => `${at + 1}`);
    expect(rowsOf(under(upTo(10), ["10"]))).toEqual([[true, null, 11]]);
    expect(rowsOf(under(upTo(9), ["9"]))).toEqual([
      [false, "目1", 9],
      [false, "目2", 1],
    ]);
  });

  test("階層ごとに、別々に数える", () => {
    const plan = planOf({
      nodes: [
        heading("目1", null, { number: "1" }),
        item("a", "目1", { number: "1" }),
        item("b", "目1", { number: "2" }),
      ],
    });
    expect(numberRowsOf(treeOf(plan)).map(({ level }) => level)).toEqual(["目標", "取組項目"]);
    expect(messagesOf("number-twice", plan)).toEqual([]);
  });
});

describe("番号が重なる", () => {
  test("通し番号なら、離れた見出しの下でも言う", () => {
    const numbers = Array.from({ length: 10 }, (_, at) => `${at + 1}`);
    expect(messagesOf("number-twice", under(numbers, ["(10)"]))).toEqual([
      "取組項目の番号「(10)」が、取組項目10「取組目1-9」と取組項目(10)「取組目2-0」に重なっています。",
    ]);
  });

  test("見出しごとの番号なら、同じ見出しの下だけを言う", () => {
    expect(messagesOf("number-twice", under(["1", "2", "2"], ["1", "2"]))).toEqual([
      "取組項目の番号「2」が、取組項目2「取組目1-1」と取組項目2「取組目1-2」に、同じ見出しの下で重なっています。",
    ]);
  });

  test("三つ重なれば、初めのものとの重なりを二つ言う", () => {
    const found = findingsOf("number-twice", under(["1", "1", "1"], ["1"]));
    expect(found.map(({ node }) => node)).toEqual(["目1-1", "目1-2"]);
    expect(new Set(found.map(({ fingerprint }) => fingerprint)).size).toBe(2);
  });
});

describe("番号が飛んでいる", () => {
  test("見出しごとの番号なら、どの見出しの下かを言う", () => {
    expect(messagesOf("number-gap", under(["1", "2", "4"], ["1", "2", "3"]))).toEqual([
      "目標「見出し目1」の下で、取組項目の番号3がありません（取組項目2「取組目1-1」の次が取組項目4「取組目1-2」）。",
    ]);
  });

  test("飛んだところごとに一つ", () => {
    expect(messagesOf("number-gap", numbered("9", "1", "3", "5", "4"))).toEqual([
      "取組項目の番号2がありません（取組項目1「取組n1」の次が取組項目3「取組n2」）。",
      "取組項目の番号6から8までがありません（取組項目5「取組n3」の次が取組項目9「取組n0」）。",
    ]);
  });

  test("1から始まらなくても、重なっていても、飛んではいない", () => {
    expect(messagesOf("number-gap", numbered("53", "55", "54"))).toEqual([]);
    expect(messagesOf("number-gap", under(["1", "1", "2"], ["1", "2"]))).toEqual([]);
  });

  test("言った番号は、どれも計画にない番号で、言わなかった番号は、どれもある", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 20 }),
        (numbers) => {
          const said = messagesOf("number-gap", numbered(...numbers.map(String))).flatMap((message) => {
            const [, from, to] = /番号(\d+)(?:から(\d+)まで)?が/.exec(message) ?? [];
            const first = Number(from);
            return Array.from({ length: Number(to ?? from) - first + 1 }, (_, at) => first + at);
          });
          const least = Math.min(...numbers);
          const between = Array.from({ length: Math.max(...numbers) - least + 1 }, (_, at) => least + at);
          expect(said).toEqual(between.filter((number) => !numbers.includes(number)));
        },
      ),
    );
  });
});
