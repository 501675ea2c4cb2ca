/** A shape as a picture of its own: `Shape.getAsImage`. What it is drawn of on the sheet, laid on a canvas. */
import type { Shape } from "../../host/model/attached/shape";
import { drawShape } from "./drawing";

const PIXELS = 4 / 3;

/** A group is drawn as what is in it, each at its place. */
const drawnOf = (shape: Shape, all: readonly Shape[]): readonly Shape[] =>
  shape.members
    ? shape.members.flatMap((id) => {
        const member = all.find((one) => one.id === id);
        return member ? drawnOf(member, all) : [];
      })
    : [shape];

/** The frame of a shape on the sheet, as the style sheet lays it, for a document that has no style sheet. */
const inlined = (shape: Shape, { left, top }: Shape): HTMLElement => {
  const element = document.createElement("div");
  const [width, height] = [shape.width * PIXELS, shape.height * PIXELS];
  drawShape(element, shape, { width, height }, 1);
  Object.assign(element.style, {
    position: "absolute",
    left: `${(shape.left - left) * PIXELS}px`,
    top: `${(shape.top - top) * PIXELS}px`,
    width: `${width}px`,
    height: `${height}px`,
    transform: `rotate(${shape.rotation}deg)`,
  });
  for (const part of element.querySelectorAll<HTMLElement | SVGElement>("img, svg")) {
    Object.assign(part.style, { position: "absolute", left: "0", top: "0", overflow: "visible" });
    if (part instanceof HTMLImageElement) Object.assign(part.style, { width: "100%", height: "100%" });
  }
  const text = element.querySelector<HTMLElement>(".shape-text, .shape-unknown");
  if (text) {
    Object.assign(text.style, {
      position: "absolute",
      inset: "0",
      display: "flex",
      flexDirection: "column",
      whiteSpace: "pre-wrap",
      boxSizing: "border-box",
    });
  }
  return element;
};

const svgOf = (shape: Shape, all: readonly Shape[], width: number, height: number): string => {
  const body = document.createElement("div");
  Object.assign(body.style, { position: "relative", width: `${width}px`, height: `${height}px` });
  body.append(...drawnOf(shape, all).map((one) => inlined(one, shape)));
  const markup = new XMLSerializer().serializeToString(body);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><foreignObject width="100%" height="100%">${markup}</foreignObject></svg>`;
};

const base64Of = (text: string): string => {
  const bytes = new TextEncoder().encode(text);
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
};

export const pictureOfShape = async (
  shape: Shape,
  all: readonly Shape[],
  format: "PNG" | "JPEG" | "SVG",
): Promise<string> => {
  const width = Math.max(1, Math.round(shape.width * PIXELS));
  const height = Math.max(1, Math.round(shape.height * PIXELS));
  const svg = base64Of(svgOf(shape, all, width, height));
  if (format === "SVG") return svg;
  const image = new Image();
  image.src = `data:image/svg+xml;base64,${svg}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  Object.assign(canvas, { width, height });
  const pen = canvas.getContext("2d");
  if (!pen) throw new Error("このブラウザーでは図形を画像にできません。");
  if (format === "JPEG") {
    // A JPEG has no transparent ground.
    pen.fillStyle = "#FFFFFF";
    pen.fillRect(0, 0, width, height);
  }
  pen.drawImage(image, 0, 0);
  const url = canvas.toDataURL(format === "PNG" ? "image/png" : "image/jpeg");
  return url.slice(url.indexOf(",") + 1);
};
