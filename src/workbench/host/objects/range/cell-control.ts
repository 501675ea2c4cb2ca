/** Checkboxes in cells: a look over a truth value, put on and taken off, and how contents are cleared where there are any. */
import { applyStyle } from "../../model/looks/appearance";
import { clearContents } from "../../model/entry/clear-contents";
import { isFilled } from "../../model/cells/cell";
import { readCell, sheetIn, type Draft } from "../../model/draft";
import { styleOf } from "../../model/looks/effective";
import { cellAt } from "../../model/cells/grid";
import { rectangle, type Rectangle } from "../../model/cells/rectangle";
import { styleValue } from "../../model/looks/style";
import { agreed } from "../../model/cells/uniform";
import { usedArea } from "../../model/cells/used";
import { enter } from "../../model/entry/enter";
import type { RangeRef } from "../../session";
import type { Scalar } from "../../wire/object-type";
import { oneOf, plainObject } from "../arguments";
import { cellsOfRange } from "./address";

export const control: Scalar<RangeRef> = {
  get: (ref, { draft }) => ({
    type: agreed(draft.book, ref.sheet, cellsOfRange(ref), (look) => styleValue(look, "control")) ?? "Mixed",
  }),
  set: (ref, value, { draft }) => {
    const type = oneOf(plainObject(value).type, ["Empty", "Checkbox"]);
    applyStyle(draft, ref.sheet, cellsOfRange(ref), { control: type });
  },
  onlyByName: true,
};

/** As Excel's Delete key: cells with a checkbox become unticked; where they all are already, the checkboxes go. */
export const resetContents = (draft: Draft, sheet: string, area: Rectangle): void => {
  const held = sheetIn(draft, sheet);
  const within = usedArea(held, area, false) ?? area;
  const controls: Rectangle[] = [];
  let done = true;
  for (let row = within.top; row <= within.bottom; row++) {
    for (let column = within.left; column <= within.right; column++) {
      const cell = cellAt(held.grid, row, column);
      if (styleValue(styleOf(held, cell, row, column), "control") === "Empty") {
        done &&= !isFilled(cell);
      } else {
        controls.push(rectangle(row, column));
        const { value } = readCell(draft, sheet, row, column);
        done &&= value === null || value === false;
      }
    }
  }
  clearContents(draft, sheet, area);
  for (const place of controls) {
    if (done) applyStyle(draft, sheet, place, { control: "Empty" });
    else enter(draft, sheet, place, false);
  }
};
