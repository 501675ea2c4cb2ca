/** The tree a person looks through before loading: nothing of the plan is missing in it, whatever state the plan is in. */
import { bundledPlans } from "../../../src/plan/bundled";
import { outlineOf, type Twig } from "../../../src/pane/screens/plan/plan-outline";

const all = (twigs: readonly Twig[]): Twig[] => twigs.flatMap((twig) => [twig, ...all(twig.children)]);

test.each(bundledPlans().map((plan) => [plan.municipality, plan] as const))(
  "%s：項目も指標も一つずつ載る",
  (_name, plan) => {
    const twigs = all(outlineOf(plan));
    expect(twigs).toHaveLength(plan.nodes.length + plan.indicators.length);
    expect(new Set(twigs.map(({ key }) => key)).size).toBe(twigs.length);
  },
);

test("項目には担当課、指標には基準値と目標値が添えられる", () => {
  const [kazo] = bundledPlans();
  if (kazo === undefined) throw new Error("加須市がない");
  const twigs = all(outlineOf(kazo));
  expect(twigs.find(({ label }) => label.startsWith("取組項目 83 "))?.about).toContain("課");
  expect(twigs.find(({ label }) => label.startsWith("指標 経常収支比率"))?.about).toMatch(
    /基準値 .+、目標値 令和3年度 .+ から 令和7年度 /,
  );
});

test("同じ ID が二つある計画でも、鍵は重ならない", () => {
  const [kazo] = bundledPlans();
  if (kazo === undefined) throw new Error("加須市がない");
  const twigs = all(outlineOf({ ...kazo, nodes: [...kazo.nodes, ...kazo.nodes.slice(0, 3)] }));
  expect(new Set(twigs.map(({ key }) => key)).size).toBe(twigs.length);
});
