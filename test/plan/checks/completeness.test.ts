/** 点検 of completeness: of whom what is asked, and where it may come from. */

import type { Expectation, Indicator, Plan, PlanNode } from "../../../src/plan/plan";
import { everyYear, heading, indicator, item, planOf } from "../plan-parts";
import { findingsOf, messagesOf, repeated, soundPlan } from "./plans";

const expecting = (targets: Expectation["targets"], plan: Plan): Plan => ({
  ...plan,
  expects: { ...plan.expects, targets },
});

describe("担当課がない", () => {
  test("再掲なら、元の担当課を入れるように言い、修正で入る", () => {
    const plan = planOf({
      nodes: [
        item("a", null, { departments: ["財政課", " ", "総務課"] }),
        item("b", null, { name: "取組a", departments: [], sameAs: "a" }),
      ],
      indicators: [indicator("1", "a")],
    });
    expect(findingsOf("department-missing", plan)).toEqual([
      expect.objectContaining({
        node: "b",
        remedy: "再掲元の担当課「財政課、総務課」を入れてください。",
        changes: [{ kind: "department", node: "b", before: [], after: ["財政課", "総務課"] }],
      }),
    ]);
  });

  test("元にも担当課がなければ、どちらにも、課名を入れるように言うだけ", () => {
    const plan = planOf({
      nodes: [item("a", null, { departments: [] }), item("b", null, { departments: [], sameAs: "a" })],
      indicators: [indicator("1", "a")],
    });
    const found = findingsOf("department-missing", plan);
    expect(found.map(({ node }) => node)).toEqual(["a", "b"]);
    for (const { remedy, changes } of found)
      expect([remedy, changes]).toEqual(["「担当課」の列に課名を入れてください。", []]);
  });

  test("空白のほかに一つでも課名があればよく、評価に付いた課名でもよい", () => {
    const plan = planOf({
      nodes: [item("a", null, { departments: ["", "財政課"] }), item("b", null, { departments: [] })],
      assessments: [{ node: "b", marks: { 進捗区分: "A" }, departments: ["総務課"] }],
    });
    expect(findingsOf("department-missing", plan)).toEqual([]);
  });

  test("担う階層でない見出しには、指標が付いていても求めない", () => {
    const plan = planOf({ nodes: [heading("g", null)], indicators: [indicator("1", "g")] });
    expect(findingsOf("department-missing", plan)).toEqual([]);
  });
});

describe("指標がない", () => {
  const below: Partial<PlanNode> = { level: "細目" };
  const levels = ["目標", "施策", "取組項目", "細目"];

  test.each<[string, Plan, string[]]>([
    [
      "取組項目の下の細目に指標がある",
      planOf({ levels, nodes: [item("a", null), item("b", "a", below)], indicators: [indicator("1", "b")] }),
      [],
    ],
    [
      "取組項目の下にも指標がない",
      planOf({ levels, nodes: [item("a", null), item("b", "a", below)] }),
      ["取組項目「取組a」に指標がなく、目標値もありません。"],
    ],
    ["再掲は、元に指標があればよい", repeated({}), []],
    [
      "見出しには求めない",
      planOf({ nodes: [heading("g", null)], assessments: [{ node: "g", marks: {}, departments: [] }] }),
      [],
    ],
    ["目標値を定めない計画では求めない", expecting("none", planOf({ nodes: [item("a", null)] })), []],
  ])("%s", (_why, plan, expected) => {
    expect(messagesOf("indicator-missing", plan)).toEqual(expected);
  });

  test.each([
    ["yearly", "error"],
    ["final", "warning"],
  ] as const)("目標値が %s の計画では %s", (targets, severity) => {
    const found = findingsOf("indicator-missing", expecting(targets, planOf({ nodes: [item("a", null)] })));
    expect(found.map((finding) => finding.severity)).toEqual([severity]);
  });
});

describe("目標値がない", () => {
  const years = (own: Partial<Indicator>, more: Partial<Plan> = {}) =>
    findingsOf("target-missing", { ...soundPlan({}, own), ...more }).map(({ year }) => year);

  test.each<[string, Partial<Indicator>, (number | null)[]]>([
    ["どの年度にもある", {}, []],
    ["「－」も目標値のうち", { targets: { ...everyYear("100"), 2022: "－" } }, []],
    ["最初と最後だけない", { targets: { 2022: "1", 2023: "2", 2024: "3" } }, [2021, 2025]],
    [
      "期間の外にあっても、ない年度の代わりにはならない",
      { targets: { 2020: "1", 2022: "1", 2023: "2", 2024: "3", 2025: "4" } },
      [2021],
    ],
    [
      "期間より後にあっても同じ",
      { targets: { 2021: "1", 2022: "1", 2023: "2", 2024: "3", 2026: "4" } },
      [2025],
    ],
    [
      "期間の外に余分にあっても、そろっていればよい",
      { targets: { ...everyYear("1"), 2020: "1", 2026: "1" } },
      [],
    ],
    ["一つもない", { targets: {} }, [2021, 2022, 2023, 2024, 2025]],
  ])("%s", (_why, own, expected) => {
    expect(years(own)).toEqual(expected);
  });

  test("測らない年度には「－」を入れるように言う", () => {
    expect(findingsOf("target-missing", soundPlan({}, { targets: {} }))[0]?.remedy).toBe(
      "目標値を入れてください。測らない年度なら「－」を入れ、注記に隔年調査などの理由を書いてください。",
    );
  });

  test.each<[string, Partial<Plan>, number]>([
    ["60年の計画なら、60の年度", { period: [2000, 2059] }, 60],
    ["期間の打ち間違いなら、60まで", { period: [2021, 9999] }, 60],
    ["一年だけの計画", { period: [2021, 2021] }, 1],
    ["期間が逆なら、一つも言わない（別の規則が言う）", { period: [2025, 2021] }, 0],
  ])("%s", (_why, more, count) => {
    expect(years({ targets: {} }, more)).toHaveLength(count);
  });

  test("最終目標だけの計画では、目標とする年度の目標値を求める", () => {
    const found = findingsOf("target-missing", expecting("final", soundPlan({}, { targets: {} })));
    expect(found.map(({ year, remedy }) => [year, remedy])).toEqual([
      [2025, "令和7年度など、目標とする年度の目標値を入れてください。"],
    ]);
  });

  test.each([
    ["最終目標だけの計画に、途中の年度の目標値がある", "final", { 2023: "100" }],
    ["目標値を定めない計画", "none", {}],
  ] as const)("言わない：%s", (_why, targets, texts) => {
    expect(findingsOf("target-missing", expecting(targets, soundPlan({}, { targets: texts })))).toEqual([]);
  });
});
