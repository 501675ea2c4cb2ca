/** How many items get another grade when the cut-offs move. */
import { bundledPlans } from "../../../src/plan/bundled";
import { type Plan } from "../../../src/plan/plan";
import { DEFAULT_SCALE } from "../../../src/plan/scale-bundled";
import { changesSentence, gradeChanges } from "../../../src/pane/screens/settings/grade-changes";

const plans = bundledPlans();
const kazo = plans.find(({ id }) => id === "kazo")!;
const iruma = plans.find(({ id }) => id === "iruma")!;

/** 90 of 100 wanted, for the first `count` indicators with a plain number as target. */
function withActuals(plan: Plan, count: number): Plan {
  let left = count;
  const indicators = plan.indicators.map((indicator) => {
    const target = Number(indicator.targets[2021]);
    if (left === 0 || !(target > 0) || indicator.direction !== "up") return indicator;
    left -= 1;
    return { ...indicator, actuals: { 2021: String(target * 0.9) } };
  });
  return { ...plan, indicators };
}

const stricter = {
  ...DEFAULT_SCALE,
  rules: DEFAULT_SCALE.rules.map((rule, at) => (at === 1 ? { ...rule, percent: 95 } : rule)),
};

test("実績値がなければ、変わる評価もない", () => {
  const changes = gradeChanges(kazo, 2021, DEFAULT_SCALE, stricter);
  expect(changes).toMatchObject({ items: 125, graded: 0, changed: 0, moves: [] });
  expect(changesSentence(changes)).toMatch(/まだありません/);
});

test("90％の項目は、概ね達成を 95％以上にすると一つ下がる", () => {
  const changes = gradeChanges(withActuals(kazo, 12), 2021, DEFAULT_SCALE, stricter);
  expect(changes.changed).toBeGreaterThan(0);
  expect(changes.moves).toEqual([{ from: "概ね達成", to: "やや遅れている", count: changes.changed }]);
  expect(changes.changed).toBeLessThanOrEqual(changes.graded);
  expect(changesSentence(changes)).toBe(
    `${changes.changed}項目の評価が変わります（評価のある ${changes.graded}項目中）。`,
  );
});

test("同じ区切りなら何も変わらない", () => {
  const changes = gradeChanges(withActuals(kazo, 12), 2021, DEFAULT_SCALE, { ...DEFAULT_SCALE });
  expect(changes.changed).toBe(0);
  expect(changesSentence(changes)).toMatch(/変わる項目はありません/);
});

test("評価を記録する計画では、区切りは効かない", () => {
  expect(gradeChanges(iruma, 2021, DEFAULT_SCALE, stricter)).toMatchObject({ recorded: true, changed: 0 });
});
