/** Filling on from a range: with the handle, with a double click, by example. */
import { showsSomething } from "../../model/cells/cell";
import { sheetIn, type Draft } from "../../model/draft";
import { fill } from "../../model/entry/fill";
import { flashFill } from "../../model/entry/flash-fill-column";
import { cellAt } from "../../model/cells/grid";
import { assertMayEdit } from "../../model/guard";
import { contains, type Rectangle } from "../../model/cells/rectangle";
import { FILL_KINDS } from "../../model/entry/series";
import { refuse } from "../../refusal";
import type { RangeRef } from "../../session";
import type { Arguments, MethodMember, Turn } from "../../wire/object-type";
import { oneOf } from "../arguments";
import { cellsOfRange, rangeAnywhere } from "./address";

/** The destination holds the range and goes on from it in one direction. */
const autoFill: MethodMember<RangeRef> = (ref: RangeRef, args: Arguments, { draft }: Turn) => {
  const from = cellsOfRange(ref);
  const kind = oneOf(args[1], [...FILL_KINDS, "FlashFill"], "FillDefault");
  const to =
    args[0] === null || args[0] === undefined
      ? besides(draft, ref)
      : cellsOfRange(rangeAnywhere(draft.book, args[0], ref.sheet));
  const upright = from.left === to.left && from.right === to.right;
  const level = from.top === to.top && from.bottom === to.bottom;
  if (!contains(to, from) || (!upright && !level)) return refuse("InvalidArgument");
  assertMayEdit(draft.book, ref.sheet, to);
  if (kind === "FlashFill") return flashFill(draft, ref.sheet, to);
  // Beyond both ends, both are filled.
  fill(draft, ref.sheet, from, upright ? { ...to, top: from.top } : { ...to, left: from.left }, kind);
  fill(draft, ref.sheet, from, upright ? { ...to, bottom: from.bottom } : { ...to, right: from.right }, kind);
};

/** As far down as the column beside it is filled: a double click on the handle. */
const besides = (draft: Draft, ref: RangeRef): Rectangle => {
  const from = cellsOfRange(ref);
  const { grid } = sheetIn(draft, ref.sheet);
  const filled = (row: number, column: number) => column >= 0 && showsSomething(cellAt(grid, row, column));
  const beside = [from.left - 1, from.right + 1].find((column) => filled(from.bottom + 1, column));
  let { bottom } = from;
  while (beside !== undefined && filled(bottom + 1, beside)) bottom++;
  return { ...from, bottom };
};

export const fillMethods = {
  autoFill,
  flashFill: (ref: RangeRef, _: Arguments, { draft }: Turn) => flashFill(draft, ref.sheet, cellsOfRange(ref)),
};
