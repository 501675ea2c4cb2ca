/** What a plan must say of itself and a table does not print: its title, whose it is, its period. A person fills it in. */

import type { Plan, Problem } from "../plan/plan";
import type { Annotations } from "./annotations";

const particulars = [
  { field: "title", what: "計画の名称", isMissing: (plan: Plan) => plan.title === "" },
  { field: "municipality", what: "自治体名", isMissing: (plan: Plan) => plan.municipality === "" },
  { field: "period", what: "計画期間", isMissing: (plan: Plan) => plan.period[0] === 0 },
] as const;

export function missingParticulars(plan: Plan, annotations: Pick<Annotations, "plan"> = {}): Problem[] {
  const missing = particulars.filter(
    ({ field, isMissing }) => isMissing(plan) && annotations.plan?.[field] === undefined,
  );
  if (missing.length === 0) return [];
  return [
    {
      severity: "warning",
      message: `${missing.map(({ what }) => what).join("・")}が文書から分かりません。補ってください。`,
    },
  ];
}
