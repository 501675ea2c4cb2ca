/** What a person does in the grid: the same operations programs use, as data. */
import {
  activateSheet,
  addSheet,
  deleteSheet,
  moveSheet,
  renameSheet,
  setVisibility,
} from "../model/sheets/sheets";
import { applyStyle, clearLooks } from "../model/looks/appearance";
import { emptyCells } from "../model/entry/clear-by-hand";
import { autofitColumns, autofitRows } from "../model/looks/autofit";
import { deleteChart, placeChart, selectChart } from "../model/charts/charts";
import { fill } from "../model/entry/fill";
import { setColumnFilter, setSheetFilter } from "../model/tables/filter";
import { assertAllowed, assertMayEdit, assertUnlocked } from "../model/guard";
import { copySheet } from "../model/sheets/copy-sheet";
import { forgetPivotsIn } from "../model/pivot/pivots";
import { foldGroup, type Axis } from "../model/sheets/outline";
import { readCell, sheetIn, updateBook, updateSheet, type Draft } from "../model/draft";
import { deleteCells, insertCells } from "../model/shifting/structure";
import { enter } from "../model/entry/enter";
import { replaceTable } from "../model/tables/replace-table";
import { updateColumns, updateRows } from "../model/looks/appearance";
import { rectangle, WHOLE_SHEET, type Rectangle } from "../model/cells/rectangle";
import { sortRange } from "../model/tables/sort";
import { bodyOf } from "../model/tables/table";
import { tableIn } from "../model/tables/tables";
import type { Line } from "../model/sheets/sheet";
import { moveByHand } from "./move-by-hand";
import { assertValid } from "../model/entry/validate";
import type { UserEdit } from "./edit";

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
