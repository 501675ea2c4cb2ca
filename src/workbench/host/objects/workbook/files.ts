/** What the workbook and the application do with files: insert sheets of one, make a workbook of one, save. */
import { sheetById, sheetByName, type Book } from "../../model/book";
import { insertSheets } from "../../model/sheets/insert-sheets";
import { refuse } from "../../refusal";
import {
  handle,
  isHandle,
  objectType,
  type Arguments,
  type ObjectType,
  type Turn,
} from "../../wire/object-type";
import { oneOf, plainObject, text } from "../arguments";

const PLACES = ["None", "Before", "After", "Beginning", "End"] as const;

/** The place a wanted sheet stands at: given as an object, an id or a name. */
const placeOf = (given: unknown, { draft }: Turn): number => {
  const key = isHandle(given) ? (given.ref as { readonly id?: unknown }).id : given;
  const { book } = draft;
  const sheet =
    typeof key === "string" ? (sheetById(book, key) ?? sheetByName(book, key)) : refuse("InvalidArgument");
  return sheet ? book.sheets.indexOf(sheet) : refuse("ItemNotFound");
};

const positionFrom = (options: Readonly<Record<string, unknown>>, turn: Turn): number => {
  const end = turn.draft.book.sheets.length;
  switch (oneOf(options.positionType, PLACES, "End")) {
    case "Beginning":
      return 0;
    case "Before":
      return placeOf(options.relativeTo, turn);
    case "After":
      return placeOf(options.relativeTo, turn) + 1;
    case "None":
    case "End":
      return end;
  }
};

export const insertWorksheetsFromBase64 = (_: null, args: Arguments, turn: Turn): readonly string[] => {
  const source = turn.session.host.files.bookOf(args[0]);
  const options = args[1] === undefined || args[1] === null ? {} : plainObject(args[1]);
  const wanted = options.sheetNamesToInsert ?? [];
  if (!Array.isArray(wanted)) return refuse("InvalidArgument");
  const names = wanted.map(text);
  return insertSheets(turn.draft, source, {
    at: positionFrom(options, turn),
    ...(names.length > 0 ? { names } : {}),
  });
};

interface CreatedRef {
  readonly id: string;
}

/** A workbook that is not open yet. */
const workbookCreated: ObjectType<CreatedRef> = objectType<CreatedRef>("WorkbookCreated", {
  identity: (ref) => ({ Id: ref.id }),
  scalars: { id: { get: (ref) => ref.id } },
  methods: {
    open: (ref: CreatedRef, _: Arguments, { session }: Turn) => {
      const { files, created } = session.host;
      const book = created.get(ref.id) ?? refuse("ItemNotFound");
      created.delete(ref.id);
      files.wish({ kind: "created", book });
    },
  },
});

/** `undefined` asks for an empty one. */
const newBookOf = (base64: unknown, { session }: Turn): Book =>
  base64 === undefined || base64 === null || base64 === ""
    ? session.host.emptyBook()
    : session.host.files.bookOf(base64);

/** Excel on the web makes and opens it in one go. */
export const createAndOpenWorkbook = (_: null, args: Arguments, turn: Turn): void =>
  void turn.session.host.files.wish({ kind: "created", book: newBookOf(args[0], turn) });

let count = 0;
export const createWorkbook = (_: null, args: Arguments, turn: Turn) => {
  const id = `created${++count}`;
  turn.session.host.created.set(id, newBookOf(args[0], turn));
  return handle(workbookCreated, { id });
};

export const workbookCreatedById = (_: null, args: Arguments, { session }: Turn) =>
  session.host.created.has(text(args[0]))
    ? handle(workbookCreated, { id: text(args[0]) })
    : refuse("ItemNotFound");

/** Asking where to save is the application's: it is told, and how it was asked. */
export const saveWorkbook = (_: null, args: Arguments, { session }: Turn): void => {
  oneOf(args[0], ["Save", "Prompt"], "Save");
  session.host.files.wish({ kind: "save" });
  Object.assign(session.host.saving, { said: false, before: true });
};

/** Without a page there is nowhere to go from a closed workbook. */
export const closeWorkbook = (_: null, args: Arguments, { session }: Turn): void => {
  const save = oneOf(args[0], ["Save", "SkipSave"], "Save") === "Save";
  if (!session.host.files.wish({ kind: "close", save })) {
    refuse("NotImplemented", "Workbook.close: only the workbench's page closes workbooks.");
  }
};
