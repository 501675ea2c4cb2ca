/** RangeBorderCollection and RangeBorder: the sides of a range, and the cells' edges they are made of. */
import { isWholeColumns, isWholeRows, type Rectangle } from "../../model/cells/rectangle";
import { agreed } from "../../model/cells/uniform";
import { restyle } from "../../model/looks/appearance";
import { NO_BORDER, restyled, type Edge, type Style, type Border } from "../../model/looks/style";
import { objectType, handle, type Scalar, type ObjectType } from "../../wire/object-type";
import { oneOf, anyNumber } from "../arguments";
import { colorFrom } from "../color";
import type { LookRef } from "./look-ref";
import { SIDES, LINES, WEIGHTS } from "../looks";
import { cellsOfRange } from "./address";

type Side = (typeof SIDES)[number];

interface BorderRef extends LookRef {
  readonly side: Side;
}

/** The cells a side runs along, and which of their edges it is. */
const alongSide = (
  area: Rectangle,
  side: Side,
): readonly { readonly area: Rectangle; readonly edge: Edge }[] => {
  switch (side) {
    case "EdgeTop":
      return [{ area: { ...area, bottom: area.top }, edge: side }];
    case "EdgeBottom":
      // Where a sheet ends there is nothing to be seen of a border.
      return isWholeColumns(area) ? [] : [{ area: { ...area, top: area.bottom }, edge: side }];
    case "EdgeLeft":
      return [{ area: { ...area, right: area.left }, edge: side }];
    case "EdgeRight":
      return isWholeRows(area) ? [] : [{ area: { ...area, left: area.right }, edge: side }];
    case "InsideHorizontal":
      // Whole columns have their look in themselves, not in a million cells.
      if (isWholeColumns(area))
        return [
          { area, edge: "EdgeBottom" },
          { area, edge: "EdgeTop" },
        ];
      return area.top === area.bottom
        ? []
        : [
            { area: { ...area, bottom: area.bottom - 1 }, edge: "EdgeBottom" },
            { area: { ...area, top: area.top + 1 }, edge: "EdgeTop" },
          ];
    case "InsideVertical":
      if (isWholeRows(area))
        return [
          { area, edge: "EdgeRight" },
          { area, edge: "EdgeLeft" },
        ];
      return area.left === area.right
        ? []
        : [
            { area: { ...area, right: area.right - 1 }, edge: "EdgeRight" },
            { area: { ...area, left: area.left + 1 }, edge: "EdgeLeft" },
          ];
    default:
      return [{ area, edge: side }];
  }
};

const borderOf = (style: Style | undefined, edge: Edge): Border => style?.borders?.[edge] ?? NO_BORDER;

const borderScalar = <Key extends keyof Border>(
  key: Key,
  read: (value: unknown) => Border[Key],
  mixed: unknown,
): Scalar<BorderRef> => ({
  get: (ref, turn) => {
    const parts = ref.areas.flatMap((range) =>
      alongSide(cellsOfRange(range), ref.side)
        .slice(0, 1)
        .map(({ area, edge }) =>
          agreed(turn.draft.book, range.sheet, area, (style) => borderOf(style, edge)[key]),
        ),
    );
    const [first] = parts;
    if (parts.length === 0) return NO_BORDER[key];
    return first !== undefined && parts.every((part) => part === first) ? first : mixed;
  },
  set: (ref, value, { draft }) => {
    const part = read(value);
    for (const range of ref.areas) {
      for (const { area, edge } of alongSide(cellsOfRange(range), ref.side)) {
        const known = new Map<Style | undefined, Style | undefined>();
        restyle(draft, range.sheet, area, (style) => {
          if (known.has(style)) return known.get(style);
          const old = borderOf(style, edge);
          const drawn =
            key !== "style" && old.style === "None" && key !== "tintAndShade" ? { style: "Continuous" } : {};
          const border: Border = { ...old, ...drawn, [key]: part };
          const { [edge]: _, ...rest } = style?.borders ?? {};
          const next = restyled(style, {
            borders: border.style === "None" ? rest : { ...rest, [edge]: border },
          });
          known.set(style, next);
          return next;
        });
      }
      draft.happenings.push({ kind: "formatChanged", sheet: range.sheet, area: cellsOfRange(range) });
    }
  },
});

export const rangeBorder: ObjectType<BorderRef> = objectType<BorderRef>("RangeBorder", {
  identity: (ref) => ({ Id: ref.side }),
  scalars: {
    sideIndex: { get: (ref) => ref.side },
    style: borderScalar("style", (value) => oneOf(value, LINES), null),
    weight: borderScalar("weight", (value) => oneOf(value, WEIGHTS), null),
    color: borderScalar("color", colorFrom, ""),
    tintAndShade: borderScalar("tintAndShade", anyNumber, null),
  },
});

export const rangeBorders: ObjectType<LookRef> = objectType<LookRef>("RangeBorderCollection", {
  items: (look) => SIDES.map((side) => handle(rangeBorder, { ...look, side })),
  item: (look, key) => handle(rangeBorder, { ...look, side: oneOf(key, SIDES) }),
  scalars: {
    count: { get: () => SIDES.length },
    tintAndShade: {
      get: (look, turn) =>
        borderScalar("tintAndShade", anyNumber, null).get({ ...look, side: "EdgeTop" }, turn),
      set: (look, value, turn) => {
        for (const side of SIDES)
          borderScalar("tintAndShade", anyNumber, null).set?.({ ...look, side }, value, turn);
      },
    },
  },
});
