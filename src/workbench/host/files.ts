/** Workbooks as .xlsx files, for whoever saves, opens or inserts one. The code for it is loaded when it is first needed. */
import type { FunctionDefinitions } from "./calc/calc";
import type { Book } from "./model/book";
import { refuse } from "./refusal";
import type { readXlsx, XlsxOpened } from "./xlsx/read";
import type { writeXlsx, Written } from "./xlsx/write";
import type { RequestBody } from "./wire/message";

export interface FileOptions {
  /** Values instead of formulas: for people without the add-in. */
  readonly valuesOnly?: boolean;
}

/** What a program wants of the application around the workbook. */
export type FileWish =
  | { readonly kind: "created"; readonly book: Book }
  | { readonly kind: "save" }
  | { readonly kind: "close"; readonly save: boolean };

export interface Files {
  /** Whether a request can be carried out only with the code for files. */
  needs(body: RequestBody): boolean;
  load(): Promise<void>;
  write(book: Book, options?: FileOptions): Promise<Written>;
  read(bytes: Uint8Array, name: string): Promise<XlsxOpened>;
  /** For members: only after `load`. A file that is refused is an invalid argument, with the reason. */
  bookOf(base64: unknown): Book;
  know(definitions: FunctionDefinitions): void;
  /** Whether anybody is there to hear it. */
  wish(wish: FileWish): boolean;
  onWish(listener: (wish: FileWish) => void): () => void;
}

interface Code {
  readonly readXlsx: typeof readXlsx;
  readonly writeXlsx: typeof writeXlsx;
}

const NEEDING: ReadonlySet<string> = new Set([
  "insertWorksheetsFromBase64",
  "createWorkbook",
  "createAndOpenWorkbook",
]);
const memberOf = (wire: string): string => wire.charAt(0).toLowerCase() + wire.slice(1);

const bytesOf = (base64: unknown): Uint8Array => {
  if (typeof base64 !== "string" || base64 === "") return refuse("InvalidArgument");
  try {
    return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  } catch {
    return refuse("InvalidArgument");
  }
};

export const createFiles = (): Files => {
  let code: Code | undefined;
  const known = new Set<string>();
  const spilling = new Set<string>();
  const listeners = new Set<(wish: FileWish) => void>();
  const load = async (): Promise<Code> => (code ??= await import(/* webpackChunkName: "xlsx" */ "./xlsx"));
  return {
    needs: (body) =>
      [...body.Actions, ...Object.values(body.ObjectPaths)].some(
        ({ Name }) => typeof Name === "string" && NEEDING.has(memberOf(Name)),
      ),
    load: async () => {
      await load();
    },
    write: async (book, options) => (await load()).writeXlsx(book, { ...options, spilling }),
    read: async (bytes, name) => (await load()).readXlsx(bytes, { name, known }),
    bookOf: (base64) => {
      const opened = code?.readXlsx(bytesOf(base64), { known }) ?? refuse("GeneralException");
      return opened.kind === "opened" ? opened.book : refuse("InvalidArgument", opened.reason);
    },
    know: ({ namespace, functions }) => {
      for (const { name, result } of functions) {
        const full = `${namespace}.${name}`.toUpperCase();
        known.add(full);
        if (result?.dimensionality === "matrix") spilling.add(full);
      }
    },
    wish: (wish) => {
      for (const listener of listeners) listener(wish);
      return listeners.size > 0;
    },
    onWish: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
};
