/** What a person can do in the grid, as data: the page makes it of keys, clicks and menus. */
import type { Rectangle } from "../model/cells/rectangle";
import type { Style } from "../model/looks/style";
import type { Axis } from "../model/sheets/outline";
import type { Visibility, FilterCriteria } from "../model/sheets/sheet";
import type { SortField } from "../model/tables/table";

/** Sheets by their id; rows and columns from 0. */
export type UserEdit =
  | {
      readonly kind: "type";
      readonly sheet: string;
      readonly row: number;
      readonly column: number;
      readonly text: string;
    }
  /** null leaves a cell alone. Validation does not look at what is pasted. */
  | {
      readonly kind: "paste";
      readonly sheet: string;
      readonly row: number;
      readonly column: number;
      readonly values: readonly (readonly (string | number | boolean | null)[])[];
    }
  | {
      readonly kind: "clear";
      readonly sheet: string;
      readonly area: Rectangle;
      readonly what?: "contents" | "formats" | "all";
    }
  /** Cut and pasted, or dragged by the edge. */
  | {
      readonly kind: "move";
      readonly sheet: string;
      readonly area: Rectangle;
      readonly toSheet: string;
      readonly row: number;
      readonly column: number;
    }
  | { readonly kind: "insertRows"; readonly sheet: string; readonly at: number; readonly count: number }
  | { readonly kind: "deleteRows"; readonly sheet: string; readonly at: number; readonly count: number }
  | { readonly kind: "insertColumns"; readonly sheet: string; readonly at: number; readonly count: number }
  | { readonly kind: "deleteColumns"; readonly sheet: string; readonly at: number; readonly count: number }
  /** Cells of their own, not whole rows: what stands there moves aside or closes up. */
  | {
      readonly kind: "insertCells";
      readonly sheet: string;
      readonly area: Rectangle;
      readonly shift: "Down" | "Right";
    }
  | {
      readonly kind: "deleteCells";
      readonly sheet: string;
      readonly area: Rectangle;
      readonly shift: "Up" | "Left";
    }
  | {
      readonly kind: "sort";
      readonly sheet: string;
      readonly area: Rectangle;
      readonly fields: readonly SortField[];
      readonly hasHeaders?: boolean;
    }
  | { readonly kind: "look"; readonly sheet: string; readonly area: Rectangle; readonly style: Style }
  | {
      readonly kind: "rowHeight";
      readonly sheet: string;
      readonly at: number;
      readonly count: number;
      readonly points: number;
    }
  | {
      readonly kind: "columnWidth";
      readonly sheet: string;
      readonly at: number;
      readonly count: number;
      readonly points: number;
    }
  | { readonly kind: "select"; readonly sheet: string; readonly area: Rectangle }
  /** Selected on whatever sheet it is: as a link does. */
  | { readonly kind: "goTo"; readonly sheet: string; readonly area: Rectangle }
  /** A click on a cell, so many points from its upper left corner. */
  | {
      readonly kind: "click";
      readonly sheet: string;
      readonly row: number;
      readonly column: number;
      readonly offsetX: number;
      readonly offsetY: number;
    }
  /** Back from another window. */
  | { readonly kind: "activateBook" }
  | { readonly kind: "activate"; readonly sheet: string }
  | { readonly kind: "addSheet"; readonly name?: string }
  | { readonly kind: "renameSheet"; readonly sheet: string; readonly name: string }
  | { readonly kind: "deleteSheet"; readonly sheet: string }
  /** After itself, and then in front. */
  | { readonly kind: "copySheet"; readonly sheet: string }
  | { readonly kind: "moveSheet"; readonly sheet: string; readonly position: number }
  /** `""` takes the colour away. */
  | { readonly kind: "colourSheet"; readonly sheet: string; readonly colour: string }
  | { readonly kind: "showSheet"; readonly sheet: string; readonly visibility: Visibility }
  /** The same text into every cell: Ctrl+Enter. */
  | {
      readonly kind: "typeInto";
      readonly sheet: string;
      readonly areas: readonly Rectangle[];
      readonly text: string;
    }
  /** `to` holds `from`; `countOn` continues series, else the cells are repeated. */
  | {
      readonly kind: "fill";
      readonly sheet: string;
      readonly from: Rectangle;
      readonly to: Rectangle;
      readonly countOn: boolean;
    }
  | {
      readonly kind: "hideLines";
      readonly sheet: string;
      readonly axis: Axis;
      readonly at: number;
      readonly count: number;
      readonly hidden: boolean;
    }
  /** Folds or unfolds the outline groups among these lines. */
  | {
      readonly kind: "fold";
      readonly sheet: string;
      readonly axis: Axis;
      readonly at: number;
      readonly count: number;
      readonly hidden: boolean;
    }
  | {
      readonly kind: "autofit";
      readonly sheet: string;
      readonly axis: Axis;
      readonly at: number;
      readonly count: number;
    }
  /** Rows and columns that stay when the sheet scrolls; 0 and 0 lets all of them go. */
  | { readonly kind: "freeze"; readonly sheet: string; readonly rows: number; readonly columns: number }
  | { readonly kind: "gridlines"; readonly sheet: string; readonly shown: boolean }
  /** A table's column by its number; without criteria its filter is taken away. */
  | {
      readonly kind: "filter";
      readonly table: string;
      readonly column: number;
      readonly criteria?: FilterCriteria;
    }
  /** A column of a sheet's own filter, counted from its left; without criteria all of its rows are shown. */
  | {
      readonly kind: "filterSheet";
      readonly sheet: string;
      readonly column: number;
      readonly criteria?: FilterCriteria;
    }
  | {
      readonly kind: "sortTable";
      readonly table: string;
      readonly column: number;
      readonly ascending: boolean;
    }
  | { readonly kind: "renameBook"; readonly name: string }
  /** Sizes in points. */
  | {
      readonly kind: "placeChart";
      readonly sheet: string;
      readonly chart: string;
      readonly left: number;
      readonly top: number;
      readonly width: number;
      readonly height: number;
    }
  /** Without a chart, none is selected any more. */
  | { readonly kind: "selectChart"; readonly sheet: string; readonly chart?: string }
  | { readonly kind: "deleteChart"; readonly sheet: string; readonly chart: string };
