/** Flash Fill in the sheet: the region around a column shows how, its blank cells are filled. */
import { isFilled } from "../cells/cell";
import { sheetIn, type Draft } from "../draft";
import { styleOf } from "../looks/effective";
import { flashFilled } from "./flash-fill";
import { cellAt } from "../cells/grid";
import { assertMayEdit } from "../guard";
import { cellsOf, columnsOf, rectangle, type Rectangle } from "../cells/rectangle";
import { regionAround } from "../cells/region";
import { shownText } from "../cells/values-as-json";
import { styleValue } from "../looks/style";
import { enter } from "./enter";
import { refuse } from "../../refusal";

export const flashFill = (draft: Draft, id: string, area: Rectangle): void => {
  if (columnsOf(area) !== 1) refuse("InvalidArgument");
  assertMayEdit(draft.book, id, area);
  const sheet = sheetIn(draft, id);
  const region = regionAround(sheet, area);
  const column = area.left;
  const textAt = (row: number, at: number): string => {
    const cell = cellAt(sheet.grid, row, at);
    if (!cell) return "";
    return shownText(cell, styleValue(styleOf(sheet, cell, row, at), "numberFormat"));
  };
  const beside = Array.from({ length: columnsOf(region) }, (_, at) => region.left + at).filter(
    (at) => at !== column,
  );
  const filledFrom = (top: number): boolean => {
    const lines = Array.from({ length: region.bottom - top + 1 }, (_, at) => top + at);
    const filled = flashFilled(
      lines.map((row) => beside.map((at) => textAt(row, at))),
      lines.map((row) => (isFilled(cellAt(sheet.grid, row, column)) ? textAt(row, column) : undefined)),
    );
    if (!filled) return false;
    const wanted = cellsOf(area) === 1 ? region : area;
    lines.forEach((row, at) => {
      const text = filled[at];
      if (text === undefined || row < wanted.top || row > wanted.bottom) return;
      if (!isFilled(cellAt(sheet.grid, row, column))) enter(draft, id, rectangle(row, column), text);
    });
    return true;
  };
  // A heading is no example.
  if (!filledFrom(region.top) && !filledFrom(region.top + 1)) refuse("InvalidOperation");
};
