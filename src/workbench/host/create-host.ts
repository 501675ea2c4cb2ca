/** One thing at a time: requests, a person's edits and late results of functions queue up, and each makes the next workbook. */
import type { CalculationExtent } from "./calc/calc";
import { createCalc } from "./calc/engine";
import { createCalculation, maySpill } from "./calculation";
import { createDelivery } from "./events/delivery";
import { messagesOf, type Source, type Trigger } from "./events/messages";
import { breaksAt, createFaults, type Failure } from "./faults";
import { openBook, saveBook } from "./file";
import { createFiles } from "./files";
import { newBook, type Book } from "./model/book";
import { sameContent } from "./model/difference";
import { draftOf, seal, type Draft } from "./model/draft";
import { workbook } from "./objects/workbook/workbook";
import { createPace } from "./pace";
import { createLog, namesOf } from "./record";
import { Refusal, refuse } from "./refusal";
import { UNDO_GROUP } from "./seam";
import { createSession, type HostSide } from "./session";
import { topLevelObject } from "./objects/top-level";
import { changedAreas, createUndo, NOT_UNDOABLE } from "./undo";
import { applyUserEdit } from "./person/apply-edit";
import type { UserEdit } from "./person/edit";
import { eachCell } from "./model/cells/grid";
import { WHOLE_SHEET } from "./model/cells/rectangle";
import type { RequestBody, RequestMessage, ResponseMessage } from "./wire/message";
import { interpret } from "./wire/interpret";
import { handle } from "./wire/object-type";
import type { ChangeListener, ChangeSource, Host, HostOptions, Outcome } from "./host";

const MEGABYTE = 1024 * 1024;
const DELAY_FOR_CELL_EDIT = 64;
const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

const failure = (refusal: Refusal): ResponseMessage => ({
  HttpStatusCode: refusal.httpStatus,
  ErrorCode: refusal.code,
  ErrorMessage: refusal.message,
  Headers: {},
  Body: null,
});

export const createHost = (options: HostOptions = {}): Host => {
  let book = options.book ?? newBook();
  const faults = createFaults();
  const record = createLog();
  const undoStack = createUndo();
  const listeners = new Set<ChangeListener>();
  let disposed = false;
  let spilling: Book = book;
  let calculationWanted: "Recalculate" | "Full" | undefined;
  let suspended = false;
  let lateScheduled = false;

  const calc = createCalc({
    blanksAs: options.blanksAs ?? "null",
    maySpill: (anchor, rows, columns) => maySpill(spilling, anchor, rows, columns),
    onLate: () => scheduleLate(),
    ...(options.now ? { now: options.now } : {}),
  });
  const calculation = createCalculation(calc, book);

  const files = createFiles();
  const side: HostSide = {
    files,
    saving: { dirty: false, before: false },
    created: new Map(),
    emptyBook: newBook,
    calculate: (kind) => {
      calculationWanted = kind === "Recalculate" ? (calculationWanted ?? kind) : "Full";
    },
    eventsEnabled: true,
    suspendCalculation: () => {
      suspended = true;
    },
    largestRead: options.largestRead ?? 5_000_000,
  };
  const session = createSession(side, topLevelObject);
  const root = handle(workbook, null);

  let queue: Promise<unknown> = options.book ? calculation.restore(options.book) : Promise.resolve();
  const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const result = queue.then(work);
    queue = result.catch(() => undefined);
    return result;
  };

  const noteChange = (content: boolean): void => {
    const { saving } = side;
    saving.dirty = saving.said ?? (saving.dirty || content);
    delete saving.said;
  };

  const delivery = createDelivery(() => session.listening);

  const commit = (draft: Draft, source: ChangeSource, told: { source: Source; trigger: Trigger }): void => {
    const before = book;
    book = seal(draft);
    session.endRequest();
    if (side.eventsEnabled) {
      delivery.send(
        draft.happenings.flatMap((happening) => messagesOf(happening, book, told.source, told.trigger)),
      );
    }
    if (book !== before) for (const listener of listeners) listener({ before, after: book, source });
  };

  const calculateInto = async (draft: Draft, extent?: CalculationExtent): Promise<void> => {
    spilling = draft.book;
    await calculation.calculate(draft, extent);
  };

  /** Excel's AutomaticExceptTables leaves out what-if data tables, which are not to be had here: no difference. */
  const extentOf = ({ calculationMode }: Book): CalculationExtent =>
    calculationMode === "Manual" ? "entered" : "changed";

  /** What was asked for by a member, and what follows from edits by itself. */
  const bringUp = async (draft: Draft, finally_: boolean): Promise<void> => {
    if (calculationWanted) {
      const extent = calculationWanted === "Full" ? "everything" : "changed";
      calculationWanted = undefined;
      await calculateInto(draft, extent);
      return;
    }
    if (suspended) return;
    if (!calculation.isFed(draft.book)) await calculateInto(draft, extentOf(draft.book));
    else if (finally_ && draft.dirty.length > 0) await calculation.feed(draft);
  };

  const scheduleLate = (): void => {
    if (lateScheduled || disposed) return;
    lateScheduled = true;
    void inTurn(async () => {
      lateScheduled = false;
      if (disposed) return;
      const draft = draftOf(book);
      await calculateInto(draft, extentOf(book));
      commit(draft, "calculation", { source: "Local", trigger: "Unknown" });
    });
  };

  const carryOut = async (
    message: RequestMessage,
    text: string,
    bytes: number,
    fault: Failure | undefined,
  ): Promise<ResponseMessage> => {
    const started = Date.now();
    // Others wait in the queue: the page may draw in between, and nothing else comes between.
    const pace = createPace();
    const body = JSON.parse(text) as RequestBody;
    await pace.rest();
    if (files.needs(body)) await files.load();
    const group = message.Headers?.[UNDO_GROUP];
    const before = book;
    const draft = draftOf(book, calc.complaint);
    let undoable = true;
    const refusal = fault && new Refusal(fault.code ?? "GeneralException", fault.message);
    const answer =
      fault?.when.kind === "before" && refusal
        ? undefined
        : await interpret(body, draft, session, {
            root,
            beforeAction: (index) => {
              if (refusal && fault && breaksAt(fault, body, index)) throw refusal;
            },
            beforeReading: (current) => bringUp(current, false),
            beforeJudging: async (current) => {
              if (!calculation.isFed(current.book)) await calculateInto(current);
            },
            afterAction: async (current) => {
              if (calculationWanted) await bringUp(current, false);
              await pace.rest();
            },
            using: (type, member) => {
              const name = `${type}.${member}`;
              record.use(name);
              if (!NOT_UNDOABLE.has(name)) return;
              if (group !== undefined) refuse("UndoNotSupported");
              undoable = false;
            },
          });
    if (answer) {
      const content = !sameContent(before, draft.book);
      suspended = false;
      await bringUp(draft, true);
      await pace.rest();
      if (!undoable) undoStack.forget();
      noteChange(content);
      commit(draft, "program", { source: "Local", trigger: "ThisLocalAddin" });
      if (content && undoable) undoStack.push(before, book, group);
    }
    await pace.rest();
    const answerText = answer ? JSON.stringify(answer.body) : "";
    const answerBytes = bytesOf(answerText);
    await pace.rest();
    record.add({
      actions: namesOf(body),
      bytes,
      answerBytes,
      milliseconds: Date.now() - started,
      ...(refusal ? { error: refusal.code } : answer?.body.Error ? { error: answer.body.Error.Code } : {}),
    });
    if (refusal && (fault?.when.kind === "before" || fault?.when.kind === "after")) return failure(refusal);
    if (answerBytes > (options.largestAnswer ?? 5 * MEGABYTE)) {
      return failure(new Refusal("ResponsePayloadSizeLimitExceeded"));
    }
    return {
      HttpStatusCode: 200,
      ErrorCode: "",
      ErrorMessage: "",
      Headers: {},
      Body: JSON.parse(answerText) as ResponseMessage["Body"],
    };
  };

  const executeAsync: Host["executeAsync"] = async (_, flags, message) => {
    const text = JSON.stringify(message.Body);
    const bytes = bytesOf(text);
    const fault = faults.next();
    if (faults.milliseconds > 0) await new Promise((resolve) => setTimeout(resolve, faults.milliseconds));
    if (faults.lost) return failure(new Refusal("InvalidOrTimedOutSession"));
    if (faults.editing) {
      if ((flags & DELAY_FOR_CELL_EDIT) === 0) return failure(new Refusal("InvalidOperationInCellEditMode"));
      await faults.edited();
    }
    if (bytes > (options.largestRequest ?? 5 * MEGABYTE)) {
      return failure(new Refusal("RequestPayloadSizeLimitExceeded"));
    }
    // What happened before this request is told before it: a handler it registers hears of later things only.
    await delivery.arrived();
    return inTurn(() => carryOut(message, text, bytes, fault));
  };

  const edit = (wanted: UserEdit, source: Source): Promise<Outcome> =>
    inTurn(async () => {
      const before = book;
      const draft = draftOf(book, calc.complaint);
      try {
        applyUserEdit(draft, wanted);
      } catch (error) {
        if (error instanceof Refusal) return { kind: "refused", code: error.code, message: error.message };
        throw error;
      }
      session.follow(draft.moves);
      const content = !sameContent(before, draft.book);
      await bringUp(draft, true);
      noteChange(content);
      commit(draft, source === "Remote" ? "coauthor" : "person", { source, trigger: "Unknown" });
      if (content && source === "Local") undoStack.push(before, book);
      return { kind: "done" };
    });

  const change: Host["change"] = (work) =>
    inTurn(async () => {
      const before = book;
      const draft = draftOf(book, calc.complaint);
      const result = work({ draft, session });
      session.follow(draft.moves);
      const content = !sameContent(before, draft.book);
      await bringUp(draft, true);
      noteChange(content);
      commit(draft, "program", { source: "Local", trigger: "ThisLocalAddin" });
      if (content) undoStack.push(before, book);
      return result;
    });

  const step = (take: () => Book | undefined): Promise<boolean> =>
    inTurn(async () => {
      const target = take();
      if (!target) return false;
      const before = book;
      const draft = draftOf(target);
      await calculateInto(draft, extentOf(target));
      await calculation.refresh(draft);
      for (const [sheet, area] of changedAreas(before, target)) {
        draft.happenings.push({ kind: "changed", sheet, area, changeType: "RangeEdited" });
      }
      noteChange(true);
      commit(draft, "undo", { source: "Local", trigger: "Unknown" });
      return true;
    });

  /** Another workbook takes this one's place. Formulas a file has no value for are calculated. */
  const show = async (wanted: Book): Promise<void> => {
    const before = book;
    const draft = draftOf(wanted, calc.complaint);
    for (const { id, grid } of wanted.sheets) {
      eachCell(grid, WHOLE_SHEET, ({ formula, value }, row, column) => {
        if (formula !== undefined && value === null) draft.dirty.push({ sheet: id, row, column });
      });
    }
    spilling = wanted;
    await calculation.restore(wanted);
    if (draft.dirty.length > 0 && !suspended) await calculateInto(draft, extentOf(draft.book));
    book = seal(draft);
    undoStack.forget();
    session.forgetAll();
    Object.assign(side.saving, { dirty: false, before: true });
    for (const listener of listeners) listener({ before, after: book, source: "file" });
    // Streams and promises that were out begin anew.
    scheduleLate();
  };

  return {
    executeAsync,
    onEvents: (listener, heardBy = "programs") => delivery.listen(listener, heardBy),
    book: () => book,
    onChange: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    applyUserEdit: (wanted) => edit(wanted, "Local"),
    change,
    applyCoauthorEdit: (wanted) => edit(wanted, "Remote"),
    undo: () => step(() => undoStack.undo()),
    redo: () => step(() => undoStack.redo()),
    get canUndo() {
      return undoStack.canUndo;
    },
    get canRedo() {
      return undoStack.canRedo;
    },
    registerFunctions: (definitions, associations) =>
      inTurn(async () => {
        calc.registerFunctions(definitions, associations);
        files.know(definitions);
        const draft = draftOf(book);
        await calculateInto(draft);
        commit(draft, "calculation", { source: "Local", trigger: "Unknown" });
      }),
    calculate: (full = false) =>
      inTurn(async () => {
        const draft = draftOf(book);
        await calculateInto(draft, full ? "everything" : "changed");
        commit(draft, "calculation", { source: "Local", trigger: "Unknown" });
      }),
    settled: async () => {
      for (;;) {
        const before = queue;
        await queue;
        const changes = await calc.settled();
        if (changes.length > 0) {
          await inTurn(async () => {
            const draft = draftOf(book);
            await calculation.apply(draft, changes);
            commit(draft, "calculation", { source: "Local", trigger: "Unknown" });
          });
        }
        await delivery.arrived();
        if (queue === before && changes.length === 0) return;
      }
    },
    save: () => saveBook(book),
    open: (file) =>
      inTurn(async () => {
        const opened = openBook(file);
        if (opened.kind === "refused") return opened;
        await show(opened.book);
        return { kind: "opened" };
      }),
    openBook: (wanted) => inTurn(() => show(wanted)),
    saved: () => void Object.assign(side.saving, { dirty: false, before: true }),
    saveXlsx: (wanted) => inTurn(() => files.write(book, wanted)),
    openXlsx: (bytes, name) =>
      inTurn(async () => {
        const opened = await files.read(bytes, name);
        if (opened.kind === "refused") return opened;
        await show(opened.book);
        return { kind: "opened", problems: opened.problems };
      }),
    onFileWish: (listener) => files.onWish(listener),
    faults,
    record,
    setBlanksAs: (blanksAs) => calc.setBlanksAs(blanksAs),
    drawChartsWith: (draw) => {
      side.drawChart = draw;
    },
    drawShapesWith: (draw) => {
      side.drawShape = draw;
    },
    dispose: () => {
      disposed = true;
      delivery.dispose();
      listeners.clear();
      calc.dispose();
    },
  };
};
