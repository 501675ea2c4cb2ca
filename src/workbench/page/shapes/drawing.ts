/** A shape as a picture: an SVG of its outline, line or image, and its text over it. Nothing in it is markup of the file's. */
import type { Shape } from "../../host/model/attached/shape";
import { boxPath, outlineOf } from "./outline";
import { ground, line, lineWidth, outlined, read, textStyle, type Attributes } from "./paint";

export interface Size {
  readonly width: number;
  readonly height: number;
}

const SVG = "http://www.w3.org/2000/svg";
const mime: Readonly<Record<string, string>> = {
  PNG: "image/png",
  JPEG: "image/jpeg",
  GIF: "image/gif",
  BMP: "image/bmp",
  SVG: "image/svg+xml",
};

const svg = (name: string, attributes: Attributes): SVGElement => {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
};

/** From the line's first end to its last, in the box. */
const linePath = (shape: Shape, { width, height }: Size): string => {
  const [fromX, toX] = read(shape, "flippedAcross", false) ? [width, 0] : [0, width];
  const [fromY, toY] = read(shape, "flippedDown", false) ? [height, 0] : [0, height];
  const middle = (fromX + toX) / 2;
  switch (read(shape, "connectorType", "Straight")) {
    case "Elbow":
      return `M${fromX},${fromY}H${middle}V${toY}H${toX}`;
    case "Curve":
      return `M${fromX},${fromY}C${middle},${fromY} ${middle},${toY} ${toX},${toY}`;
    default:
      return `M${fromX},${fromY}L${toX},${toY}`;
  }
};

const heads: Readonly<Record<string, string>> = {
  Triangle: "M0,0L10,5L0,10Z",
  Stealth: "M0,0L10,5L0,10L3,5Z",
  Diamond: "M0,5L5,0L10,5L5,10Z",
  Oval: "M0,5a5,5 0 1,0 10,0a5,5 0 1,0 -10,0Z",
  Open: "M1,1L9,5L1,9",
};
const sizes: Readonly<Record<string, number>> = { Short: 2, Medium: 3, Long: 5, Narrow: 2, Wide: 5 };

let arrowheads = 0;
const head = (shape: Shape, end: "begin" | "end"): SVGElement | undefined => {
  const style = read(shape, `${end}.style`, "None");
  const path = heads[style];
  if (path === undefined) return undefined;
  const color = read(shape, "line.color", "#2F528F");
  const marker = svg("marker", {
    id: `arrowhead-${(arrowheads += 1)}`,
    viewBox: "0 0 10 10",
    refX: style === "Oval" || style === "Diamond" ? "5" : "9",
    refY: "5",
    markerWidth: String(sizes[read(shape, `${end}.length`, "Medium")] ?? 3),
    markerHeight: String(sizes[read(shape, `${end}.width`, "Medium")] ?? 3),
    preserveAspectRatio: "none",
    orient: "auto-start-reverse",
  });
  const paint: Attributes =
    style === "Open" ? { fill: "none", stroke: color, "stroke-width": "1.5" } : { fill: color };
  marker.append(svg("path", { d: path, ...paint }));
  return marker;
};

const drawLine = (shape: Shape, size: Size, scale: number): SVGElement[] => {
  const path = svg("path", { d: linePath(shape, size), ...line(shape, scale), fill: "none" });
  const ends = (["begin", "end"] as const).flatMap((end) => {
    const marker = head(shape, end);
    if (!marker) return [];
    path.setAttribute(end === "begin" ? "marker-start" : "marker-end", `url(#${marker.id})`);
    return [marker];
  });
  return [...ends, path];
};

const drawBox = (shape: Shape, { width, height }: Size, scale: number): SVGElement[] => {
  const inset = outlined(shape) ? lineWidth(shape, scale) / 2 : 0;
  const [wide, high] = [Math.max(0, width - 2 * inset), Math.max(0, height - 2 * inset)];
  const kind = read(shape, "geometricShapeType", "Rectangle");
  const path = shape.type === "Image" ? undefined : outlineOf(kind, wide, high);
  const place = { transform: `translate(${inset},${inset})` };
  if (shape.type === "Image" || path !== undefined)
    return [
      svg("path", {
        d: path ?? boxPath(wide, high),
        "fill-rule": "evenodd",
        ...place,
        ...ground(shape),
        ...line(shape, scale),
      }),
    ];
  const unknown = { fill: "#FFFFFF", stroke: "#8A8A8A", "stroke-dasharray": "4 3" };
  return [svg("path", { d: boxPath(wide, high), ...place, ...unknown })];
};

/** What is said of a shape that has no outline here. */
export const undrawn = (shape: Shape): string | undefined => {
  const kind = read(shape, "geometricShapeType", "Rectangle");
  return shape.type !== "GeometricShape" || outlineOf(kind, 1, 1) !== undefined
    ? undefined
    : `図形 ${kind} の形は、ワークベンチでは描けません`;
};

const imageOf = (shape: Shape): HTMLImageElement | undefined => {
  const type = mime[shape.picture?.format ?? ""];
  if (!shape.picture || type === undefined) return undefined;
  const image = document.createElement("img");
  image.alt = "";
  image.src = `data:${type};base64,${shape.picture.base64}`;
  return image;
};

/** How a shape is called by those who cannot see it. */
export const nameOf = (shape: Shape): string =>
  [
    read(shape, "altTextTitle", ""),
    read(shape, "altTextDescription", "") || read(shape, "text", "") || shape.name,
  ]
    .filter(Boolean)
    .join(" ");

export function drawShape(element: HTMLElement, shape: Shape, size: Size, scale: number): void {
  const canvas = svg("svg", {
    width: String(Math.max(1, size.width)),
    height: String(Math.max(1, size.height)),
    "aria-hidden": "true",
  });
  canvas.append(...(shape.type === "Line" ? drawLine(shape, size, scale) : drawBox(shape, size, scale)));
  const image = imageOf(shape);
  const unknown = undrawn(shape);
  const words = [read(shape, "text", ""), unknown].filter(Boolean).join("\n");
  const text = document.createElement("div");
  text.className = unknown === undefined ? "shape-text" : "shape-unknown";
  if (unknown === undefined) Object.assign(text.style, textStyle(shape, scale));
  text.textContent = words;
  element.replaceChildren(...(image ? [image] : []), canvas, ...(words === "" ? [] : [text]));
  element.setAttribute("aria-label", nameOf(shape));
}
