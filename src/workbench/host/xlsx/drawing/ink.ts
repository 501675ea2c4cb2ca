/** The colours of drawings: written out or from the theme, lighter, darker, see-through. */
import { type Theme, THEME_PLACES } from "../colors";
import { element } from "../markup";
import { type Branch, childOf, numberIn } from "../xml";

const hex = (colour: string): string => colour.replace("#", "").toUpperCase();

/** `transparency` from 0 to 1. */
export const solid = (colour: string, transparency = 0): string =>
  element(
    "a:solidFill",
    {},
    element(
      "a:srgbClr",
      { val: hex(colour) },
      transparency === 0 ? "" : element("a:alpha", { val: Math.round((1 - transparency) * 100_000) }),
    ),
  );

/** A colour of the theme, which changes with it. */
export const themed = (
  name: string,
  ...changes: readonly (readonly [change: string, thousandths: number])[]
): string =>
  element(
    "a:solidFill",
    {},
    element(
      "a:schemeClr",
      { val: name },
      changes.map(([change, val]) => element(`a:${change}`, { val })),
    ),
  );

export const NO_FILL = "<a:noFill/>";

export interface Ink {
  readonly colour: string;
  readonly transparency: number;
}

const NAMED: Readonly<Record<string, string>> = {
  black: "#000000",
  white: "#FFFFFF",
  red: "#FF0000",
  green: "#008000",
  blue: "#0000FF",
  yellow: "#FFFF00",
  gray: "#808080",
  orange: "#FFA500",
};
const SAME: Readonly<Record<string, string>> = { bg1: "lt1", tx1: "dk1", bg2: "lt2", tx2: "dk2" };

const baseOf = (branch: Branch, theme: Theme): string | undefined => {
  const val = branch.attributes.get("val") ?? "";
  switch (branch.name) {
    case "srgbClr":
      return /^[0-9A-Fa-f]{6}$/.test(val) ? `#${val.toUpperCase()}` : undefined;
    case "schemeClr":
      return theme[THEME_PLACES.indexOf(SAME[val] ?? val)];
    case "sysClr": {
      const last = branch.attributes.get("lastClr") ?? "";
      return /^[0-9A-Fa-f]{6}$/.test(last) ? `#${last.toUpperCase()}` : undefined;
    }
    case "prstClr":
      return NAMED[val];
    default:
      return undefined;
  }
};

const channelsOf = (colour: string): readonly number[] =>
  [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16) / 255);
const colourOf = (channels: readonly number[]): string =>
  `#${channels
    .map((channel) =>
      Math.round(Math.min(1, Math.max(0, channel)) * 255)
        .toString(16)
        .padStart(2, "0"),
    )
    .join("")
    .toUpperCase()}`;

/** The same hue and saturation at another lightness. */
const atLightness = (
  channels: readonly number[],
  change: (lightness: number) => number,
): readonly number[] => {
  const [most, least] = [Math.max(...channels), Math.min(...channels)];
  const [light, spread] = [(most + least) / 2, most - least];
  const wanted = Math.min(1, Math.max(0, change(light)));
  if (spread === 0) return channels.map(() => wanted);
  const saturation = spread / (1 - Math.abs(2 * light - 1));
  const reach = saturation * (1 - Math.abs(2 * wanted - 1));
  return channels.map((channel) => wanted + ((channel - light) / spread) * reach);
};

/** undefined where there is none, or none that can be told: a gradient, a picture. */
export const inkOf = (fill: Branch | undefined, theme: Theme): Ink | undefined => {
  const [branch] = fill?.name === "solidFill" ? fill.children : [];
  const base = branch && baseOf(branch, theme);
  if (!branch || base === undefined) return undefined;
  let channels = channelsOf(base);
  let transparency = 0;
  let [mod, off] = [1, 0];
  for (const change of branch.children) {
    const share = (numberIn(change, "val") ?? 0) / 100_000;
    if (change.name === "lumMod") mod = share;
    else if (change.name === "lumOff") off = share;
    else if (change.name === "shade") channels = channels.map((each) => each * Math.sqrt(share));
    else if (change.name === "tint") channels = channels.map((each) => each + (1 - each) * (1 - share));
    else if (change.name === "alpha") transparency = Math.round((1 - share) * 1000) / 1000;
  }
  if (mod !== 1 || off !== 0) channels = atLightness(channels, (light) => light * mod + off);
  return { colour: colourOf(channels), transparency };
};

/** The fill among the properties of a shape, of whatever kind. */
export const fillOf = (properties: Branch | undefined): Branch | undefined =>
  properties?.children.find(({ name }) => /Fill$/.test(name));

export const solidIn = (properties: Branch | undefined, theme: Theme): Ink | undefined =>
  inkOf(childOf(properties, "solidFill"), theme);
