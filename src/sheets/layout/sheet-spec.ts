/** A sheet as data, before anything of Excel is touched: what stands where, how it looks, what may be entered. */

import type { Area } from "../address";

export type SheetKind = "計画" | "集計" | "設定" | "点検" | "改定履歴" | "控え";

export interface SheetSpec {
  kind: SheetKind;
  name: string;
  /** What stands in its first cell. */
  title: string;
  hidden: boolean;
  tabColor: string;
  /** Formats of numbers come first: a text that begins with = must find a cell that takes it as text. */
  numberFormats: { area: Area; format: string | string[][] }[];
  /** null leaves a cell alone. */
  values: { area: Area; cells: (string | number | null)[][] }[];
  tables: TableSpec[];
  /** After the tables: structured references need them. One formula for a whole area, or one per cell. */
  formulas: { area: Area; formula: string | string[][] }[];
  looks: { area: Area; look: Look }[];
  widths: { column: number; columns: number; characters: number }[];
  validations: { area: Area; rule: ValidationSpec }[];
  conditionals: { area: Area; rule: ConditionalSpec }[];
  /** Points; rows of the body grow by themselves. */
  heights: { row: number; points: number }[];
  /** Rows whose height follows their wrapped texts, last of all. */
  fitRows: Area | null;
  /** Columns that fold together. */
  groups: { column: number; columns: number }[];
  /** Columns out of sight at first: folded groups, and what only formulas read. */
  folded: { column: number; columns: number }[];
  freeze: { rows: number; columns: number };
  page: PageSpec | null;
  /** Columns a printed page begins with. */
  breaksBefore: number[];
  charts: ChartSpec[];
  /**
   * Formulas in place of words a chart was made from: Excel tells names from numbers when it makes a chart, and a formula that
   * is not calculated yet is neither.
   */
  formulasAfterCharts: { area: Area; formula: string[][] }[];
}

export interface TableSpec {
  name: string;
  /** Header row included. */
  area: Area;
  style: string;
  filterButtons: boolean;
}

export interface Look {
  fill?: string;
  color?: string;
  bold?: boolean;
  italic?: boolean;
  size?: number;
  wrap?: boolean;
  horizontal?: "Left" | "Center" | "Right";
  vertical?: "Top" | "Center";
  border?: string;
}

export type ValidationSpec =
  | { kind: "list"; choices: string[]; title: string; message: string; strict: boolean }
  | { kind: "custom"; formula: string; title: string; message: string; error: string };

export type ConditionalSpec =
  | { kind: "equals"; text: string; fill: string; color: string }
  | { kind: "formula"; formula: string; fill: string; color: string };

export interface PageSpec {
  title: string;
  paper: "a3" | "a4";
  /** First and last header row, from 0. */
  headerRows: [number, number];
  /** Per cent; without it all columns are fitted on one page. */
  scale?: number;
}

export interface ChartSpec {
  kind: "Doughnut" | "BarStacked";
  title: string;
  /** Names in the first column, headers in the first row: Excel makes series and categories of them by itself. */
  source: Area;
  /** Top-left and bottom-right cell it covers. */
  place: Area;
  /** Grades, best first: slices of a doughnut, series of bars. */
  grades: number;
}

export function emptySheet(kind: SheetKind, name: string, title: string): SheetSpec {
  return {
    kind,
    name,
    title,
    hidden: false,
    tabColor: tabColors[kind],
    numberFormats: [],
    values: [],
    tables: [],
    formulas: [],
    looks: [],
    widths: [],
    validations: [],
    conditionals: [],
    heights: [],
    fitRows: null,
    groups: [],
    folded: [],
    freeze: { rows: 0, columns: 0 },
    page: null,
    breaksBefore: [],
    charts: [],
    formulasAfterCharts: [],
  };
}

const tabColors: Record<SheetKind, string> = {
  計画: "#1F4E79",
  集計: "#548235",
  設定: "#7F7F7F",
  点検: "#BF8F00",
  改定履歴: "#7030A0",
  控え: "#BFBFBF",
};

/** Width of a text in half-width characters: kana and kanji take two. */
export function textWidth(text: string): number {
  let width = 0;
  for (const letter of text) width += /[\u0020-\u007e\uff61-\uff9f]/.test(letter) ? 1 : 2;
  return width;
}
