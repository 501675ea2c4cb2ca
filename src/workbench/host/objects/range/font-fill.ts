/** RangeFont, RangeFill and FormatProtection. */
import { applyStyle } from "../../model/looks/appearance";
import { styleValue, type Style } from "../../model/looks/style";
import { refuse } from "../../refusal";
import { objectType, type ObjectType } from "../../wire/object-type";
import { oneOf, anyNumber, text, flag } from "../arguments";
import { colorFrom } from "../color";
import { shared, eachArea, styled, type LookRef } from "./look-ref";
import { PATTERNS, UNDERLINE } from "../looks";

export const rangeFill: ObjectType<LookRef> = objectType<LookRef>("RangeFill", {
  scalars: {
    color: {
      get: (look, turn) => shared(look, turn, (style) => styleValue(style, "fillColor")) ?? "",
      set: (look, value, { draft }) => {
        const color = colorFrom(value);
        const patch: Style = { fillColor: color, fillPattern: "Solid" };
        eachArea(look, (sheet, area) => applyStyle(draft, sheet, area, patch));
      },
    },
    pattern: styled("fillPattern", (value) => oneOf(value, PATTERNS)),
    patternColor: styled("fillPatternColor", colorFrom, ""),
    tintAndShade: styled("fillTint", anyNumber),
    patternTintAndShade: styled("fillPatternTint", anyNumber),
  },
  methods: {
    clear: (look, _, { draft }) =>
      eachArea(look, (sheet, area) =>
        applyStyle(draft, sheet, area, {
          fillColor: "#FFFFFF",
          fillPattern: "None",
          fillPatternColor: "#000000",
          fillTint: 0,
          fillPatternTint: 0,
        }),
      ),
  },
});

export const rangeFont: ObjectType<LookRef> = objectType<LookRef>("RangeFont", {
  scalars: {
    name: styled("fontName", text),
    size: styled("fontSize", (value) => {
      const size = anyNumber(value);
      return size >= 1 && size <= 409 ? size : refuse("InvalidArgument");
    }),
    color: styled("fontColor", colorFrom, ""),
    bold: styled("bold", (value) => flag(value, false)),
    italic: styled("italic", (value) => flag(value, false)),
    underline: styled("underline", (value) => oneOf(value, UNDERLINE)),
    strikethrough: styled("strikethrough", (value) => flag(value, false)),
    subscript: styled("subscript", (value) => flag(value, false)),
    superscript: styled("superscript", (value) => flag(value, false)),
    tintAndShade: styled("fontTint", anyNumber),
  },
});

export const formatProtection: ObjectType<LookRef> = objectType<LookRef>("FormatProtection", {
  scalars: {
    locked: styled("locked", (value) => flag(value, true)),
    formulaHidden: styled("formulaHidden", (value) => flag(value, false)),
  },
});
