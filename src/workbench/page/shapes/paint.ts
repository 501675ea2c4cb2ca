/** How a shape is painted: its ground, its line, its writing, as attributes and styles of SVG and HTML. */
import type { Shape } from "../../host/model/attached/shape";

const PIXELS = 4 / 3;

export function read(shape: Shape, path: string, fallback: string): string;
export function read(shape: Shape, path: string, fallback: number): number;
export function read(shape: Shape, path: string, fallback: boolean): boolean;
export function read({ properties }: Shape, path: string, fallback: unknown): unknown {
  const found = properties[path];
  return typeof found === typeof fallback ? found : fallback;
}

export type Attributes = Readonly<Record<string, string>>;

/** Lengths of dashes and gaps, in widths of the line. */
const dashes: Readonly<Record<string, readonly number[]>> = {
  Dash: [4, 3],
  DashDot: [4, 3, 1, 3],
  DashDotDot: [4, 3, 1, 3, 1, 3],
  LongDash: [8, 3],
  LongDashDot: [8, 3, 1, 3],
  LongDashDotDot: [8, 3, 1, 3, 1, 3],
  RoundDot: [1, 1],
  SquareDot: [1, 1],
  SystemDash: [3, 1],
  SystemDot: [1, 1],
  SystemDashDot: [3, 1, 1, 1],
};

export const ground = (shape: Shape): Attributes =>
  read(shape, "fill.none", false) || shape.type !== "GeometricShape"
    ? { fill: "none" }
    : {
        fill: read(shape, "fill.color", "#4472C4"),
        "fill-opacity": String(1 - read(shape, "fill.transparency", 0)),
      };

export const lineWidth = (shape: Shape, scale: number): number =>
  read(shape, "line.weight", 1) * PIXELS * scale;

/** A picture has no line unless it was given one. */
export const outlined = (shape: Shape): boolean =>
  read(shape, "line.visible", shape.type !== "Image") && read(shape, "line.weight", 1) > 0;

export function line(shape: Shape, scale: number): Attributes {
  if (!outlined(shape)) return { stroke: "none" };
  const width = lineWidth(shape, scale);
  const dash = dashes[read(shape, "line.dashStyle", "Solid")];
  return {
    stroke: read(shape, "line.color", "#2F528F"),
    "stroke-width": String(width),
    "stroke-opacity": String(1 - read(shape, "line.transparency", 0)),
    ...(dash ? { "stroke-dasharray": dash.map((part) => part * width).join(" ") } : {}),
  };
}

const along: Readonly<Record<string, string>> = { Left: "left", Center: "center", Right: "right" };
const across: Readonly<Record<string, string>> = { Top: "flex-start", Middle: "center", Bottom: "flex-end" };
const writing: Readonly<Record<string, string>> = {
  Vertical: "vertical-rl",
  Vertical270: "sideways-lr",
  WordArtVertical: "vertical-rl",
  EastAsianVertical: "vertical-rl",
  MongolianVertical: "vertical-lr",
  WordArtVerticalRTL: "vertical-rl",
};

export function textStyle(shape: Shape, scale: number): Partial<CSSStyleDeclaration> {
  const points = (path: string, fallback: number) => `${read(shape, path, fallback) * PIXELS * scale}px`;
  const orientation = read(shape, "frame.orientation", "Horizontal");
  return {
    color: read(shape, "font.color", "#FFFFFF"),
    fontFamily: `"${read(shape, "font.name", "游ゴシック").replaceAll('"', "")}", "Yu Gothic", Meiryo, "Noto Sans CJK JP", sans-serif`,
    fontSize: points("font.size", 11),
    fontWeight: read(shape, "font.bold", false) ? "bold" : "normal",
    fontStyle: read(shape, "font.italic", false) ? "italic" : "normal",
    textDecoration: read(shape, "font.underline", "None") === "None" ? "none" : "underline",
    textAlign: along[read(shape, "frame.horizontalAlignment", "Left")] ?? "justify",
    justifyContent: across[read(shape, "frame.verticalAlignment", "Top")] ?? "space-between",
    paddingTop: points("frame.topMargin", 3.6),
    paddingBottom: points("frame.bottomMargin", 3.6),
    paddingLeft: points("frame.leftMargin", 7.2),
    paddingRight: points("frame.rightMargin", 7.2),
    writingMode: writing[orientation] ?? "horizontal-tb",
    overflow: read(shape, "frame.verticalOverflow", "Overflow") === "Overflow" ? "visible" : "hidden",
    direction: read(shape, "frame.readingOrder", "LeftToRight") === "RightToLeft" ? "rtl" : "ltr",
  };
}
