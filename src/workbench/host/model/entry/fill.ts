/** Filling cells on from their neighbours: formulas go along, numbers and numbered texts count on, the rest is repeated. */
import { relocate } from "../../formula";
import { restyle } from "../looks/appearance";
import type { Cell } from "../cells/cell";
import { readCell, type Draft } from "../draft";
import { rectangle, type Rectangle } from "../cells/rectangle";
import { following, type FillKind } from "./series";
import { enter } from "./enter";

/** `to` holds `from` and goes on in one direction. */
export const fill = (draft: Draft, sheet: string, from: Rectangle, to: Rectangle, kind: FillKind): void => {
  const down = to.bottom > from.bottom || to.top < from.top;
  const back = to.top < from.top || to.left < from.left;
  const [firstLine, lastLine] = down ? [from.left, from.right] : [from.top, from.bottom];
  const [start, end] = down ? [from.top, from.bottom] : [from.left, from.right];
  const count = end - start + 1;
  const target: Rectangle = down
    ? { ...from, top: back ? to.top : from.bottom + 1, bottom: back ? from.top - 1 : to.bottom }
    : { ...from, left: back ? to.left : from.right + 1, right: back ? from.left - 1 : to.right };
  if (target.top > target.bottom || target.left > target.right) return;
  const at = (line: number, place: number): [number, number] => (down ? [place, line] : [line, place]);
  const steps = down ? target.bottom - target.top + 1 : target.right - target.left + 1;
  const values: unknown[][] = Array.from({ length: target.bottom - target.top + 1 }, () => []);
  const styles: [number, number, Cell["style"]][] = [];
  for (let line = firstLine; line <= lastLine; line++) {
    const cells = Array.from({ length: count }, (_, index) =>
      readCell(draft, sheet, ...at(line, start + index)),
    );
    const next = following(cells, kind);
    for (let step = 1; step <= steps; step++) {
      const place = back ? start - step : end + step;
      const source = back ? count - 1 - ((step - 1) % count) : (step - 1) % count;
      const cell = cells[source];
      const shift = place - (start + source);
      const value =
        cell?.formula !== undefined
          ? relocate(cell.formula, down ? shift : 0, down ? 0 : shift)
          : next(back ? -step : step);
      const [row, column] = at(line, place);
      const row0 = values[row - target.top];
      if (row0) row0[column - target.left] = value;
      styles.push([row, column, cell?.style]);
    }
  }
  if (kind !== "FillFormats") enter(draft, sheet, target, values);
  if (kind === "FillValues") return;
  for (const [row, column, style] of styles) restyle(draft, sheet, rectangle(row, column), () => style);
};
