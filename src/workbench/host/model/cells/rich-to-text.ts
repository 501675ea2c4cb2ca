/** Entities and the like become the texts they show. */
import { isError } from "./cell";
import { sheetIn, type Draft } from "../draft";
import { eachCell } from "./grid";
import { assertMayEdit } from "../guard";
import { rectangle, type Rectangle } from "./rectangle";
import { shownText } from "./values-as-json";
import { enter } from "../entry/enter";

export const richToText = (draft: Draft, sheet: string, area: Rectangle): void => {
  assertMayEdit(draft.book, sheet, area);
  const found: { readonly place: Rectangle; readonly text: string }[] = [];
  eachCell(sheetIn(draft, sheet).grid, area, (cell, row, column) => {
    if (cell.rich && isError(cell.value))
      found.push({ place: rectangle(row, column), text: shownText(cell, "General") });
  });
  for (const { place, text } of found) enter(draft, sheet, place, { content: { value: text } });
};
