/** Filling cells on from their neighbours: formulas go along, numbers and numbered texts count on, the rest is repeated. */
import { relocate } from "../formula";
import { asWireValue, type Cell } from "./cell";
import { readCell, writeCell, type Draft } from "./draft";
import type { Rectangle } from "./rectangle";
import { enter } from "./write";

type Next = (step: number) => unknown;

const numbered = /^(.*?)(\d+)(\D*)$/su;

/** What comes `step` cells after the last of these; negative before the first. */
function following(cells: readonly Cell[], countOn: boolean): Next {
  const repeat: Next = (step) => {
    const cell = cells[(((step - 1) % cells.length) + cells.length) % cells.length];
    return cell && cell.value !== null ? asText(asWireValue(cell.value)) : "";
  };
  if (!countOn) return repeat;
  const values = cells.map(({ value }) => value);
  const [first] = values;
  const last = values.at(-1);
  if (values.length > 1 && values.every((value) => typeof value === "number")) {
    const numbers = values;
    const step = (Number(last) - Number(first)) / (numbers.length - 1);
    return (count) =>
      Number((count > 0 ? Number(last) + step * count : Number(first) + step * count).toPrecision(15));
  }
  if (values.length === 1 && typeof first === "string") {
    const parts = numbered.exec(first);
    // 元年 and the like have no digits; 「令和3年度」 goes on to 「令和4年度」.
    if (parts?.[2] !== undefined) {
      const width = parts[2].length;
      return (count) => {
        const number = Math.abs(Number(parts[2]) + count);
        return asText(`${parts[1]}${String(number).padStart(width, "0")}${parts[3]}`);
      };
    }
  }
  return repeat;
}

/** Text stays text: `001` must not become 1 on its way. */
const asText = (value: string | number | boolean): string | number | boolean =>
  typeof value === "string" && /^[=+\-@'\d０-９▲△]/u.test(value) ? `'${value}` : value;

/** `to` holds `from` and goes on in one direction. */
export const fill = (draft: Draft, sheet: string, from: Rectangle, to: Rectangle, countOn: boolean): void => {
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
    const next = following(cells, countOn);
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
  enter(draft, sheet, target, values);
  for (const [row, column, style] of styles) {
    const { style: _, ...cell } = readCell(draft, sheet, row, column);
    writeCell(draft, sheet, row, column, style ? { ...cell, style } : cell);
  }
};
