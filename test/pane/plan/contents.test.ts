/** What the cards of the published plans say, counted from their data. */
import { bundledPlans } from "../../../src/plan/bundled";
import { contentsOf, countsText, periodText } from "../../../src/pane/screens/plan/contents";
import { type Plan } from "../../../src/plan/plan";

const plan = (id: string): Plan => {
  const found = bundledPlans().find((each) => each.id === id);
  if (!found) throw new Error(id);
  return found;
};

test.each([
  ["kazo", "取組項目 125（ほか再掲 9）・指標 146・担当課 27", "令和3年度〜令和7年度"],
  ["iruma", "施策の方向性 338・担当課 43", "平成29年度〜令和3年度"],
])("%s の中身", (id, counts, period) => {
  const contents = contentsOf(plan(id));
  expect(countsText(contents)).toBe(counts);
  expect(contents.period).toBe(period);
});

test("評価の仕方は計画の形から言う", () => {
  expect(contentsOf(plan("kazo")).judgement).toBe("年度ごとの目標値と実績値から達成率を計算");
  expect(contentsOf(plan("iruma")).judgement).toBe("記録された評価（進捗区分・取組区分・今後の方向性）");
  expect(contentsOf(plan("oizumi")).judgement).toBe("最終年度の目標値に向かう進捗率を計算");
});

test("何もない計画でも言葉になる", () => {
  const empty: Plan = {
    ...plan("kazo"),
    nodes: [],
    indicators: [],
    assessments: [],
    expects: { level: "", departments: false, targets: "none" },
  };
  const contents = contentsOf(empty);
  expect(countsText(contents)).toBe("項目 0");
  expect(contents.judgement).toBe("目標値も評価の記録もありません");
});

test.each<[[number, number], string]>([
  [[2021, 2025], "令和3年度〜令和7年度"],
  [[2019, 2019], "令和元年度"],
  [[0, 0], "期間の記載なし"],
])("期間 %p", (period, text) => expect(periodText(period)).toBe(text));
