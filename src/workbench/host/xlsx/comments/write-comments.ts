/** Comments as Excel writes them: the thread, and beside it a note for programs that know no threads; notes as such. */
import type { Comment, Reply } from "../../model/attached/comment";
import type { Note } from "../../model/attached/note";
import type { Sheet } from "../../model/sheets/sheet";
import { columnLetters } from "../../formula";
import { guid } from "../../model/book";
import { documentOf, element, escapeText, IDENTITY, MAIN, textElement } from "../markup";
import type { PackageWriter } from "../package-writer";
import type { Persons } from "./persons";
import { THREADED } from "./persons";
import { noteShapes } from "./note-shapes";

const place = (row: number, column: number): string => columnLetters(column) + String(row + 1);

/** `2024-04-01T09:30:00.00`: without a zone it is universal time. */
const moment = (iso: string): string => iso.replace(/(\.\d\d)?\d*Z$/, (_, part?: string) => part ?? ".00");

/** Where each mention stands in the plain words. */
const mentionsPart = ({ richContent, mentions }: Reply, persons: Persons): string => {
  if (mentions.length === 0) return "";
  let plain = 0;
  const parts: string[] = [];
  for (const piece of richContent.split(/(<at id="\d+">.*?<\/at>)/)) {
    const [, id, name] = /^<at id="(\d+)">(.*?)<\/at>$/.exec(piece) ?? [];
    if (id === undefined || name === undefined) {
      plain += piece.length;
      continue;
    }
    const whom = mentions.find((each) => each.id === Number(id));
    const length = name.length + 1;
    if (whom)
      parts.push(
        element("mention", {
          mentionpersonId: persons.idOf(whom.name, whom.email),
          mentionId: guid(whom.id),
          startIndex: plain,
          length,
        }),
      );
    plain += length;
  }
  return element("mentions", {}, parts);
};

const threadPart = (words: Reply, ref: string, persons: Persons, parent?: string, done?: boolean): string =>
  element(
    "threadedComment",
    {
      ref,
      dT: moment(words.created),
      personId: persons.idOf(words.authorName, words.authorEmail),
      id: words.id,
      parentId: parent,
      done: done || undefined,
    },
    [textElement("text", words.content), mentionsPart(words, persons)],
  );

const threadsDocument = (comments: readonly Comment[], persons: Persons): string =>
  documentOf(
    element(
      "ThreadedComments",
      { xmlns: THREADED, "xmlns:x": MAIN },
      comments.flatMap((comment) => {
        const ref = place(comment.row, comment.column);
        return [
          threadPart(comment, ref, persons, undefined, comment.resolved),
          ...comment.replies.map((reply) => threadPart(reply, ref, persons, comment.id)),
        ];
      }),
    ),
  );

/** What somebody reads whose program knows no threads. */
const asNote = ({ content, replies }: Comment): string =>
  [
    "[スレッド化されたコメント]",
    "",
    "お使いの Excel では、このコメントを読めますが、ここに書き加えたことは、新しい Excel で開くと失われます。",
    "",
    "コメント:",
    `    ${content}`,
    ...replies.flatMap((reply) => ["返信:", `    ${reply.content}`]),
  ].join("\n");

/** Excel finds the thread of such a note by its author. */
export const THREAD_AUTHOR = "tc=";

interface Written {
  readonly ref: string;
  readonly row: number;
  readonly column: number;
  readonly author: string;
  readonly text: string;
  readonly id: string | undefined;
  readonly shown: boolean;
}

const writtenNotes = ({ comments, notes }: Pick<Sheet, "comments" | "notes">): readonly Written[] =>
  [
    ...comments.map((comment): Written => {
      const { row, column, id } = comment;
      return {
        ref: place(row, column), row, column, id, text: asNote(comment), shown: false,
        author: THREAD_AUTHOR + id,
      }; // prettier-ignore
    }),
    ...notes.map(({ row, column, author, text, visible }: Note): Written => ({
      ref: place(row, column), row, column, author, text, id: undefined, shown: visible,
    })), // prettier-ignore
  ].sort((a, b) => a.row - b.row || a.column - b.column);

const notesDocument = (notes: readonly Written[]): string => {
  const authors = [...new Set(notes.map(({ author }) => author))];
  return documentOf(
    element("comments", { xmlns: MAIN, "xmlns:xr": IDENTITY }, [
      element(
        "authors",
        {},
        authors.map((author) => element("author", {}, escapeText(author))),
      ),
      element(
        "commentList",
        {},
        notes.map(({ ref, author, text, id }) =>
          element(
            "comment",
            { ref, authorId: authors.indexOf(author), shapeId: 0, "xr:uid": id },
            element("text", {}, textElement("t", text)),
          ),
        ),
      ),
    ]),
  );
};

/** The sheet's relationship to the shapes its notes are drawn with; undefined where there are none. */
export const writeComments = (
  file: PackageWriter,
  part: string,
  sheet: Sheet,
  number: number,
  persons: Persons,
): string | undefined => {
  const notes = writtenNotes(sheet);
  if (notes.length === 0) return undefined;
  if (sheet.comments.length > 0)
    file.add(
      part,
      "threadedComments",
      `xl/threadedComments/threadedComment${number}.xml`,
      threadsDocument(sheet.comments, persons),
    );
  file.add(part, "comments", `xl/comments${number}.xml`, notesDocument(notes));
  return file.add(part, "noteShapes", `xl/drawings/vmlDrawing${number}.vml`, noteShapes(notes, number));
};
