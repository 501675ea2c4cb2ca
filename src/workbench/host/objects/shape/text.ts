/** The text in a shape: its words, the look of all or some of them, and how it lies in the shape. */
import { changeShape } from "../../model/attached/shapes";
import { refuse } from "../../refusal";
import {
  handle,
  objectType,
  type Arguments,
  type ObjectType,
  type Scalar,
  type Turn,
} from "../../wire/object-type";
import { text, wholeNumber } from "../arguments";
import { colorFrom } from "../color";
import { keep, kept, of, positive, word, yes, type ShapeRef } from "./ref";

/** A part of the text: from here, so many characters. */
interface TextRef extends ShapeRef {
  readonly start?: number;
  readonly length?: number;
}

const partOf = ({ start, length }: TextRef): string =>
  start === undefined ? "" : `part.${start}-${length ?? ""}.`;

/** A part's own look, else the whole text's; the whole text has none where a part of it differs. */
const ofPart = (key: string, fallback: unknown, read: (value: unknown) => unknown): Scalar<TextRef> => ({
  get: (ref, turn) => {
    const { properties } = of(ref, turn);
    const whole = properties[key] ?? fallback;
    if (ref.start !== undefined) return properties[`${partOf(ref)}${key}`] ?? whole;
    const parts = Object.entries(properties).filter(
      ([each]) => each.startsWith("part.") && each.endsWith(`.${key}`),
    );
    return parts.every(([, value]) => value === whole) ? whole : null;
  },
  set: (ref, value, { draft }) => keep(draft, ref, { [`${partOf(ref)}${key}`]: read(value) }),
});

const shapeFont: ObjectType<TextRef> = objectType<TextRef>("ShapeFont", {
  scalars: {
    bold: ofPart("font.bold", false, yes),
    italic: ofPart("font.italic", false, yes),
    color: ofPart("font.color", "#FFFFFF", colorFrom),
    name: ofPart("font.name", "游ゴシック", text),
    size: ofPart("font.size", 11, positive),
    underline: kept(
      "font.underline",
      "None",
      word(
        "None", "Single", "Double", "Heavy", "Dotted", "DottedHeavy", "Dash", "DashHeavy", "DashLong",
        "DashLongHeavy", "DotDash", "DotDashHeavy", "DotDotDash", "DotDotDashHeavy", "Wavy", "WavyHeavy", "WavyDouble",
      ), // prettier-ignore
    ),
  },
});

const wholeText = (ref: TextRef, turn: Turn): string => String(of(ref, turn).properties.text ?? "");

/** Other words, and nobody knows which part is which any more. */
const forgetParts = (ref: TextRef, turn: Turn): void => {
  const { properties } = of(ref, turn);
  changeShape(turn.draft, ref.sheet, ref.id, {
    properties: Object.fromEntries(Object.entries(properties).filter(([key]) => !key.startsWith("part."))),
  });
};

const textRange: ObjectType<TextRef> = objectType<TextRef>("TextRange", {
  scalars: {
    text: {
      get: (ref, turn) => {
        const start = ref.start ?? 0;
        return wholeText(ref, turn).slice(start, ref.length === undefined ? undefined : start + ref.length);
      },
      set: (ref, value, turn) => {
        const old = wholeText(ref, turn);
        const start = ref.start ?? 0;
        const end = ref.length === undefined ? old.length : start + ref.length;
        forgetParts(ref, turn);
        keep(turn.draft, ref, { text: `${old.slice(0, start)}${text(value)}${old.slice(end)}` });
      },
    },
  },
  objects: { font: (ref: TextRef) => handle(shapeFont, ref) },
  methods: {
    getSubstring: (ref: TextRef, args: Arguments, turn: Turn) => {
      const start = wholeNumber(args[0]);
      const length = args[1] === null || args[1] === undefined ? undefined : wholeNumber(args[1]);
      if (start < 0 || start + (length ?? 0) > wholeText(ref, turn).length) refuse("InvalidArgument");
      return handle(textRange, { ...ref, start, ...(length === undefined ? {} : { length }) });
    },
  },
});

export const textFrame: ObjectType<ShapeRef> = objectType<ShapeRef>("TextFrame", {
  scalars: {
    hasText: { get: (ref, turn) => wholeText(ref, turn) !== "" },
    autoSizeSetting: kept(
      "frame.autoSizeSetting",
      "AutoSizeNone",
      word("AutoSizeNone", "AutoSizeTextToFitShape", "AutoSizeShapeToFitText", "AutoSizeMixed"),
    ),
    topMargin: kept("frame.topMargin", 3.6, positive),
    bottomMargin: kept("frame.bottomMargin", 3.6, positive),
    leftMargin: kept("frame.leftMargin", 7.2, positive),
    rightMargin: kept("frame.rightMargin", 7.2, positive),
    horizontalAlignment: kept(
      "frame.horizontalAlignment",
      "Left",
      word("Left", "Center", "Right", "Justify", "JustifyLow", "Distributed", "ThaiDistributed"),
    ),
    verticalAlignment: kept(
      "frame.verticalAlignment",
      "Top",
      word("Top", "Middle", "Bottom", "Justified", "Distributed"),
    ),
    horizontalOverflow: kept("frame.horizontalOverflow", "Overflow", word("Overflow", "Clip")),
    verticalOverflow: kept("frame.verticalOverflow", "Overflow", word("Overflow", "Ellipsis", "Clip")),
    orientation: kept(
      "frame.orientation",
      "Horizontal",
      word(
        "Horizontal", "Vertical", "Vertical270", "WordArtVertical", "EastAsianVertical", "MongolianVertical",
        "WordArtVerticalRTL",
      ), // prettier-ignore
    ),
    readingOrder: kept("frame.readingOrder", "LeftToRight", word("LeftToRight", "RightToLeft")),
  },
  objects: { textRange: (ref: ShapeRef) => handle(textRange, ref) },
  methods: {
    deleteText: (ref: ShapeRef, _: Arguments, turn: Turn) => {
      forgetParts(ref, turn);
      keep(turn.draft, ref, { text: "" });
    },
  },
});
