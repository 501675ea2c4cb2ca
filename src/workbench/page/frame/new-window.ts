/** A workbook that a program made opens in a window of its own, as Excel opens it; the new window takes it from the old one. */
import type { Host } from "../../host/host";
import { openBook, saveBook } from "../../host/file";

const waiting: string[] = [];

/** For the window that was opened: the workbook it is for, once. */
export const handOver = (): string | undefined => waiting.shift();

export function openNewBooks(host: Host, tell: (sentence: string) => void): void {
  host.onFileWish((wish) => {
    if (wish.kind !== "created") return;
    const count = waiting.push(JSON.stringify(saveBook(wish.book)));
    if (window.open(window.location.href)) return;
    waiting.splice(count - 1, 1);
    tell(
      "新しいブックの画面を、ブラウザーが止めました。このページのポップアップを許可して、もう一度実行してください。",
    );
  });
}

/** The workbook this window was opened for. */
export async function takeGivenBook(host: Host): Promise<void> {
  const from = window.opener as Window | null;
  const given = from?.workbench?.handOver();
  if (given === undefined) return;
  const opened = openBook(JSON.parse(given));
  if (opened.kind === "opened") await host.openBook(opened.book);
}
