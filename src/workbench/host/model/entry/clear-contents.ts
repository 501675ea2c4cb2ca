/** Emptying cells of what they hold; their looks stay. */
import { tablesOn, tableById } from "../book";
import { writableGrid, readCell, writeCell, type Draft } from "../draft";
import { freeHeader } from "../tables/free-header";
import { eachCell, putCell } from "../cells/grid";
import { intersection, type Rectangle } from "../cells/rectangle";
import { endSpill } from "../formulas/spill";
import { headerOf } from "../tables/table";
import { renameTableColumn } from "../tables/table-columns";

export type ClearWhat = "All" | "Formats" | "Contents" | "Hyperlinks" | "RemoveHyperlinks" | "ResetContents";

/** Contents without looks: spills of cleared anchors go too. */
export const clearContents = (draft: Draft, sheet: string, area: Rectangle): void => {
  const grid = writableGrid(draft, sheet);
  const cells: [number, number][] = [];
  eachCell(grid, area, (cell, row, column) => {
    if (!cell.spilledFrom) cells.push([row, column]);
  });
  for (const [row, column] of cells) {
    const { style } = readCell(draft, sheet, row, column);
    endSpill(draft, sheet, row, column);
    putCell(grid, draft.owner, row, column, style ? { value: null, style } : undefined);
  }
  renameClearedHeaders(draft, sheet, area);
};

/** A table's header is never blank: a cleared name becomes 列1, 列2, … */
const renameClearedHeaders = (draft: Draft, sheet: string, area: Rectangle): void => {
  for (const { id } of tablesOn(draft.book, sheet)) {
    const table = tableById(draft.book, id);
    const header = table && headerOf(table);
    const cleared = header && intersection(header, area);
    if (!cleared) continue;
    for (let column = cleared.left; column <= cleared.right; column++) {
      const now = tableById(draft.book, id);
      if (!now) continue;
      const name = freeHeader(now, column - now.area.left, "");
      const { style } = readCell(draft, sheet, cleared.top, column);
      writeCell(draft, sheet, cleared.top, column, { value: name, ...(style ? { style } : {}) });
      renameTableColumn(draft, id, column - now.area.left, name);
    }
  }
};
