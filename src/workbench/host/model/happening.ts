/** What an edit did, in Excel's words: from these the events are made. Sheets and tables go by id. */
import type { CellValue } from "./cells/cell";
import type { Rectangle } from "./cells/rectangle";

export type ChangeType =
  | "RangeEdited"
  | "RowInserted"
  | "RowDeleted"
  | "ColumnInserted"
  | "ColumnDeleted"
  | "CellInserted"
  | "CellDeleted"
  | "Others";

export type Happening =
  | {
      readonly kind: "changed";
      readonly sheet: string;
      readonly area: Rectangle;
      readonly changeType: ChangeType;
      readonly shift?: "ShiftCellLeft" | "ShiftCellUp" | "ShiftCellRight" | "ShiftCellDown";
      /** Of a single cell: what it held and holds. */
      readonly before?: CellValue;
      readonly after?: CellValue;
    }
  | {
      readonly kind: "formulaChanged";
      readonly sheet: string;
      readonly cells: readonly { readonly row: number; readonly column: number; readonly previous: string }[];
    }
  | { readonly kind: "formatChanged"; readonly sheet: string; readonly area: Rectangle }
  | { readonly kind: "selectionChanged"; readonly sheet: string; readonly area: Rectangle }
  | { readonly kind: "sheetActivated"; readonly sheet: string }
  | { readonly kind: "sheetDeactivated"; readonly sheet: string }
  | { readonly kind: "sheetAdded"; readonly sheet: string }
  | { readonly kind: "sheetDeleted"; readonly sheet: string; readonly name: string }
  | {
      readonly kind: "sheetRenamed";
      readonly sheet: string;
      readonly before: string;
      readonly after: string;
    }
  | { readonly kind: "sheetMoved"; readonly sheet: string; readonly before: number; readonly after: number }
  | {
      readonly kind: "sheetVisibility";
      readonly sheet: string;
      readonly before: string;
      readonly after: string;
    }
  | { readonly kind: "tableAdded"; readonly sheet: string; readonly table: string }
  | {
      readonly kind: "tableDeleted";
      readonly sheet: string;
      readonly table: string;
      readonly name: string;
    }
  | { readonly kind: "tableFiltered"; readonly sheet: string; readonly table: string }
  /** A filter of the sheet or of a table on it. */
  | { readonly kind: "sheetFiltered"; readonly sheet: string }
  /** A click on a cell, so many points from its upper left corner. */
  | {
      readonly kind: "clicked";
      readonly sheet: string;
      readonly row: number;
      readonly column: number;
      readonly offsetX: number;
      readonly offsetY: number;
    }
  /** A person came back to this workbook. */
  | { readonly kind: "bookActivated" }
  | { readonly kind: "rowsSorted"; readonly sheet: string; readonly area: Rectangle }
  | { readonly kind: "columnsSorted"; readonly sheet: string; readonly area: Rectangle }
  | {
      readonly kind: "rowHidden";
      readonly sheet: string;
      readonly area: Rectangle;
      readonly hidden: boolean;
    }
  | { readonly kind: "protection"; readonly sheet: string; readonly protected: boolean }
  | { readonly kind: "calculated"; readonly sheet: string; readonly area: Rectangle }
  | { readonly kind: "settingsChanged" }
  | {
      readonly kind: "chart";
      readonly sheet: string;
      readonly chart: string;
      readonly what: "added" | "deleted" | "activated" | "deactivated";
    }
  | {
      readonly kind: "comment";
      readonly sheet: string;
      readonly what:
        "added" | "deleted" | "edited" | "resolved" | "reopened" | "replied" | "replyEdited" | "replyDeleted";
      readonly comment: string;
      readonly replies: readonly string[];
    };
