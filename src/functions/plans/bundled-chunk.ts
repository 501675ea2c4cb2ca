/** What loads when a published plan is first asked for: the bundled plans and the check of a plan file. */
export { bundledPlans } from "../../plan/bundled";
export { readPlan } from "../../plan/file/read";
