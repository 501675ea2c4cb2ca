/** The look a conditional format gives: fonts, fills, borders and number formats it lays over the cells' own. */
import { NO_BORDER, type Border, type Edge, type Style } from "../../model/looks/style";
import {
  handle,
  objectType,
  type Arguments,
  type ObjectType,
  type Scalar,
  type Turn,
} from "../../wire/object-type";
import { flag, oneOf, text } from "../arguments";
import { colorFrom } from "../color";
import { of, update, type FormatRef } from "./kept";

const styled = <Key extends keyof Style>(
  key: Key,
  read: (value: unknown) => Style[Key],
  none: unknown,
): Scalar<FormatRef> => ({
  get: (ref, { draft }) => of(ref, draft).style?.[key] ?? none,
  set: (ref, value, { draft }) => {
    const style = { ...of(ref, draft).style };
    if (value === null || value === "") delete style[key];
    else style[key] = read(value);
    update(draft, ref, { style });
  },
});

const clearing =
  (keys: readonly (keyof Style)[]) =>
  (ref: FormatRef, _: Arguments, { draft }: Turn): void => {
    const style = { ...of(ref, draft).style };
    for (const key of keys) delete style[key];
    update(draft, ref, { style });
  };

const conditionalFont: ObjectType<FormatRef> = objectType<FormatRef>("ConditionalRangeFont", {
  scalars: {
    color: styled("fontColor", colorFrom, ""),
    bold: styled("bold", (value) => flag(value, false), false),
    italic: styled("italic", (value) => flag(value, false), false),
    strikethrough: styled("strikethrough", (value) => flag(value, false), false),
    underline: styled("underline", (value) => oneOf(value, ["None", "Single", "Double"]), "None"),
  },
  methods: { clear: clearing(["fontColor", "bold", "italic", "strikethrough", "underline"]) },
});

const conditionalFill: ObjectType<FormatRef> = objectType<FormatRef>("ConditionalRangeFill", {
  scalars: { color: styled("fillColor", colorFrom, "") },
  methods: { clear: clearing(["fillColor"]) },
});

const BORDERS = ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight"] as const;
interface BorderRef extends FormatRef {
  readonly edge: Edge;
}
const border = <Key extends keyof Border>(
  key: Key,
  read: (value: unknown) => Border[Key],
): Scalar<BorderRef> => ({
  get: (ref, { draft }) => of(ref, draft).style?.borders?.[ref.edge]?.[key] ?? NO_BORDER[key],
  set: (ref, value, { draft }) => {
    const style = of(ref, draft).style;
    const old = style?.borders?.[ref.edge] ?? NO_BORDER;
    const borders = { ...style?.borders, [ref.edge]: { ...old, [key]: read(value) } };
    update(draft, ref, { style: { ...style, borders } });
  },
});
const conditionalBorder: ObjectType<BorderRef> = objectType<BorderRef>("ConditionalRangeBorder", {
  identity: (ref) => ({ Id: ref.edge }),
  scalars: {
    sideIndex: { get: (ref) => ref.edge },
    style: border("style", (value) =>
      oneOf(value, ["None", "Continuous", "Dash", "DashDot", "DashDotDot", "Dot"]),
    ),
    color: border("color", colorFrom),
  },
});
const edge = (side: Edge) => (ref: FormatRef) => handle(conditionalBorder, { ...ref, edge: side });
const conditionalBorders: ObjectType<FormatRef> = objectType<FormatRef>("ConditionalRangeBorderCollection", {
  items: (ref) => BORDERS.map((side) => edge(side)(ref)),
  item: (ref, key) => edge(oneOf(key, BORDERS))(ref),
  scalars: { count: { get: () => BORDERS.length } },
  objects: {
    top: edge("EdgeTop"),
    bottom: edge("EdgeBottom"),
    left: edge("EdgeLeft"),
    right: edge("EdgeRight"),
  },
});

export const conditionalLook: ObjectType<FormatRef> = objectType<FormatRef>("ConditionalRangeFormat", {
  scalars: { numberFormat: styled("numberFormat", text, null) },
  objects: {
    fill: (ref: FormatRef) => handle(conditionalFill, ref),
    font: (ref: FormatRef) => handle(conditionalFont, ref),
    borders: (ref: FormatRef) => handle(conditionalBorders, ref),
  },
  methods: {
    clearFormat: (ref: FormatRef, _: Arguments, { draft }: Turn) => update(draft, ref, { style: undefined }),
  },
});
