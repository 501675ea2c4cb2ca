/** 集計 and 点検 over the five plans with invented actuals: what all parts of the arithmetic come to together. */

import { readFileSync } from "node:fs";
import { checkPlan } from "../../src/plan/check";
import type { Indicator, Plan } from "../../src/plan/plan";
import { parseTarget } from "../../src/plan/target";
import { summarize } from "../../src/plan/summary/summary";
import { summaryTable } from "../../src/plan/summary/table";

const bundled = (id: string) => JSON.parse(readFileSync(`seeds/${id}.json`, "utf8")) as Plan;

/** The plan with an actual wherever a target is printed, made from the target. */
function withActuals(plan: Plan, made: (target: string, indicator: Indicator) => string): Plan {
  const actualsOf = (indicator: Indicator) =>
    Object.fromEntries(
      Object.entries(indicator.targets).map(([year, target]) => [year, made(target, indicator)]),
    );
  return { ...plan, indicators: plan.indicators.map((each) => ({ ...each, actuals: actualsOf(each) })) };
}

const asPlanned = (target: string) => {
  const value = parseTarget(target);
  // 1以上 is met by 1, 類似団体平均以下 by nothing this plan prints.
  return value.kind === "bound" ? String(value.value) : value.kind === "comparison" ? "87.9" : target;
};

describe.each([
  { id: "kazo", years: [2021, 2022, 2023, 2024, 2025] },
  { id: "ina", years: [2024] },
  { id: "isesaki", years: [2024] },
  { id: "oizumi", years: [2029] },
])("$id：目標どおりの実績", ({ id, years }) => {
  const plan = () => withActuals(bundled(id), asPlanned);

  test.each(years)("%d年度：判定された取組はすべて目標達成で、未入力はない", (year) => {
    const { total, items } = summarize(plan(), { year });
    expect(total.states.未入力).toBe(0);
    expect(total.grades[0]).toMatchObject({ name: "目標達成", count: total.judged });
    expect(total.rate).toMatchObject({ kind: "rate", value: 1 });
    // What is not judged says why.
    const unjudged = items.flatMap(({ measured }) => measured).filter(({ rate }) => rate.kind === "state");
    for (const { rate } of unjudged)
      expect(rate).toMatchObject({ reason: expect.stringMatching(/。$/) as unknown });
  });

  test("実績を入れても、点検にエラーは出ない", () => {
    expect(checkPlan(plan()).filter(({ severity }) => severity === "error")).toEqual([]);
  });
});

test("加須：隔年の「－」のほかは、すべての指標が判定される", () => {
  const plan = withActuals(bundled("kazo"), asPlanned);
  for (const year of [2021, 2022, 2023, 2024, 2025]) {
    const { indicators } = summarize(plan, { year }).total;
    const dashes = plan.indicators.filter(({ targets }) => targets[year] === "－").length;
    expect(indicators.states).toEqual({ 未入力: 0, 対象外: dashes, 判定不能: 0 });
  }
});

test("加須：半分の担当課が入力した年の途中でも、件数は合い、言葉は出さない", () => {
  const plan = bundled("kazo");
  const early = new Set(plan.nodes.filter((_, at) => at % 2 === 0).map(({ id }) => id));
  const entered = withActuals(plan, (target, { node }) => (early.has(node) ? asPlanned(target) : ""));
  const { total, headings, departments } = summarize(entered, { year: 2021 });
  for (const roll of [total, ...headings, ...departments.rows, departments.total]) {
    const { 未入力, 対象外, 判定不能 } = roll.states;
    expect(roll.judged + 未入力 + 対象外 + 判定不能).toBe(roll.n);
    if (roll.indicators.states.未入力 > 0 && roll.rating !== null)
      expect(roll.rating.rating).toBe("判定不能");
  }
  expect(total.printed).toMatch(/^100\.0 %（\d+\/146）$/);
});

test("加須：担当課別の延べは、課の数だけ数えた取組の和", () => {
  const { departments, items } = summarize(bundled("kazo"), { year: 2021 });
  const originals = items.filter(({ sameAs }) => sameAs === null);
  expect(departments.total.n).toBe(originals.reduce((sum, item) => sum + item.departments.length, 0));
});

test("入間：章ごとの進捗区分A＋Bの件数は、全体の件数に足し上がる", () => {
  const summary = summarize(bundled("iruma"));
  expect(summary.total.grades.map(({ name, count }) => [name, count])).toEqual([
    ["A", 52],
    ["B", 120],
    ["C", 103],
    ["D", 58],
    ["E", 5],
  ]);
  expect(summary.rows).toHaveLength(7);
  const good = summary.rows.flatMap(({ grades }) =>
    grades.filter(({ name }) => name === "A" || name === "B"),
  );
  expect(good.reduce((sum, { count }) => sum + count, 0)).toBe(172);
  expect(summaryTable(summary).rows).toHaveLength(8);
});
