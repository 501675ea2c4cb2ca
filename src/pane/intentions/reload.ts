/** 更新: what a newer version of a loaded plan would change, and changing it, with a line in 改定履歴 for every changed target. */
import { type Plan } from "../../plan/plan";
import { type ReloadPreview, type RevisionOptions } from "../../sheets";
import { refreshBook } from "../state/book";
import { workbook } from "../workbook";
import { reportSteps, undertake, type Undertaken } from "./undertake";

export function previewReload(plan: Plan): Promise<Undertaken<{ preview: ReloadPreview }>> {
  return undertake("更新する内容の確認", async () => (await workbook()).previewReload(plan));
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
