/** The shapes that the pane and the functions exchange with the workbook: what was found, what would happen, what happened. */

import type { Plan, Year } from "../plan/plan";
import type { Scale } from "../plan/scales/scale";

/** Something in a sheet that could not be read, and where. */
export interface SheetProblem {
  message: string;
  severity: "error" | "warning" | "note";
  /** 加須市!X7; null where the problem is not one cell's. */
  address: string | null;
}

/** What a person may want to jump to or change. Without a year: the one column of that kind. */
export type PlaceColumn =
  | "row"
  | "name"
  | "departments"
  | "unit"
  | "direction"
  | "method"
  | "baseline"
  | "remark"
  | "target"
  | "actual"
  | "rate"
  | "grade"
  | "mark";

export interface Place {
  plan: string;
  /** The indicator, or else the node, whose row is meant. */
  indicator?: string | null;
  node?: string | null;
  column?: PlaceColumn;
  year?: Year | null;
  /** Of a recorded judgement: in which scale. */
  scale?: string;
}

/** A target typed into the sheet since the plan was loaded, updated or last recorded. */
export interface TypedTarget {
  plan: string;
  indicator: string;
  name: string;
  year: Year;
  before: string;
  after: string;
  address: string | null;
}

export interface WorkbookPlan {
  /** As it stands in the sheet now, actuals included. */
  plan: Plan;
  sheet: string;
  /** null: the table was converted to a range; `repairPlan` makes it one again. */
  table: string | null;
  /** The table with its header row: 加須市!A5:AQ160. */
  address: string;
  /** The defined name for formulas (加須市), null where somebody deleted it. */
  name: string | null;
  /** The table of cut-offs (尺度_加須市). */
  scaleTable: string | null;
  scale: Scale | null;
  /** Other sheets that carry the same plan (a copied sheet). */
  copies: string[];
  problems: SheetProblem[];
  typedTargets: TypedTarget[];
  /** Rows an update left behind because they are no longer in the plan. */
  retired: string[];
  loadedOn: string | null;
  /** Address of a cell, for jumps and findings; null where the sheet has no such cell. */
  addressOf(place: Omit<Place, "plan">): string | null;
}

export interface WorkbookReading {
  plans: WorkbookPlan[];
  problems: SheetProblem[];
  evaluationYear: Year | null;
  /** Something a failed operation left behind; the next load cleans it up. */
  unfinished: boolean;
}

export interface SheetPreview {
  name: string;
  what: "計画" | "集計" | "設定" | "点検" | "改定履歴" | "控え";
  action: "作成" | "追記" | "削除" | "残す";
  rows: number;
  columns: number;
}

export interface LoadPreview {
  planId: string;
  title: string;
  sheets: SheetPreview[];
  /** Names that formulas can use afterwards: 加須市, 尺度_加須市, 評価年度. */
  names: string[];
  rows: number;
  cells: number;
  bytes: number;
  /** Cells a user may have typed that would change: always empty, and shown as such. */
  overwrites: string[];
  /** What a failed attempt left behind and would be cleaned up first. */
  leftovers: string[];
  problems: SheetProblem[];
}

export interface ChangePreview {
  /** 追加・変更・削除 of definitions, cell by cell. */
  indicator: string | null;
  node: string | null;
  name: string;
  column: string;
  year: Year | null;
  before: string;
  after: string;
  address: string | null;
}

export interface ReloadPreview {
  planId: string;
  title: string;
  added: { id: string; name: string }[];
  changed: ChangePreview[];
  gone: { id: string; name: string; address: string | null }[];
  /** Typed by the user and changed in the new version too: the user's value stays unless `conflicts: "take"`. */
  conflicts: ChangePreview[];
  /** What goes into 改定履歴. */
  revisions: TypedTarget[];
  overwrites: string[];
  problems: SheetProblem[];
  /** Nothing to do at all. */
  same: boolean;
}

export interface RemovePreview {
  planId: string;
  title: string;
  sheets: SheetPreview[];
  names: string[];
  /** Cells with something of the user's: their sheets stay. */
  touched: string[];
}

/** A step of a longer operation, for the progress bar. */
export interface Step {
  name: string;
  done: number;
  of: number;
}

export interface Running {
  onStep?: (step: Step) => void;
  signal?: AbortSignal;
}

export interface ReloadOptions extends Running {
  reason: string;
  /** Who, asked once by the pane; 記録なし where it is not given. */
  who?: string;
  /** Written as given: 2024/4/1 or 令和6年4月1日. */
  date: string;
  conflicts?: "keep" | "take";
}

export interface RevisionOptions {
  reason: string;
  who?: string;
  date: string;
}

/** One line of the 点検 sheet. */
export interface FindingRow {
  plan: string;
  rule: string;
  severity: string;
  message: string;
  remedy: string;
  place: string;
  address: string | null;
  key: string;
  accepted: { by: string; why: string; on: string } | null;
}

/** A block for somebody's own sheet: formulas begin with =, texts that begin so are given as { text }. */
export type BlockCell =
  | string
  | number
  | { text: string }
  | { number: number; format: string }
  | { formula: string; format?: string }
  | null;

export interface Block {
  cells: readonly (readonly BlockCell[])[];
}

export interface InsertPreview {
  sheet: string;
  address: string;
  rows: number;
  columns: number;
  /** Cells inside the area that hold something: never overwritten. */
  occupied: string[];
  /** Merged cells the area touches: of those only the first holds anything, and the rest of a block would be lost in them. */
  merged: string[];
  /** Whether some of its rows or columns are hidden: what goes there will not be seen. */
  hidden: boolean;
  /** A table the area touches: a formula that spills cannot stand in one. */
  table: string | null;
}

export interface SelectionReading {
  sheet: string;
  address: string;
  values: (string | number | boolean)[][];
}

export interface PlanEvent {
  /** What the sheets say now. */
  reading: WorkbookReading;
  /** local: this user; remote: a co-author. */
  source: "local" | "remote";
}

/** Another office's workbook, brought in as hidden sheets. */
export interface BroughtWorkbook {
  /** The file's name: a file of the same name takes its place. */
  file: string;
  /** The day it was brought, as the pane wrote it. */
  date: string;
  plans: { id: string; title: string }[];
  sheets: string[];
}
