/** What a person does in the grid: the same operations programs use, as data. */
import { activateSheet, addSheet, deleteSheet, moveSheet, renameSheet, setVisibility } from "./model/sheets";
import { applyStyle, clearLooks } from "./model/appearance";
import { emptyCells } from "./model/cleared";
import { autofitColumns, autofitRows } from "./model/autofit";
import { deleteChart, placeChart, selectChart } from "./model/charts";
import { fill } from "./model/fill";
import { setColumnFilter, setSheetFilter } from "./model/filter";
import { assertAllowed, assertMayEdit, assertUnlocked } from "./model/guard";
import { copySheet } from "./model/copy-sheet";
import { forgetPivotsIn } from "./model/pivot/pivots";
import { foldGroup, type Axis } from "./model/outline";
import { readCell, sheetIn, updateBook, updateSheet, type Draft } from "./model/draft";
import { deleteCells, insertCells } from "./model/structure";
import { enter, replaceTable } from "./model/write";
import { updateColumns, updateRows } from "./model/appearance";
import { rectangle, WHOLE_SHEET, type Rectangle } from "./model/rectangle";
import { sortRange } from "./model/sort";
import { bodyOf, type SortField } from "./model/table";
import { tableIn } from "./model/tables";
import type { Style } from "./model/style";
import type { FilterCriteria, Line, Visibility } from "./model/sheet";
import { moveByHand } from "./moved-by-hand";
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

const assertMayShape = (draft: Draft, sheet: string, axis: Axis): void => {
  if (!sheetIn(draft, sheet).protection) return;
  assertAllowed(draft.book, sheet, axis === "rows" ? "allowFormatRows" : "allowFormatColumns");
};

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
      enter(draft, edit.sheet, rectangle(edit.row, edit.column), edit.text, "Local");
      assertValid(draft, edit.sheet, edit.row, edit.column, before);
      return;
    }
    case "paste": {
      const width = Math.max(0, ...edit.values.map((line) => line.length));
      if (width === 0) return;
      const values = edit.values.map((line) => Array.from({ length: width }, (_, at) => line[at] ?? null));
      enter(draft, edit.sheet, rectangle(edit.row, edit.column, values.length, width), values, "Local");
      return;
    }
    case "clear":
      assertUnlocked(draft.book, edit.sheet, edit.area);
      if (edit.what !== "formats") {
        forgetPivotsIn(draft, edit.sheet, edit.area);
        assertMayEdit(draft.book, edit.sheet, edit.area);
        emptyCells(draft, edit.sheet, edit.area);
      }
      if (edit.what === "all" || edit.what === "formats") {
        clearLooks(draft, edit.sheet, edit.area);
        draft.happenings.push({ kind: "formatChanged", sheet: edit.sheet, area: edit.area });
      }
      return;
    case "move":
      return moveByHand(draft, edit.sheet, edit.area, {
        sheet: edit.toSheet,
        row: edit.row,
        column: edit.column,
      });
    case "insertRows":
      return insertCells(draft, edit.sheet, rows(edit.at, edit.count), "Down");
    case "deleteRows":
      return deleteCells(draft, edit.sheet, rows(edit.at, edit.count), "Up");
    case "insertColumns":
      return insertCells(draft, edit.sheet, columns(edit.at, edit.count), "Right");
    case "deleteColumns":
      return deleteCells(draft, edit.sheet, columns(edit.at, edit.count), "Left");
    case "insertCells":
      return insertCells(draft, edit.sheet, edit.area, edit.shift);
    case "deleteCells":
      return deleteCells(draft, edit.sheet, edit.area, edit.shift);
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
    case "goTo":
      activateSheet(draft, edit.sheet);
      return applyUserEdit(draft, { ...edit, kind: "select" });
    case "select": {
      const { selection } = sheetIn(draft, edit.sheet);
      const { top, left } = edit.area;
      updateSheet(draft, edit.sheet, {
        selection: edit.area,
        activeCell: { row: top, column: left },
      });
      selectChart(draft, edit.sheet, undefined);
      if (JSON.stringify(selection) !== JSON.stringify(edit.area)) {
        draft.happenings.push({ kind: "selectionChanged", sheet: edit.sheet, area: edit.area });
      }
      return;
    }
    case "click": {
      const { sheet, row, column, offsetX, offsetY } = edit;
      draft.happenings.push({ kind: "clicked", sheet, row, column, offsetX, offsetY });
      return;
    }
    case "activateBook":
      draft.happenings.push({ kind: "bookActivated" });
      return;
    case "activate":
      return activateSheet(draft, edit.sheet);
    case "addSheet":
      activateSheet(draft, addSheet(draft, edit.name));
      return;
    case "renameSheet":
      return renameSheet(draft, edit.sheet, edit.name);
    case "deleteSheet":
      return deleteSheet(draft, edit.sheet);
    case "copySheet": {
      const at = draft.book.sheets.findIndex(({ id }) => id === edit.sheet);
      return activateSheet(draft, copySheet(draft, edit.sheet, at + 1));
    }
    case "moveSheet":
      return moveSheet(draft, edit.sheet, edit.position);
    case "colourSheet":
      return updateSheet(draft, edit.sheet, { tabColor: edit.colour });
    case "showSheet":
      return setVisibility(draft, edit.sheet, edit.visibility);
    case "typeInto":
      for (const area of edit.areas) enter(draft, edit.sheet, area, edit.text, "Local");
      return;
    case "fill":
      return fill(draft, edit.sheet, edit.from, edit.to, edit.countOn ? "FillDefault" : "FillCopy");
    case "hideLines": {
      assertMayShape(draft, edit.sheet, edit.axis);
      // Shown again at a width of nothing would still be hidden.
      const change = ({ hidden: _, ...line }: Line): Line => {
        const { size, ...rest } = line;
        if (edit.hidden) return { ...line, hidden: true };
        return size === 0 ? rest : line;
      };
      if (edit.axis === "columns") {
        return updateColumns(draft, edit.sheet, columns(edit.at, edit.count), change);
      }
      const area = rows(edit.at, edit.count);
      updateRows(draft, edit.sheet, area, change);
      draft.happenings.push({ kind: "rowHidden", sheet: edit.sheet, area, hidden: edit.hidden });
      return;
    }
    case "fold": {
      const area = edit.axis === "rows" ? rows(edit.at, edit.count) : columns(edit.at, edit.count);
      assertMayShape(draft, edit.sheet, edit.axis);
      return foldGroup(draft, edit.sheet, area, edit.axis, edit.hidden);
    }
    case "autofit":
      assertMayShape(draft, edit.sheet, edit.axis);
      return edit.axis === "rows"
        ? autofitRows(draft, edit.sheet, rows(edit.at, edit.count))
        : autofitColumns(draft, edit.sheet, columns(edit.at, edit.count));
    case "freeze": {
      const { frozen: _, ...sheet } = sheetIn(draft, edit.sheet);
      const frozen = {
        ...WHOLE_SHEET,
        ...(edit.rows > 0 ? { bottom: edit.rows - 1 } : {}),
        ...(edit.columns > 0 ? { right: edit.columns - 1 } : {}),
      };
      const next = edit.rows > 0 || edit.columns > 0 ? { ...sheet, frozen } : sheet;
      return updateBook(draft, {
        sheets: draft.book.sheets.map((each) => (each.id === edit.sheet ? next : each)),
      });
    }
    case "gridlines":
      return updateSheet(draft, edit.sheet, { showGridlines: edit.shown });
    case "filter": {
      const { sheet } = tableIn(draft, edit.table);
      if (sheetIn(draft, sheet).protection) assertAllowed(draft.book, sheet, "allowAutoFilter");
      return setColumnFilter(draft, edit.table, edit.column, edit.criteria);
    }
    case "filterSheet":
      if (sheetIn(draft, edit.sheet).protection) assertAllowed(draft.book, edit.sheet, "allowAutoFilter");
      return setSheetFilter(draft, edit.sheet, edit.column, edit.criteria);
    case "sortTable": {
      const table = tableIn(draft, edit.table);
      const fields = [{ key: edit.column, ascending: edit.ascending }];
      replaceTable(draft, { ...table, sort: { fields, matchCase: false, method: "PinYin" } });
      return sortRange(draft, table.sheet, bodyOf(table), fields);
    }
    case "placeChart": {
      const { chart, sheet, left, top, width, height } = edit;
      return placeChart(draft, sheet, chart, { left, top, width, height });
    }
    case "selectChart":
      return selectChart(draft, edit.sheet, edit.chart);
    case "deleteChart":
      return deleteChart(draft, edit.sheet, edit.chart);
    case "renameBook":
      if (edit.name.trim() !== "") updateBook(draft, { name: edit.name.trim() });
      return;
  }
};
