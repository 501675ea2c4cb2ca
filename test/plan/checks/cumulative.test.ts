/** 点検 of 累計: where a running total falls, and where it is set beside the value of a single year. */

import type { Indicator } from "../../../src/plan/plan";
import { everyYear } from "../plan-parts";
import { findingsOf, messagesOf, path, soundPlan } from "./plans";

const place = "取組項目1「財政の健全化」の指標「参加者数」";

describe("累計が減る", () => {
  const messages = (own: Partial<Indicator>) =>
    messagesOf("cumulative-falls", soundPlan({}, { cumulative: true, ...own }));
  const falls = (what: string, before: string, after: string) =>
    `${place}は累計ですが、${what}が${before}から${after}へ減っています。`;

  test.each<[string, Partial<Indicator>, string[]]>([
    ["横ばいは減ったことにならない", { targets: path("10", "10", "20", "20", "20") }, []],
    ["減らす量の累計は、0から遠ざかる", { targets: path("▲30", "▲60", "▲60", "▲90", "▲120") }, []],
    [
      "減らす量の累計が、0に近づく",
      { targets: path("▲30", "▲60", "▲50", "▲90", "▲120") },
      [falls("目標値", "令和4年度の▲60", "令和5年度の▲50")],
    ],
    [
      "間の言葉は飛ばして比べる",
      { targets: path("10", "30", "－", "20", "40") },
      [falls("目標値", "令和4年度の30", "令和6年度の20")],
    ],
    [
      "二度減っても、初めだけを言う",
      { targets: path("50", "40", "60", "30", "70") },
      [falls("目標値", "令和3年度の50", "令和4年度の40")],
    ],
    [
      "目標値でも実績値でも",
      { targets: path("10", "5", "20", "30", "40"), actuals: path("9", "8") },
      [falls("目標値", "令和3年度の10", "令和4年度の5"), falls("実績値", "令和3年度の9", "令和4年度の8")],
    ],
    ["累計でなければ、減ってよい", { cumulative: false, targets: path("10", "5", "4", "3", "2") }, []],
  ])("%s", (_why, own, expected) => {
    expect(messages(own)).toEqual(expected);
  });
});

describe("累計の目標を単年度の基準値と比べている", () => {
  const found = (own: Partial<Indicator>) =>
    findingsOf("cumulative-baseline", soundPlan({}, { cumulative: true, ...own }));
  const ending = (last: string) => ({ 2025: last });
  const from = (year: number | null, text: string) => ({ baseline: { year, text } });

  test("年数で割った目標が、単年度の基準値くらいになる", () => {
    const [finding] = found({ ...from(2019, "1,000"), targets: ending("7,400") });
    expect(finding).toMatchObject({
      year: 2025,
      message:
        `${place}の令和7年度の目標値（累計 7,400）は5年分の合計とみられ、1年あたりでは約1,480です。` +
        "基準値（1,000）は単年度の値ではありませんか。",
    });
  });

  test("基準値より小さければ、年度ごとの値かもしれないと言う", () => {
    const [finding] = found({ ...from(2020, "900"), targets: ending("500") });
    expect(finding).toMatchObject({
      message: `${place}の令和7年度の目標値（累計 500）は、累計なら基準値（900）より小さくはなりません。数え方が違うのではありませんか。`,
      remedy:
        "基準値を累計に直すか、計画期間の始めを0とする基準値にしてください。年度ごとの値なら「累計」の印を外してください。",
    });
  });

  test.each<[string, Partial<Indicator>, number]>([
    ["1年あたりが基準値の六割に届かない", { ...from(2020, "100"), targets: ending("299") }, 0],
    ["1年あたりが、ちょうど基準値の六割", { ...from(2020, "100"), targets: ending("300") }, 1],
    ["基準値と同じ目標は、小さいとは言わない", { ...from(2020, "100"), targets: ending("100") }, 0],
    ["0という目標は、小さいとは言わない", { ...from(2020, "100"), targets: ending("0") }, 0],
    ["基準値が0なら、そこからの累計", { ...from(2020, "0"), targets: ending("500") }, 0],
    ["基準値が言葉なら、比べない", { ...from(2020, "なし"), targets: ending("500") }, 0],
    ["目標値が言葉なら、比べない", { ...from(2020, "100"), targets: ending("実施") }, 0],
    ["目標値がなければ、比べない", { ...from(2020, "100"), targets: {} }, 0],
    ["累計でなければ、比べない", { cumulative: false, ...from(2020, "100"), targets: ending("500") }, 0],
    ["基準年度が分からなければ、計画の前の年とみる", { ...from(null, "100"), targets: ending("300") }, 1],
    [
      "基準年度が期間の途中なら、そこからの年数で割る：二年分",
      { ...from(2023, "100"), targets: ending("120") },
      1,
    ],
    ["一年分なら、累計かどうか分からない", { ...from(2024, "100"), targets: ending("120") }, 0],
    ["基準年度が目標の年度と同じなら、比べない", { ...from(2025, "100"), targets: ending("50") }, 0],
    ["計画より前の年数は数えない", { ...from(2010, "100"), targets: ending("300") }, 1],
  ])("%s", (_why, own, count) => {
    expect(found(own)).toHaveLength(count);
  });

  test("二年目が目標の年度でも、年数は計画の始めから数える", () => {
    const [finding] = found({ ...from(2019, "100"), targets: { 2022: "150" } });
    expect(finding?.message).toContain("2年分の合計とみられ、1年あたりでは約75です");
    expect(found({ ...from(2019, "100"), targets: everyYear("150") })).toEqual([]);
  });
});
