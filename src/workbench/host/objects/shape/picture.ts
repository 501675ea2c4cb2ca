/** A picture given as base64: what format it is and how large, read off its first bytes. Anything else is refused. */
import { refuse } from "../../refusal";

export interface Picture {
  readonly format: "PNG" | "JPEG" | "GIF" | "BMP" | "SVG";
  readonly base64: string;
  /** In points, at 96 dots an inch. */
  readonly width: number;
  readonly height: number;
}

const POINTS_PER_DOT = 0.75;
const LARGEST_SIDE = 20_000;

type Size = readonly [width: number, height: number];

const big = (bytes: Uint8Array, at: number): number => ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
const little = (bytes: Uint8Array, at: number): number => ((bytes[at + 1] ?? 0) << 8) | (bytes[at] ?? 0);

/** The frame header says it, after other segments. */
const jpegSize = (bytes: Uint8Array): Size | undefined => {
  for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff; at += 2 + big(bytes, at + 2)) {
    const marker = bytes[at + 1] ?? 0;
    const frame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (frame) return [big(bytes, at + 7), big(bytes, at + 5)];
  }
  return undefined;
};

const svgSize = (text: string): Size => {
  const root = /<svg[^>]*>/i.exec(text)?.[0] ?? "";
  const side = (name: string) => Number(new RegExp(`\\s${name}="([\\d.]+)(?:px)?"`).exec(root)?.[1] ?? 96);
  return [side("width"), side("height")];
};

const readers: readonly {
  readonly format: Picture["format"];
  readonly begins: readonly number[];
  readonly size: (bytes: Uint8Array) => Size | undefined;
}[] = [
  { format: "PNG", begins: [0x89, 0x50, 0x4e, 0x47], size: (bytes) => [big(bytes, 18), big(bytes, 22)] },
  { format: "JPEG", begins: [0xff, 0xd8], size: jpegSize },
  { format: "GIF", begins: [0x47, 0x49, 0x46], size: (bytes) => [little(bytes, 6), little(bytes, 8)] },
  { format: "BMP", begins: [0x42, 0x4d], size: (bytes) => [little(bytes, 18), little(bytes, 22)] },
];

export const pictureFrom = (given: string): Picture => {
  const base64 = given.replace(/^data:[^,]*,/, "");
  let text: string;
  try {
    text = atob(base64);
  } catch {
    return refuse("InvalidArgument");
  }
  const bytes = Uint8Array.from(text, (letter) => letter.charCodeAt(0));
  const reader = readers.find(({ begins }) => begins.every((byte, at) => bytes[at] === byte));
  const svg = !reader && /^\s*(?:<\?xml[^>]*>\s*)?<svg/i.test(text);
  const size = reader ? reader.size(bytes) : svg ? svgSize(text) : undefined;
  if (!size || size.some((side) => !(side > 0 && side <= LARGEST_SIDE))) return refuse("InvalidArgument");
  return {
    format: reader?.format ?? "SVG",
    base64,
    width: size[0] * POINTS_PER_DOT,
    height: size[1] * POINTS_PER_DOT,
  };
};
