/** Against which target an indicator's year is held, by which method, from which actual: every case to the word. */

import type { Indicator, Year } from "../../src/plan/plan";
import { rateOf } from "../../src/plan/progress/indicator";
import type { RateOfOptions } from "../../src/plan/progress/rate";

const usual: Indicator = {
  id: "a",
  node: "n",
  name: "数",
  unit: "件",
  direction: "up",
  kind: null,
  cumulative: false,
  note: null,
  baseline: { year: 2019, text: "10" },
  targets: {},
};

type Case = [why: string, own: Partial<Indicator>, year: Year, options: RateOfOptions, answer: unknown];

function answers(what: string, cases: readonly Case[]): void {
  describe(what, () => {
    test.each(cases)("%s", (_why, own, year, options, answer) => {
      const rate = rateOf({ ...usual, ...own }, year, options);
      expect(rate.kind === "state" ? `${rate.state}｜${rate.reason}` : rate).toEqual(answer);
    });
  });
}

/** A target or an actual for each year of the object, as printed. */
const measured = (targets: Record<Year, string>, actuals: Record<Year, string>) => ({ targets, actuals });

const achieved = (value: number) => ({ kind: "rate", value, method: "達成率", formula: "実績÷目標" });
const walked = (value: number) => ({
  kind: "rate",
  value,
  method: "進捗率",
  formula: "(実績−基準)÷(目標−基準)",
});
/** On the way: how much of the time to the target has passed. */
const onTheWay = (year: Year, targetYear: Year, elapsed: number | null) => ({
  ...walked(0.5),
  interim: { year, targetYear, elapsed },
});

const five: RateOfOptions = { period: [2021, 2025] };
const missing = "未入力｜未入力：実績値を入力してください。";
const noTarget = "判定不能｜目標値 未設定：この年度の目標値がありません。目標値を入力してください。";

answers("実績と目標がそろわない", [
  [
    "目標値が一つもない",
    measured({}, { 2021: "5" }),
    2021,
    {},
    "判定不能｜目標値 未設定：この指標には目標値がありません。",
  ],
  ["目標値も実績もない", {}, 2021, {}, missing],
  ["空白だけの実績も未入力", measured({}, { 2021: "　 " }), 2021, {}, missing],
  ["年度ごとの目標の谷間", measured({ 2021: "10", 2023: "20" }, { 2022: "5" }), 2022, {}, noTarget],
  [
    "空白の目標は目標でない",
    measured({ 2021: "10", 2022: " ", 2023: "20" }, { 2022: "5" }),
    2022,
    {},
    noTarget,
  ],
  [
    "最終目標の後",
    measured({ 2025: "20" }, { 2026: "15" }),
    2026,
    {},
    "判定不能｜目標値 未設定：目標の年度を過ぎています。この年度の目標値を入力してください。",
  ],
]);

const walking = (actuals: Record<Year, string>): Partial<Indicator> => ({
  method: "進捗率",
  ...measured({ 2021: "20", 2023: "30" }, actuals),
});

answers("進捗率", [
  ["次の目標へ歩く", walking({ 2022: "20" }), 2022, five, onTheWay(2022, 2023, 2 / 3)],
  ["その年度の目標があればそれ", walking({ 2021: "15" }), 2021, five, walked(0.5)],
  ["最後の目標の後は目標がない", walking({ 2024: "20" }), 2024, {}, noTarget],
  [
    "最終目標だけなら期間中は進捗率",
    measured({ 2025: "20" }, { 2022: "15" }),
    2022,
    five,
    onTheWay(2022, 2025, 0.4),
  ],
  ["最終目標だけなら最終年度も進捗率", measured({ 2025: "20" }, { 2025: "15" }), 2025, {}, walked(0.5)],
]);

const onlyFinal = (year: Year) => measured({ 2024: "20" }, { [year]: "15" });

answers("経過率", [
  ["計画期間がなければ、基準年度の翌年から", onlyFinal(2021), 2021, {}, onTheWay(2021, 2024, 0.4)],
  [
    "始まりが分からなければ、経過率はない",
    { ...onlyFinal(2021), baseline: { year: null, text: "10" } },
    2021,
    {},
    onTheWay(2021, 2024, null),
  ],
  [
    "始まりが目標より後なら、経過率はない",
    onlyFinal(2021),
    2021,
    { period: [2025, 2029] },
    onTheWay(2021, 2024, null),
  ],
  [
    "始まりと目標が同じ年度なら、まだ0",
    onlyFinal(2023),
    2023,
    { period: [2024, 2029] },
    onTheWay(2023, 2024, 0),
  ],
]);

const unmeasured = { baseline: { year: 2019, text: "なし" } };

answers("最終目標だけで、基準値から歩けない", [
  [
    "基準値が数でなければ、最終年度は達成率",
    { ...unmeasured, ...measured({ 2025: "20" }, { 2025: "15" }) },
    2025,
    {},
    achieved(0.75),
  ],
  [
    "基準値がなければ、最終年度は達成率",
    { baseline: null, ...measured({ 2025: "20" }, { 2025: "15" }) },
    2025,
    {},
    achieved(0.75),
  ],
  [
    "基準値が数でなければ、期間中は判定できない",
    { ...unmeasured, ...measured({ 2025: "20" }, { 2024: "15" }) },
    2024,
    {},
    "判定不能｜基準値が数値でない：基準値「なし」からは進捗率を計算できません。基準値を数値にするか、方法を達成率にしてください。",
  ],
  [
    "方法を達成率と決めれば、期間中も達成率",
    { method: "達成率", ...measured({ 2025: "20" }, { 2024: "15" }) },
    2024,
    {},
    achieved(0.75),
  ],
]);

const growing = measured({ 2021: "10", 2022: "20" }, { 2021: "10", 2022: "15" });
const summed: Partial<Indicator> = { cumulative: true, note: "各年度の合計" };

answers("累計", [
  ["最新の値", { cumulative: true, ...growing }, 2022, {}, achieved(0.75)],
  [
    "各年度の値の合計と注記された累計は足す",
    { cumulative: true, note: "各年度の実績の合計", ...growing },
    2022,
    five,
    achieved(1.25),
  ],
  [
    "「毎年の積上げ」も足す",
    { cumulative: true, note: "毎年の積上げ", ...growing },
    2022,
    five,
    achieved(1.25),
  ],
  [
    "累計でなければ、注記があっても足さない",
    { note: "各年度の合計", ...growing },
    2022,
    five,
    achieved(0.75),
  ],
  [
    "足すかどうかは呼ぶ側が決められる",
    { cumulative: true, ...growing },
    2022,
    { ...five, summed: true },
    achieved(1.25),
  ],
  [
    "計画期間がなければ、基準年度の翌年から足す",
    { ...summed, ...measured({ 2020: "1", 2021: "20" }, { 2019: "100", 2020: "5", 2021: "5" }) },
    2021,
    {},
    achieved(0.5),
  ],
  [
    "基準年度も分からなければ、最初の実績から足す",
    {
      ...summed,
      baseline: null,
      ...measured({ 2021: "1", 2022: "20" }, { 2020: "5", 2021: "5", 2022: "5" }),
    },
    2022,
    {},
    achieved(0.75),
  ],
  [
    "足し始めより前の年度は、その年度の値",
    { ...summed, ...measured({ 2021: "10", 2022: "20" }, { 2021: "5" }) },
    2021,
    { period: [2022, 2025] },
    achieved(0.5),
  ],
  [
    "実績がなければ未入力",
    { ...summed, baseline: null, targets: { 2021: "1", 2022: "20" } },
    2022,
    {},
    missing,
  ],
  [
    "足す途中の年度が未入力なら、合計も未入力",
    { ...summed, ...measured({ 2021: "1", 2022: "1", 2023: "20" }, { 2021: "5", 2023: "5" }) },
    2023,
    five,
    missing,
  ],
  [
    "0.1 を三つ足せば 0.3",
    {
      ...summed,
      unit: "ha",
      ...measured({ 2021: "0.1", 2022: "0.2", 2023: "0.3" }, { 2021: "0.1", 2022: "0.1", 2023: "0.1" }),
    },
    2023,
    five,
    achieved(1),
  ],
]);

const inWords = { 2021: "検討", 2022: "実施" };

answers("年度ごとの節目", [
  [
    "後の年度の言葉に届いていれば達成",
    { baseline: null, ...measured(inWords, { 2021: "実施" }) },
    2021,
    {},
    { ...achieved(1), formula: "節目" },
  ],
  [
    "前の年度の言葉では届かない",
    { baseline: null, ...measured(inWords, { 2022: "検討" }) },
    2022,
    {},
    "判定不能｜節目 不明：実績「検討」が目標「実施」に届いたか分かりません。達成・一部達成・未達成（○△×）か目標の言葉で入力してください。",
  ],
]);
