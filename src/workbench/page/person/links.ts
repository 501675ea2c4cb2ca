/** What a click on a link does: to a place of this workbook it goes; an address elsewhere is told, and opened only when asked. */
import type { Host } from "../../host/host";
import { linkTarget } from "../../host/link-target";
import type { UserEdit } from "../../host/person/edit";
import type { Beside } from "../beside/beside-cells";

/** What a browser may be sent to. Anything else is only shown. */
const opens = /^(https?:\/\/|mailto:)/i;

interface Options {
  readonly host: Host;
  readonly beside: Beside;
  readonly edit: (edit: UserEdit) => Promise<void>;
  /** The next selection is brought into view, though a person made it. */
  readonly showNext: () => void;
}

export type Follow = (cell: { readonly row: number; readonly column: number }) => void;

export const followLinks =
  ({ host, beside, edit, showNext }: Options): Follow =>
  (cell) => {
    const book = host.book();
    const target = linkTarget(book, book.activeSheet, cell);
    switch (target?.kind) {
      case undefined:
        return;
      case "here":
        showNext();
        void edit({ kind: "goTo", sheet: target.sheet, area: target.area });
        return;
      case "lost":
        return beside.say(
          {
            tone: "warning",
            title: "リンク先がありません",
            text: `${target.words} は、このブックにありません。シートや名前が変わったか、消された可能性があります。`,
          },
          cell,
        );
      case "elsewhere": {
        const { address } = target;
        const close = { label: "閉じる", choose: () => beside.hush() };
        const open = {
          label: "新しいタブで開く",
          choose: () => {
            beside.hush();
            window.open(address, "_blank", "noopener,noreferrer");
          },
        };
        return beside.say(
          {
            tone: "warning",
            title: "このブックの外へのリンクです",
            text: `${address}\n${opens.test(address) ? "まだ開いていません。" : "この種類のリンクは、ワークベンチからは開けません。"}`,
            choices: opens.test(address) ? [open, close] : [close],
          },
          cell,
        );
      }
    }
  };
