/** What begins when the pane does: the store follows the workbook, the findings follow the store. */
import { followBook } from "./state/book";
import { followFindings, refreshAccepted } from "./state/findings";
import { pane } from "./state/pane-state";
import { workbook } from "./workbook";

export async function start(): Promise<void> {
  followFindings();
  try {
    const sheets = await workbook();
    await followBook(sheets);
    await refreshAccepted(sheets);
  } catch (failure) {
    const said = failure instanceof Error ? failure.message : String(failure);
    pane.set({
      notice: {
        tone: "error",
        title: "ワークブックを読めませんでした",
        text: `ワークブックの内容は変わっていません。作業ウィンドウを閉じて開き直してください。続くときは次の内容を情報担当に伝えてください：${said}`,
      },
    });
  }
}
