/** Cells whose look a program reads or sets: one range, or several at once (RangeAreas). */
import type { Rectangle } from "../../model/cells/rectangle";
import { agreed } from "../../model/cells/uniform";
import { applyStyle } from "../../model/looks/appearance";
import { styleValue, type Style, type FullStyle } from "../../model/looks/style";
import type { RangeRef } from "../../session";
import type { Turn, Scalar } from "../../wire/object-type";
import { cellsOfRange } from "./address";

/** Formats speak of one range, or of several at once (RangeAreas). */
export interface LookRef {
  readonly areas: readonly RangeRef[];
}

export const lookOf = (ref: RangeRef): LookRef => ({ areas: [ref] });

export const eachArea = ({ areas }: LookRef, visit: (sheet: string, area: Rectangle) => void): void => {
  for (const ref of areas) visit(ref.sheet, cellsOfRange(ref));
};

export const shared = <Value>(
  look: LookRef,
  turn: Turn,
  read: (style: Style | undefined) => Value,
): Value | null => {
  const found = look.areas.map((ref) => agreed(turn.draft.book, ref.sheet, cellsOfRange(ref), read));
  const [first] = found;
  return first !== undefined && found.every((value) => value === first) ? first : null;
};

export const styled = <Key extends keyof FullStyle>(
  key: Key,
  read: (value: unknown) => FullStyle[Key],
  mixed: unknown = null,
): Scalar<LookRef> => ({
  get: (look, turn) => shared(look, turn, (style) => styleValue(style, key)) ?? mixed,
  set: (look, value, { draft }) => {
    if (value === null) return;
    const patch = { [key]: read(value) } as Style;
    eachArea(look, (sheet, area) => applyStyle(draft, sheet, area, patch));
  },
});
