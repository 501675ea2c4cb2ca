/** Changing how cells look: whole rows, columns and sheets keep their look themselves, other areas in their cells. */
import { sheetIn, updateSheet, writableGrid, type Draft } from "../draft";
import { styleOf } from "./effective";
import { cellAt, eachCell, putCell } from "../cells/grid";
import { assertAllowed } from "../guard";
import { cellsOf, isWholeColumns, isWholeRows, type Rectangle } from "../cells/rectangle";
import type { Line, Lines } from "../sheets/sheet";
import { restyler, type Style } from "./style";
import { refuse } from "../../refusal";

const LARGEST = 2_000_000;

export type Restyle = (style: Style | undefined) => Style | undefined;

const updateLines = (lines: Lines, first: number, last: number, change: (line: Line) => Line): Lines => {
  const next = new Map(lines);
  for (let index = first; index <= last; index++) next.set(index, change(next.get(index) ?? {}));
  return next;
};

export const updateRows = (
  draft: Draft,
  sheet: string,
  area: Rectangle,
  change: (line: Line) => Line,
): void => {
  const bottom = Math.min(area.bottom, area.top + 1_048_575);
  updateSheet(draft, sheet, { rows: updateLines(sheetIn(draft, sheet).rows, area.top, bottom, change) });
};

export const updateColumns = (
  draft: Draft,
  sheet: string,
  area: Rectangle,
  change: (line: Line) => Line,
): void => {
  updateSheet(draft, sheet, {
    columns: updateLines(sheetIn(draft, sheet).columns, area.left, area.right, change),
  });
};

/** Every cell of an area that may be large: cells that exist, and the rest through its rows, columns or sheet. */
export const restyle = (draft: Draft, sheet: string, area: Rectangle, change: Restyle): void => {
  assertAllowed(draft.book, sheet, "allowFormatCells");
  const whole = isWholeColumns(area) || isWholeRows(area);
  if (!whole && cellsOf(area) > LARGEST) refuse("RangeExceedsLimit");
  const before = sheetIn(draft, sheet);
  const overlaid = before.style !== undefined || before.rows.size > 0 || before.columns.size > 0;
  const grid = writableGrid(draft, sheet);
  const put = (row: number, column: number): void => {
    const cell = cellAt(grid, row, column);
    const old = styleOf(before, cell, row, column);
    const style = change(old);
    if (style === cell?.style) return;
    putCell(grid, draft.owner, row, column, {
      ...(cell ?? { value: null }),
      style: style ?? (overlaid ? {} : undefined),
    });
  };
  if (whole) {
    const cells: [number, number][] = [];
    eachCell(grid, area, (_, row, column) => cells.push([row, column]));
    for (const [row, column] of cells) put(row, column);
    restyleLines(draft, sheet, area, change);
    return;
  }
  for (let row = area.top; row <= area.bottom; row++) {
    for (let column = area.left; column <= area.right; column++) put(row, column);
  }
};

const restyleLines = (draft: Draft, sheet: string, area: Rectangle, change: Restyle): void => {
  const held = sheetIn(draft, sheet);
  if (isWholeColumns(area) && isWholeRows(area)) {
    const all = (lines: Lines): Lines =>
      new Map(
        [...lines].map(([index, line]) => [
          index,
          line.style ? { ...line, style: change(line.style) ?? {} } : line,
        ]),
      );
    updateSheet(draft, sheet, {
      style: change(held.style),
      rows: all(held.rows),
      columns: all(held.columns),
    });
  } else if (isWholeColumns(area)) {
    updateColumns(draft, sheet, area, (line) => ({ ...line, style: change(line.style ?? held.style) ?? {} }));
  } else {
    updateRows(draft, sheet, area, (line) => ({ ...line, style: change(line.style ?? held.style) ?? {} }));
  }
};

export const applyStyle = (draft: Draft, sheet: string, area: Rectangle, patch: Style): void => {
  restyle(draft, sheet, area, restyler(patch));
  draft.happenings.push({ kind: "formatChanged", sheet, area });
};

export const clearLooks = (draft: Draft, sheet: string, area: Rectangle): void => {
  restyle(draft, sheet, area, () => undefined);
};
