/** Outline groups of rows and columns: levels 0 to 7, folded by hiding. */
import { refuse } from "../../refusal";
import { sheetIn, updateSheet, type Draft } from "../draft";
import type { Rectangle } from "../cells/rectangle";
import type { Line, Lines } from "./sheet";

export type Axis = "rows" | "columns";
const DEEPEST = 7;

const span = (area: Rectangle, axis: Axis): readonly [number, number] =>
  axis === "rows" ? [area.top, area.bottom] : [area.left, area.right];

const tidy = ({ outline, hidden, collapsed, ...rest }: Line): Line => ({
  ...rest,
  ...(outline ? { outline } : {}),
  ...(hidden ? { hidden } : {}),
  ...(collapsed ? { collapsed } : {}),
});

const change = (draft: Draft, sheet: string, axis: Axis, edit: (lines: Map<number, Line>) => void): void => {
  const lines = new Map(sheetIn(draft, sheet)[axis]);
  edit(lines);
  updateSheet(draft, sheet, { [axis]: lines });
};

export const group = (draft: Draft, sheet: string, area: Rectangle, axis: Axis, by: 1 | -1): void =>
  change(draft, sheet, axis, (lines) => {
    const [first, last] = span(area, axis);
    for (let index = first; index <= last; index++) {
      const line = lines.get(index) ?? {};
      const outline = (line.outline ?? 0) + by;
      if (outline > DEEPEST || outline < 0) refuse("InvalidOperation");
      lines.set(index, tidy({ ...line, outline }));
    }
  });

/** Folds or unfolds the groups inside the area. */
export const foldGroup = (draft: Draft, sheet: string, area: Rectangle, axis: Axis, hidden: boolean): void =>
  change(draft, sheet, axis, (lines) => {
    const [first, last] = span(area, axis);
    let found = false;
    for (const [index, line] of lines) {
      if (index < first || index > last || !line.outline) continue;
      found = true;
      lines.set(index, tidy({ ...line, hidden, collapsed: hidden }));
    }
    if (!found) refuse("InvalidOperation");
  });

const showTo = (lines: Lines, level: number): Lines =>
  new Map(
    [...lines].map(([index, line]) =>
      line.outline
        ? [index, tidy({ ...line, hidden: line.outline >= level, collapsed: line.outline >= level })]
        : [index, line],
    ),
  );

/** 0 leaves an axis as it is. Level 1 shows no details. */
export const showLevels = (draft: Draft, sheet: string, rows: number, columns: number): void => {
  const held = sheetIn(draft, sheet);
  if (rows < 0 || columns < 0 || rows > DEEPEST + 1 || columns > DEEPEST + 1) refuse("InvalidArgument");
  updateSheet(draft, sheet, {
    ...(rows > 0 ? { rows: showTo(held.rows, rows) } : {}),
    ...(columns > 0 ? { columns: showTo(held.columns, columns) } : {}),
  });
};
