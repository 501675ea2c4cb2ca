/** 記録する: targets typed into the sheet enter 改定履歴 and count as the plan's own from then on. */
import { type RevisionOptions, type TypedTarget } from "../../sheets";
import { refreshBook } from "../state/book";
import { workbook } from "../workbook";
import { undertake, type Undertaken } from "./undertake";

export function record(
  plan: string,
  targets: readonly TypedTarget[],
  options: RevisionOptions,
): Promise<Undertaken<{ recorded: number }>> {
  return undertake(
    "改定の記録",
    async () => {
      const sheets = await workbook();
      const answer = await sheets.recordRevision(plan, targets, options);
      if (answer.ok) await refreshBook(sheets);
      return answer;
    },
    ({ recorded }) => `目標値の改定 ${recorded}件を改定履歴に記録しました。`,
  );
}
