/** What an operation is about to make, written into the workbook before it starts, so that whatever is left of it can be told from the user's own. */

import { type CellValue, textOf } from "../cell-values";

export const JOURNAL_KEY = "PLAN.journal";
/** First cell of a sheet while it is being made. */
export const UNFINISHED_MARK = "（計画アドインが作成中）";

export function isUnfinishedMark(cell: CellValue | undefined): boolean {
  return textOf(cell).startsWith(UNFINISHED_MARK);
}

export interface Journal {
  operation: "load";
  plan: string;
  /** To be undone from last to first. */
  steps: Step[];
  /** How its sheets look when they are done. */
  sheets: { name: string; title: string; hidden: boolean }[];
}

/** One thing an operation made, as what takes it back. */
export type Step =
  | { kind: "deleteSheet"; sheet: string }
  | { kind: "deleteName"; name: string }
  /** A name that was there gets its formula back. */
  | { kind: "restoreName"; name: string; formula: string }
  | { kind: "deleteTable"; table: string }
  | { kind: "clear"; sheet: string; address: string }
  | { kind: "resizeTable"; table: string; sheet: string; address: string }
  /** Cells that were put in to make room, once that was confirmed. */
  | { kind: "deleteCells"; sheet: string; address: string; shift: "Left" | "Up" }
  | {
      kind: "restore";
      sheet: string;
      address: string;
      /** null leaves a cell alone. */
      formulas: (string | number | boolean | null)[][];
      formats: (string | null)[][];
    };

/** null: what stands there was not written by us, or somebody cut it. */
export function readJournal(value: unknown): Journal | null {
  try {
    const journal: unknown = JSON.parse(String(value));
    return isJournal(journal) ? journal : null;
  } catch {
    return null;
  }
}

const stepKinds = new Set([
  "deleteSheet",
  "deleteName",
  "restoreName",
  "deleteTable",
  "clear",
  "resizeTable",
  "deleteCells",
  "restore",
]);

function isJournal(value: unknown): value is Journal {
  return (
    typeof value === "object" &&
    value !== null &&
    "plan" in value &&
    "sheets" in value &&
    Array.isArray(value.sheets) &&
    "steps" in value &&
    Array.isArray(value.steps) &&
    value.steps.every(
      (step: unknown) =>
        typeof step === "object" && step !== null && "kind" in step && stepKinds.has(String(step.kind)),
    )
  );
}

/** Custom settings are small: what was in many cells is not put there, a later attempt finds out by comparing. */
export function journalText(journal: Journal): string {
  const short = { ...journal, steps: journal.steps.filter(({ kind }) => kind !== "restore") };
  return JSON.stringify(short);
}
