/** Emptying cells as somebody does it: what they held is told, their formulas and the value of a single one too. */
import { clearContents } from "./clear-contents";
import { readCell, sheetIn, type Draft } from "../draft";
import { eachCell } from "../cells/grid";
import { cellsOf, type Rectangle } from "../cells/rectangle";

export const emptyCells = (
  draft: Draft,
  sheet: string,
  area: Rectangle,
  /** What takes out the contents, where it is more than that. */
  clear = clearContents,
): void => {
  const single = cellsOf(area) === 1;
  const before = single ? readCell(draft, sheet, area.top, area.left).value : null;
  const formulas: { row: number; column: number; previous: string }[] = [];
  eachCell(sheetIn(draft, sheet).grid, area, ({ formula }, row, column) => {
    if (formula !== undefined) formulas.push({ row, column, previous: formula });
  });
  clear(draft, sheet, area);
  if (formulas.length > 0) draft.happenings.push({ kind: "formulaChanged", sheet, cells: formulas });
  const after = readCell(draft, sheet, area.top, area.left).value;
  draft.happenings.push({
    kind: "changed",
    sheet,
    area,
    changeType: "RangeEdited",
    ...(single ? { before, after } : {}),
  });
};
