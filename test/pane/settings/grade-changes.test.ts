/** How many items get another grade when the cut-offs move, or an indicator is judged by another method. */
import { bundledPlans } from "../../../src/plan/bundled";
import { type Plan } from "../../../src/plan/plan";
import { type Scale } from "../../../src/plan/scales/scale";
import { DEFAULT_SCALE } from "../../../src/plan/scales/bundled";
import { changesSentence, gradeChanges } from "../../../src/pane/screens/settings/grade-changes";
import { withMethods } from "../../../src/pane/screens/settings/methods";

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

const byScale = (plan: Plan, scale: Scale) =>
  gradeChanges(2021, { plan, scale: DEFAULT_SCALE }, { plan, scale });

test("実績値がなければ、変わる評価もない", () => {
  const changes = byScale(kazo, stricter);
  expect(changes).toMatchObject({ items: 125, graded: 0, changed: 0, moves: [] });
  expect(changesSentence(changes)).toMatch(/まだありません/);
});

test("90％の項目は、概ね達成を 95％以上にすると一つ下がる", () => {
  const changes = byScale(withActuals(kazo, 12), stricter);
  expect(changes.changed).toBeGreaterThan(0);
  expect(changes.moves).toEqual([{ from: "概ね達成", to: "やや遅れている", count: changes.changed }]);
  expect(changes.changed).toBeLessThanOrEqual(changes.graded);
  expect(changesSentence(changes)).toBe(
    `${changes.changed}項目の評価が変わります（評価のある ${changes.graded}項目中）。`,
  );
});

test("同じ区切りなら何も変わらない", () => {
  const changes = byScale(withActuals(kazo, 12), { ...DEFAULT_SCALE });
  expect(changes.changed).toBe(0);
  expect(changesSentence(changes)).toMatch(/変わる項目はありません/);
});

test("評価を記録する計画では、区切りは効かない", () => {
  expect(byScale(iruma, stricter)).toMatchObject({ recorded: true, changed: 0 });
});

test("基準値から見た進捗率にすると、達成率では概ね達成の項目が下がる", () => {
  // From 80 to 100 wanted, 90 reached: 90 % of the target, but half of the way.
  const first = kazo.indicators.find(
    ({ targets, direction }) => direction === "up" && targets[2021] !== undefined,
  )!;
  const half = {
    ...first,
    unit: null,
    baseline: { text: "80", year: 2020 },
    targets: { 2021: "100", 2022: "100" },
    actuals: { 2021: "90" },
  };
  const plan = { ...kazo, indicators: [half] };
  const judged = { plan, scale: DEFAULT_SCALE };
  const changes = [{ indicator: half.id, before: null, after: "進捗率" as const }];
  expect(gradeChanges(2021, judged, { ...judged, plan: withMethods(plan, changes) }).moves).toEqual([
    { from: "概ね達成", to: "大幅に遅れている", count: 1 },
  ]);
});
