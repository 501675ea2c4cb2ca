/**
 * Excel without Excel: answers the requests of Microsoft's own office.js over a model of the workbook.
 *
 *   model/    the workbook as one unchanging value, and the edits that make the next one
 *   objects/  Excel's objects, a table of members each; members.ts lists them all
 *   wire/     reads request messages, finds objects, performs actions, answers queries
 *   events/   what happened, as the messages office.js turns into events
 *   common-api/  what `Office` offers beside `Excel`: the selection, bindings, settings, the file, dialogs, the ribbon
 *   formula/  formulas as text; calc/ their values; calculation.ts between model and engine
 *   newer/    members of today's Excel that the office.js on npm lacks
 *   faults.ts, record.ts, undo.ts, user.ts, file.ts, pace.ts  what their names say
 *   seam.ts   where office.js is led here; office.ts the `Office` object; office-in-node.ts for tests
 *
 * This file says what a host does; create-host.ts does it. No page, no network, nothing from the rest of src/.
 */
import type { Association, BlanksAs, FunctionDefinitions } from "./calc/calc";
import type { Faults } from "./faults";
import type { SavedBook } from "./file";
import type { FileOptions, FileWish } from "./files";
import type { Book } from "./model/book";
import type { RequestLog } from "./record";
import type { RefusalCode } from "./refusal";
import type { EventEntry } from "./events/entry";
import type { DrawChart, DrawShape } from "./session";
import type { UserEdit } from "./person/edit";
import type { RequestMessage, ResponseMessage } from "./wire/message";
import type { Turn } from "./wire/object-type";
import type { Problem } from "./xlsx/problems";
import type { Written } from "./xlsx/write";

export interface HostOptions {
  readonly book?: Book;
  /** Bytes of a request above which Excel refuses it: 5 MB. */
  readonly largestRequest?: number;
  /** Bytes of an answer above which Excel refuses it: 5 MB. */
  readonly largestAnswer?: number;
  /** Cells of a read above which values are null: 5,000,000. */
  readonly largestRead?: number;
  readonly blanksAs?: BlanksAs;
  readonly now?: () => Date;
}

export type ChangeSource = "program" | "person" | "coauthor" | "calculation" | "undo" | "file";
/** Told after every change: two whole states, to be compared with model/difference.ts. */
export type ChangeListener = (change: {
  readonly before: Book;
  readonly after: Book;
  readonly source: ChangeSource;
}) => void;

export type Outcome =
  | { readonly kind: "done" }
  | { readonly kind: "refused"; readonly code: RefusalCode; readonly message: string };

export interface Host {
  executeAsync(customData: unknown, flags: number, message: RequestMessage): Promise<ResponseMessage>;
  /** For programs: from the first registration on. For `Office` itself: always, since its handlers are no registrations. */
  onEvents(listener: (entries: readonly EventEntry[]) => void, heardBy?: "programs" | "office"): () => void;
  book(): Book;
  onChange(listener: ChangeListener): () => void;
  /** A person's action in the grid. */
  applyUserEdit(edit: UserEdit): Promise<Outcome>;
  /** What the program asks for outside of Excel's own API. Whatever it throws comes back, and the workbook is as it was. */
  change<Result>(work: (turn: Turn) => Result): Promise<Result>;
  /** Another person's action on the same file: events say `Remote`. */
  applyCoauthorEdit(edit: UserEdit): Promise<Outcome>;
  undo(): Promise<boolean>;
  redo(): Promise<boolean>;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  registerFunctions(
    definitions: FunctionDefinitions,
    associations: ReadonlyMap<string, Association>,
  ): Promise<void>;
  calculate(full?: boolean): Promise<void>;
  /** Resolves when nothing is queued, no promise of a function is out, and events are delivered. */
  settled(): Promise<void>;
  save(): SavedBook;
  open(
    file: unknown,
  ): Promise<{ readonly kind: "opened" } | { readonly kind: "refused"; readonly reason: string }>;
  /** The workbook as an .xlsx file, and what that does not hold of it. */
  saveXlsx(options?: FileOptions): Promise<Written>;
  /** An .xlsx file from anywhere; what was not taken over of it is told. */
  openXlsx(bytes: Uint8Array, name: string): Promise<OpenedXlsx>;
  /** Shows a workbook instead of this one. */
  openBook(book: Book): Promise<void>;
  /** The workbook is in a file as it is now. */
  saved(): void;
  /** A program made a workbook or wants this one saved. */
  onFileWish(listener: (wish: FileWish) => void): () => void;
  readonly faults: Faults;
  readonly record: RequestLog;
  setBlanksAs(blanksAs: BlanksAs): void;
  /** From here on `Chart.getImage` is answered with this. */
  drawChartsWith(draw: DrawChart): void;
  /** And `Shape.getAsImage` with this. */
  drawShapesWith(draw: DrawShape): void;
  dispose(): void;
}

export type OpenedXlsx =
  | { readonly kind: "opened"; readonly problems: readonly Problem[] }
  | { readonly kind: "refused"; readonly reason: string };
