/** What a cell has to say beyond its value: its comment with the answers to it, and where its link leads. */
import { linkTarget, type LinkTarget } from "../../host/link-target";
import { sheetById, type Book } from "../../host/model/book";
import type { Comment } from "../../host/model/attached/comment";
import type { Card } from "./card";

const commentWords = ({ authorName, content, replies, resolved }: Comment): Card => ({
  tone: "hint",
  title: resolved ? `${authorName}（解決済み）` : authorName,
  text: [content, ...replies.map((reply) => `${reply.authorName}：${reply.content}`)].join("\n"),
});

const linkWords = (target: LinkTarget): Card => {
  const tip = target.tip === undefined ? "" : `${target.tip}\n`;
  switch (target.kind) {
    case "here":
      return { tone: "hint", title: "", text: `${tip}クリックすると ${target.words} へ移ります。` };
    case "lost":
      return {
        tone: "hint",
        title: "",
        text: `${tip}リンク先の ${target.words} は、このブックにありません。`,
      };
    case "elsewhere":
      return { tone: "hint", title: "", text: `${tip}リンク先：${target.address}` };
  }
};

export function remarkAt(book: Book, sheetId: string, row: number, column: number): Card | undefined {
  const sheet = sheetById(book, sheetId);
  const comment = sheet?.comments.find((one) => one.row === row && one.column === column);
  if (comment) return commentWords(comment);
  const target = linkTarget(book, sheetId, { row, column });
  return target && linkWords(target);
}
