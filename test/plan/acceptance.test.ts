/** 了承: a finding accepted with a reason, for as long as the data under it is unchanged. */

import { accept, lapsedAcceptances, openFindings } from "../../src/plan/acceptance";
import { checkPlan } from "../../src/plan/check";
import { accepted, soundPlan } from "./checks/plans";

describe("了承", () => {
  const plan = soundPlan({ departments: [] }, { unit: null, direction: null });

  test("理由を付けて了承すると、その一件だけが了承済みになる", () => {
    const [first] = checkPlan(plan);
    const again = checkPlan(plan, { accepted: [accepted(first)] });
    expect(again.map(({ acceptance }) => acceptance?.reason ?? null)).toEqual(["4月に機構改革", null, null]);
    expect(openFindings(again)).toHaveLength(2);
  });

  test("下にあるデータが変わると、了承は外れる", () => {
    const [first] = checkPlan(plan);
    const record = accepted(first);
    const renamed = {
      ...plan,
      nodes: plan.nodes.map((node) => (node.id === "a" ? { ...node, name: "別の取組" } : node)),
    };
    expect(checkPlan(renamed, { accepted: [record] })[0]?.acceptance).toBeNull();
    expect(lapsedAcceptances(checkPlan(renamed), [record])).toEqual([record]);
  });

  test("関係のないデータが変わっても、了承は続く", () => {
    const [first] = checkPlan(plan);
    const other = {
      ...plan,
      title: "別の題",
      indicators: plan.indicators.map((each) => ({ ...each, actuals: { 2021: "90" } })),
    };
    expect(checkPlan(other, { accepted: [accepted(first)] })[0]?.acceptance?.by).toBe("計画課 加須");
  });

  test("理由のない了承は受け付けない", () => {
    const [first] = checkPlan(plan);
    expect(first && accept(first, "計画課", " ")).toMatchObject({ kind: "refused" });
  });

  test("名前がなければ「記録なし」", () => {
    const [first] = checkPlan(plan);
    expect(first && accept(first, "", "既知")).toMatchObject({ by: "記録なし" });
  });
});
