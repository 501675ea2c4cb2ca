/** Cells a person cut, or dragged by their edge, to another place. Into and out of tables go contents, as Excel's do; elsewhere everything. */
import { clearContents } from "../model/entry/clear-contents";
import { tablesOn } from "../model/book";
import type { Cell } from "../model/cells/cell";
import { readCell, type Draft } from "../model/draft";
import { rewriteFormulas } from "../model/formulas/rewrite";
import { assertMayEdit } from "../model/guard";
import { areaOf, sheetName } from "../model/formulas/lookup";
import { moveCells } from "../model/entry/move";
import { columnsOf, isOnSheet, moved, overlaps, rowsOf, type Rectangle } from "../model/cells/rectangle";
import { enter } from "../model/entry/enter";
import { refuse } from "../refusal";

interface Landing {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

export const moveByHand = (draft: Draft, sheet: string, area: Rectangle, to: Landing): void => {
  const target = moved(area, to.row - area.top, to.column - area.left);
  if (to.sheet === sheet && target.top === area.top && target.left === area.left) return;
  if (!isOnSheet(target)) refuse("InvalidArgument");
  const tables = [
    ...tablesOn(draft.book, sheet).filter((table) => overlaps(table.area, area)),
    ...tablesOn(draft.book, to.sheet).filter((table) => overlaps(table.area, target)),
  ];
  if (tables.length === 0) return moveCells(draft, { sheet, area }, to.sheet, to.row, to.column);
  assertMayEdit(draft.book, sheet, area);
  assertMayEdit(draft.book, to.sheet, target);
  rewriteFormulas(draft, {
    kind: "move",
    from: areaOf(draft.book, sheet, area),
    to: { sheet: sheetName(draft.book, to.sheet), row: to.row, column: to.column },
  });
  const cells = Array.from({ length: rowsOf(area) }, (_, row) =>
    Array.from({ length: columnsOf(area) }, (__, column) =>
      readCell(draft, sheet, area.top + row, area.left + column),
    ),
  );
  clearContents(draft, sheet, area);
  draft.happenings.push({ kind: "changed", sheet, area, changeType: "RangeEdited" });
  const landed = ({ value, formula, quoted, rich, spilledFrom }: Cell, row: number, column: number): Cell => {
    const { style } = readCell(draft, to.sheet, target.top + row, target.left + column);
    const content = spilledFrom
      ? { value: null }
      : formula === undefined
        ? { value }
        : { value: null, formula };
    return {
      ...content,
      ...(quoted ? { quoted } : {}),
      ...(rich ? { rich } : {}),
      ...(style ? { style } : {}),
    };
  };
  enter(
    draft,
    to.sheet,
    target,
    cells.map((line, row) => line.map((cell, column) => ({ ready: landed(cell, row, column) }))),
  );
};
