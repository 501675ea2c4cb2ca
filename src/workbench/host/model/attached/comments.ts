/** What is done with comments: said, answered, changed, settled, taken back. */
import { refuse } from "../../refusal";
import { guid } from "../book";
import type { Comment, Words, Reply } from "./comment";
import { sheetIn, updateSheet, takeId, type Draft } from "../draft";
import type { Happening } from "../happening";

/** Nobody is signed in to the workbench. */
const NOBODY = { authorName: "ワークベンチの利用者", authorEmail: "" } as const;

const LONGEST = 32_767;

const tell = (
  draft: Draft,
  sheet: string,
  what: Extract<Happening, { kind: "comment" }>["what"],
  comment: string,
  replies: readonly string[] = [],
): void => void draft.happenings.push({ kind: "comment", sheet, what, comment, replies });

export const commentIn = (draft: Draft, sheet: string, id: string): Comment =>
  sheetIn(draft, sheet).comments.find((one) => one.id === id) ?? refuse("ItemNotFound");

const replace = (draft: Draft, sheet: string, next: Comment): void =>
  updateSheet(draft, sheet, {
    comments: sheetIn(draft, sheet).comments.map((one) => (one.id === next.id ? next : one)),
  });

const said = (draft: Draft, words: Words): Reply => {
  if (words.content.trim() === "" || words.content.length > LONGEST) refuse("InvalidArgument");
  return { ...words, ...NOBODY, id: guid(takeId(draft)), created: new Date().toISOString() };
};

export const addComment = (
  draft: Draft,
  sheet: string,
  row: number,
  column: number,
  words: Words,
): string => {
  const { comments, protection } = sheetIn(draft, sheet);
  if (protection && protection.options.allowEditObjects !== true) refuse("AccessDenied");
  if (comments.some((one) => one.row === row && one.column === column)) refuse("InvalidArgument");
  const made: Comment = { ...said(draft, words), row, column, resolved: false, replies: [] };
  updateSheet(draft, sheet, { comments: [...sheetIn(draft, sheet).comments, made] });
  tell(draft, sheet, "added", made.id);
  return made.id;
};

export const deleteComment = (draft: Draft, sheet: string, id: string): void => {
  const { replies } = commentIn(draft, sheet, id);
  updateSheet(draft, sheet, { comments: sheetIn(draft, sheet).comments.filter((one) => one.id !== id) });
  tell(
    draft,
    sheet,
    "deleted",
    id,
    replies.map((reply) => reply.id),
  );
};

export const editComment = (draft: Draft, sheet: string, id: string, words: Words): void => {
  replace(draft, sheet, { ...commentIn(draft, sheet, id), ...words });
  tell(draft, sheet, "edited", id);
};

export const resolveComment = (draft: Draft, sheet: string, id: string, resolved: boolean): void => {
  const old = commentIn(draft, sheet, id);
  if (old.resolved === resolved) return;
  replace(draft, sheet, { ...old, resolved });
  tell(draft, sheet, resolved ? "resolved" : "reopened", id);
};

export const addReply = (draft: Draft, sheet: string, id: string, words: Words): string => {
  const reply = said(draft, words);
  const old = commentIn(draft, sheet, id);
  replace(draft, sheet, { ...old, replies: [...old.replies, reply] });
  tell(draft, sheet, "replied", id, [reply.id]);
  return reply.id;
};

export const replyIn = (comment: Comment, id: string): Reply =>
  comment.replies.find((one) => one.id === id) ?? refuse("ItemNotFound");

export const changeReply = (
  draft: Draft,
  sheet: string,
  id: string,
  reply: string,
  words: Words | undefined,
): void => {
  const old = commentIn(draft, sheet, id);
  replyIn(old, reply);
  const replies = words
    ? old.replies.map((one) => (one.id === reply ? { ...one, ...words } : one))
    : old.replies.filter((one) => one.id !== reply);
  replace(draft, sheet, { ...old, replies });
  tell(draft, sheet, words ? "replyEdited" : "replyDeleted", id, [reply]);
};
