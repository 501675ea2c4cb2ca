/** Where a file's shape lies: as its anchor says, or in the space of the group it is in, before it was turned. */
import { type Branch, childOf, numberIn } from "../xml";
import { toPoints, type Box } from "./anchor";

/** From the space of a group to that of the sheet. */
export type Place = (box: Box) => Box;

export const boxIn = (xfrm: Branch | undefined, off = "off", ext = "ext"): Box => {
  const [corner, size] = [childOf(xfrm, off), childOf(xfrm, ext)];
  return {
    left: toPoints(numberIn(corner, "x") ?? 0),
    top: toPoints(numberIn(corner, "y") ?? 0),
    width: toPoints(numberIn(size, "cx") ?? 0),
    height: toPoints(numberIn(size, "cy") ?? 0),
  };
};

const round = (points: number): number => Math.round(points * 10_000) / 10_000;

export const into =
  (inside: Box, outside: Box): Place =>
  ({ left, top, width, height }) => {
    const across = inside.width === 0 ? 1 : outside.width / inside.width;
    const down = inside.height === 0 ? 1 : outside.height / inside.height;
    return {
      left: round(outside.left + (left - inside.left) * across),
      top: round(outside.top + (top - inside.top) * down),
      width: round(width * across),
      height: round(height * down),
    };
  };

/** The box of an anchor is that of the turned shape; its own is the one before it was turned. */
export const unturned = (box: Box, rotation: number): Box => {
  const turn = ((rotation % 180) + 180) % 180;
  if (turn < 45 || turn >= 135) return box;
  const { left, top, width, height } = box;
  return {
    left: round(left + (width - height) / 2),
    top: round(top + (height - width) / 2),
    width: height,
    height: width,
  };
};
