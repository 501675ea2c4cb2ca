/** 修正: what is mended is no longer found, and nothing else is touched. */

import { checkPlan } from "../../src/plan/check";
import { mendPlan } from "../../src/plan/mend";
import { repeated, soundPlan, withDepartments } from "./checks/plans";
import { everyYear } from "./plan-parts";

describe("修正", () => {
  test.each([
    {
      why: "割合で入れた実績",
      plan: soundPlan({}, { unit: "％", actuals: { 2021: "0.918" } }),
      rule: "share-for-percent",
    },
    {
      why: "セルの中の単位",
      plan: soundPlan({}, { targets: { ...everyYear("100"), 2022: "100人" } }),
      rule: "unit-in-cell",
    },
    {
      why: "セルにだけある単位",
      plan: soundPlan({}, { unit: null, targets: everyYear("100件") }),
      rule: "unit-missing",
    },
    {
      why: "課名の書き誤り",
      plan: withDepartments("市民協働推進課", "市民協働推進課", "市民協働推進課", "市民共働推進課"),
      rule: "department-misspelt",
    },
    { why: "再掲の担当課", plan: repeated({ departments: ["総務課"] }), rule: "repeat-differs" },
    { why: "担当課のない再掲", plan: repeated({ departments: [] }), rule: "department-missing" },
  ])("$why: 直すと、その指摘がなくなる", ({ plan, rule }) => {
    const finding = checkPlan(plan).find((each) => each.rule === rule);
    expect(finding?.mendable).toBe(true);
    const { plan: mended, stale } = mendPlan(plan, finding?.changes ?? []);
    expect(stale).toEqual([]);
    expect(checkPlan(mended).filter((each) => each.rule === rule)).toEqual([]);
  });

  test("91.8は0.918のちょうど100倍", () => {
    const [finding] = checkPlan(soundPlan({}, { unit: "％", actuals: { 2021: "0.918" } }));
    expect(finding?.changes).toEqual([
      { kind: "actual", indicator: "a-1", year: 2021, before: "0.918", after: "91.8" },
    ]);
  });

  test("その間に変わったセルは直さず、知らせる", () => {
    const plan = soundPlan({}, { unit: "％", actuals: { 2021: "0.918" } });
    const [finding] = checkPlan(plan);
    const typed = {
      ...plan,
      indicators: plan.indicators.map((each) => ({ ...each, actuals: { 2021: "92" } })),
    };
    const { plan: mended, stale, done } = mendPlan(typed, finding?.changes ?? []);
    expect(mended.indicators[0]?.actuals).toEqual({ 2021: "92" });
    expect([stale.length, done.length]).toEqual([1, 0]);
  });
});
