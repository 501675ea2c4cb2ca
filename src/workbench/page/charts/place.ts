/** From a place on the sheet in points to pixels of the screen and back, over rows and columns as they are drawn. */
import { DEFAULT_ROW_HEIGHT, usualColumnWidth, type Lines, type Sheet } from "../../host/model/sheets/sheet";
import type { Ruler } from "../display/place";

type Axis = "rows" | "columns";

const standard = (sheet: Sheet, axis: Axis): number =>
  axis === "rows" ? DEFAULT_ROW_HEIGHT : usualColumnWidth(sheet);

const sizeOf = (lines: Lines, index: number, usual: number): number => {
  const line = lines.get(index);
  return line?.hidden || line?.filtered ? 0 : (line?.size ?? usual);
};

const endOf = ({ ends }: Ruler, index: number): number => (index < 0 ? 0 : (ends[index] ?? 0));

/** Past the last line that is drawn, lines are as large as they usually are. */
const PIXELS = 4 / 3;

/** The line a point lies on, and how far along it, as a share. */
const lineAt = (sheet: Sheet, axis: Axis, points: number): { index: number; share: number } => {
  const usual = standard(sheet, axis);
  let left = points;
  for (let index = 0; ; index++) {
    const size = sizeOf(sheet[axis], index, usual);
    if (left < size || index > 1_048_575) return { index, share: size === 0 ? 0 : left / size };
    left -= size;
  }
};

/** Pixels of the sheet, unscaled and unscrolled, and the line that is there. */
export const toSheet = (
  sheet: Sheet,
  axis: Axis,
  ruler: Ruler,
  points: number,
): { readonly pixels: number; readonly index: number } => {
  const { index, share } = lineAt(sheet, axis, Math.max(0, points));
  const last = ruler.ends.length - 1;
  if (index > last)
    return {
      pixels: endOf(ruler, last) + (index - last - 1 + share) * standard(sheet, axis) * PIXELS,
      index,
    };
  const start = endOf(ruler, index - 1);
  return { pixels: start + share * (endOf(ruler, index) - start), index };
};

/** The other way, for what a person dragged. */
export const toPoints = (sheet: Sheet, axis: Axis, ruler: Ruler, pixels: number): number => {
  const usual = standard(sheet, axis);
  let points = 0;
  for (let index = 0; index < ruler.ends.length; index++) {
    const [start, end] = [endOf(ruler, index - 1), endOf(ruler, index)];
    const size = sizeOf(sheet[axis], index, usual);
    if (pixels < end) return points + (end > start ? ((pixels - start) / (end - start)) * size : 0);
    points += size;
  }
  return points + (pixels - endOf(ruler, ruler.ends.length - 1)) / PIXELS;
};

export interface Stretch {
  /** In pixels of the layer. */
  readonly start: number;
  readonly size: number;
  /** It stands still when the sheet scrolls. */
  readonly frozen: boolean;
  /** Where the part it is in begins: nothing of it shows before. */
  readonly edge: number;
}

/** Where something from `start` over `size` points stands on the screen now. */
export const stretchOf = (sheet: Sheet, axis: Axis, ruler: Ruler, start: number, size: number): Stretch => {
  const { head, scrolled, frozen: count, scale } = ruler;
  const from = toSheet(sheet, axis, ruler, start);
  const to = toSheet(sheet, axis, ruler, start + size);
  const frozen = from.index < count;
  const shift = head - (frozen ? 0 : scrolled);
  return {
    start: (from.pixels + shift) * scale,
    size: Math.max(0, to.pixels - from.pixels) * scale,
    frozen,
    edge: (head + (frozen || count === 0 ? 0 : endOf(ruler, count - 1))) * scale,
  };
};
