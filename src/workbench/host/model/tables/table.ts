/** A table: its place, its columns, and what fills them by itself. */
import type { Rectangle } from "../cells/rectangle";
import type { FilterCriteria } from "../sheets/sheet";

export interface TableColumn {
  readonly id: number;
  readonly name: string;
  /** The calculated column's formula, as written for the first body row. New rows get it. */
  readonly formula?: string;
  readonly filter?: FilterCriteria;
}

export interface SortField {
  readonly key: number;
  readonly ascending?: boolean;
  readonly sortOn?: string;
  readonly color?: string;
  readonly dataOption?: string;
}

export interface Table {
  /** As Excel gives it: a GUID in braces. */
  readonly id: string;
  readonly legacyId: string;
  readonly name: string;
  readonly sheet: string;
  /** With the header row and the totals row. */
  readonly area: Rectangle;
  readonly showHeaders: boolean;
  readonly showTotals: boolean;
  readonly showFilterButton: boolean;
  readonly showBandedRows: boolean;
  readonly showBandedColumns: boolean;
  readonly highlightFirstColumn: boolean;
  readonly highlightLastColumn: boolean;
  readonly style: string;
  readonly columns: readonly TableColumn[];
  readonly nextColumnId: number;
  /** Only a header was given, or every row was deleted: its one blank row waits for the first entry and does not count. */
  readonly waiting?: boolean;
  readonly sort?: {
    readonly fields: readonly SortField[];
    readonly matchCase: boolean;
    readonly method: string;
  };
}

export const headerOf = (table: Table): Rectangle | undefined =>
  table.showHeaders ? { ...table.area, bottom: table.area.top } : undefined;

export const totalsOf = (table: Table): Rectangle | undefined =>
  table.showTotals ? { ...table.area, top: table.area.bottom } : undefined;

/** A table always has one body row at least, even when it is blank. */
export const bodyOf = (table: Table): Rectangle => ({
  ...table.area,
  top: table.area.top + (table.showHeaders ? 1 : 0),
  bottom: table.area.bottom - (table.showTotals ? 1 : 0),
});

/** How many rows programs count: none while the only one waits for its first entry. */
export const rowCountOf = (table: Table): number => {
  const { top, bottom } = bodyOf(table);
  return table.waiting && top === bottom ? 0 : bottom - top + 1;
};

export const isFiltered = (table: Table): boolean =>
  table.columns.some((column) => column.filter !== undefined);
