/** Excel formulas as text: what they say, where they point, and how they read after the workbook changed. */
import type { Area, Cell, Edit, ErrorCode, Lookup } from "./shapes";

export * from "./shapes";

/** "A" → 0, "XFD" → 16383; undefined when it is no column. */
export declare function columnIndex(letters: string): number | undefined;
/** 0 → "A". */
export declare function columnLetters(column: number): string;
/** `表 1` → `'表 1'`, `計画` → `計画`: quoted where Excel quotes. */
export declare function quoteSheet(name: string): string;
/** "A1", "$A$1:B2", "A:C", "1:3", "シート1!A1", "'2021 年'!A1" → its area; without a sheet, on `sheet`. */
export declare function parseAddress(address: string, sheet: string): Area | undefined;
/** `A1:B2`, `A:C`, `1:3`; with the sheet in front when asked. */
export declare function printAddress(area: Area, style?: { sheet?: boolean; absolute?: boolean }): string;

/** undefined when Excel would take it; else why not. */
export type NameFault =
  "empty" | "tooLong" | "firstCharacter" | "character" | "looksLikeReference" | "reserved";
export declare function faultOfTableName(name: string): NameFault | undefined;
export declare function faultOfDefinedName(name: string): NameFault | undefined;

/** The same formula after an edit of the workbook. `homeSheet` is the sheet it stands on (before the edit). Formulas that are not touched come back unchanged (===). */
export declare function shiftReferences(formula: string, homeSheet: string, edit: Edit): string;
/** The same formula copied to a cell so many rows and columns away: relative references go along. */
export declare function relocate(formula: string, rows: number, columns: number): string;
/** `=A1` in B2 ⇄ `=R[-1]C[-1]`. */
export declare function toR1C1(formula: string, home: { row: number; column: number }): string;
export declare function fromR1C1(formula: string, home: { row: number; column: number }): string;

/** What the calculation engine gets: structured references resolved to A1; names resolved to A1 or, where a name is a formula, left standing for the engine (`names`). */
export type Plain =
  | { readonly kind: "plain"; readonly formula: string; readonly names: readonly string[] }
  | { readonly kind: "error"; readonly code: ErrorCode }
  /** Excel refuses to enter it: "InvalidArgument". */
  | { readonly kind: "unreadable"; readonly position: number };
export declare function toPlain(formula: string, home: Cell, lookup: Lookup): Plain;
/** Every area a formula reads, through tables and names; "all" is never in it, volatile references (INDIRECT, OFFSET) are not followed. */
export declare function precedents(formula: string, home: Cell, lookup: Lookup): readonly Area[];
/** Excel would accept it as a formula: brackets, quotes and arguments close. */
export declare function isReadable(formula: string): boolean;
/** Upper-cases functions and references, adds the table's name to `[@列]` and so on: the text Excel shows after it is entered. */
export declare function asExcelWrites(formula: string, home: Cell, lookup: Lookup): string;
