/** 点検 of 実績値: which are worth a word, and which are not. */

import type { Indicator } from "../../../src/plan/plan";
import { everyYear } from "../plan-parts";
import { findingsOf, messagesOf, soundPlan } from "./plans";

describe("実績値が比べられない", () => {
  const found = (own: Partial<Indicator>) => findingsOf("actual-unreadable", soundPlan({}, own));
  const years = (own: Partial<Indicator>) => found(own).map(({ year }) => year);

  test.each<[string, Partial<Indicator>, number[]]>([
    ["数値の目標に数値の実績", { actuals: { 2021: "90", 2022: "95" } }, []],
    ["数値の目標に「－」", { actuals: { 2021: "－" } }, []],
    ["数値の目標に、まだ何もないという言葉", { actuals: { 2021: "なし" } }, []],
    ["数値の目標に言葉、別の年度には数値", { actuals: { 2021: "90", 2022: "検討中" } }, [2022]],
    ["数値の目標に区分ごとの実績", { actuals: { 2021: "主幹50・主査70" } }, [2021]],
    [
      "一年だけ言葉の目標に、言葉の実績",
      { targets: { ...everyYear("100"), 2021: "導入" }, actuals: { 2021: "導入" } },
      [],
    ],
    ["言葉の目標に数値の実績", { targets: everyYear("実施"), actuals: { 2021: "3" } }, []],
    [
      "「－」の目標に言葉の実績",
      { targets: { ...everyYear("100"), 2021: "－" }, actuals: { 2021: "検討中" } },
      [],
    ],
    [
      "区分ごとの目標に区分ごとの実績",
      { targets: everyYear("主幹50・主査70"), actuals: { 2021: "主幹40・主査60" } },
      [],
    ],
    [
      "目標のない年度の実績は、最後の目標と比べる",
      { targets: { 2021: "実施", 2023: "実施", 2025: "100" }, actuals: { 2022: "検討中" } },
      [2022],
    ],
    ["目標が一つもない", { targets: {}, actuals: { 2021: "検討中" } }, []],
  ])("%s", (_why, own, expected) => {
    expect(years(own)).toEqual(expected);
  });

  test("区分ごとの目標に一つの数値なら、区分ごとに入れるように言う", () => {
    const own = { targets: everyYear("主幹50・主査70"), actuals: { 2022: "60" } };
    expect(found(own)).toEqual([
      expect.objectContaining({
        year: 2022,
        message:
          "取組項目1「財政の健全化」の指標「参加者数」の令和4年度の実績値「60」は、目標値「主幹50・主査70」と比べられません。",
        remedy: "目標値と同じように、区分ごとの数値（主幹50・主査70）で入れてください。",
      }),
    ]);
  });

  test("数値の目標なら、数値だけを入れるように言う", () => {
    expect(found({ actuals: { 2021: "検討中" } })[0]?.remedy).toBe(
      "数値だけを入れてください。測らなかった年度は「－」を入れてください。",
    );
  });
});

describe("実績値の桁が違う疑い", () => {
  const messages = (own: Partial<Indicator>) => messagesOf("actual-implausible", soundPlan({}, own));
  const says = (year: string, text: string, largest: string, times: string) =>
    `取組項目1「財政の健全化」の指標「参加者数」の${year}の実績値「${text}」は、目標値・基準値の最大（${largest}）の${times}倍です。`;

  test.each<[string, Partial<Indicator>, string[]]>([
    ["10倍に届かない", { actuals: { 2021: "999" } }, []],
    ["ちょうど10倍", { actuals: { 2021: "1,000" } }, [says("令和3年度", "1,000", "100", "10")]],
    ["負の実績", { actuals: { 2021: "-1050" } }, [says("令和3年度", "-1050", "100", "10")]],
    [
      "倍率は端数を切り捨て、桁を区切る",
      { actuals: { 2022: "159,999" } },
      [says("令和4年度", "159,999", "100", "1,599")],
    ],
    [
      "離れた年度だけを言う",
      { actuals: { 2021: "90", 2022: "実施", 2023: "5,000" } },
      [says("令和5年度", "5,000", "100", "50")],
    ],
    [
      "基準値のほうが大きければ、それと比べる",
      {
        baseline: { year: 2019, text: "1,200" },
        direction: "down",
        actuals: { 2021: "9,000", 2022: "12,000" },
      },
      [says("令和4年度", "12,000", "1,200", "10")],
    ],
    [
      "減らす量の目標は、大きさで比べる",
      { targets: everyYear("▲300"), baseline: null, actuals: { 2021: "2,999", 2022: "3,000" } },
      [says("令和4年度", "3,000", "300", "10")],
    ],
    [
      "１以上という目標とも比べる",
      { targets: everyYear("1以上"), baseline: null, actuals: { 2021: "9", 2022: "10" } },
      [says("令和4年度", "10", "1", "10")],
    ],
    [
      "目標も基準も0",
      { targets: everyYear("0"), baseline: { year: 2019, text: "0" }, actuals: { 2021: "5" } },
      [],
    ],
    ["数値の目標も基準もない", { targets: everyYear("実施"), baseline: null, actuals: { 2021: "5" } }, []],
  ])("%s", (_why, own, expected) => {
    expect(messages(own)).toEqual(expected);
  });
});
