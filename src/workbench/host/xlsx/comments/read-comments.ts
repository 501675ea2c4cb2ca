/** A file's comments and notes: threads as such, notes as notes, and no note twice that only stands in for a thread. */
import type { Comment, Mention, Reply, Words } from "../../model/attached/comment";
import type { Note } from "../../model/attached/note";
import type { Parts, Relation } from "../package-reader";
import type { ProblemList } from "../problems";
import { plainText } from "../read-cells";
import { parseArea } from "../references";
import { childOf, childrenOf, flagIn, numberIn, readXml, textOf, type Branch } from "../xml";
import type { readPersons } from "./persons";
import { THREAD_AUTHOR } from "./write-comments";

type Persons = ReturnType<typeof readPersons>;

export interface CommentReading {
  readonly parts: Parts;
  readonly relations: readonly Relation[];
  readonly persons: Persons;
  readonly sheet: string;
  readonly depth: number;
  readonly problems: ProblemList;
  readonly takeId: (wanted: string | undefined) => string;
}

const NOBODY = { authorName: "", authorEmail: "" } as const;

const momentOf = (given: string | undefined): string => {
  const date = new Date(given === undefined ? NaN : /Z$|[+-]\d\d:\d\d$/.test(given) ? given : `${given}Z`);
  return Number.isNaN(date.getTime()) ? new Date(0).toISOString() : date.toISOString();
};

const wordsOf = (branch: Branch, persons: Persons): Words => {
  const content = textOf(childOf(branch, "text"));
  const given = childrenOf(childOf(branch, "mentions"), "mention")
    .flatMap((mention, id) => {
      const person = persons.get(mention.attributes.get("mentionpersonId") ?? "");
      const [start, length] = [numberIn(mention, "startIndex"), numberIn(mention, "length")];
      return person && start !== undefined && length !== undefined ? [{ id, person, start, length }] : [];
    })
    .sort((a, b) => a.start - b.start);
  if (given.length === 0) return { content, richContent: content, contentType: "Plain", mentions: [] };
  let rich = "";
  let at = 0;
  for (const { id, start, length } of given) {
    if (start < at) continue;
    const name = content.slice(start, start + length).replace(/^@/, "");
    rich += `${content.slice(at, start)}<at id="${id}">${name}</at>`;
    at = start + length;
  }
  const mentions = given.map(({ id, person }): Mention => ({
    id,
    name: person.authorName,
    email: person.authorEmail,
  }));
  return { content, richContent: rich + content.slice(at), contentType: "Mention", mentions };
};

const threadsOf = (root: Branch, { persons, takeId }: CommentReading): readonly Comment[] => {
  const threads = new Map<string, Comment & { readonly replies: Reply[] }>();
  const taken = new Set<string>();
  for (const branch of childrenOf(root, "threadedComment")) {
    const { attributes } = branch;
    const said = (): Reply => ({
      ...wordsOf(branch, persons),
      ...(persons.get(attributes.get("personId") ?? "") ?? NOBODY),
      created: momentOf(attributes.get("dT")),
      id: takeId(attributes.get("id")),
    });
    const parent = threads.get(attributes.get("parentId") ?? "");
    if (parent) {
      parent.replies.push(said());
      continue;
    }
    const area = parseArea(attributes.get("ref"));
    const key = area && `${area.top},${area.left}`;
    // One thread a cell.
    if (!area || key === undefined || taken.has(key)) continue;
    taken.add(key);
    threads.set(attributes.get("id") ?? "", {
      ...said(),
      row: area.top,
      column: area.left,
      resolved: flagIn(branch, "done"),
      replies: [],
    });
  }
  return [...threads.values()];
};

/** Which notes are always shown: only the drawing of their boxes says it. */
const shownIn = (drawing: Branch | undefined): ReadonlySet<string> => {
  const shown = new Set<string>();
  for (const shape of childrenOf(drawing, "shape")) {
    const data = childOf(shape, "ClientData");
    if (data?.attributes.get("ObjectType") === "Note" && childOf(data, "Visible"))
      shown.add(`${textOf(childOf(data, "Row")).trim()},${textOf(childOf(data, "Column")).trim()}`);
  }
  return shown;
};

const notesOf = (
  root: Branch,
  threads: readonly Comment[],
  shown: ReadonlySet<string>,
  { problems, sheet }: CommentReading,
): readonly Note[] => {
  const authors = childrenOf(childOf(root, "authors"), "author").map(textOf);
  const places = new Set(threads.map(({ row, column }) => `${row},${column}`));
  let dressed = 0;
  const notes = childrenOf(childOf(root, "commentList"), "comment").flatMap((branch): readonly Note[] => {
    const area = parseArea(branch.attributes.get("ref"));
    const author = authors[numberIn(branch, "authorId") ?? -1] ?? "";
    if (!area) return [];
    const key = `${area.top},${area.left}`;
    if (author.startsWith(THREAD_AUTHOR) || places.has(key)) return [];
    places.add(key);
    const text = childOf(branch, "text");
    // Excel writes the author's name in bold before the words: two looks are usual, more are somebody's.
    if (childrenOf(text, "r").length > 2) dressed++;
    return [{ row: area.top, column: area.left, author, text: plainText(text), visible: shown.has(key) }];
  });
  if (dressed > 0)
    problems.add(`メモ ${dressed} 個の一部の文字だけの書式`, sheet, "文字はそのままに、書式を外しました。");
  return notes;
};

export const readComments = (
  reading: CommentReading,
): { readonly comments: readonly Comment[]; readonly notes: readonly Note[] } => {
  const { parts, relations, depth } = reading;
  const partOf = (kind: string): string | undefined =>
    relations.find((each) => each.kind === kind && !each.external && parts.has(each.target))?.target;
  const threaded = partOf("threadedComment");
  const legacy = partOf("comments");
  const drawing = partOf("vmlDrawing");
  const comments = threaded === undefined ? [] : threadsOf(parts.tree(threaded), reading);
  if (legacy === undefined) return { comments, notes: [] };
  const shown =
    drawing === undefined ? new Set<string>() : shownIn(looseTree(parts.bytes(drawing), drawing, depth));
  return { comments, notes: notesOf(parts.tree(legacy), comments, shown, reading) };
};

/** The old language for drawings is often not well written: then every note is hidden. */
const looseTree = (bytes: Uint8Array, part: string, depth: number): Branch | undefined => {
  try {
    return readXml(bytes, part, depth);
  } catch {
    return undefined;
  }
};
