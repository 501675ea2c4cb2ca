/** The words for shapes in Excel's JavaScript and in files, side by side. */

const OWN_NAMES: Readonly<Record<string, string>> = {
  LineInverse: "lineInv",
  RightTriangle: "rtTriangle",
  Rectangle: "rect",
  RoundRectangle: "roundRect",
  Round1Rectangle: "round1Rect",
  Round2SameRectangle: "round2SameRect",
  Round2DiagonalRectangle: "round2DiagRect",
  SnipRoundRectangle: "snipRoundRect",
  Snip1Rectangle: "snip1Rect",
  Snip2SameRectangle: "snip2SameRect",
  Snip2DiagonalRectangle: "snip2DiagRect",
  DiagonalStripe: "diagStripe",
  WedgeRRectCallout: "wedgeRoundRectCallout",
};
const THEIRS = new Map(Object.entries(OWN_NAMES).map(([ours, theirs]) => [theirs, ours]));

/** Most differ only in their first letter. */
export const presetOf = (shape: string): string =>
  OWN_NAMES[shape] ?? shape.charAt(0).toLowerCase() + shape.slice(1);
export const shapeOfPreset = (preset: string): string =>
  THEIRS.get(preset) ?? preset.charAt(0).toUpperCase() + preset.slice(1);

export const CONNECTORS: Readonly<Record<string, string>> = {
  Straight: "line",
  Elbow: "bentConnector3",
  Curve: "curvedConnector3",
};
export const connectorOf = (preset: string): string | undefined => {
  if (preset === "line" || preset === "straightConnector1") return "Straight";
  return /^bentConnector\d$/.test(preset)
    ? "Elbow"
    : /^curvedConnector\d$/.test(preset)
      ? "Curve"
      : undefined;
};

export const DASHES: Readonly<Record<string, string>> = {
  Solid: "solid",
  Dash: "dash",
  DashDot: "dashDot",
  DashDotDot: "sysDashDotDot",
  LongDash: "lgDash",
  LongDashDot: "lgDashDot",
  LongDashDotDot: "lgDashDotDot",
  SquareDot: "dot",
  SystemDash: "sysDash",
  SystemDot: "sysDot",
  SystemDashDot: "sysDashDot",
};
/** With round ends; the rest have flat ones. */
export const ROUND_DOT = { word: "RoundDot", dash: "sysDot", cap: "rnd" } as const;

export const COMPOUNDS: Readonly<Record<string, string>> = {
  Single: "sng",
  ThinThin: "dbl",
  ThickThin: "thickThin",
  ThinThick: "thinThick",
  ThickBetweenThin: "tri",
};

export const ARROWS: Readonly<Record<string, string>> = {
  None: "none",
  Triangle: "triangle",
  Stealth: "stealth",
  Diamond: "diamond",
  Oval: "oval",
  Open: "arrow",
};
export const ARROW_LENGTHS: Readonly<Record<string, string>> = { Short: "sm", Medium: "med", Long: "lg" };
export const ARROW_WIDTHS: Readonly<Record<string, string>> = { Narrow: "sm", Medium: "med", Wide: "lg" };

export const ALIGNMENTS: Readonly<Record<string, string>> = {
  Left: "l",
  Center: "ctr",
  Right: "r",
  Justify: "just",
  JustifyLow: "justLow",
  Distributed: "dist",
  ThaiDistributed: "thaiDist",
};
export const ANCHORS: Readonly<Record<string, string>> = {
  Top: "t",
  Middle: "ctr",
  Bottom: "b",
  Justified: "just",
  Distributed: "dist",
};
export const OVERFLOWS: Readonly<Record<string, string>> = {
  Overflow: "overflow",
  Ellipsis: "ellipsis",
  Clip: "clip",
};
export const DIRECTIONS: Readonly<Record<string, string>> = {
  Horizontal: "horz",
  Vertical: "vert",
  Vertical270: "vert270",
  WordArtVertical: "wordArtVert",
  EastAsianVertical: "eaVert",
  MongolianVertical: "mongolianVert",
  WordArtVerticalRTL: "wordArtVertRtl",
};
/** How a text and its frame fit: `<a:noAutofit/>`. */
export const FITS: Readonly<Record<string, string>> = {
  AutoSizeNone: "noAutofit",
  AutoSizeTextToFitShape: "normAutofit",
  AutoSizeShapeToFitText: "spAutoFit",
};

/** Points between a text and its frame. */
export const MARGINS = [
  ["leftMargin", "lIns", 7.2],
  ["topMargin", "tIns", 3.6],
  ["rightMargin", "rIns", 7.2],
  ["bottomMargin", "bIns", 3.6],
] as const;

/** How a shape looks where nothing is said. */
export const USUAL = { fill: "#4472C4", line: "#2F528F", weight: 1, letters: "#FFFFFF", size: 11 } as const;
