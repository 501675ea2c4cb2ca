/** The looks of a workbook as a file keeps them: fonts, fills, borders and formats once each, cells point at combinations. */
import type { Book } from "../model/book";
import { styleNamed } from "../model/looks/styles";
import { styleValue, type Edge, type Style } from "../model/looks/style";
import {
  borderInFile,
  horizontalInFile,
  PATTERN_IN_FILE,
  READING_ORDER,
  UNDERLINE_IN_FILE,
  VERTICAL_IN_FILE,
  WRITTEN_BY_NUMBER,
} from "./look-words";
import { documentOf, element, MAIN } from "./markup";
import { APPLIES, builtInStyle } from "./style-words";

const colour = (name: string, rgb: string, tint = 0): string =>
  element(name, { rgb: `FF${rgb.replace("#", "").toUpperCase()}`, tint: tint === 0 ? undefined : tint });

/** A list whose equal entries are kept once. */
const once = (first: readonly string[] = []) => {
  const places = new Map<string, number>(first.map((each, at) => [each, at]));
  return {
    place: (entry: string): number => {
      const at = places.get(entry) ?? places.size;
      places.set(entry, at);
      return at;
    },
    all: (): readonly string[] => [...places.keys()],
  };
};

const fontOf = (style: Style | undefined): string =>
  element("font", {}, [
    styleValue(style, "bold") ? "<b/>" : "",
    styleValue(style, "italic") ? "<i/>" : "",
    styleValue(style, "strikethrough") ? "<strike/>" : "",
    underlineOf(style),
    styleValue(style, "superscript")
      ? element("vertAlign", { val: "superscript" })
      : styleValue(style, "subscript")
        ? element("vertAlign", { val: "subscript" })
        : "",
    element("sz", { val: styleValue(style, "fontSize") }),
    colour("color", styleValue(style, "fontColor"), styleValue(style, "fontTint")),
    element("name", { val: styleValue(style, "fontName") }),
  ]);

const underlineOf = (style: Style | undefined): string => {
  const word = UNDERLINE_IN_FILE[styleValue(style, "underline")];
  return word === undefined ? "" : element("u", { val: word });
};

const fillOf = (style: Style | undefined): string => {
  const pattern = PATTERN_IN_FILE[styleValue(style, "fillPattern")] ?? "none";
  const fill = styleValue(style, "fillColor");
  const tint = styleValue(style, "fillTint");
  if (pattern === "none") return NO_FILL;
  const colours =
    pattern === "solid"
      ? [colour("fgColor", fill, tint)]
      : [
          colour("fgColor", styleValue(style, "fillPatternColor"), styleValue(style, "fillPatternTint")),
          colour("bgColor", fill, tint),
        ];
  return element("fill", {}, element("patternFill", { patternType: pattern }, colours));
};
const NO_FILL = '<fill><patternFill patternType="none"/></fill>';
const GRAY_FILL = '<fill><patternFill patternType="gray125"/></fill>';

const SIDES: readonly (readonly [string, Edge])[] = [
  ["left", "EdgeLeft"],
  ["right", "EdgeRight"],
  ["top", "EdgeTop"],
  ["bottom", "EdgeBottom"],
];

const lineOf = (name: string, style: Style | undefined, edge: Edge): string => {
  const border = styleValue(style, "borders")[edge];
  const word = border && borderInFile(border.style, border.weight);
  return border && word
    ? element(name, { style: word }, colour("color", border.color, border.tintAndShade))
    : element(name);
};

const borderOf = (style: Style | undefined): string => {
  const borders = styleValue(style, "borders");
  const drawn = (edge: Edge): boolean => (borders[edge]?.style ?? "None") !== "None";
  return element(
    "border",
    { diagonalUp: drawn("DiagonalUp") || undefined, diagonalDown: drawn("DiagonalDown") || undefined },
    [
      ...SIDES.map(([name, edge]) => lineOf(name, style, edge)),
      lineOf("diagonal", style, drawn("DiagonalUp") ? "DiagonalUp" : "DiagonalDown"),
    ],
  );
};

const orientation = (degrees: number): number =>
  degrees === 180 ? 255 : degrees < 0 ? 90 - degrees : degrees;

const alignmentOf = (style: Style | undefined): string => {
  const order = READING_ORDER.findIndex((word) => word === styleValue(style, "readingOrder"));
  const horizontal = styleValue(style, "horizontalAlignment");
  const vertical = styleValue(style, "verticalAlignment");
  const attributes = {
    horizontal: horizontal === "General" ? undefined : horizontalInFile(horizontal),
    vertical: vertical === "Bottom" ? undefined : VERTICAL_IN_FILE[vertical],
    textRotation: orientation(styleValue(style, "textOrientation")) || undefined,
    wrapText: styleValue(style, "wrapText") || undefined,
    indent: styleValue(style, "indentLevel") || undefined,
    shrinkToFit: styleValue(style, "shrinkToFit") || undefined,
    readingOrder: order > 0 ? order : undefined,
  };
  return Object.values(attributes).some((value) => value !== undefined)
    ? element("alignment", attributes)
    : "";
};

const protectionOf = (style: Style | undefined): string => {
  const locked = styleValue(style, "locked");
  const hidden = styleValue(style, "formulaHidden");
  return locked && !hidden
    ? ""
    : element("protection", { locked: locked ? undefined : false, hidden: hidden || undefined });
};

/** A conditional format's look: only what it says, in the order the schema wants. */
const differential = (style: Style, numberOf: (format: string) => number): string => {
  const says = (key: keyof Style): boolean => style[key] !== undefined;
  const onOff = (name: string, key: "bold" | "italic" | "strikethrough"): string =>
    says(key) ? element(name, style[key] === true ? {} : { val: false }) : "";
  const font = [
    onOff("b", "bold"),
    onOff("i", "italic"),
    onOff("strike", "strikethrough"),
    says("underline") ? underlineOf(style) : "",
    style.fontColor === undefined ? "" : colour("color", style.fontColor),
  ].join("");
  const sides = SIDES.map(([name, edge]) => (style.borders?.[edge] ? lineOf(name, style, edge) : "")).join(
    "",
  );
  return element("dxf", {}, [
    font === "" ? "" : element("font", {}, font),
    style.numberFormat === undefined
      ? ""
      : element("numFmt", { numFmtId: numberOf(style.numberFormat), formatCode: style.numberFormat }),
    style.fillColor === undefined
      ? ""
      : element(
          "fill",
          {},
          element("patternFill", { patternType: "solid" }, [
            colour("fgColor", style.fillColor),
            colour("bgColor", style.fillColor),
          ]),
        ),
    sides === "" ? "" : element("border", {}, sides),
  ]);
};

export interface StyleTable {
  /** The number by which a cell points at its look. */
  cell(style: Style | undefined, quoted?: boolean): number;
  /** The number by which a rule points at its look. */
  rule(style: Style): number;
  /** styles.xml, once everything was asked for. */
  document(): string;
}

/** `book`: whose named styles are kept, used or not. */
export const createStyleTable = (book: Book): StyleTable => {
  const fonts = once([fontOf(undefined)]);
  const fills = once([NO_FILL, GRAY_FILL]);
  const borders = once([borderOf(undefined)]);
  const formats = once();
  const looks = once();
  const rules = once();
  const named = once([
    "Normal",
    ...book.cellStyles.map(({ name }) => name).filter((name) => name !== "Normal"),
  ]);
  const known = new Map<Style | undefined, number>();
  const numberOf = (format: string): number => WRITTEN_BY_NUMBER.get(format) ?? 164 + formats.place(format);
  const idsOf = (style: Style | undefined) => ({
    numFmtId: numberOf(styleValue(style, "numberFormat")),
    fontId: fonts.place(fontOf(style)),
    fillId: fills.place(fillOf(style)),
    borderId: borders.place(borderOf(style)),
  });
  /** The look of a named style; what it does not speak of says so. */
  const namedLook = (name: string): string => {
    const found = name === "Normal" ? undefined : styleNamed(book, name);
    const silent = APPLIES.filter(([part]) => found && !found.includes[part]).map(([, attribute]) => [
      attribute,
      false,
    ]);
    return element(
      "xf",
      { ...idsOf(found?.style), ...Object.fromEntries(silent) },
      alignmentOf(found?.style) + protectionOf(found?.style),
    );
  };
  const namedEntry = (name: string, xfId: number): string => {
    const builtIn = builtInStyle(name);
    const changed = book.cellStyles.some((each) => each.name === name);
    return element("cellStyle", {
      name: builtIn?.name ?? name,
      xfId,
      builtinId: builtIn?.builtinId,
      customBuiltin: builtIn && changed && name !== "Normal" ? true : undefined,
    });
  };
  const look = (style: Style | undefined, quoted: boolean): string => {
    const alignment = alignmentOf(style);
    const protection = protectionOf(style);
    const ids = idsOf(style);
    return element(
      "xf",
      {
        ...ids,
        xfId: named.place(styleValue(style, "styleName")),
        quotePrefix: quoted || undefined,
        applyNumberFormat: ids.numFmtId !== 0 || undefined,
        applyFont: ids.fontId !== 0 || undefined,
        applyFill: ids.fillId !== 0 || undefined,
        applyBorder: ids.borderId !== 0 || undefined,
        applyAlignment: alignment !== "" || undefined,
        applyProtection: protection !== "" || undefined,
      },
      alignment + protection,
    );
  };
  looks.place(look(undefined, false));
  const counted = (name: string, entries: readonly string[]): string =>
    entries.length === 0 ? "" : element(name, { count: entries.length }, entries);
  return {
    cell: (style, quoted = false) => {
      if (quoted) return looks.place(look(style, true));
      const seen = known.get(style) ?? looks.place(look(style, false));
      known.set(style, seen);
      return seen;
    },
    rule: (style) => rules.place(differential(style, numberOf)),
    document: () => {
      const styles = named.all();
      // Before the lists are written: they may still grow by it.
      const namedLooks = styles.map(namedLook);
      return documentOf(
        element("styleSheet", { xmlns: MAIN }, [
          counted(
            "numFmts",
            formats.all().map((format, at) => element("numFmt", { numFmtId: 164 + at, formatCode: format })),
          ),
          counted("fonts", fonts.all()),
          counted("fills", fills.all()),
          counted("borders", borders.all()),
          counted("cellStyleXfs", namedLooks),
          counted("cellXfs", looks.all()),
          counted("cellStyles", styles.map(namedEntry)),
          counted("dxfs", rules.all()),
        ]),
      );
    },
  };
};
