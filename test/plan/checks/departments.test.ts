/** 点検 of 担当課: which names look like a misspelling of another one. */

import type { Plan } from "../../../src/plan/plan";
import { indicator, item, planOf } from "../plan-parts";
import { findingsOf, withDepartments } from "./plans";

/** Department → how many items it has. */
function used(uses: Record<string, number>): Plan {
  return withDepartments(...Object.entries(uses).flatMap(([name, count]) => Array<string>(count).fill(name)));
}

/** 「誤り→正しいと思われる名」 */
function suspected(plan: Plan): string[] {
  return findingsOf("department-misspelt", plan).map(({ message }) =>
    message.replace(/^担当課「(.*)」（\d+件）は「(.*)」（\d+件）の書き誤りではありませんか。$/, "$1→$2"),
  );
}

describe("書き方だけの違い", () => {
  test.each<[string, Record<string, number>, string[]]>([
    ["空白", { 財政課: 2, "財 政 課": 1 }, ["財 政 課→財政課"]],
    ["中黒", { 広報・広聴課: 2, 広報広聴課: 1 }, ["広報広聴課→広報・広聴課"]],
    ["半角の中黒", { 広報広聴課: 2, "広報･広聴課": 1 }, ["広報･広聴課→広報広聴課"]],
    ["ケとヶ", { 霞ヶ丘課: 2, 霞ケ丘課: 1 }, ["霞ケ丘課→霞ヶ丘課"]],
    ["カとヵ", { 二カ所課: 2, 二ヵ所課: 1 }, ["二ヵ所課→二カ所課"]],
    ["カとケは別の字", { 霞カ丘課: 2, 霞ケ丘課: 1 }, []],
    ["同じ数なら、文字の順で後のほうを疑う", { DX課: 1, ＤＸ課: 1 }, ["ＤＸ課→DX課"]],
    [
      "三つあれば、一番多いものにそろえる",
      { DX課: 2, ＤＸ課: 3, "D X課": 1 },
      ["DX課→ＤＸ課", "D X課→ＤＸ課"],
    ],
  ])("%s", (_why, uses, expected) => {
    expect(suspected(used(uses))).toEqual(expected);
  });
});

describe("一字の違い", () => {
  test.each<[string, Record<string, number>, string[]]>([
    ["三倍あれば疑う", { 市民協働推進課: 3, 市民共働推進課: 1 }, ["市民共働推進課→市民協働推進課"]],
    ["三倍に届かなければ疑わない", { 市民協働推進課: 2, 市民共働推進課: 1 }, []],
    [
      "二つまでは、書き誤りかもしれない",
      { 市民協働推進課: 6, 市民共働推進課: 2 },
      ["市民共働推進課→市民協働推進課"],
    ],
    ["三つもあれば、実在する課", { 市民協働推進課: 30, 市民共働推進課: 3 }, []],
    ["六字なら疑う", { 高齢福祉課内: 3, 高令福祉課内: 1 }, ["高令福祉課内→高齢福祉課内"]],
    ["五字では、別の課かもしれない", { 高齢福祉課: 3, 高令福祉課: 1 }, []],
    ["一字落ちなら、五字でも疑う", { シティー推進課: 3, シティ推進課: 1 }, ["シティ推進課→シティー推進課"]],
    ["一字落ちで五字", { 危機管理防災課: 1, 子育て支援課: 3, 子育支援課: 1 }, ["子育支援課→子育て支援課"]],
    ["一字落ちでも、四字では疑わない", { 広報広聴課: 3, 広報聴課: 1 }, []],
    [
      "八字の名は、少しでも多いほうが正しいとみる",
      { 総合市民窓口課係: 2, 総合住民窓口課係: 1 },
      ["総合住民窓口課係→総合市民窓口課係"],
    ],
    ["七字では、少し多いだけでは分からない", { 総合市民窓口課: 2, 総合住民窓口課: 1 }, []],
    ["八字でも、同じ数なら分からない", { 総合市民窓口課係: 1, 総合住民窓口課係: 1 }, []],
    ["二字違えば別の課", { 市民協働推進課: 5, 市民共動推進課: 1 }, []],
    ["一字抜いて同じでも、違うところが二つなら別の課", { まちづくり推進課: 5, ちづくり推進室課: 1 }, []],
    ["数字の違い", { 地域振興第1担当課: 5, 地域振興第2担当課: 1 }, []],
    ["全角の数字の違い", { 地域振興第1担当課: 5, 地域振興第２担当課: 1 }, []],
    ["漢数字の違い", { 地域振興第一担当課: 5, 地域振興第二担当課: 1 }, []],
    ["片方だけが数字", { 地域振興第一担当課: 5, 地域振興第担当課: 1 }, []],
    ["新しい課と前の課", { 市民協働推進課: 5, 新市民協働推進課: 1 }, []],
    [
      "一番多い名にそろえる",
      { 市民協働推進課: 5, 市民恊働推進課: 9, 市民共働推進課: 1 },
      ["市民共働推進課→市民恊働推進課"],
    ],
  ])("%s", (_why, uses, expected) => {
    expect(suspected(used(uses))).toEqual(expected);
  });
});

describe("課という字", () => {
  test.each<[string, Record<string, number>, string[]]>([
    ["課が落ちていれば、多くても疑う", { 財政課: 1, 財政: 5 }, ["財政→財政課"]],
    ["科は、多くても疑う", { 財政課: 1, 財政科: 5 }, ["財政科→財政課"]],
    ["室が落ちているのかは分からない", { 秘書室: 5, 秘書: 1 }, []],
    ["課と室は別の組織", { 財政課: 5, 財政室: 1 }, []],
  ])("%s", (_why, uses, expected) => {
    expect(suspected(used(uses))).toEqual(expected);
  });
});

describe("数と、直すところ", () => {
  const plan = planOf({
    nodes: [
      item("a", null, { departments: ["財政課", "総務課"] }),
      item("b", null, { departments: ["財政", "総務課"] }),
      item("c", null, { departments: ["財政", "財政課"] }),
      item("d", null, { departments: [] }),
    ],
    indicators: ["a", "b", "c"].map((id) => indicator(`${id}-1`, id)),
    assessments: [{ node: "d", marks: { 進捗区分: "A" }, departments: ["財政", "財政"] }],
  });

  test("評価に付いた課名も数え、一つの項目では一度だけ数える", () => {
    expect(findingsOf("department-misspelt", plan)).toEqual([
      expect.objectContaining({
        node: "b",
        message: "担当課「財政」（3件）は「財政課」（2件）の書き誤りではありませんか。",
        remedy: "「財政課」にそろえてください。別の課なら、理由を付けて了承してください。",
      }),
    ]);
  });

  test("修正は担当課の列だけを直し、二つになった課名は一つにする", () => {
    expect(findingsOf("department-misspelt", plan)[0]?.changes).toEqual([
      { kind: "department", node: "b", before: ["財政", "総務課"], after: ["財政課", "総務課"] },
      { kind: "department", node: "c", before: ["財政", "財政課"], after: ["財政課"] },
    ]);
  });

  test("書き誤りが二つあれば、別々に了承できる", () => {
    const found = findingsOf("department-misspelt", used({ 財政課: 1, 財政: 1, 財政科: 1 }));
    expect(new Set(found.map(({ fingerprint }) => fingerprint)).size).toBe(2);
  });
});

describe("よく似た名の課が並ぶとき", () => {
  const written = "推愛青赤秋朝足穴雨飴家池石磯犬稲岩海梅浦絵";
  const misspelt = (count: number) =>
    suspected(
      withDepartments(
        ...Array<string>(4).fill("まちづくり推進課"),
        ...[...written].slice(0, count).map((character) => `まちづくり${character}進課`),
      ),
    );

  test("20までは、多い名の書き誤りを疑う", () => {
    expect(misspelt(20)).toHaveLength(19);
  });

  test("20を超えて一字違いが並べば、そう名付けられた課であり、疑わない", () => {
    expect(misspelt(21)).toEqual([]);
  });
});
