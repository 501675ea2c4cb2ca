/** The shapes a formula can speak of: cells, areas, tables, names, and the edits that move them. Rows and columns count from 0, sheets go by name. */

export const LAST_ROW = 1_048_575;
export const LAST_COLUMN = 16_383;

export interface Cell {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** A rectangle, both corners inside. Whole columns run from row 0 to LAST_ROW, whole rows from column 0 to LAST_COLUMN. */
export interface Area {
  readonly sheet: string;
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** A table as formulas need to know it; `area` includes the header row and the totals row. */
export interface TableShape {
  readonly name: string;
  readonly area: Area;
  readonly header: boolean;
  readonly totals: boolean;
  readonly columns: readonly string[];
}

/** A defined name: `formula` is what it refers to, with its `=`. Names with a scope belong to one sheet. */
export interface NameShape {
  readonly name: string;
  readonly scope?: string;
  readonly formula: string;
}

/** What a formula's words mean in the workbook it stands in. Look-ups ignore case and width as Excel's do. */
export interface Lookup {
  table(name: string): TableShape | undefined;
  /** The table a cell stands in: `[@列]` without a table name means that one. */
  tableAt(cell: Cell): TableShape | undefined;
  /** The name as seen from a sheet: the sheet's own first, then the workbook's. */
  name(name: string, fromSheet: string): NameShape | undefined;
  /** The sheet's name as it is written in the workbook. */
  sheet(name: string): string | undefined;
  /** Every sheet from one to another, both included, whichever comes first; undefined where one of them is not there. */
  sheetsBetween(first: string, last: string): readonly string[] | undefined;
}

export type Edit =
  | { readonly kind: "insertRows"; readonly sheet: string; readonly at: number; readonly count: number }
  | { readonly kind: "deleteRows"; readonly sheet: string; readonly at: number; readonly count: number }
  | { readonly kind: "insertColumns"; readonly sheet: string; readonly at: number; readonly count: number }
  | { readonly kind: "deleteColumns"; readonly sheet: string; readonly at: number; readonly count: number }
  | { readonly kind: "insertCells"; readonly area: Area; readonly shift: "down" | "right" }
  | { readonly kind: "deleteCells"; readonly area: Area; readonly shift: "up" | "left" }
  | { readonly kind: "move"; readonly from: Area; readonly to: Cell }
  | { readonly kind: "renameSheet"; readonly from: string; readonly to: string }
  | { readonly kind: "deleteSheet"; readonly sheet: string }
  | { readonly kind: "renameTable"; readonly from: string; readonly to: string }
  | { readonly kind: "deleteTable"; readonly table: TableShape }
  | { readonly kind: "renameColumn"; readonly table: string; readonly from: string; readonly to: string }
  | { readonly kind: "deleteColumn"; readonly table: string; readonly column: string }
  | { readonly kind: "renameName"; readonly from: string; readonly to: string };

/** In the order of ERROR.TYPE's numbers; #BUSY! has none. */
export const ERROR_CODES = [
  "#NULL!",
  "#DIV/0!",
  "#VALUE!",
  "#REF!",
  "#NAME?",
  "#NUM!",
  "#N/A",
  "#GETTING_DATA",
  "#SPILL!",
  "#CONNECT!",
  "#BLOCKED!",
  "#UNKNOWN!",
  "#FIELD!",
  "#CALC!",
  "#BUSY!",
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];
