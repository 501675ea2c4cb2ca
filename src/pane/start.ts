/** What begins when the pane does: the store follows the workbook, the findings follow the store. */
import { book, followBook } from "./state/book";
import { followFindings, refreshAccepted } from "./state/findings";
import { workbook } from "./workbook";

export async function start(): Promise<void> {
  followFindings();
  await readWorkbook();
}

/** Excel answers nothing while a cell is being edited. After this long a person is told what that may need. */
const patience = 10_000;

let unfollow: () => void = () => undefined;

/** Reads the workbook and follows it from then on; asked for again where that could not be done. */
export async function readWorkbook(): Promise<void> {
  book.set({ status: "waiting", slow: false, refusal: null });
  const timer = setTimeout(() => book.set({ slow: true }), patience);
  try {
    const sheets = await workbook();
    unfollow();
    unfollow = await followBook(sheets);
    await refreshAccepted(sheets);
  } catch (failure) {
    const said = failure instanceof Error ? failure.message : String(failure);
    const message = `ブックの内容は変わっていません。もう一度読んでも続くときは、作業ウィンドウを閉じて開き直すか、次の内容を情報担当に伝えてください：${said}`;
    book.set({ status: "refused", refusal: { ok: false, reason: "lostConnection", message } });
  } finally {
    clearTimeout(timer);
  }
}
