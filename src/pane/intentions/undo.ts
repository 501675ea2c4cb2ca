/** 元に戻す: takes back the last operation of this pane, exactly, where nothing changed since. */
import { refreshBook } from "../state/book";
import { workbook } from "../workbook";
import { undertake, type Undertaken } from "./undertake";

export function undo(): Promise<Undertaken<{ what: string }>> {
  return undertake(
    "元に戻す",
    async () => {
      const sheets = await workbook();
      const answer = await sheets.undoLast();
      if (answer.ok) await refreshBook(sheets);
      return answer;
    },
    ({ what }) => `「${what}」を元に戻しました。`,
  );
}
