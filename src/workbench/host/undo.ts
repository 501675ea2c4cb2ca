/** Steps back and forth: whole states of the workbook, which share what they have in common. */
import type { Book } from "./model/book";
import { eachCellDifference } from "./model/difference";
import type { Rectangle } from "./model/cells/rectangle";

/** Microsoft's list: these cannot be undone, and take what could be undone with them. */
export const NOT_UNDOABLE: ReadonlySet<string> = new Set([
  "Worksheet.name",
  "Worksheet.position",
  "Worksheet.visibility",
  "Worksheet.delete",
  "Worksheet.copy",
  "Workbook.insertWorksheetsFromBase64",
  "WorksheetProtection.protect",
  "WorksheetProtection.unprotect",
]);

interface Step {
  readonly before: Book;
  readonly after: Book;
  readonly group?: string;
}

export interface UndoStack {
  push(before: Book, after: Book, group?: string): void;
  undo(): Book | undefined;
  redo(): Book | undefined;
  /** What cannot be undone takes everything before it along. */
  forget(): void;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

const KEPT = 100;

export const createUndo = (): UndoStack => {
  let done: Step[] = [];
  let undone: Step[] = [];
  return {
    push: (before, after, group) => {
      const last = done.at(-1);
      undone = [];
      if (group !== undefined && last?.group === group) done[done.length - 1] = { ...last, after };
      else done = [...done, { before, after, ...(group === undefined ? {} : { group }) }].slice(-KEPT);
    },
    undo: () => {
      const step = done.pop();
      if (step) undone.push(step);
      return step?.before;
    },
    redo: () => {
      const step = undone.pop();
      if (step) done.push(step);
      return step?.after;
    },
    forget: () => {
      done = [];
      undone = [];
    },
    get canUndo() {
      return done.length > 0;
    },
    get canRedo() {
      return undone.length > 0;
    },
  };
};

/** On each sheet, the area around all that two states of the workbook differ in. */
export const changedAreas = (before: Book, after: Book): ReadonlyMap<string, Rectangle> => {
  const areas = new Map<string, Rectangle>();
  eachCellDifference(before, after, ({ sheet, row, column }) => {
    const area = areas.get(sheet);
    areas.set(sheet, {
      top: Math.min(area?.top ?? row, row),
      left: Math.min(area?.left ?? column, column),
      bottom: Math.max(area?.bottom ?? row, row),
      right: Math.max(area?.right ?? column, column),
    });
  });
  return areas;
};
