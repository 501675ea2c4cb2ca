/** 修正: the cells that were shown get what was shown; a cell that changed meanwhile is left alone and named. */
import { type CellChange } from "../../plan/check";
import { mendPlan } from "../../plan/mend";
import { book, refreshBook } from "../state/book";
import { workbook } from "../workbook";
import { undertake, type Undertaken } from "./undertake";

export interface MendDone {
  done: CellChange[];
  stale: CellChange[];
  /** Written, and read as before: the value is the same as the printed one (50 and 50％). */
  unchanged: CellChange[];
}

export function mend(plan: string, changes: readonly CellChange[]): Promise<Undertaken<MendDone>> {
  return undertake(
    "修正",
    async () => {
      const sheets = await workbook();
      const answer = await sheets.mendCells(plan, changes);
      if (!answer.ok) return answer;
      await refreshBook(sheets);
      const now = book.get().plans.find((each) => each.plan.id === plan)?.plan;
      return { ...answer, unchanged: now === undefined ? [] : mendPlan(now, answer.done).done };
    },
    ({ done, stale, unchanged }) =>
      [
        `${done.length - unchanged.length}個のセルを修正しました。`,
        stale.length === 0
          ? ""
          : `${stale.length}個は確認のあとに内容が変わっていたため、そのままにしました。`,
        unchanged.length === 0
          ? ""
          : `${unchanged.length}個は計画書に印刷された値と同じため、読み取りは変わりません。そのままでよければ了承してください。`,
      ].join(""),
    { undoable: true },
  );
}
