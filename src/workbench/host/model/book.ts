/** The workbook as one unchanging value; every edit makes the next one. */
import { newSheet, type Sheet } from "./sheets/sheet";
import type { Pivot } from "./pivot/pivot";
import type { Slicer } from "./tables/slicer";
import type { Table } from "./tables/table";
import type { Rectangle } from "./cells/rectangle";
import type { CellStyle } from "./looks/cell-style";

export interface DefinedName {
  readonly name: string;
  /** A sheet's id; absent for a name of the whole workbook. */
  readonly scope?: string;
  /** What it refers to, with its `=`. */
  readonly formula: string;
  readonly comment: string;
  readonly visible: boolean;
}

export interface XmlPart {
  readonly id: string;
  readonly xml: string;
  readonly namespaceUri: string;
}

/** A place a program keeps under its own id: cells, or a table wherever it is. */
export interface Binding {
  readonly id: string;
  readonly type: "Range" | "Table" | "Text";
  readonly sheet: string;
  /** Gone when its cells are deleted. */
  readonly area?: Rectangle;
  readonly table?: string;
}

/** Styles of tables, PivotTables and the like are names here: those somebody added, and which one new ones get. */
export interface StyleList {
  readonly added: readonly string[];
  readonly standard: string;
}

export interface Book {
  readonly name: string;
  readonly sheets: readonly Sheet[];
  readonly activeSheet: string;
  readonly tables: readonly Table[];
  readonly pivots: readonly Pivot[];
  readonly slicers: readonly Slicer[];
  readonly names: readonly DefinedName[];
  readonly settings: ReadonlyMap<string, unknown>;
  readonly xmlParts: readonly XmlPart[];
  readonly properties: Readonly<Record<string, unknown>>;
  readonly customProperties: ReadonlyMap<string, unknown>;
  /** Made here, or built in and changed. */
  readonly cellStyles: readonly CellStyle[];
  readonly styleLists?: Readonly<Record<string, StyleList>>;
  readonly bindings: readonly Binding[];
  readonly calculationMode: "Automatic" | "AutomaticExceptTables" | "Manual";
  readonly usePrecisionAsDisplayed: boolean;
  /** Whether what is said of a chart's point follows its cell; absent means yes. */
  readonly chartDataPointTrack?: boolean;
  readonly protection?: { readonly password?: string };
  /** Counts up for every id the workbook gives out. */
  readonly nextId: number;
  readonly nextTable: number;
  readonly nextSheet: number;
}

export const guid = (number: number): string =>
  `{${[8, 4, 4, 4, 12]
    .map((length, index) =>
      index === 4 ? number.toString(16).toUpperCase().padStart(length, "0") : "0".repeat(length),
    )
    .join("-")}}`;

export const newBook = (name = "ブック1.xlsx"): Book => {
  const first = newSheet(guid(1), "Sheet1");
  return {
    name,
    sheets: [first],
    activeSheet: first.id,
    tables: [],
    pivots: [],
    slicers: [],
    names: [],
    settings: new Map(),
    xmlParts: [],
    properties: {},
    customProperties: new Map(),
    cellStyles: [],
    bindings: [],
    calculationMode: "Automatic",
    usePrecisionAsDisplayed: false,
    nextId: 2,
    nextTable: 1,
    nextSheet: 2,
  };
};

export const sheetById = (book: Book, id: string): Sheet | undefined =>
  book.sheets.find((sheet) => sheet.id === id);

/** Excel's own idea of the same name: case does not count. */
export const sameName = (a: string, b: string): boolean => a === b || fold(a) === fold(b);
export const fold = (name: string): string => name.normalize("NFKC").toLowerCase();

export const sheetByName = (book: Book, name: string): Sheet | undefined =>
  book.sheets.find((sheet) => sheet.name === name) ??
  book.sheets.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase());

export const tableById = (book: Book, id: string): Table | undefined =>
  book.tables.find((table) => table.id === id);
export const tableByName = (book: Book, name: string): Table | undefined =>
  book.tables.find((table) => table.name.toLowerCase() === name.toLowerCase());

export const tablesOn = (book: Book, sheet: string): readonly Table[] =>
  book.tables.filter((table) => table.sheet === sheet);

export const tableAt = (book: Book, sheet: string, row: number, column: number): Table | undefined =>
  book.tables.find(
    (table) =>
      table.sheet === sheet &&
      row >= table.area.top &&
      row <= table.area.bottom &&
      column >= table.area.left &&
      column <= table.area.right,
  );

export interface Place {
  readonly sheet: string;
  readonly area: Rectangle;
}
