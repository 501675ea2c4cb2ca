/** 再計算: PLAN formulas of the whole workbook are calculated again, and cells stuck in #BUSY! or an old error mended. */
import { refreshBook } from "../state/book";
import { workbook } from "../workbook";
import { undertake, type Undertaken } from "./undertake";

export function recalculate(): Promise<Undertaken<{ cells: number }>> {
  return undertake(
    "再計算",
    async () => {
      const sheets = await workbook();
      const answer = await sheets.recalculate();
      if (answer.ok) await refreshBook(sheets);
      return answer;
    },
    ({ cells }) =>
      cells === 0
        ? "計算し直す PLAN 関数のセルはありませんでした。"
        : `PLAN 関数のセル ${cells} 個を計算し直しました。`,
  );
}
