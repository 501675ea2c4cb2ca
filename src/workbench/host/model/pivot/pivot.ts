/** A PivotTable as stored: where it stands, what it read from its source, and how its fields are arranged. */
import { refuse } from "../../refusal";
import type { CellValue } from "../cells/cell";
import type { Rectangle } from "../cells/rectangle";

export type PivotAxis = "rows" | "columns" | "filters";

export type PivotSource =
  | { readonly kind: "range"; readonly sheet: string; readonly area: Rectangle }
  | { readonly kind: "table"; readonly table: string };

/** What was read when the PivotTable was made or last refreshed. Cells changed since then are not seen. */
export interface PivotCache {
  readonly records: readonly (readonly CellValue[])[];
  /** Of each field, the number format its labels are shown in. */
  readonly formats: readonly string[];
}

/** Excel's filters as they came: `PivotLabelFilter` and its like. */
export type PivotCriteria = Readonly<Record<string, unknown>>;

export interface PivotField {
  /** Its header in the source: the id it keeps. */
  readonly id: string;
  readonly name: string;
  readonly subtotals: boolean;
  /** Keys of items that are turned off by hand. */
  readonly hidden: readonly string[];
  readonly collapsed: readonly string[];
  readonly captions: Readonly<Record<string, string>>;
  readonly label?: PivotCriteria;
  readonly value?: PivotCriteria;
  readonly date?: PivotCriteria;
  readonly order: { readonly ascending: boolean; readonly data?: string };
  readonly multiple: boolean;
  /** A slicer works on it: its hidden items count even while it stands on no axis. */
  readonly sliced?: boolean;
}

export interface ShowAs {
  readonly calculation: string;
  readonly field?: string;
  readonly item?: string;
}

export interface PivotData {
  readonly id: string;
  readonly field: string;
  /** A name somebody gave it. */
  readonly caption?: string;
  /** Tells the second sum of a field from the first. */
  readonly repeat: number;
  readonly summarizeBy: string;
  readonly numberFormat?: string;
  readonly showAs: ShowAs;
}

export interface PivotLayout {
  readonly layoutType: "Compact" | "Outline" | "Tabular";
  readonly subtotalLocation: "AtTop" | "AtBottom" | "Off";
  readonly showRowGrandTotals: boolean;
  readonly showColumnGrandTotals: boolean;
  readonly showFieldHeaders: boolean;
  readonly blankLines: boolean;
  readonly repeatLabels: boolean;
  readonly fillEmptyCells: boolean;
  readonly emptyCellText: string;
  readonly autoFormat: boolean;
  readonly preserveFormatting: boolean;
  readonly enableFieldList: boolean;
  readonly altTextTitle: string;
  readonly altTextDescription: string;
}

export interface Pivot {
  readonly id: string;
  readonly name: string;
  readonly sheet: string;
  /** Everything it covers now, its filters too. The upper left corner is where it was put. */
  readonly area: Rectangle;
  readonly source: PivotSource;
  readonly cache: PivotCache;
  /** In the order of the source's columns. */
  readonly fields: readonly PivotField[];
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly filters: readonly string[];
  readonly data: readonly PivotData[];
  readonly layout: PivotLayout;
  readonly allowMultipleFiltersPerField: boolean;
  readonly enableDataValueEditing: boolean;
  readonly refreshOnOpen: boolean;
  readonly useCustomSortLists: boolean;
}

export const NEW_LAYOUT: PivotLayout = {
  layoutType: "Compact",
  subtotalLocation: "AtTop",
  showRowGrandTotals: true,
  showColumnGrandTotals: true,
  showFieldHeaders: true,
  blankLines: false,
  repeatLabels: false,
  fillEmptyCells: false,
  emptyCellText: "",
  autoFormat: true,
  preserveFormatting: true,
  enableFieldList: true,
  altTextTitle: "",
  altTextDescription: "",
};

export const newField = (id: string): PivotField => ({
  id,
  name: id,
  subtotals: true,
  hidden: [],
  collapsed: [],
  captions: {},
  order: { ascending: true },
  multiple: true,
});

export const fieldIn = (pivot: Pivot, id: string): PivotField =>
  pivot.fields.find((field) => field.id === id) ?? refuse("ItemNotFound");

export const dataIn = (pivot: Pivot, id: string): PivotData =>
  pivot.data.find((data) => data.id === id) ?? refuse("ItemNotFound");

export const changedField = (pivot: Pivot, id: string, patch: Partial<PivotField>): Pivot => ({
  ...pivot,
  fields: pivot.fields.map((field) => (field.id === id ? { ...field, ...patch } : field)),
});

export const indexOfField = (pivot: Pivot, id: string): number =>
  pivot.fields.findIndex((field) => field.id === id);
