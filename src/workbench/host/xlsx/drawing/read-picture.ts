/** The picture a file's shape shows, when it is one this host knows and does nothing but show. */
import { pictureFrom, type Picture } from "../../objects/shape/picture";
import { type Branch, childOf, childrenOf } from "../xml";

/** A script or an address in a drawing from outside is none of a picture's business. */
const isHarmlessSvg = (base64: string): boolean => {
  const text = new TextDecoder().decode(Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)));
  return !/<script|<foreignObject|\son\w+\s*=|href\s*=\s*["'](?!#)|<!DOCTYPE|<!ENTITY|url\s*\(\s*["']?(?!#)/i.test(
    text,
  );
};

/** `bytes`: those behind a relationship, in base64. */
export const pictureOf = (
  blip: Branch | undefined,
  bytes: (relation: string | undefined) => string | undefined,
): Picture | undefined => {
  const svg = childrenOf(childOf(blip, "extLst"), "ext")
    .map((ext) => childOf(ext, "svgBlip")?.attributes.get("embed"))
    .find((id) => id !== undefined);
  for (const relation of [svg, blip?.attributes.get("embed")]) {
    const base64 = bytes(relation);
    if (base64 === undefined) continue;
    try {
      const found = pictureFrom(base64);
      if (found.format !== "SVG" || isHarmlessSvg(base64)) return found;
    } catch {
      // Not a picture this host knows: told by whoever asked.
    }
  }
  return undefined;
};
