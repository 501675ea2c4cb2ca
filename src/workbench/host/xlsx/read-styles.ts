/** The looks of a file: what each number a cell or a rule points at means here. */
import type { CellStyle, Includes } from "../model/looks/cell-style";
import { restyled, type Border, type Edge, type Style } from "../model/looks/style";
import { colourOf, type Theme } from "./colors";
import {
  BORDER_HERE,
  BUILT_IN_FORMATS,
  HORIZONTAL_HERE,
  PATTERN_HERE,
  READING_ORDER,
  UNDERLINE_HERE,
  VERTICAL_HERE,
} from "./look-words";
import type { ProblemList } from "./problems";
import { APPLIES, builtInStyle, styleOfNumber } from "./style-words";
import { childOf, childrenOf, flagIn, numberIn, type Branch } from "./xml";

export interface CellLook {
  readonly style: Style | undefined;
  readonly quoted: boolean;
}
export interface Looks {
  cell(number: number | undefined): CellLook;
  rule(number: number | undefined): Style | undefined;
  /** A look a rule has with it. */
  ruleOf(look: Branch): Style;
  /** Styles somebody made, and those of Excel's own that somebody changed. */
  readonly named: readonly CellStyle[];
  /** How many pixels a digit of the workbook's own font is wide: a file counts columns in them. */
  readonly digitWidth: number;
}

const PLAIN: CellLook = { style: undefined, quoted: false };

/** Fonts whose digits are 7 px at 11 points; the Japanese ones have 8. */
const NARROW = /^(?:Calibri|Aptos|Arial|Times|Helvetica|Liberation|Carlito|Segoe)/i;

const valueOf = (branch: Branch | undefined, name: string): string | undefined =>
  childOf(branch, name)?.attributes.get("val");
const switchedOn = (branch: Branch | undefined, name: string): boolean | undefined => {
  const found = childOf(branch, name);
  return found && flagIn(found, "val", true);
};

/** Only what the font says. */
const fontStyle = (font: Branch | undefined, theme: Theme): Style => {
  const colour = colourOf(childOf(font, "color"), theme);
  const size = Number(valueOf(font, "sz"));
  const line = childOf(font, "u");
  const vertical = valueOf(font, "vertAlign");
  const name = valueOf(font, "name");
  return {
    ...(name ? { fontName: name } : {}),
    ...(size > 0 ? { fontSize: size } : {}),
    ...(colour ? { fontColor: colour.colour, fontTint: colour.tint } : {}),
    ...given("bold", switchedOn(font, "b")),
    ...given("italic", switchedOn(font, "i")),
    ...given("strikethrough", switchedOn(font, "strike")),
    ...(line ? { underline: UNDERLINE_HERE[line.attributes.get("val") ?? "single"] ?? "None" } : {}),
    ...(vertical === "superscript"
      ? { superscript: true }
      : vertical === "subscript"
        ? { subscript: true }
        : {}),
  };
};

const given = <Key extends keyof Style>(key: Key, value: Style[Key] | undefined): Style =>
  value === undefined ? {} : ({ [key]: value } as Style);

const fillStyle = (fill: Branch | undefined, theme: Theme): Style => {
  const gradient = childOf(fill, "gradientFill");
  if (gradient) {
    const first = colourOf(childOf(childOf(gradient, "stop"), "color"), theme);
    return first ? { fillPattern: "Solid", fillColor: first.colour } : {};
  }
  const pattern = childOf(fill, "patternFill");
  const word = PATTERN_HERE[pattern?.attributes.get("patternType") ?? "none"] ?? "None";
  if (word === "None") return {};
  const front = colourOf(childOf(pattern, "fgColor"), theme);
  const back = colourOf(childOf(pattern, "bgColor"), theme);
  if (word === "Solid") {
    const { colour, tint } = front ?? { colour: "#FFFFFF", tint: 0 };
    return { fillPattern: word, fillColor: colour, fillTint: tint };
  }
  return {
    fillPattern: word,
    ...(front ? { fillPatternColor: front.colour, fillPatternTint: front.tint } : {}),
    ...(back ? { fillColor: back.colour, fillTint: back.tint } : {}),
  };
};

const lineOf = (side: Branch | undefined, theme: Theme): Border | undefined => {
  const [style, weight] = (BORDER_HERE[side?.attributes.get("style") ?? ""] ?? "").split("|");
  if (!style || weight === undefined) return undefined;
  const colour = colourOf(childOf(side, "color"), theme) ?? { colour: "#000000", tint: 0 };
  return { style, weight, color: colour.colour, tintAndShade: colour.tint };
};

const SIDES: readonly (readonly [Edge, string])[] = [
  ["EdgeTop", "top"],
  ["EdgeBottom", "bottom"],
  ["EdgeLeft", "left"],
  ["EdgeRight", "right"],
];

const borderStyle = (border: Branch | undefined, theme: Theme): Style => {
  const borders: Partial<Record<Edge, Border>> = {};
  for (const [edge, name] of SIDES) {
    const line = lineOf(childOf(border, name), theme);
    if (line) borders[edge] = line;
  }
  const diagonal = lineOf(childOf(border, "diagonal"), theme);
  if (diagonal && flagIn(border, "diagonalDown")) borders.DiagonalDown = diagonal;
  if (diagonal && flagIn(border, "diagonalUp")) borders.DiagonalUp = diagonal;
  return Object.keys(borders).length === 0 ? {} : { borders };
};

const alignmentStyle = (alignment: Branch | undefined): Style => {
  if (!alignment) return {};
  const word = (name: string): string => alignment.attributes.get(name) ?? "";
  const rotation = numberIn(alignment, "textRotation") ?? 0;
  return {
    ...given("horizontalAlignment", HORIZONTAL_HERE[word("horizontal")]),
    ...given("verticalAlignment", VERTICAL_HERE[word("vertical")]),
    wrapText: flagIn(alignment, "wrapText"),
    shrinkToFit: flagIn(alignment, "shrinkToFit"),
    indentLevel: numberIn(alignment, "indent") ?? 0,
    textOrientation: rotation === 255 ? 180 : rotation > 90 ? 90 - rotation : rotation,
    readingOrder: READING_ORDER[numberIn(alignment, "readingOrder") ?? 0] ?? "Context",
  };
};

/** Workbooks that went through many hands gather styles by the thousand. */
const MOST_STYLES = 1_000;
const styleExists = (name: string | undefined): boolean =>
  name !== undefined && builtInStyle(name) !== undefined;

export const readStyles = (root: Branch | undefined, theme: Theme, problems: ProblemList): Looks => {
  const list = (name: string, item: string): readonly Branch[] => childrenOf(childOf(root, name), item);
  const formats = new Map(
    list("numFmts", "numFmt").map((each) => [
      numberIn(each, "numFmtId") ?? -1,
      each.attributes.get("formatCode") ?? "General",
    ]),
  );
  const fonts = list("fonts", "font").map((each) => fontStyle(each, theme));
  const fills = list("fills", "fill").map((each) => fillStyle(each, theme));
  const shaded = new Set(
    list("fills", "fill").flatMap((each, at) => (childOf(each, "gradientFill") ? [at] : [])),
  );
  const borders = list("borders", "border").map((each) => borderStyle(each, theme));
  const names = new Map(
    list("cellStyles", "cellStyle").flatMap((each) => {
      const name = styleOfNumber(numberIn(each, "builtinId")) ?? each.attributes.get("name");
      return name === undefined || name === "Normal" ? [] : [[numberIn(each, "xfId") ?? -1, name] as const];
    }),
  );
  const lookOf = (xf: Branch, name: string | undefined): Style | undefined => {
    const format = numberIn(xf, "numFmtId") ?? 0;
    const protection = childOf(xf, "protection");
    return restyled(undefined, {
      numberFormat: formats.get(format) ?? BUILT_IN_FORMATS[format] ?? "General",
      ...fonts[numberIn(xf, "fontId") ?? 0],
      ...fills[numberIn(xf, "fillId") ?? 0],
      ...borders[numberIn(xf, "borderId") ?? 0],
      ...alignmentStyle(childOf(xf, "alignment")),
      ...(protection
        ? { locked: flagIn(protection, "locked", true), formulaHidden: flagIn(protection, "hidden") }
        : {}),
      ...(name === undefined ? {} : { styleName: name }),
    });
  };
  const looks = list("cellXfs", "xf");
  const cells = looks.map((xf): CellLook => ({
    style: lookOf(xf, names.get(numberIn(xf, "xfId") ?? 0)),
    quoted: flagIn(xf, "quotePrefix"),
  }));
  if (looks.some((xf) => shaded.has(numberIn(xf, "fillId") ?? 0)))
    problems.add("グラデーションの塗りつぶし", "", "はじめの色だけで塗りました。");
  const styleLooks = list("cellStyleXfs", "xf");
  const used = new Set(looks.map((xf) => numberIn(xf, "xfId") ?? 0));
  const own = list("cellStyles", "cellStyle").filter((each) => {
    const builtIn = styleOfNumber(numberIn(each, "builtinId"));
    return builtIn === undefined
      ? !styleExists(each.attributes.get("name"))
      : builtIn !== "Normal" && flagIn(each, "customBuiltin");
  });
  const many = own.length > MOST_STYLES;
  if (many)
    problems.add(
      `使われていないセルのスタイル（全部で ${own.length} 個のうち）`,
      "",
      "使われているものだけを入れました。",
    );
  const named = own.flatMap((each): readonly CellStyle[] => {
    const xfId = numberIn(each, "xfId") ?? -1;
    const [name, xf] = [names.get(xfId), styleLooks[xfId]];
    if (name === undefined || !xf || (many && !used.has(xfId))) return [];
    return [
      {
        name,
        builtIn: styleExists(name),
        includes: Object.fromEntries(
          APPLIES.map(([part, attribute]) => [part, flagIn(xf, attribute, true)]),
        ) as unknown as Includes,
        style: lookOf(xf, undefined) ?? {},
      },
    ];
  });
  const ruleOf = (dxf: Branch): Style => {
    const pattern = childOf(childOf(dxf, "fill"), "patternFill");
    // A rule's solid fill keeps its colour where a cell's pattern has the back.
    const fill = colourOf(childOf(pattern, "bgColor") ?? childOf(pattern, "fgColor"), theme);
    const format = childOf(dxf, "numFmt")?.attributes.get("formatCode");
    const { fontTint: _, ...font } = fontStyle(childOf(dxf, "font"), theme);
    return {
      ...font,
      ...(format === undefined ? {} : { numberFormat: format }),
      ...(fill ? { fillColor: fill.colour } : {}),
      ...borderStyle(childOf(dxf, "border"), theme),
    };
  };
  const rules = list("dxfs", "dxf").map(ruleOf);
  const normal = fonts[0]?.fontName ?? "";
  return {
    cell: (number) => cells[number ?? 0] ?? PLAIN,
    rule: (number) => (number === undefined ? undefined : rules[number]),
    ruleOf,
    named,
    digitWidth: NARROW.test(normal) ? 7 : 8,
  };
};
