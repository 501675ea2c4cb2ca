/** The cells around an area up to blank rows and columns: Ctrl+Shift+*. */
import { LAST_COLUMN, LAST_ROW } from "../../formula";
import { bounding, cellsOf, type Rectangle } from "./rectangle";
import type { Sheet } from "../sheets/sheet";
import { usedArea } from "./used";

export const regionAround = (sheet: Sheet, start: Rectangle): Rectangle => {
  let area = start;
  for (;;) {
    const ring = {
      top: Math.max(0, area.top - 1),
      left: Math.max(0, area.left - 1),
      bottom: Math.min(LAST_ROW, area.bottom + 1),
      right: Math.min(LAST_COLUMN, area.right + 1),
    };
    const found = usedArea(sheet, ring, true);
    const next = found ? bounding(area, found) : area;
    if (cellsOf(next) === cellsOf(area)) return area;
    area = next;
  }
};
