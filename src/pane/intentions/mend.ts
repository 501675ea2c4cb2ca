/** 修正: the cells that were shown get what was shown; a cell that changed meanwhile is left alone and named. */
import { type CellChange } from "../../plan/check";
import { refreshBook } from "../state/book";
import { workbook } from "../workbook";
import { undertake, type Undertaken } from "./undertake";

export interface MendDone {
  done: CellChange[];
  stale: CellChange[];
}

export function mend(plan: string, changes: readonly CellChange[]): Promise<Undertaken<MendDone>> {
  return undertake(
    "修正",
    async () => {
      const sheets = await workbook();
      const answer = await sheets.mendCells(plan, changes);
      if (answer.ok) await refreshBook(sheets);
      return answer;
    },
    ({ done, stale }) =>
      stale.length === 0
        ? `${done.length}個のセルを修正しました。「元に戻す」で戻せます。`
        : `${done.length}個のセルを修正しました。${stale.length}個は確認のあとに内容が変わっていたため、そのままにしました。`,
  );
}
