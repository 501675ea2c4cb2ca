/** Where a range lies on its sheet, in points, and whether its rows and columns can be seen. */
import { updateColumns, updateRows } from "../../model/looks/appearance";
import { sheetIn, type Draft } from "../../model/draft";
import { assertAllowed } from "../../model/guard";
import { DEFAULT_ROW_HEIGHT, usualColumnWidth, type Lines } from "../../model/sheets/sheet";
import type { RangeRef } from "../../session";
import type { Scalar } from "../../wire/object-type";
import { flag } from "../arguments";
import { cellsOfRange } from "./address";

const sum = (lines: Lines, first: number, last: number, standard: number): number => {
  let total = Math.max(0, last - first + 1) * standard;
  for (const [index, line] of lines) {
    if (index < first || index > last) continue;
    total += (line.hidden || line.filtered ? 0 : (line.size ?? standard)) - standard;
  }
  return total;
};

const hiddenLines = (lines: Lines, first: number, last: number): boolean | null => {
  let hidden = 0;
  for (const [index, line] of lines)
    if (index >= first && index <= last && (line.hidden || line.filtered)) hidden++;
  return hidden === 0 ? false : hidden === last - first + 1 ? true : null;
};

const hide = (draft: Draft, ref: RangeRef, axis: "rows" | "columns", hidden: boolean): void => {
  const area = cellsOfRange(ref);
  assertAllowed(draft.book, ref.sheet, axis === "rows" ? "allowFormatRows" : "allowFormatColumns");
  const change = axis === "rows" ? updateRows : updateColumns;
  change(draft, ref.sheet, area, (line) => {
    const { hidden: _, filtered: __, ...rest } = line;
    return hidden ? { ...rest, hidden } : rest;
  });
  if (axis === "rows") draft.happenings.push({ kind: "rowHidden", sheet: ref.sheet, area, hidden });
};

export const sizeScalars: Readonly<Record<string, Scalar<RangeRef>>> = {
  hidden: {
    get: (ref, { draft }) => {
      const area = cellsOfRange(ref);
      const { rows, columns } = sheetIn(draft, ref.sheet);
      const down = hiddenLines(rows, area.top, area.bottom);
      const across = hiddenLines(columns, area.left, area.right);
      return down === true || across === true ? true : down === null || across === null ? null : false;
    },
  },
  rowHidden: {
    get: (ref, { draft }) => {
      const area = cellsOfRange(ref);
      return hiddenLines(sheetIn(draft, ref.sheet).rows, area.top, area.bottom);
    },
    set: (ref, value, { draft }) => hide(draft, ref, "rows", flag(value, false)),
  },
  columnHidden: {
    get: (ref, { draft }) => {
      const area = cellsOfRange(ref);
      return hiddenLines(sheetIn(draft, ref.sheet).columns, area.left, area.right);
    },
    set: (ref, value, { draft }) => hide(draft, ref, "columns", flag(value, false)),
  },
  top: {
    get: (ref, { draft }) =>
      sum(sheetIn(draft, ref.sheet).rows, 0, cellsOfRange(ref).top - 1, DEFAULT_ROW_HEIGHT),
  },
  left: {
    get: (ref, { draft }) => {
      const sheet = sheetIn(draft, ref.sheet);
      return sum(sheet.columns, 0, cellsOfRange(ref).left - 1, usualColumnWidth(sheet));
    },
  },
  height: {
    get: (ref, { draft }) => {
      const area = cellsOfRange(ref);
      return sum(sheetIn(draft, ref.sheet).rows, area.top, area.bottom, DEFAULT_ROW_HEIGHT);
    },
  },
  width: {
    get: (ref, { draft }) => {
      const area = cellsOfRange(ref);
      const sheet = sheetIn(draft, ref.sheet);
      return sum(sheet.columns, area.left, area.right, usualColumnWidth(sheet));
    },
  },
};
