/** What an item comes to in 集計: before its target year, without values, and with what stands under it. */

import { printState } from "../../src/plan/progress/rate";
import { summarize, type SummaryOptions } from "../../src/plan/summary/summary";
import type { Indicator, PlanNode } from "../../src/plan/plan";
import { heading, indicator, item, planOf } from "./plan-parts";

const final = (id: string, node: string, actual: string, year = 2025): Indicator =>
  indicator(id, node, {
    targets: { [year]: "100" },
    baseline: { year: 2020, text: "50" },
    actuals: { 2022: actual },
  });
const planWith = (indicators: Indicator[], nodes: PlanNode[] = []) =>
  planOf({ nodes: [heading("g", null), item("a", "g"), item("b", "g"), ...nodes], indicators });
const itemA = (indicators: Indicator[], options: SummaryOptions = {}) => {
  const result = summarize(planWith(indicators), { year: 2022, ...options }).itemOf.get("a");
  return result === undefined
    ? null
    : { ...result, said: result.rate.kind === "state" ? printState(result.rate) : null };
};

describe("目標の年度より前の取組", () => {
  const walking = [final("1", "a", "75"), final("2", "a", "70")];

  test("評価せず、理由と進捗率の平均を示す", () => {
    expect(itemA(walking)).toMatchObject({
      rate: { kind: "state", reason: "期間中：目標の年度より前のため、進捗率は評価しません。" },
      grade: { kind: "state", state: "判定不能" },
      counts: { n: 2, judged: 0, states: { 未入力: 0, 対象外: 0, 判定不能: 2 } },
    });
    const { total } = summarize(planWith(walking), { year: 2022 });
    expect(total.interim).toEqual({ mean: 0.45, printed: "45.0 %（経過率40.0 %）", count: 2, elapsed: 0.4 });
  });

  test("目標の年度が違えば、経過率は一つに決まらない", () => {
    const { total } = summarize(planWith([final("1", "a", "75"), final("2", "a", "75", 2024)]), {
      year: 2022,
    });
    expect(total.interim).toMatchObject({ printed: "50.0 %", elapsed: null });
  });

  test("設定すれば、進捗率÷経過率で評価する", () => {
    expect(itemA([final("1", "a", "70")], { byElapsed: true })).toMatchObject({
      rate: { kind: "rate", value: 1, method: "進捗率" },
      grade: { kind: "grade", name: "目標達成" },
    });
  });
});

describe("値のない取組", () => {
  const dash = indicator("1", "a", { targets: { 2022: "－", 2023: "100" } });
  const owed = indicator("2", "a");
  const unknown = indicator("3", "a", { direction: null, actuals: { 2022: "80" } });

  test.each<[string, Indicator[], string, string]>([
    ["指標がない", [], "判定不能", "指標 なし：この取組項目には指標がありません。指標を追加してください。"],
    ["測らない年度だけ", [dash], "対象外", "測定しない年度：目標値が「－」の年度は、実績を評価しません。"],
    ["未入力がある", [dash, unknown, owed], "未入力", "未入力：実績値を入力してください。"],
    [
      "測らない年度と判定不能",
      [dash, unknown],
      "判定不能",
      "方向 未設定：増やす・減らす・維持・範囲のどれかを「方向」に入れてください。",
    ],
  ])("%s", (_, indicators, state, reason) => {
    expect(itemA(indicators)).toMatchObject({ rate: { kind: "state", state, reason } });
  });
});

describe("判定された取組", () => {
  const good = indicator("1", "a", { actuals: { 2022: "120" } });
  const poor = indicator("2", "a", { actuals: { 2022: "60" }, method: "進捗率" });

  test("指標の平均。100 % を超えた分は数えない", () => {
    expect(itemA([good, poor])).toMatchObject({
      rate: { kind: "rate", value: 0.6, method: "達成率", formula: "指標の平均" },
    });
  });

  test("最も低い指標", () => {
    expect(itemA([good, poor], { aggregation: "worst" })).toMatchObject({
      rate: { kind: "rate", value: 0.2, formula: "最も低い指標" },
    });
  });

  test("取組の下の見出しに付いた指標も、その取組のもの。下の取組のものは別", () => {
    const below: PlanNode[] = [
      { ...item("a1", "a"), level: "事業" },
      { ...item("c", "a1"), level: "取組項目" },
    ];
    const indicators = [
      indicator("1", "a", { actuals: { 2022: "100" } }),
      indicator("2", "a1", { actuals: { 2022: "50" } }),
      indicator("3", "c", { actuals: { 2022: "0" } }),
    ];
    const plan = { ...planWith(indicators, below), levels: ["目標", "施策", "取組項目", "事業"] };
    const { itemOf, total } = summarize(plan, { year: 2022 });
    expect(itemOf.get("a")).toMatchObject({ rate: { value: 0.75 }, counts: { n: 2 } });
    expect(itemOf.get("c")).toMatchObject({ rate: { value: 0 }, counts: { n: 1 } });
    expect(itemOf.has("a1")).toBe(false);
    expect(total.indicators.n).toBe(3);
  });

  test("見出しに直に付いた指標は、その見出しを取組として数える", () => {
    const { itemOf, total } = summarize(planWith([indicator("1", "g", { actuals: { 2022: "80" } })]), {
      year: 2022,
    });
    expect(itemOf.get("g")).toMatchObject({ rate: { value: 0.8 } });
    expect(total.n).toBe(3);
  });
});
