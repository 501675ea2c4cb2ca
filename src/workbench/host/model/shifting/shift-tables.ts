/** Tables of a sheet after cells were inserted or deleted: where they are, which columns they have left. */
import { refuse } from "../../refusal";
import { tablesOn } from "../book";
import { updateBook, writableGrid, type Draft } from "../draft";
import { cellAt, putCell } from "../cells/grid";
import { columnsOf, contains, intersection, overlaps, type Rectangle } from "../cells/rectangle";
import { shiftedRectangle, strip, type Push } from "./shift";
import { bodyOf, type Table } from "../tables/table";
import { freeHeader } from "../tables/free-header";
import { replaceTable } from "../tables/replace-table";
import { fillCalculated } from "../tables/calculated-columns";

const SHIFTS_TABLE =
  "This operation is not allowed. The operation is attempting to shift cells in a table on your worksheet.";

/** Refused where a table would be torn apart. */
export const assertTablesAllow = (draft: Draft, sheet: string, shift: Push): void => {
  const pushed = strip(shift);
  for (const table of tablesOn(draft.book, sheet)) {
    if (!overlaps(table.area, pushed)) continue;
    const { area } = table;
    const across =
      shift.along === "rows"
        ? pushed.left <= area.left && pushed.right >= area.right
        : pushed.top <= area.top && pushed.bottom >= area.bottom;
    if (!across) refuse("InvalidOperation", SHIFTS_TABLE);
    if (shift.kind === "delete" && shift.along === "rows" && !contains(shift.area, area)) {
      const header = table.showHeaders && shift.area.top <= area.top && shift.area.bottom >= area.top;
      if (header) refuse("InvalidOperation", SHIFTS_TABLE);
    }
  }
};

export const shiftTables = (draft: Draft, sheet: string, shift: Push): void => {
  for (const table of tablesOn(draft.book, sheet)) {
    if (shift.kind === "delete" && contains(shift.area, table.area)) {
      removeTable(draft, table);
      continue;
    }
    const area = shiftedRectangle(table.area, shift);
    if (!area) {
      removeTable(draft, table);
      continue;
    }
    if (shift.along === "rows") shiftTableRows(draft, table, area);
    else shiftTableColumns(draft, table, area, shift);
  }
};

const shiftTableRows = (draft: Draft, table: Table, area: Rectangle): void => {
  const least = (table.showHeaders ? 1 : 0) + (table.showTotals ? 1 : 0) + 1;
  const bottom = Math.max(area.bottom, area.top + least - 1);
  const emptied = area.bottom < bottom;
  replaceTable(draft, { ...table, area: { ...area, bottom }, ...(emptied ? { waiting: true } : {}) });
};

const shiftTableColumns = (draft: Draft, table: Table, area: Rectangle, shift: Push): void => {
  if (columnsOf(area) < table.columns.length) {
    const gone = intersection(table.area, shift.area);
    if (!gone) return;
    const first = gone.left - table.area.left;
    const columns = table.columns.filter((_, index) => index < first || index >= first + columnsOf(gone));
    replaceTable(draft, { ...table, area, columns });
    return;
  }
  let next: Table = { ...table, area };
  const at = shift.area.left - table.area.left;
  for (let extra = columnsOf(area) - table.columns.length; extra > 0; extra--) {
    const name = freeHeader({ ...next, columns: next.columns }, -1, `列${at + 1}`);
    next = {
      ...next,
      columns: [...next.columns.slice(0, at), { id: next.nextColumnId, name }, ...next.columns.slice(at)],
      nextColumnId: next.nextColumnId + 1,
    };
  }
  replaceTable(draft, next);
  if (!table.showHeaders) return;
  const grid = writableGrid(draft, table.sheet);
  next.columns.forEach(({ name }, index) => {
    const column = area.left + index;
    const cell = cellAt(grid, area.top, column);
    if (cell?.value !== name) putCell(grid, draft.owner, area.top, column, { ...cell, value: name });
  });
};

const removeTable = (draft: Draft, table: Table): void => {
  updateBook(draft, {
    tables: draft.book.tables.filter(({ id }) => id !== table.id),
    slicers: draft.book.slicers.filter(({ source }) => source.kind === "pivot" || source.table !== table.id),
  });
  draft.happenings.push({ kind: "tableDeleted", sheet: table.sheet, table: table.id, name: table.name });
};

export const columnsLost = (tables: readonly Table[], area: Rectangle) =>
  tables.flatMap((table) => {
    const gone = intersection(table.area, area);
    if (!gone || contains(area, table.area)) return [];
    return table.columns
      .slice(gone.left - table.area.left, gone.right - table.area.left + 1)
      .map(({ name }) => ({ table: table.name, column: name }));
  });

export const fillNewTableRows = (draft: Draft, sheet: string, area: Rectangle): void => {
  for (const table of tablesOn(draft.book, sheet)) {
    const fresh = intersection(bodyOf(table), area);
    if (fresh) for (let row = fresh.top; row <= fresh.bottom; row++) fillCalculated(draft, table, row);
  }
};
