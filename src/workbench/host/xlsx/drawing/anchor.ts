/** Where a drawing lies: points from the sheet's corner here, cells and offsets in a file. */
import { LAST_COLUMN, LAST_ROW } from "../../formula";
import {
  DEFAULT_ROW_HEIGHT,
  usualColumnWidth,
  type Line,
  type Lines,
  type Sheet,
} from "../../model/sheets/sheet";
import { element } from "../markup";
import { childOf, numberIn, textOf, type Branch } from "../xml";

/** A file measures in units of which a point has so many. */
export const UNITS = 12_700;
export const toUnits = (points: number): number => Math.round(points * UNITS);
/** Back in points without the dust of the division. */
export const toPoints = (units: number): number => Math.round((units / UNITS) * 10_000) / 10_000;

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

type Grid = Pick<Sheet, "rows" | "columns" | "standardWidth">;

const sizeOf = (line: Line | undefined, usual: number): number =>
  toUnits(line?.hidden || line?.filtered ? 0 : (line?.size ?? usual));

interface Axis {
  readonly lines: Lines;
  readonly usual: number;
  readonly last: number;
}
const axes = (grid: Grid): { readonly across: Axis; readonly down: Axis } => ({
  across: { lines: grid.columns, usual: usualColumnWidth(grid), last: LAST_COLUMN },
  down: { lines: grid.rows, usual: DEFAULT_ROW_HEIGHT, last: LAST_ROW },
});

interface Spot {
  readonly index: number;
  readonly offset: number;
}

const spotAt = ({ lines, usual, last }: Axis, units: number): Spot => {
  let offset = Math.max(0, units);
  for (let index = 0; index < last; index++) {
    const size = sizeOf(lines.get(index), usual);
    if (offset < size) return { index, offset };
    offset -= size;
  }
  return { index: last, offset: 0 };
};

const unitsAt = ({ lines, usual, last }: Axis, { index, offset }: Spot): number => {
  const end = Math.min(index, last);
  let total = end * toUnits(usual);
  for (const [at, line] of lines) if (at < end) total += sizeOf(line, usual) - toUnits(usual);
  // What sticks out of its cell ends at the cell's edge, as in Excel.
  return total + Math.min(Math.max(0, offset), sizeOf(lines.get(end), usual));
};

const corner = (name: string, column: Spot, row: Spot): string =>
  element(
    `xdr:${name}`,
    {},
    [
      ["col", column.index],
      ["colOff", column.offset],
      ["row", row.index],
      ["rowOff", row.offset],
    ].map(([part, value]) => element(`xdr:${part}`, {}, String(value))),
  );

const EDIT_AS: Readonly<Record<string, string>> = {
  TwoCell: "twoCell",
  OneCell: "oneCell",
  Absolute: "absolute",
};

export const anchored = (grid: Grid, box: Box, placement: string, content: string): string => {
  const { across, down } = axes(grid);
  const [left, top] = [toUnits(box.left), toUnits(box.top)];
  const editAs = EDIT_AS[placement];
  return element("xdr:twoCellAnchor", { editAs: editAs === "twoCell" ? undefined : editAs }, [
    corner("from", spotAt(across, left), spotAt(down, top)),
    corner("to", spotAt(across, left + toUnits(box.width)), spotAt(down, top + toUnits(box.height))),
    content,
    "<xdr:clientData/>",
  ]);
};

const spotIn = (branch: Branch | undefined, index: string, offset: string): Spot => ({
  index: Math.max(0, Math.floor(Number(textOf(childOf(branch, index))) || 0)),
  offset: Number(textOf(childOf(branch, offset))) || 0,
});

export interface Anchored {
  readonly box: Box;
  readonly placement: "TwoCell" | "OneCell" | "Absolute";
}

export const readAnchor = (anchor: Branch, grid: Grid): Anchored => {
  const { across, down } = axes(grid);
  const at = (name: string) => {
    const branch = childOf(anchor, name);
    return {
      left: unitsAt(across, spotIn(branch, "col", "colOff")),
      top: unitsAt(down, spotIn(branch, "row", "rowOff")),
    };
  };
  const extent = childOf(anchor, "ext");
  const position = childOf(anchor, "pos");
  const from = position
    ? { left: numberIn(position, "x") ?? 0, top: numberIn(position, "y") ?? 0 }
    : at("from");
  const to = extent
    ? { left: from.left + (numberIn(extent, "cx") ?? 0), top: from.top + (numberIn(extent, "cy") ?? 0) }
    : at("to");
  const editAs = anchor.attributes.get("editAs");
  return {
    box: {
      left: toPoints(from.left),
      top: toPoints(from.top),
      width: toPoints(Math.max(0, to.left - from.left)),
      height: toPoints(Math.max(0, to.top - from.top)),
    },
    placement:
      anchor.name === "absoluteAnchor" || editAs === "absolute"
        ? "Absolute"
        : anchor.name === "oneCellAnchor" || editAs === "oneCell"
          ? "OneCell"
          : "TwoCell",
  };
};
