/** 実績値の取り込み: what a 担当課 sent back goes into the cells that were shown; what changed meanwhile is left alone and counted. */
import { type ActualChange } from "../../plan/answers";
import { refreshBook } from "../state/book";
import { workbook } from "../workbook";
import { undertake, type Undertaken } from "./undertake";

export function takeAnswers(
  plan: string,
  changes: readonly ActualChange[],
): Promise<Undertaken<{ taken: number; stale: number }>> {
  return undertake(
    "実績値の取り込み",
    async () => {
      const sheets = await workbook();
      const answer = await sheets.mendCells(plan, changes, "実績値の取り込み");
      if (!answer.ok) return answer;
      await refreshBook(sheets);
      return { ok: true, taken: answer.done.length, stale: answer.stale.length };
    },
    ({ taken, stale }) =>
      `実績値を ${taken}個 取り込みました。${
        stale === 0 ? "" : `${stale}個は確認のあとにシートが変わっていたため、そのままにしました。`
      }`,
    { undoable: true },
  );
}
