/** The lists of 設定: methods of the indicators, years to choose from, digits of a rate. */
import * as fc from "fast-check";
import { bundledPlans } from "../../../src/plan/bundled";
import {
  methodChanges,
  methodLines,
  methodsFound,
  rateText,
  usualText,
  withMethods,
} from "../../../src/pane/screens/settings/methods";
import { type Indicator, type Plan } from "../../../src/plan/plan";
import { yearChoices } from "../../../src/pane/parts/year-choices";
import { printRate } from "../../../src/pane/parts/print-rate";
import { readPreferences } from "../../../src/pane/state/preferences";

const plans = bundledPlans();
const kazo = plans.find(({ id }) => id === "kazo")!;
const oizumi = plans.find(({ id }) => id === "oizumi")!;

test("年度ごとの目標値なら達成率、最終年度だけなら進捗率、指定があればそれ", () => {
  expect(methodLines(kazo)[0]).toMatchObject({ entered: null, usual: "達成率" });
  expect(methodLines(oizumi).map(usualText)).toContain("自動（進捗率）");
  const [first] = oizumi.indicators;
  const chosen = { ...oizumi, indicators: [{ ...first!, method: "達成率" as const }] };
  expect(methodLines(chosen)[0]).toMatchObject({ entered: "達成率", usual: "進捗率" });
  const none = { ...oizumi, indicators: [{ ...first!, targets: {} }] };
  expect(methodLines(none).map(usualText)).toEqual(["自動（目標値なし）"]);
});

describe("方法を選び直すと", () => {
  const [first, second] = kazo.indicators;
  const plan: Plan = { ...kazo, indicators: [first!, { ...second!, method: "進捗率" }] };

  test("シートと違うものだけが変更になる", () => {
    expect(methodChanges(plan, {})).toEqual([]);
    expect(methodChanges(plan, { [first!.id]: null, [second!.id]: "進捗率" })).toEqual([]);
    expect(methodChanges(plan, { [first!.id]: "達成率", [second!.id]: null })).toEqual([
      { indicator: first!.id, before: null, after: "達成率" },
      { indicator: second!.id, before: "進捗率", after: null },
    ]);
    expect(methodChanges(plan, { いなくなった指標: "達成率" })).toEqual([]);
  });

  test("変えた計画では、その方法が指定され、ほかは前のまま", () => {
    const changes = methodChanges(plan, { [first!.id]: "進捗率", [second!.id]: null });
    const after = withMethods(plan, changes);
    expect(methodLines(after).map(({ entered }) => entered)).toEqual(["進捗率", null]);
    expect(after.indicators[1]).toEqual(second);
    expect(withMethods(plan, [])).toEqual(plan);
  });

  test("率は、どの方法かと、計算できないわけまで言う", () => {
    const half: Indicator = {
      ...first!,
      unit: null,
      direction: "up",
      baseline: { text: "80", year: 2020 },
      targets: { 2021: "100", 2022: "100" },
      actuals: { 2021: "90" },
    };
    const of = (indicator: Indicator) =>
      rateText({ ...kazo, indicators: [indicator] }, half.id, { year: 2021, decimals: 1 });
    expect(of(half)).toBe("達成率 90.0 %");
    expect(of({ ...half, method: "進捗率" })).toBe("進捗率 50.0 %");
    expect(of({ ...half, method: "進捗率", baseline: null })).toMatch(/^判定不能（.*基準値/);
    expect(of({ ...half, actuals: {} })).toBe("未入力");
  });
});

test("全角半角や空白を気にせず探せる", () => {
  const lines = methodLines(kazo);
  expect(methodsFound(lines, "経常収支 比率").length).toBeGreaterThan(0);
  expect(methodsFound(lines, "ｓｎｓ")).toEqual(methodsFound(lines, "SNS"));
  expect(methodsFound(lines, "")).toHaveLength(lines.length);
  expect(methodsFound(lines, "存在しない指標")).toEqual([]);
});

test("評価年度は、どれかの計画にある年度から選ぶ", () => {
  expect(yearChoices([kazo], null)).toEqual([2021, 2022, 2023, 2024, 2025]);
  expect(yearChoices([kazo], 2030)).toContain(2030);
  expect(yearChoices([], null)).toEqual([]);
  const years = yearChoices(plans, null);
  expect(years).toEqual([...new Set(years)].sort((one, other) => one - other));
});

test("読めない期間や長すぎる期間でも止まらない", () => {
  expect(yearChoices([{ ...kazo, period: [0, 0], indicators: [] }], null)).toEqual([]);
  expect(yearChoices([{ ...kazo, period: [1900, 999_999], indicators: [] }], null)).toHaveLength(51);
});

test.each<[number, 1 | 2 | 3, string]>([
  [0.98746, 1, "98.7 %"],
  [0.98746, 2, "98.75 %"],
  [0.98746, 3, "98.746 %"],
  [0.99999, 1, "99.9 %"],
  [0.999999, 2, "99.99 %"],
  [1, 3, "100.000 %"],
  [Number.NaN, 2, "判定不能"],
])("率 %p を小数 %p 桁で", (fraction, decimals, text) => expect(printRate(fraction, decimals)).toBe(text));

test("100％に届かない率は、何桁でも 100 と書かない", () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 0.9999999999999, noNaN: true }),
      fc.constantFrom(1, 2, 3),
      (rate, digits) => {
        expect(Number.parseFloat(printRate(rate, digits as 1 | 2 | 3))).toBeLessThan(100);
      },
    ),
  );
});

test.each<[string | null, object]>([
  [null, { who: "", startup: null, decimals: 1 }],
  ["{", { who: "", startup: null, decimals: 1 }],
  ["[]", { who: "", startup: null, decimals: 1 }],
  ['{"who":5,"startup":"sometimes","decimals":9}', { who: "", startup: null, decimals: 1 }],
  ['{"who":"財政課","startup":"never","decimals":2}', { who: "財政課", startup: "never", decimals: 2 }],
])("覚えていること %p", (text, expected) => expect(readPreferences(text)).toEqual(expected));
