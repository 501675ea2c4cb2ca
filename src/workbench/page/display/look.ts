/** A cell's look in the model → Univer's words for it. Complete on purpose: Univer merges looks, so what is absent must be said. */
import type { Border, Style } from "../../host/model/looks/style";
import { styleValue } from "../../host/model/looks/style";
import {
  BooleanNumber,
  BorderStyleTypes,
  HorizontalAlign,
  VerticalAlign,
  WrapStrategy,
  type IBorderData,
  type IBorderStyleData,
  type IStyleData,
} from "@univerjs/presets";

const horizontal: Record<string, HorizontalAlign> = {
  Left: HorizontalAlign.LEFT,
  Center: HorizontalAlign.CENTER,
  CenterAcrossSelection: HorizontalAlign.CENTER,
  Right: HorizontalAlign.RIGHT,
  Justify: HorizontalAlign.JUSTIFIED,
  Distributed: HorizontalAlign.DISTRIBUTED,
};

const vertical: Record<string, VerticalAlign> = {
  Top: VerticalAlign.TOP,
  Center: VerticalAlign.MIDDLE,
  Justify: VerticalAlign.MIDDLE,
  Distributed: VerticalAlign.MIDDLE,
  Bottom: VerticalAlign.BOTTOM,
};

const thin: Record<string, BorderStyleTypes> = {
  Continuous: BorderStyleTypes.THIN,
  Dash: BorderStyleTypes.DASHED,
  DashDot: BorderStyleTypes.DASH_DOT,
  DashDotDot: BorderStyleTypes.DASH_DOT_DOT,
  Dot: BorderStyleTypes.DOTTED,
  Double: BorderStyleTypes.DOUBLE,
  SlantDashDot: BorderStyleTypes.SLANT_DASH_DOT,
};

function borderLook(border: Border | undefined): IBorderStyleData | null {
  if (!border || border.style === "None") return null;
  const bold =
    border.style === "Continuous" && border.weight === "Thick"
      ? BorderStyleTypes.THICK
      : border.style === "Continuous" && border.weight === "Medium"
        ? BorderStyleTypes.MEDIUM
        : border.style === "Continuous" && border.weight === "Hairline"
          ? BorderStyleTypes.HAIR
          : undefined;
  return { s: bold ?? thin[border.style] ?? BorderStyleTypes.THIN, cl: { rgb: border.color } };
}

function bordersLook(style: Style | undefined): IBorderData | null {
  const borders = style?.borders;
  if (!borders) return null;
  return {
    t: borderLook(borders.EdgeTop),
    b: borderLook(borders.EdgeBottom),
    l: borderLook(borders.EdgeLeft),
    r: borderLook(borders.EdgeRight),
  };
}

/** Excel's Japanese default is not on every machine: the page says which fonts may stand in. */
const fontFallback = "Yu Gothic, Meiryo, Hiragino Sans, Noto Sans CJK JP, sans-serif";

const flag = (on: boolean) => ({ s: on ? BooleanNumber.TRUE : BooleanNumber.FALSE });

export function univerLook(style: Style | undefined): IStyleData {
  const fill = styleValue(style, "fillColor");
  const filled = style?.fillColor !== undefined || styleValue(style, "fillPattern") === "Solid";
  const format = styleValue(style, "numberFormat");
  return {
    ff: `${styleValue(style, "fontName")}, ${fontFallback}`,
    fs: styleValue(style, "fontSize"),
    cl: { rgb: styleValue(style, "fontColor") },
    bl: styleValue(style, "bold") ? BooleanNumber.TRUE : BooleanNumber.FALSE,
    it: styleValue(style, "italic") ? BooleanNumber.TRUE : BooleanNumber.FALSE,
    ul: flag(styleValue(style, "underline") !== "None"),
    st: flag(styleValue(style, "strikethrough")),
    bg: filled && fill ? { rgb: fill } : null,
    bd: bordersLook(style),
    n: format === "General" ? null : { pattern: format },
    ht: horizontal[styleValue(style, "horizontalAlignment")] ?? null,
    vt: vertical[styleValue(style, "verticalAlignment")] ?? VerticalAlign.BOTTOM,
    tb: styleValue(style, "wrapText") ? WrapStrategy.WRAP : WrapStrategy.OVERFLOW,
    pd: { l: 3 + 9 * styleValue(style, "indentLevel"), r: 3 },
  };
}

/** Cells share looks by the thousand: each distinct record is translated once. */
const known = new WeakMap<Style, IStyleData>();
const plain = univerLook(undefined);

export function lookOf(style: Style | undefined): IStyleData {
  if (!style) return plain;
  const found = known.get(style);
  if (found) return found;
  const made = univerLook(style);
  known.set(style, made);
  return made;
}

/** The same looks for cells nobody sees: Univer would try to wrap their text into a width of nothing, and complain. */
const unwrapped = new WeakMap<IStyleData, IStyleData>();

export function hiddenLook(look: IStyleData): IStyleData {
  if (look.tb !== WrapStrategy.WRAP) return look;
  const found = unwrapped.get(look);
  if (found) return found;
  const made: IStyleData = { ...look, tb: WrapStrategy.CLIP };
  unwrapped.set(look, made);
  return made;
}

export function lookIn(
  columns: ReadonlyMap<number, { readonly hidden?: boolean }>,
  column: number,
  style: Style | undefined,
): IStyleData {
  const look = lookOf(style);
  return columns.get(column)?.hidden ? hiddenLook(look) : look;
}
