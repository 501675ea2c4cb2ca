/** RangeFormat with its fill, font, borders and protection. */
import { restyle } from "../../model/looks/appearance";
import { restyled, styleValue } from "../../model/looks/style";
import { refuse } from "../../refusal";
import { handle, objectType, type ObjectType, type Turn } from "../../wire/object-type";
import { anyNumber, flag, oneOf, wholeNumber } from "../arguments";
import { autofitColumns, autofitRows } from "../../model/looks/autofit";
import { HORIZONTAL, READING, VERTICAL } from "../looks";
import { eachArea, styled, type LookRef } from "./look-ref";
import { sizes, resize, usesStandard } from "./line-sizes";
import { rangeFill, rangeFont, formatProtection } from "./font-fill";
import { rangeBorders } from "./borders";

export const rangeFormat: ObjectType<LookRef> = objectType<LookRef>("RangeFormat", {
  scalars: {
    horizontalAlignment: styled("horizontalAlignment", (value) => oneOf(value, HORIZONTAL)),
    verticalAlignment: styled("verticalAlignment", (value) => oneOf(value, VERTICAL)),
    wrapText: styled("wrapText", (value) => flag(value, false)),
    textOrientation: styled("textOrientation", (value) => {
      const angle = wholeNumber(value);
      return (angle >= -90 && angle <= 90) || angle === 180 ? angle : refuse("InvalidArgument");
    }),
    readingOrder: styled("readingOrder", (value) => oneOf(value, READING)),
    shrinkToFit: styled("shrinkToFit", (value) => flag(value, false)),
    indentLevel: styled("indentLevel", (value) => {
      const level = wholeNumber(value);
      return level >= 0 && level <= 250 ? level : refuse("InvalidArgument");
    }),
    autoIndent: styled("autoIndent", (value) => flag(value, false)),
    columnWidth: {
      get: (look, turn) => sizes(turn, look, "columns"),
      set: (look, value, turn) => resize(turn, look, "columns", anyNumber(value)),
    },
    rowHeight: {
      get: (look, turn) => sizes(turn, look, "rows"),
      set: (look, value, turn) => resize(turn, look, "rows", anyNumber(value)),
    },
    useStandardWidth: {
      get: (look, turn) => usesStandard(turn, look, "columns"),
      set: (look, value, turn) => {
        if (flag(value, false)) resize(turn, look, "columns", undefined);
      },
    },
    useStandardHeight: {
      get: (look, turn) => usesStandard(turn, look, "rows"),
      set: (look, value, turn) => {
        if (flag(value, false)) resize(turn, look, "rows", undefined);
      },
    },
  },
  objects: {
    fill: (look: LookRef) => handle(rangeFill, look),
    font: (look: LookRef) => handle(rangeFont, look),
    borders: (look: LookRef) => handle(rangeBorders, look),
    protection: (look: LookRef) => handle(formatProtection, look),
  },
  methods: {
    autofitColumns: (look: LookRef, _: unknown, { draft }: Turn) =>
      eachArea(look, (sheet, area) => autofitColumns(draft, sheet, area)),
    autofitRows: (look: LookRef, _: unknown, { draft }: Turn) =>
      eachArea(look, (sheet, area) => autofitRows(draft, sheet, area)),
    adjustIndent: (look: LookRef, args: readonly unknown[], { draft }: Turn) => {
      const by = wholeNumber(args[0]);
      eachArea(look, (sheet, area) => {
        restyle(draft, sheet, area, (style) => {
          const indentLevel = Math.min(250, Math.max(0, styleValue(style, "indentLevel") + by));
          return restyled(style, { indentLevel });
        });
        draft.happenings.push({ kind: "formatChanged", sheet, area });
      });
    },
  },
});
