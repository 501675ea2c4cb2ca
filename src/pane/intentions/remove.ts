/** 取り除く: what removing a plan would take out of the workbook and what stays, and removing it. */
import { type RemovePreview } from "../../sheets";
import { removedSentence } from "../screens/plan/removed";
import { refreshBook } from "../state/book";
import { workbook } from "../workbook";
import { reportSteps, undertake, type Undertaken } from "./undertake";

export function previewRemove(plan: string): Promise<Undertaken<{ preview: RemovePreview }>> {
  return undertake("取り除く内容の確認", async () => (await workbook()).previewRemove(plan));
}

export function remove(plan: string): Promise<Undertaken<{ preview: RemovePreview }>> {
  return undertake(
    "計画を取り除く",
    async (report, signal) => {
      const sheets = await workbook();
      const answer = await sheets.removePlan(plan, { onStep: reportSteps(report), signal });
      if (answer.ok) await refreshBook(sheets);
      return answer;
    },
    ({ preview }) => removedSentence(preview),
    { cancellable: true },
  );
}
