/** Rectangles of cells: rows and columns count from 0, both corners are inside. */
import { LAST_COLUMN, LAST_ROW } from "../../formula/shapes";

export interface Rectangle {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export const rectangle = (top: number, left: number, rows = 1, columns = 1): Rectangle => ({
  top,
  left,
  bottom: top + rows - 1,
  right: left + columns - 1,
});

export const rowsOf = (r: Rectangle): number => r.bottom - r.top + 1;
export const columnsOf = (r: Rectangle): number => r.right - r.left + 1;
export const cellsOf = (r: Rectangle): number => rowsOf(r) * columnsOf(r);
export const isWholeColumns = (r: Rectangle): boolean => r.top === 0 && r.bottom === LAST_ROW;
export const isWholeRows = (r: Rectangle): boolean => r.left === 0 && r.right === LAST_COLUMN;
export const WHOLE_SHEET: Rectangle = { top: 0, left: 0, bottom: LAST_ROW, right: LAST_COLUMN };

export const isOnSheet = (r: Rectangle): boolean =>
  r.top >= 0 &&
  r.left >= 0 &&
  r.top <= r.bottom &&
  r.left <= r.right &&
  r.bottom <= LAST_ROW &&
  r.right <= LAST_COLUMN;

export const sameRectangle = (a: Rectangle, b: Rectangle): boolean =>
  a.top === b.top && a.left === b.left && a.bottom === b.bottom && a.right === b.right;

export const intersection = (a: Rectangle, b: Rectangle): Rectangle | undefined => {
  const both = {
    top: Math.max(a.top, b.top),
    left: Math.max(a.left, b.left),
    bottom: Math.min(a.bottom, b.bottom),
    right: Math.min(a.right, b.right),
  };
  return both.top <= both.bottom && both.left <= both.right ? both : undefined;
};

export const bounding = (a: Rectangle, b: Rectangle): Rectangle => ({
  top: Math.min(a.top, b.top),
  left: Math.min(a.left, b.left),
  bottom: Math.max(a.bottom, b.bottom),
  right: Math.max(a.right, b.right),
});

export const overlaps = (a: Rectangle, b: Rectangle): boolean => intersection(a, b) !== undefined;

export const contains = (outer: Rectangle, inner: Rectangle): boolean =>
  outer.top <= inner.top &&
  outer.left <= inner.left &&
  outer.bottom >= inner.bottom &&
  outer.right >= inner.right;

export const containsCell = (r: Rectangle, row: number, column: number): boolean =>
  row >= r.top && row <= r.bottom && column >= r.left && column <= r.right;

export const moved = (r: Rectangle, rows: number, columns: number): Rectangle => ({
  top: r.top + rows,
  left: r.left + columns,
  bottom: r.bottom + rows,
  right: r.right + columns,
});

/** What is left of `from` without `hole`, as up to four rectangles. */
export const without = (from: Rectangle, hole: Rectangle): readonly Rectangle[] => {
  const cut = intersection(from, hole);
  if (!cut) return [from];
  return [
    { ...from, bottom: cut.top - 1 },
    { ...from, top: cut.bottom + 1 },
    { top: cut.top, bottom: cut.bottom, left: from.left, right: cut.left - 1 },
    { top: cut.top, bottom: cut.bottom, left: cut.right + 1, right: from.right },
  ].filter((rest) => rest.top <= rest.bottom && rest.left <= rest.right);
};
