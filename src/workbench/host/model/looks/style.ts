/** How a cell looks: everything a format can say, with Excel's defaults for what it leaves out. */

export type Edge = "EdgeTop" | "EdgeBottom" | "EdgeLeft" | "EdgeRight" | "DiagonalDown" | "DiagonalUp";
export const EDGES = [
  "EdgeTop",
  "EdgeBottom",
  "EdgeLeft",
  "EdgeRight",
  "DiagonalDown",
  "DiagonalUp",
] as const;

export interface Border {
  readonly style: string;
  readonly weight: string;
  readonly color: string;
  readonly tintAndShade: number;
}
export const NO_BORDER: Border = { style: "None", weight: "Thin", color: "#000000", tintAndShade: 0 };

export interface FullStyle {
  readonly numberFormat: string;
  readonly fillColor: string;
  readonly fillPattern: string;
  readonly fillPatternColor: string;
  readonly fillTint: number;
  readonly fillPatternTint: number;
  readonly fontName: string;
  readonly fontSize: number;
  readonly fontColor: string;
  readonly fontTint: number;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: string;
  readonly strikethrough: boolean;
  readonly subscript: boolean;
  readonly superscript: boolean;
  readonly horizontalAlignment: string;
  readonly verticalAlignment: string;
  readonly wrapText: boolean;
  readonly textOrientation: number;
  readonly readingOrder: string;
  readonly shrinkToFit: boolean;
  readonly indentLevel: number;
  readonly autoIndent: boolean;
  readonly locked: boolean;
  readonly formulaHidden: boolean;
  readonly styleName: string;
  /** `Checkbox`: a truth value is shown as a box to tick. */
  readonly control: string;
  readonly borders: Readonly<Partial<Record<Edge, Border>>>;
}

/** Only what differs from the default. */
export type Style = Partial<FullStyle>;

export const DEFAULT_STYLE: FullStyle = {
  numberFormat: "General",
  fillColor: "#FFFFFF",
  fillPattern: "None",
  fillPatternColor: "#000000",
  fillTint: 0,
  fillPatternTint: 0,
  fontName: "游ゴシック",
  fontSize: 11,
  fontColor: "#000000",
  fontTint: 0,
  bold: false,
  italic: false,
  underline: "None",
  strikethrough: false,
  subscript: false,
  superscript: false,
  horizontalAlignment: "General",
  verticalAlignment: "Bottom",
  wrapText: false,
  textOrientation: 0,
  readingOrder: "Context",
  shrinkToFit: false,
  indentLevel: 0,
  autoIndent: false,
  locked: true,
  formulaHidden: false,
  styleName: "Normal",
  control: "Empty",
  borders: {},
};

export const styleValue = <Key extends keyof FullStyle>(style: Style | undefined, key: Key): FullStyle[Key] =>
  style?.[key] ?? DEFAULT_STYLE[key];

const isEmpty = (style: Style): boolean => {
  for (const _ in style) return false;
  return true;
};

/** `style` with `patch` laid over it; what equals the default is left out, so that equal looks are equal records. */
export const restyled = (style: Style | undefined, patch: Style): Style | undefined => {
  const next: Record<string, unknown> = { ...style };
  for (const [key, value] of Object.entries(patch)) {
    if (value === undefined || value === DEFAULT_STYLE[key as keyof FullStyle]) delete next[key];
    else next[key] = value;
  }
  return isEmpty(next) ? undefined : next;
};

/** The same patch for many cells: cells that looked alike go on sharing one record. */
export const restyler = (patch: Style): ((style: Style | undefined) => Style | undefined) => {
  const seen = new Map<Style | undefined, Style | undefined>();
  return (style) => {
    if (!seen.has(style)) seen.set(style, restyled(style, patch));
    return seen.get(style);
  };
};
