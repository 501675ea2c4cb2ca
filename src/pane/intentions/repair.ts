/** 修復: a plan whose table was converted to a range becomes a table again. */
import { refreshBook } from "../state/book";
import { workbook } from "../workbook";
import { undertake, type Undertaken } from "./undertake";

export function repair(plan: string): Promise<Undertaken<{ table: string }>> {
  return undertake(
    "表の修復",
    async () => {
      const sheets = await workbook();
      const answer = await sheets.repairPlan(plan);
      if (answer.ok) await refreshBook(sheets);
      return answer;
    },
    ({ table }) => `表「${table}」を作り直しました。入力済みの値はそのままです。`,
  );
}
