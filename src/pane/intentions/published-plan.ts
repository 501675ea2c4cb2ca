/** A plan that comes with the add-in: all of them are one script of their own, fetched when the first is wanted. */
import { type Plan } from "../../plan/plan";

export async function publishedPlan(id: string): Promise<Plan> {
  const { bundledPlans } = await import("../../plan/bundled");
  const plan = bundledPlans().find((each) => each.id === id);
  if (plan === undefined) throw new Error(`付属の計画に「${id}」がありません。`);
  return plan;
}
