/** Comments and their replies: threads of cells, of a sheet and of the whole workbook. */
import type { Comment, Mention, Reply, Words } from "../../model/attached/comment";
import {
  addComment,
  addReply,
  changeReply,
  commentIn,
  deleteComment,
  editComment,
  replyIn,
  resolveComment,
} from "../../model/attached/comments";
import type { Draft } from "../../model/draft";
import { cellsOf, rectangle } from "../../model/cells/rectangle";
import { refuse } from "../../refusal";
import {
  handle,
  objectType,
  type Arguments,
  type Handle,
  type ObjectType,
  type Turn,
} from "../../wire/object-type";
import { flag, oneOf, plainObject, text, wholeNumber } from "../arguments";
import { range } from "../range/range";
import { cellsOfRange, rangeAnywhere, rangeRef } from "../range/address";

interface CommentRef {
  readonly sheet: string;
  readonly id: string;
}
interface ReplyRef extends CommentRef {
  readonly reply: string;
}

const of = (ref: CommentRef, { draft }: Turn): Comment => commentIn(draft, ref.sheet, ref.id);

const mentionsFrom = (given: unknown): readonly Mention[] => {
  if (given === undefined || given === null) return [];
  if (!Array.isArray(given)) return refuse("InvalidArgument");
  return given.map((each: unknown) => {
    const { email, id, name } = plainObject(each);
    return { email: text(email), id: wholeNumber(id), name: text(name) };
  });
};

/** Plain text, or rich content with its mentions: `<at id="0">` says which of them. */
const wordsFrom = (given: unknown, type?: unknown): Words => {
  if (typeof given === "string") {
    oneOf(type, ["Plain", "Mention"], "Plain");
    return { content: given, richContent: given, contentType: "Plain", mentions: [] };
  }
  const { richContent, mentions } = plainObject(given);
  const rich = text(richContent);
  const found = mentionsFrom(mentions);
  const content = rich.replace(/<at id="(\d+)">(.*?)<\/at>/g, (_, id: string, name: string) => {
    if (!found.some((mention) => mention.id === Number(id))) refuse("InvalidArgument");
    return `@${name}`;
  });
  return { content, richContent: rich, contentType: found.length > 0 ? "Mention" : "Plain", mentions: found };
};

const cellOf = (ref: CommentRef, turn: Turn): Handle => {
  const { row, column } = of(ref, turn);
  return handle(range, rangeRef(ref.sheet, rectangle(row, column)));
};

const wording = <Ref extends CommentRef>(
  read: (ref: Ref, turn: Turn) => Reply,
  write: (ref: Ref, words: Words, draft: Draft) => void,
): Pick<ObjectType<Ref>, "scalars" | "methods"> => ({
  scalars: {
    id: { get: (ref, turn) => read(ref, turn).id },
    content: {
      get: (ref, turn) => read(ref, turn).content,
      set: (ref, value, { draft }) => write(ref, wordsFrom(text(value)), draft),
    },
    richContent: { get: (ref, turn) => read(ref, turn).richContent },
    contentType: { get: (ref, turn) => read(ref, turn).contentType },
    mentions: { get: (ref, turn) => read(ref, turn).mentions },
    authorName: { get: (ref, turn) => read(ref, turn).authorName },
    authorEmail: { get: (ref, turn) => read(ref, turn).authorEmail },
    creationDate: { get: (ref, turn) => read(ref, turn).created },
  },
  methods: {
    getLocation: (ref: Ref, _: Arguments, turn: Turn) => cellOf(ref, turn),
    updateMentions: (ref: Ref, args: Arguments, { draft }: Turn) =>
      write(ref, wordsFrom(plainObject(args[0])), draft),
  },
});

const commentWords = wording<CommentRef>(of, (ref, words, draft) =>
  editComment(draft, ref.sheet, ref.id, words),
);
const replyWords = wording<ReplyRef>(
  (ref, turn) => replyIn(of(ref, turn), ref.reply),
  (ref, words, draft) => changeReply(draft, ref.sheet, ref.id, ref.reply, words),
);

const commentReply: ObjectType<ReplyRef> = objectType<ReplyRef>("CommentReply", {
  identity: (ref) => ({ Id: ref.reply }),
  scalars: { ...replyWords.scalars, resolved: { get: (ref, turn) => of(ref, turn).resolved } },
  methods: {
    ...replyWords.methods,
    getParentComment: (ref: ReplyRef) => handle(comment, { sheet: ref.sheet, id: ref.id }),
    delete: (ref: ReplyRef, _: Arguments, { draft }: Turn) =>
      changeReply(draft, ref.sheet, ref.id, ref.reply, undefined),
  },
});

const replies: ObjectType<CommentRef> = objectType<CommentRef>("CommentReplyCollection", {
  items: (ref, turn) => of(ref, turn).replies.map(({ id }) => handle(commentReply, { ...ref, reply: id })),
  item: (ref, key, turn) =>
    of(ref, turn).replies.some(({ id }) => id === key)
      ? handle(commentReply, { ...ref, reply: text(key) })
      : null,
  methods: {
    add: (ref: CommentRef, args: Arguments, { draft }: Turn) =>
      handle(commentReply, {
        ...ref,
        reply: addReply(draft, ref.sheet, ref.id, wordsFrom(args[0], args[1])),
      }),
  },
});

export const comment: ObjectType<CommentRef> = objectType<CommentRef>("Comment", {
  identity: (ref) => ({ Id: ref.id }),
  scalars: {
    ...commentWords.scalars,
    resolved: {
      get: (ref, turn) => of(ref, turn).resolved,
      set: (ref, value, { draft }) => resolveComment(draft, ref.sheet, ref.id, flag(value, false)),
    },
  },
  objects: { replies: (ref: CommentRef) => handle(replies, ref) },
  methods: {
    ...commentWords.methods,
    delete: (ref: CommentRef, _: Arguments, { draft }: Turn) => deleteComment(draft, ref.sheet, ref.id),
  },
});

/** Of one sheet, or of all. */
interface CommentsRef {
  readonly sheet?: string;
}

const within = (ref: CommentsRef, { draft }: Turn): readonly (Comment & { readonly sheet: string })[] =>
  draft.book.sheets
    .filter(({ id }) => ref.sheet === undefined || id === ref.sheet)
    .flatMap((sheet) => sheet.comments.map((one) => ({ ...one, sheet: sheet.id })));

/** One cell; a text must say its sheet unless the collection is a sheet's. */
const placeFrom = (ref: CommentsRef, given: unknown, { draft }: Turn) => {
  if (typeof given === "string" && ref.sheet === undefined && !given.includes("!")) refuse("InvalidArgument");
  const place = rangeAnywhere(draft.book, given, ref.sheet ?? draft.book.activeSheet);
  const area = cellsOfRange(place);
  if (cellsOf(area) !== 1 || (ref.sheet !== undefined && place.sheet !== ref.sheet))
    refuse("InvalidArgument");
  return { sheet: place.sheet, row: area.top, column: area.left };
};

export const comments: ObjectType<CommentsRef> = objectType<CommentsRef>("CommentCollection", {
  items: (ref, turn) => within(ref, turn).map(({ sheet, id }) => handle(comment, { sheet, id })),
  item: (ref, key, turn) => {
    const found = within(ref, turn).find(({ id }) => id === key);
    return found ? handle(comment, { sheet: found.sheet, id: found.id }) : null;
  },
  methods: {
    add: (ref: CommentsRef, args: Arguments, turn: Turn) => {
      const { sheet, row, column } = placeFrom(ref, args[0], turn);
      const id = addComment(turn.draft, sheet, row, column, wordsFrom(args[1], args[2]));
      return handle(comment, { sheet, id });
    },
    getItemByCell: (ref: CommentsRef, args: Arguments, turn: Turn) => {
      const { sheet, row, column } = placeFrom(ref, args[0], turn);
      const found = within({ sheet }, turn).find((one) => one.row === row && one.column === column);
      return found ? handle(comment, { sheet, id: found.id }) : refuse("ItemNotFound");
    },
    getItemByReplyId: (ref: CommentsRef, args: Arguments, turn: Turn) => {
      const found = within(ref, turn).find((one) => one.replies.some(({ id }) => id === args[0]));
      return found ? handle(comment, { sheet: found.sheet, id: found.id }) : refuse("ItemNotFound");
    },
  },
});
