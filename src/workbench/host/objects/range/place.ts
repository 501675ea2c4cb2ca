/** Ranges found from a range: cells, rows and columns counted from it, its neighbours, its edges, what is used of it. */
import { LAST_COLUMN, LAST_ROW } from "../../formula";
import { showsSomething } from "../../model/cells/cell";
import { sheetIn } from "../../model/draft";
import { cellAt } from "../../model/cells/grid";
import { bounding, intersection, moved, rectangle, type Rectangle } from "../../model/cells/rectangle";
import { regionAround } from "../../model/cells/region";
import { usedArea } from "../../model/cells/used";
import { refuse } from "../../refusal";
import type { RangeRef } from "../../session";
import { handle, type Arguments, type Handle, type MethodMember, type Turn } from "../../wire/object-type";
import { flag, oneOf, wholeNumber } from "../arguments";
import { range } from "./range";
import { cellsOfRange, rangeAnywhere, rangeRef } from "./address";

export const at = (ref: RangeRef, area: Rectangle): Handle => handle(range, rangeRef(ref.sheet, area));

/** Rectangles are counted from the range itself; the sheet's edge is the only border. */
const relative =
  (place: (area: Rectangle, args: Arguments) => Rectangle): MethodMember<RangeRef> =>
  (ref: RangeRef, args: Arguments) =>
    at(ref, place(cellsOfRange(ref), args));

const other = (ref: RangeRef, given: unknown, { draft }: Turn): Rectangle => {
  const found = rangeAnywhere(draft.book, given, ref.sheet);
  return found.sheet === ref.sheet ? cellsOfRange(found) : refuse("InvalidArgument");
};

const adjacent =
  (place: (area: Rectangle, count: number) => Rectangle): MethodMember<RangeRef> =>
  (ref: RangeRef, args: Arguments) => {
    const count = wholeNumber(args[0], 1);
    return count === 0 ? refuse("InvalidArgument") : at(ref, place(cellsOfRange(ref), count));
  };

const span = (first: number, count: number): readonly [number, number] =>
  count > 0 ? [first, first + count - 1] : [first + count + 1, first];

const used: MethodMember<RangeRef> = (ref: RangeRef, args: Arguments, { draft }: Turn) => {
  const found = usedArea(sheetIn(draft, ref.sheet), cellsOfRange(ref), flag(args[0], false));
  return found ? at(ref, found) : refuse("ItemNotFound");
};

/** Ctrl+arrow from a cell. */
const edge = (ref: RangeRef, args: Arguments, { draft }: Turn): Rectangle => {
  const direction = oneOf(args[0], ["Left", "Right", "Up", "Down"]);
  const start =
    args[1] === null || args[1] === undefined ? cellsOfRange(ref) : other(ref, args[1], { draft } as Turn);
  const { grid } = sheetIn(draft, ref.sheet);
  const [dr, dc] = { Left: [0, -1], Right: [0, 1], Up: [-1, 0], Down: [1, 0] }[direction] as [number, number];
  let { top: row, left: column } = start;
  const inside = (r: number, c: number) => r >= 0 && c >= 0 && r <= LAST_ROW && c <= LAST_COLUMN;
  const filled = (r: number, c: number) => showsSomething(cellAt(grid, r, c));
  const limit = usedArea(
    sheetIn(draft, ref.sheet),
    { top: 0, left: 0, bottom: LAST_ROW, right: LAST_COLUMN },
    true,
  );
  if (!inside(row + dr, column + dc)) return rectangle(row, column);
  if (filled(row, column) && filled(row + dr, column + dc)) {
    while (inside(row + dr, column + dc) && filled(row + dr, column + dc))
      [row, column] = [row + dr, column + dc];
    return rectangle(row, column);
  }
  const end = {
    Left: [row, 0],
    Right: [row, LAST_COLUMN],
    Up: [0, column],
    Down: [LAST_ROW, column],
  }[direction] as [number, number];
  let [r, c] = [row + dr, column + dc];
  while (inside(r, c) && limit && r <= limit.bottom + 1 && c <= limit.right + 1) {
    if (filled(r, c)) return rectangle(r, c);
    [r, c] = [r + dr, c + dc];
  }
  return rectangle(end[0], end[1]);
};

const surrounding: MethodMember<RangeRef> = (ref: RangeRef, _: Arguments, { draft }: Turn) =>
  at(ref, regionAround(sheetIn(draft, ref.sheet), cellsOfRange(ref)));

export const placeMethods = {
  getCell: relative((area, args) =>
    rectangle(area.top + wholeNumber(args[0]), area.left + wholeNumber(args[1])),
  ),
  getRow: relative((area, args) => {
    const row = wholeNumber(args[0]);
    return { ...area, top: area.top + row, bottom: area.top + row };
  }),
  getColumn: relative((area, args) => {
    const column = wholeNumber(args[0]);
    return { ...area, left: area.left + column, right: area.left + column };
  }),
  getLastCell: relative((area) => rectangle(area.bottom, area.right)),
  getLastRow: relative((area) => ({ ...area, top: area.bottom })),
  getLastColumn: relative((area) => ({ ...area, left: area.right })),
  getEntireRow: relative((area) => ({ ...area, left: 0, right: LAST_COLUMN })),
  getEntireColumn: relative((area) => ({ ...area, top: 0, bottom: LAST_ROW })),
  getOffsetRange: relative((area, args) => moved(area, wholeNumber(args[0]), wholeNumber(args[1]))),
  getResizedRange: relative((area, args) => ({
    ...area,
    bottom: area.bottom + wholeNumber(args[0]),
    right: area.right + wholeNumber(args[1]),
  })),
  getAbsoluteResizedRange: relative((area, args) => {
    const [rows, columns] = [wholeNumber(args[0]), wholeNumber(args[1])];
    return rows > 0 && columns > 0
      ? rectangle(area.top, area.left, rows, columns)
      : refuse("InvalidArgument");
  }),
  getRowsAbove: adjacent((area, count) => {
    const [top, bottom] = span(area.top - 1, -count);
    return count > 0 ? { ...area, top, bottom } : { ...area, top: area.top, bottom: area.top - count - 1 };
  }),
  getRowsBelow: adjacent((area, count) => {
    const [top, bottom] = span(area.bottom + 1, count);
    return count > 0
      ? { ...area, top, bottom }
      : { ...area, top: area.bottom + count + 1, bottom: area.bottom };
  }),
  getColumnsBefore: adjacent((area, count) => {
    const [left, right] = span(area.left - 1, -count);
    return count > 0 ? { ...area, left, right } : { ...area, left: area.left, right: area.left - count - 1 };
  }),
  getColumnsAfter: adjacent((area, count) => {
    const [left, right] = span(area.right + 1, count);
    return count > 0
      ? { ...area, left, right }
      : { ...area, left: area.right + count + 1, right: area.right };
  }),
  getBoundingRect: (ref: RangeRef, args: Arguments, turn: Turn) =>
    at(ref, bounding(cellsOfRange(ref), other(ref, args[0], turn))),
  getIntersection: (ref: RangeRef, args: Arguments, turn: Turn) => {
    const both = intersection(cellsOfRange(ref), other(ref, args[0], turn));
    return both ? at(ref, both) : refuse("ItemNotFound");
  },
  getUsedRange: used,
  getSurroundingRegion: surrounding,
  getRangeEdge: (ref: RangeRef, args: Arguments, turn: Turn) => at(ref, edge(ref, args, turn)),
  getExtendedRange: (ref: RangeRef, args: Arguments, turn: Turn) =>
    at(ref, bounding(cellsOfRange(ref), edge(ref, args, turn))),
};
