/** Steps back and forth: whole states of the workbook, which share what they have in common. */
import type { Book } from "./model/book";

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
