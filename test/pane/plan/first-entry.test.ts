/** シートへ移動: 次に入力するセルへ. */
import { firstEntry } from "../../../src/pane/screens/plan/first-entry";
import { indicator, item, judged, planOf } from "../../plan/plan-parts";
import { workbookPlan } from "../workbook-plan";

const plan = planOf({
  nodes: [item("1", null), item("2", null)],
  indicators: [
    indicator("1-1", "1", { actuals: { 2021: "100" } }),
    indicator("1-2", "1", { targets: { 2021: "－", 2022: "3", 2023: "3" }, note: "隔年調査" }),
    indicator("2-1", "2"),
  ],
});

test.each([
  ["評価年度の、まだ入っていない最初のセル（測らない年度は飛ばす）", 2021, "2-1", 2021],
  ["別の年度なら、その年度のセル", 2022, "1-1", 2022],
  ["評価年度が計画の期間の外なら、最初の年度", 2040, "2-1", 2021],
  ["評価年度がなければ、最初の年度", null, "2-1", 2021],
])("%s", (_name, evaluationYear, id, year) => {
  expect(firstEntry(workbookPlan(plan), evaluationYear)).toEqual({
    plan: plan.id,
    indicator: id,
    column: "actual",
    year,
  });
});

test("すべて入っていれば、最初のセル", () => {
  const full = planOf({
    nodes: [item("1", null)],
    indicators: [indicator("1-1", "1", { actuals: { 2021: "100" } })],
  });
  expect(firstEntry(workbookPlan(full), 2021)).toMatchObject({ indicator: "1-1", column: "actual" });
});

test("評価を記録する計画では、まだ選んでいない区分", () => {
  const recorded = planOf({
    nodes: [item("1", null), item("2", null)],
    assessments: [judged("1", { 進捗区分: "A" }), judged("2", { 進捗区分: [] })],
  });
  const loaded = { ...workbookPlan(recorded), addressOf: () => "試験市!I7" };
  expect(firstEntry(loaded, 2021)).toEqual({
    plan: recorded.id,
    node: "2",
    column: "mark",
    scale: "進捗区分",
  });
});

test("シートにその列がなければ、計画の始まり", () => {
  expect(firstEntry({ ...workbookPlan(plan), addressOf: () => null }, 2021)).toEqual({ plan: plan.id });
});
