/** 更新: what a newer version of a loaded plan would change, and changing it, with a line in 改定履歴 for every changed target. */
import { type Plan } from "../../plan/plan";
import { type ReloadPreview, type RevisionOptions } from "../../sheets";
import { refreshBook } from "../state/book";
import { workbook } from "../workbook";
import { reportSteps, undertake, type Undertaken } from "./undertake";

/** `id`: the loaded plan that `wanted`, which may still have to be fetched, is a newer version of. */
export function previewReload(
  id: string,
  wanted: Plan | Promise<Plan>,
): Promise<Undertaken<{ plan: Plan; preview: ReloadPreview }>> {
  return undertake("更新する内容の確認", async () => {
    const plan = { ...(await wanted), id };
    const answer = await (await workbook()).previewReload(plan);
    return answer.ok ? { ...answer, plan } : answer;
  });
}

export function reload(
  plan: Plan,
  options: RevisionOptions & { conflicts: "keep" | "take" },
): Promise<Undertaken<{ preview: ReloadPreview }>> {
  return undertake(
    "計画の更新",
    async (report, signal) => {
      const sheets = await workbook();
      const answer = await sheets.reloadPlan(plan, { ...options, onStep: reportSteps(report), signal });
      if (answer.ok) await refreshBook(sheets);
      return answer;
    },
    () => `「${plan.title}」を更新しました。`,
    { cancellable: true },
  );
}
