/** Every intention on the workbook with its signature: `index.ts` exports a function for each. */

import type { CellChange } from "../plan/checks/rule";
import type { Plan, Year } from "../plan/plan";
import type { Scale } from "../plan/scales/scale";
import type { Answer } from "./answer";
import type {
  Block,
  BroughtWorkbook,
  FindingRow,
  InsertPreview,
  LoadPreview,
  Place,
  PlanEvent,
  ReloadOptions,
  ReloadPreview,
  RemovePreview,
  RevisionOptions,
  Running,
  SelectionReading,
  TypedTarget,
  WorkbookReading,
} from "./contract";
import type { MethodChange } from "./excel/methods";

export interface Operations {
  /** What loading would make. Refused where the plan is loaded already, or cannot stand in a sheet. */
  previewLoad(plan: Plan): Promise<Answer<{ preview: LoadPreview }>>;
  loadPlan(plan: Plan, running?: Running): Promise<Answer<{ preview: LoadPreview; sheet: string }>>;
  /** What an update to a newer version of a loaded plan (same id) would change. */
  previewReload(plan: Plan): Promise<Answer<{ preview: ReloadPreview }>>;
  reloadPlan(plan: Plan, options: ReloadOptions): Promise<Answer<{ preview: ReloadPreview }>>;
  previewRemove(plan: string): Promise<Answer<{ preview: RemovePreview }>>;
  removePlan(plan: string, running?: Running): Promise<Answer<{ preview: RemovePreview }>>;
  /** Every plan of the workbook as it stands now. */
  readPlans(): Promise<Answer<{ reading: WorkbookReading }>>;
  /** Tells the listener whenever a plan's cells changed, shortly after and once. Our own writes are not told. */
  watchPlans(listener: (event: PlanEvent) => void): Promise<Answer<{ dispose: () => Promise<void> }>>;
  /** Shows one year's columns, or all. */
  showYear(plan: string, year: Year | "all"): Promise<Answer>;
  selectPlace(place: Place): Promise<Answer<{ address: string }>>;
  /** A cell as a problem of the sheets names it. */
  selectAddress(address: string): Promise<Answer<{ address: string }>>;
  setEvaluationYear(year: Year): Promise<Answer>;
  /** Writes a scale into 尺度_…: the grade column follows by itself. */
  writeScale(plan: string, scale: Scale): Promise<Answer>;
  /** 方法 of indicators that still have `before`; the others are named in `stale`. */
  setMethods(
    plan: string,
    changes: readonly MethodChange[],
  ): Promise<Answer<{ done: MethodChange[]; stale: MethodChange[] }>>;
  /** Cells that still hold `before` get `after`; the others are named in `stale`. `what`: how 元に戻す calls it, 修正 where nothing is said. */
  mendCells(
    plan: string,
    changes: readonly CellChange[],
    what?: string,
  ): Promise<Answer<{ done: CellChange[]; stale: CellChange[] }>>;
  /** The 点検 sheet. */
  writeFindings(findings: readonly FindingRow[]): Promise<Answer<{ sheet: string }>>;
  readAccepted(): Promise<Answer<{ findings: FindingRow[] }>>;
  /** 記録する: typed targets enter 改定履歴 and count as the plan's own from then on. */
  recordRevision(
    plan: string,
    targets: readonly TypedTarget[],
    options: RevisionOptions,
  ): Promise<Answer<{ recorded: number }>>;
  /** Where a block would stand, from the selected cell or `at`. Refused with `occupied` where something stands there. */
  previewInsert(block: Block, at?: string): Promise<Answer<{ preview: InsertPreview }>>;
  insertBlock(block: Block, at?: string): Promise<Answer<{ preview: InsertPreview }>>;
  /** 再計算: mends #BUSY! and old errors of PLAN formulas by hand. */
  recalculate(): Promise<Answer<{ cells: number }>>;
  /** Formulas with PLAN. that pass no range: made dirty and calculated once. Nothing is written. */
  refreshUnseen(): Promise<Answer<{ cells: number }>>;
  /** 元に戻す of the last operation of this pane, exactly. */
  undoLast(): Promise<Answer<{ what: string }>>;
  /** What 元に戻す would take back. */
  undoable(): string | null;
  selection(): Promise<Answer<{ selection: SelectionReading }>>;
  /** The plans in an .xlsx file (base64). Its sheets are put in hidden, read, and taken out again. */
  plansInFile(file: string): Promise<Answer<{ reading: WorkbookReading }>>;
  /** 取り込む: another office's workbook as hidden sheets; one of the same file name is renewed. */
  bringWorkbook(
    content: string,
    about: { file: string; date: string },
  ): Promise<Answer<{ brought: BroughtWorkbook }>>;
  broughtWorkbooks(): Promise<Answer<{ brought: BroughtWorkbook[] }>>;
  removeBrought(file: string): Promise<Answer<{ sheets: string[] }>>;
  /** A table somebody converted to a range becomes a table again. */
  repairPlan(plan: string): Promise<Answer<{ table: string }>>;
}
