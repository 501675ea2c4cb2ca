/** 読み込む: what loading a plan would make, and loading it. */
import { type Plan } from "../../plan/plan";
import { type LoadPreview } from "../../sheets";
import { refreshBook, choosePlan } from "../state/book";
import { workbook } from "../workbook";
import { applyStartup } from "./startup";
import { reportSteps, undertake, type Undertaken } from "./undertake";

/** `wanted` may still have to be fetched. */
export function previewLoad(
  wanted: Plan | Promise<Plan>,
): Promise<Undertaken<{ plan: Plan; preview: LoadPreview }>> {
  return undertake("読み込む内容の確認", async () => {
    const plan = await wanted;
    const answer = await (await workbook()).previewLoad(plan);
    return answer.ok ? { ...answer, plan } : answer;
  });
}

export function load(plan: Plan): Promise<Undertaken<{ preview: LoadPreview; sheet: string }>> {
  return undertake(
    "計画の読み込み",
    async (report, signal) => {
      const sheets = await workbook();
      const answer = await sheets.loadPlan(plan, { onStep: reportSteps(report), signal });
      if (answer.ok) {
        await refreshBook(sheets);
        choosePlan(plan.id);
        await applyStartup();
      }
      return answer;
    },
    ({ sheet }) => `「${plan.title}」をシート「${sheet}」に読み込みました。`,
    { cancellable: true },
  );
}
