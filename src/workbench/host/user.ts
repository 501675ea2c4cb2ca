/** What a person does in the grid: the same operations programs use, as data. */
import { activateSheet, addSheet, deleteSheet, moveSheet, renameSheet, setVisibility } from "./model/sheets";
import { applyStyle, clearContents, clearLooks } from "./model/appearance";
import { assertMayEdit } from "./model/guard";
import { readCell, sheetIn, updateSheet, type Draft } from "./model/draft";
import { deleteCells, insertCells } from "./model/structure";
import { enter } from "./model/write";
import { updateColumns, updateRows } from "./model/appearance";
import { rectangle, WHOLE_SHEET, type Rectangle } from "./model/rectangle";
import { sortRange } from "./model/sort";
import type { SortField } from "./model/table";
import type { Style } from "./model/style";
import type { Visibility } from "./model/sheet";
import { assertValid } from "./model/validate";

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
      readonly what?: "contents" | "all";
    }
  | { readonly kind: "insertRows"; readonly sheet: string; readonly at: number; readonly count: number }
  | { readonly kind: "deleteRows"; readonly sheet: string; readonly at: number; readonly count: number }
  | { readonly kind: "insertColumns"; readonly sheet: string; readonly at: number; readonly count: number }
  | { readonly kind: "deleteColumns"; readonly sheet: string; readonly at: number; readonly count: number }
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
  | { readonly kind: "activate"; readonly sheet: string }
  | { readonly kind: "addSheet"; readonly name?: string }
  | { readonly kind: "renameSheet"; readonly sheet: string; readonly name: string }
  | { readonly kind: "deleteSheet"; readonly sheet: string }
  | { readonly kind: "moveSheet"; readonly sheet: string; readonly position: number }
  | { readonly kind: "showSheet"; readonly sheet: string; readonly visibility: Visibility };

const rows = (at: number, count: number): Rectangle => ({ ...WHOLE_SHEET, top: at, bottom: at + count - 1 });
const columns = (at: number, count: number): Rectangle => ({
  ...WHOLE_SHEET,
  left: at,
  right: at + count - 1,
});

export const applyUserEdit = (draft: Draft, edit: UserEdit): void => {
  switch (edit.kind) {
    case "type": {
      const before = readCell(draft, edit.sheet, edit.row, edit.column);
      enter(draft, edit.sheet, rectangle(edit.row, edit.column), edit.text);
      assertValid(draft, edit.sheet, edit.row, edit.column, before);
      return;
    }
    case "paste": {
      const width = Math.max(0, ...edit.values.map((line) => line.length));
      if (width === 0) return;
      const values = edit.values.map((line) => Array.from({ length: width }, (_, at) => line[at] ?? null));
      enter(draft, edit.sheet, rectangle(edit.row, edit.column, values.length, width), values);
      return;
    }
    case "clear":
      assertMayEdit(draft.book, edit.sheet, edit.area);
      clearContents(draft, edit.sheet, edit.area);
      if (edit.what === "all") clearLooks(draft, edit.sheet, edit.area);
      draft.happenings.push({
        kind: "changed",
        sheet: edit.sheet,
        area: edit.area,
        changeType: "RangeEdited",
      });
      return;
    case "insertRows":
      return insertCells(draft, edit.sheet, rows(edit.at, edit.count), "Down");
    case "deleteRows":
      return deleteCells(draft, edit.sheet, rows(edit.at, edit.count), "Up");
    case "insertColumns":
      return insertCells(draft, edit.sheet, columns(edit.at, edit.count), "Right");
    case "deleteColumns":
      return deleteCells(draft, edit.sheet, columns(edit.at, edit.count), "Left");
    case "sort":
      return sortRange(draft, edit.sheet, edit.area, edit.fields, { hasHeaders: edit.hasHeaders ?? false });
    case "look":
      return applyStyle(draft, edit.sheet, edit.area, edit.style);
    case "rowHeight":
      return updateRows(draft, edit.sheet, rows(edit.at, edit.count), (line) => ({
        ...line,
        size: edit.points,
      }));
    case "columnWidth":
      return updateColumns(draft, edit.sheet, columns(edit.at, edit.count), (line) => ({
        ...line,
        size: edit.points,
      }));
    case "select": {
      const { selection } = sheetIn(draft, edit.sheet);
      const { top, left } = edit.area;
      updateSheet(draft, edit.sheet, { selection: edit.area, activeCell: { row: top, column: left } });
      if (JSON.stringify(selection) !== JSON.stringify(edit.area)) {
        draft.happenings.push({ kind: "selectionChanged", sheet: edit.sheet, area: edit.area });
      }
      return;
    }
    case "activate":
      return activateSheet(draft, edit.sheet);
    case "addSheet":
      activateSheet(draft, addSheet(draft, edit.name));
      return;
    case "renameSheet":
      return renameSheet(draft, edit.sheet, edit.name);
    case "deleteSheet":
      return deleteSheet(draft, edit.sheet);
    case "moveSheet":
      return moveSheet(draft, edit.sheet, edit.position);
    case "showSheet":
      return setVisibility(draft, edit.sheet, edit.visibility);
  }
};
