/** What may stand around the numbers of a cell, and what makes words of it. */
import { parseTarget, type Target } from "../../src/plan/target";
import {
  band,
  bound,
  comparison,
  meaningOf,
  milestone,
  number,
  parts,
  reduction,
  type Meaning,
} from "./target-meanings";

describe("数のまわりに書いてよい言葉", () => {
  test.each([
    "約",
    "およそ",
    "おおむね",
    "概ね",
    "ほぼ",
    "各",
    "全",
    "計",
    "合計",
    "累計",
    "延",
    "延べ",
    "のべ",
    "年",
    "年間",
    "毎年",
  ])("「%s50人」は50人", (before) => {
    for (const text of [`${before}50人`, `${before} 50人`]) expect(meaningOf(text)).toEqual(number(50, "人"));
  });

  test.each([
    "維持",
    "を維持",
    "の維持",
    "達成",
    "を達成",
    "を目指す",
    "程度",
    "前後",
    "ほど",
    "くらい",
    "ぐらい",
  ])("「50人%s」は50人", (after) => {
    for (const text of [`50人${after}`, `50人 ${after}`]) expect(meaningOf(text)).toEqual(number(50, "人"));
  });

  test.each(["※", "※1", "※12", "*", "＊＊", "†"])("注の印「%s」", (mark) => {
    for (const text of [`50人${mark}`, `50人 ${mark}`]) expect(meaningOf(text)).toEqual(number(50, "人"));
  });

  test.each<[string, Meaning]>([
    ["(目標) 50", number(50)],
    ["(目標)▲50", reduction(-50)],
    ["(目標).5", number(0.5)],
    ["(目標)実施", milestone("(目標)実施")],
    ["(第2期)50", milestone("(第2期)50")],
    ["50 (累計)", number(50)],
    ["50(R5)", number(50)],
    ["50(見込)人", milestone("50(見込)人")],
    ["50(前年比3増)", milestone("50(前年比3増)")],
    ["50(3(仮))", milestone("50(3(仮))")],
    ["約実施", milestone("約実施")],
    ["(累計)", milestone("(累計)")],
    ["※1", milestone("※1")],
    ["実施※1", milestone("実施※1")],
    ["実施を維持", milestone("実施を維持")],
    ["維持50を", milestone("維持50を")],
  ])("「%s」", (text, meaning) => {
    expect(meaningOf(text)).toEqual(meaning);
  });
});

describe("限りと範囲の書き方", () => {
  test.each<[string, "以上" | "以下" | "超" | "未満"]>([
    ["以上", "以上"],
    ["以下", "以下"],
    ["以内", "以下"],
    ["未満", "未満"],
    ["超", "超"],
    ["超える", "超"],
    ["を超える", "超"],
    ["を超過", "超"],
    ["を上回る", "超"],
    ["を下回る", "未満"],
  ])("「%s」", (word, meant) => {
    for (const space of ["", " "]) {
      expect(meaningOf(`5件${space}${word}`)).toEqual(bound(5, meant, "件"));
      expect(meaningOf(`県平均${space}${word}`)).toEqual(comparison("県平均", meant));
    }
  });

  test.each<[string, Meaning]>([
    ["5件 〜", bound(5, "以上", "件")],
    ["〜 5件", bound(5, "以下", "件")],
    ["-5以上", bound(-5, "以上")],
    ["〜▲5", milestone("〜▲5")],
    ["▲5〜", milestone("▲5〜")],
    ["3 〜 5", band(3, 5)],
    ["3件 から 5件", band(3, 5, "件")],
    ["3件〜5", band(3, 5, "件")],
    ["3〜3", band(3, 3)],
    ["3以上 5以下", band(3, 5)],
    ["3以上,5以下", band(3, 5)],
    ["3以上5以下を維持", band(3, 5)],
    ["5以上3以下", milestone("5以上3以下")],
    ["3〜5〜7", milestone("3〜5〜7")],
    ["▲3〜5", milestone("▲3〜5")],
    ["3〜▲5", milestone("3〜▲5")],
    ["(県平均)以上", milestone("(県平均)以上")],
    ["3年前以上", milestone("3年前以上")],
    ["1位以上", bound(1, "以上", "位")],
    ["A以上", comparison("A", "以上")],
    ["_以上", milestone("_以上")],
  ])("「%s」", (text, meaning) => {
    expect(meaningOf(text)).toEqual(meaning);
  });
});

describe("いくつかの群の書き方", () => {
  const both = parts(["男性", 5], ["女性", 6]);

  test.each([
    "男性5 女性6",
    "男性5・女性6",
    "男性5、女性6",
    "男性5,女性6",
    "男性5/女性6",
    "男性5;女性6",
    "男性：5　女性 : 6",
    "男性 5 ・ 女性 6",
  ])("「%s」", (text) => {
    expect(meaningOf(text)).toEqual(both);
  });

  test.each<[string, Meaning]>([
    ["利用者数5", number(5)],
    ["利用者数は5", number(5)],
    ["利用率:5％", number(5, "％")],
    ["面積 5ha", number(5, "ha")],
    ["相談件数が5件", number(5, "件")],
    ["女性割合5％", number(5, "％")],
    ["補助額5円", number(5, "円")],
    ["排出量5t", number(5, "t")],
    ["平均値5", number(5)],
    ["男性5％女性6％", parts(["男性", 5, "％"], ["女性", 6, "％"])],
    ["男性5女性6", milestone("男性5女性6")],
    ["男性▲5・女性6", milestone("男性▲5", "女性6")],
    ["実施5・女性6", milestone("実施5", "女性6")],
    ["abc 5", milestone("abc", "5")],
    ["男性5・女性", milestone("男性5", "女性")],
  ])("「%s」", (text, meaning) => {
    expect(meaningOf(text)).toEqual(meaning);
  });

  test.each([
    "令和",
    "平成",
    "昭和",
    "大正",
    "明治",
    "西暦",
    "第",
    "年",
    "月",
    "週",
    "日",
    "習熟レベル",
    "ステージ",
    "フェーズ",
    "ランク",
    "バージョン",
    "計画第",
  ])("「%s 5」は、群の数ではない", (name) => {
    expect(parseTarget(`${name} 5`).kind).not.toBe("parts");
  });
});

describe("言葉の分け方", () => {
  test.each<[string, string[]]>([
    ["検討 策定", ["検討", "策定"]],
    ["検討　策定", ["検討", "策定"]],
    ["検討；策定", ["検討", "策定"]],
    ["検討⇒策定", ["検討", "策定"]],
    ["検討 → 策定", ["検討", "策定"]],
    ["検討,策定", ["検討", "策定"]],
    ["検討/策定", ["検討", "策定"]],
    ["検討･策定", ["検討", "策定"]],
    ["A,B", ["A,B"]],
    ["検討/2回", ["検討/2回"]],
    ["アンケート・ヒアリング", ["アンケート・ヒアリング"]],
    ["アンケート・・実施", ["アンケート", "実施"]],
    ["アンケート・実施", ["アンケート", "実施"]],
    ["検討・・策定", ["検討", "策定"]],
    ["、", ["、"]],
  ])("「%s」", (text, words) => {
    expect(meaningOf(text)).toEqual(milestone(...words));
  });
});

test.each<[string, Target["kind"]]>([
  ["9".repeat(120), "number"],
  ["9".repeat(121), "milestone"],
  ["/ /", "milestone"],
  ["- 5 -", "milestone"],
  ["－。", "milestone"],
  ["2100年", "milestone"],
  ["1868年", "number"],
])("長さと線と年：「%s」は %s", (text, kind) => {
  expect(parseTarget(text).kind).toBe(kind);
});
