import * as plan from "../../src/plan";

test("計画の部屋の表向きの名は、どれも index から呼べる", () => {
  const names = [
    ...["parseYear", "formatYear", "parseTarget", "readPlan", "find"],
    ...["rate", "gradeOf", "ratingOf", "summarize", "checkPlan", "fiscalRatio", "statutoryLine"],
  ];
  expect(names.filter((name) => typeof Reflect.get(plan, name) !== "function")).toEqual([]);
});

test("同梱の計画は index からは来ない（関数は、求められてから読み込む）", () => {
  expect(Object.keys(plan)).not.toContain("bundledPlans");
});
