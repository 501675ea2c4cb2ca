/** What follows from a plan and is asked for in every row of it: worked out once. A plan is a value and never changes. */

import type { Plan } from "../plan/plan";

export function oncePerPlan<Result>(workOut: (plan: Plan) => Result): (plan: Plan) => Result {
  const known = new WeakMap<Plan, { result: Result }>();
  return (plan) => {
    const before = known.get(plan);
    if (before !== undefined) return before.result;
    const result = workOut(plan);
    known.set(plan, { result });
    return result;
  };
}
