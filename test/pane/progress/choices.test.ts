/** 進捗の 年度・担当課・階層: 選べるものと、選んでいないときに見えるもの. */
import { NO_DEPARTMENT, summarize } from "../../../src/plan/summary/summary";
import {
  atLevel,
  departmentShown,
  departmentsIn,
  levelShown,
  levelsOf,
  yearShown,
  yearsOf,
} from "../../../src/pane/screens/progress/choices";
import { heading, indicator, item, planOf } from "../../plan/plan-parts";
import { smallPlan } from "../../plan/small-plan";

describe("年度", () => {
  const plan = smallPlan();
  test.each([
    ["何も選ばず評価年度もなければ計画の最終年度", null, null, 2025],
    ["評価年度があればその年度", null, 2023, 2023],
    ["選んだ年度が評価年度に勝つ", 2022, 2023, 2022],
    ["計画期間の外の評価年度は使わない", null, 2030, 2025],
    ["よその計画で選んだ年度は使わない", 2012, 2024, 2024],
  ])("%s", (_name, chosen, evaluation, shown) => {
    expect(yearShown(plan, chosen, evaluation)).toBe(shown);
  });

  test("計画期間の外に実績値があれば、その年度も選べる。空の実績値では増えない", () => {
    const late = planOf({
      nodes: [item("1", null)],
      indicators: [indicator("1-1", "1", { actuals: { 2026: "100", 2027: " " } })],
    });
    expect(yearsOf(late)).toEqual([2021, 2022, 2023, 2024, 2025, 2026]);
  });
});

describe("担当課", () => {
  test("印刷された順に一度ずつ", () => {
    expect(departmentsIn(smallPlan())).toEqual([
      "シティプロモーション課",
      "秘書課",
      "業務改善課",
      "財政課",
      "職員課",
    ]);
  });

  test("担当課のない取組があれば、そのための選択肢も並ぶ", () => {
    const plan = planOf({ nodes: [item("1", null), item("2", null, { departments: [] })] });
    expect(departmentsIn(plan)).toEqual(["財政課", NO_DEPARTMENT]);
  });

  test("担当課を載せない計画では何も選べない", () => {
    expect(departmentsIn(planOf({ nodes: [item("1", null, { departments: [] })] }))).toEqual([]);
  });

  test("この計画にない課は選ばれていない", () => {
    expect(departmentShown(["財政課"], "税務課")).toBeNull();
    expect(departmentShown(["財政課"], "財政課")).toBe("財政課");
  });
});

describe("階層", () => {
  const summary = summarize(smallPlan());

  test("取組を持つ階層だけが並ぶ", () => {
    expect(levelsOf(summary)).toEqual(["視点", "目標", "施策", "取組項目群"]);
  });

  test("はじめは目標ごと、この計画にない階層は選ばれない", () => {
    expect(levelShown(summary, null)).toBe("目標");
    expect(levelShown(summary, "章")).toBe("目標");
    expect(levelShown(summary, "施策")).toBe("施策");
  });

  test("選んだ階層の、取組を持つ見出しだけが行になる", () => {
    const plan = planOf({ nodes: [heading("a", null), heading("b", null), item("1", "a")] });
    expect(atLevel(summarize(plan), "目標").rows.map(({ key }) => key)).toEqual(["a"]);
  });
});
