/** A conditional format that becomes one of another type, or applies elsewhere. */
import { refuse } from "../../refusal";
import type { Arguments, MethodMember, ObjectType, Turn } from "../../wire/object-type";
import { areasAnywhere, cellsOfRange } from "../range/address";
import { of, update, type FormatRef } from "./kept";
import { cellValue, custom, preset, textComparison, topBottom } from "./rules";

type Become = (ref: FormatRef, given: unknown, turn: Turn) => void;

const ruleOf =
  (type: ObjectType<FormatRef>): Become =>
  (ref, given, turn) =>
    type.scalars?.rule?.set?.(ref, given, turn);

const customRule = custom.objects?.rule;

const drawn: Become = () => undefined;

/** What is said with the change, by type. A colour scale, bar or icon set begins as a new one does. */
const BECOME: Readonly<Record<string, Become>> = {
  CellValue: ruleOf(cellValue),
  ContainsText: ruleOf(textComparison),
  PresetCriteria: ruleOf(preset),
  TopBottom: ruleOf(topBottom),
  Custom: (ref, given, turn) => {
    const rule = customRule?.(ref, turn);
    rule?.type.scalars?.formula?.set?.(rule.ref, given, turn);
  },
  ColorScale: drawn,
  DataBar: drawn,
  IconSet: drawn,
};

export const changeRuleMethods: Readonly<Record<string, MethodMember<FormatRef>>> = Object.fromEntries(
  Object.entries(BECOME).map(([type, become]) => [
    `changeRuleTo${type}`,
    (ref: FormatRef, args: Arguments, turn: Turn): void => {
      const draws = become === drawn;
      // What draws has no look of its own to lay over the cells.
      update(turn.draft, ref, { type, settings: {}, ...(draws ? { style: undefined } : {}) });
      become(ref, args[0], turn);
    },
  ]),
);

export const setRanges: MethodMember<FormatRef> = (
  ref: FormatRef,
  args: Arguments,
  { draft }: Turn,
): void => {
  of(ref, draft);
  const places = areasAnywhere(draft.book, args[0], ref.sheet);
  if (places.some(({ sheet }) => sheet !== ref.sheet)) refuse("InvalidArgument");
  update(draft, ref, { areas: places.map((place) => ({ ...cellsOfRange(place) })) });
};
