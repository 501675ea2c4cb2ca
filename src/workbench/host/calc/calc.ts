/** The calculation engine as the host sees it: cells with plain A1 formulas in, changed values out. No page, no tables, no Excel objects. */
import type { Association, BlanksAs, FunctionMetadata } from "./custom/definition";
import type { CellValue } from "./values";

export type { Association, BlanksAs, FunctionMetadata, ParameterMetadata } from "./custom/definition";
export type { CellError, CellValue } from "./values";

/** Cells are addressed by the sheet's id (never its name), rows and columns from 0. */
export interface CellKey {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

export type CellContent =
  | { readonly kind: "blank" }
  | { readonly kind: "value"; readonly value: CellValue }
  /** Plain A1 with its `=`, from formula/toPlain; it may hold `A1#` and the names given to `setNames`. */
  | { readonly kind: "formula"; readonly formula: string };

export type CellWrite = CellKey & { readonly content: CellContent };

export interface Spill {
  readonly rows: number;
  readonly columns: number;
  /** values[0][0] is the anchor's own value. */
  readonly values: readonly (readonly CellValue[])[];
}

/** A formula cell whose value is another than before. Spilled cells come with their anchor; a change without `spill` ends the spill there was. */
export type CellChange = CellKey & { readonly value: CellValue; readonly spill?: Spill };

export interface FunctionDefinitions {
  /** `PLAN`: the functions are called `PLAN.NAME`. */
  readonly namespace: string;
  readonly functions: readonly FunctionMetadata[];
  readonly allowErrorForDataTypeAny?: boolean;
}

export interface CalcOptions {
  readonly blanksAs?: BlanksAs;
  /**
   * May a result of this size spill from this cell? The engine itself refuses where another cell holds something;
   * the host adds what only it knows (tables, merged cells, protection). A refused spill is `#SPILL!`.
   */
  readonly maySpill?: (anchor: CellKey, rows: number, columns: number) => boolean;
  /** Rows that SUBTOTAL and AGGREGATE leave out. */
  readonly hiddenRow?: (sheet: string, row: number) => "filtered" | "hidden" | undefined;
  /** Called when a promise or a stream of a custom function delivered: the host should call `calculate` soon. */
  readonly onLate?: () => void;
  /** Work done before the page may breathe, in milliseconds. Default 12. */
  readonly sliceMilliseconds?: number;
  readonly now?: () => Date;
}

/** What is dirty and all that follows from it; every formula; or, where calculation is manual, only formulas just entered. */
export type CalculationExtent = "changed" | "everything" | "entered";

export interface Calculation {
  readonly changes: readonly CellChange[];
  /** Formulas evaluated, for records and tests. */
  readonly evaluated: number;
  /** Promises still out: their cells show #BUSY!. */
  readonly waiting: number;
}

export interface Calc {
  /** The sheets there are, in order. Cells of sheets that are gone go too; a sheet with another name is renamed. */
  setSheets(sheets: readonly { readonly id: string; readonly name: string }[]): void;
  /** Formulas stored here are rewritten; nothing is recalculated. */
  renameSheet(id: string, name: string): void;
  /** Names whose meaning is a formula, by formula/nameKey, as plain A1 (`加須市` → `=IF(計画!A1:Z99="","",計画!A1:Z99)`): calculated once, shared by all that use them. Replaces the former list; only changed ones are dirty. */
  setNames(names: readonly { readonly name: string; readonly formula: string }[]): void;
  /**
   * Bulk; the last write of a cell wins. A formula is dirty (also when it is entered again), a value makes its dependants dirty unless it is what was there.
   * Overwriting an anchor ends its spill at once; a blank written into a spilled cell does nothing, as in Excel.
   */
  write(cells: readonly CellWrite[]): void;
  /** Formulas with known values, as when a file is opened: not dirty. */
  restore(
    cells: readonly (CellKey & {
      readonly formula: string;
      readonly value: CellValue;
      readonly spill?: Spill;
    })[],
  ): void;
  /** All cells of a sheet. */
  clear(sheet: string): void;
  /** Cells that use one of them and were #NAME? are dirty. */
  registerFunctions(definitions: FunctionDefinitions, associations: ReadonlyMap<string, Association>): void;
  /** These formula cells are to be calculated at the next `calculate`, with what depends on them. */
  markDirty(cells: readonly CellKey[]): void;
  /** What is dirty and what depends on it, unless another extent is asked for. Pauses now and then, so that a page can draw. */
  calculate(options?: { readonly extent?: CalculationExtent }): Promise<Calculation>;
  /** The same without pauses, for hosts that must answer at once. */
  calculateNow(options?: { readonly extent?: CalculationExtent }): Calculation;
  /** Resolves when no promise is out and everything that waited for one is calculated. */
  settled(): Promise<readonly CellChange[]>;
  /** Why Excel would not accept this formula: too many or too few arguments of a custom function. */
  complaint(formula: string): string | undefined;
  valueOf(cell: CellKey): CellValue;
  spillOf(anchor: CellKey): Spill | undefined;
  /** The cell that spills into this one. */
  anchorOf(cell: CellKey): CellKey | undefined;
  setBlanksAs(blanksAs: BlanksAs): void;
  /** Forgets everything; promises that come later are not heard. */
  dispose(): void;
}
