/** Style and StyleCollection: the named looks of a workbook. */
import {
  NO_BORDER,
  styleValue,
  type Border,
  type Edge,
  type FullStyle,
  type Style,
} from "../../model/looks/style";
import { addStyle, changeStyle, deleteStyle, styleNamed, stylesOf } from "../../model/looks/styles";
import type { CellStyle, Includes } from "../../model/looks/cell-style";
import { fromLocalFormat, toLocalFormat } from "../../model/cells/text";
import { refuse } from "../../refusal";
import {
  handle,
  objectType,
  type Arguments,
  type ObjectType,
  type Scalar,
  type Turn,
} from "../../wire/object-type";
import { anyNumber, flag, oneOf, text, wholeNumber } from "../arguments";
import { colorFrom } from "../color";
import { HORIZONTAL, LINES, PATTERNS, READING, SIDES, UNDERLINE, VERTICAL, WEIGHTS } from "../looks";

interface StyleRef {
  readonly name: string;
}

const of = (ref: StyleRef, { draft }: Turn): CellStyle =>
  styleNamed(draft.book, ref.name) ?? refuse("ItemNotFound");

const relook = (ref: StyleRef, { draft }: Turn, patch: (style: Style) => Style): void =>
  changeStyle(draft, ref.name, (one) => ({ ...one, style: { ...one.style, ...patch(one.style) } }));

const look = <Key extends keyof FullStyle>(
  key: Key,
  read: (value: unknown) => FullStyle[Key],
): Scalar<StyleRef> => ({
  get: (ref, turn) => styleValue(of(ref, turn).style, key),
  set: (ref, value, turn) => relook(ref, turn, () => ({ [key]: read(value) }) as Style),
});

const included = (part: keyof Includes): Scalar<StyleRef> => ({
  get: (ref, turn) => of(ref, turn).includes[part],
  set: (ref, value, { draft }) =>
    changeStyle(draft, ref.name, (one) => ({
      ...one,
      includes: { ...one.includes, [part]: flag(value, true) },
    })),
});

const yes = (value: unknown): boolean => flag(value, false);

const fill: ObjectType<StyleRef> = objectType<StyleRef>("RangeFill (style)", {
  scalars: {
    color: {
      get: (ref, turn) => styleValue(of(ref, turn).style, "fillColor"),
      set: (ref, value, turn) =>
        relook(ref, turn, () => ({ fillColor: colorFrom(value), fillPattern: "Solid" })),
    },
    pattern: look("fillPattern", (value) => oneOf(value, PATTERNS)),
    patternColor: look("fillPatternColor", colorFrom),
    tintAndShade: look("fillTint", anyNumber),
    patternTintAndShade: look("fillPatternTint", anyNumber),
  },
  methods: {
    clear: (ref: StyleRef, _: Arguments, turn: Turn) =>
      relook(ref, turn, () => ({ fillColor: "#FFFFFF", fillPattern: "None" })),
  },
});

const font: ObjectType<StyleRef> = objectType<StyleRef>("RangeFont (style)", {
  scalars: {
    name: look("fontName", text),
    size: look("fontSize", anyNumber),
    color: look("fontColor", colorFrom),
    bold: look("bold", yes),
    italic: look("italic", yes),
    underline: look("underline", (value) => oneOf(value, UNDERLINE)),
    strikethrough: look("strikethrough", yes),
    subscript: look("subscript", yes),
    superscript: look("superscript", yes),
    tintAndShade: look("fontTint", anyNumber),
  },
});

interface BorderRef extends StyleRef {
  readonly side: (typeof SIDES)[number];
}
const border = <Key extends keyof Border>(
  key: Key,
  read: (value: unknown) => Border[Key],
): Scalar<BorderRef> => ({
  get: (ref, turn) => of(ref, turn).style.borders?.[ref.side as Edge]?.[key] ?? NO_BORDER[key],
  set: (ref, value, turn) =>
    relook(ref, turn, ({ borders }) => {
      const old = borders?.[ref.side as Edge] ?? NO_BORDER;
      const drawn = old.style === "None" && key !== "style" ? { style: "Continuous" } : {};
      return { borders: { ...borders, [ref.side]: { ...old, ...drawn, [key]: read(value) } } };
    }),
});
const borderOf: ObjectType<BorderRef> = objectType<BorderRef>("RangeBorder (style)", {
  identity: (ref) => ({ Id: ref.side }),
  scalars: {
    sideIndex: { get: (ref) => ref.side },
    style: border("style", (value) => oneOf(value, LINES)),
    weight: border("weight", (value) => oneOf(value, WEIGHTS)),
    color: border("color", colorFrom),
    tintAndShade: border("tintAndShade", anyNumber),
  },
});
const borders: ObjectType<StyleRef> = objectType<StyleRef>("RangeBorderCollection (style)", {
  items: (ref) => SIDES.map((side) => handle(borderOf, { ...ref, side })),
  item: (ref, key) => handle(borderOf, { ...ref, side: oneOf(key, SIDES) }),
  scalars: { count: { get: () => SIDES.length } },
});

export const style: ObjectType<StyleRef> = objectType<StyleRef>("Style", {
  identity: (ref) => ({ _Id: ref.name }),
  aliases: { Orientation: "textOrientation" },
  scalars: {
    name: { get: (ref, turn) => of(ref, turn).name },
    builtIn: { get: (ref, turn) => of(ref, turn).builtIn },
    numberFormat: look("numberFormat", text),
    numberFormatLocal: {
      get: (ref, turn) => toLocalFormat(styleValue(of(ref, turn).style, "numberFormat")),
      set: (ref, value, turn) => relook(ref, turn, () => ({ numberFormat: fromLocalFormat(text(value)) })),
    },
    horizontalAlignment: look("horizontalAlignment", (value) => oneOf(value, HORIZONTAL)),
    verticalAlignment: look("verticalAlignment", (value) => oneOf(value, VERTICAL)),
    readingOrder: look("readingOrder", (value) => oneOf(value, READING)),
    wrapText: look("wrapText", yes),
    shrinkToFit: look("shrinkToFit", yes),
    autoIndent: look("autoIndent", yes),
    indentLevel: look("indentLevel", (value) => wholeNumber(value)),
    textOrientation: look("textOrientation", (value) => wholeNumber(value)),
    locked: look("locked", (value) => flag(value, true)),
    formulaHidden: look("formulaHidden", yes),
    includeNumber: included("number"),
    includeFont: included("font"),
    includeAlignment: included("alignment"),
    includeBorder: included("border"),
    includePatterns: included("patterns"),
    includeProtection: included("protection"),
  },
  objects: {
    fill: (ref: StyleRef) => handle(fill, ref),
    font: (ref: StyleRef) => handle(font, ref),
    borders: (ref: StyleRef) => handle(borders, ref),
  },
  methods: {
    delete: (ref: StyleRef, _: Arguments, { draft }: Turn) => deleteStyle(draft, ref.name),
  },
});

export const styles: ObjectType<null> = objectType<null>("StyleCollection", {
  items: (_, { draft }) => stylesOf(draft.book).map(({ name }) => handle(style, { name })),
  item: (_, key, { draft }) => {
    const found = styleNamed(draft.book, text(key));
    return found ? handle(style, { name: found.name }) : null;
  },
  methods: { add: (_: null, args: Arguments, { draft }: Turn) => addStyle(draft, text(args[0])) },
});
