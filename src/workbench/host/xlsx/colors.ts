/** The colours of a file: written out, by number from Excel's old palette, or from the workbook's theme. */
import { type Branch, childOf, numberIn } from "./xml";

/** Numbers 8 to 63; the first eight repeat them. */
const PALETTE =
  "000000FFFFFFFF000000FF000000FFFFFF00FF00FF00FFFF800000008000000080808000800080008080C0C0C08080809999FF993366FFFFCC" +
  "CCFFFF660066FF80800066CCCCCCFF000080FF00FFFFFF0000FFFF8000808000000080800000FF00CCFFCCFFFFCCFFCCFFFF9999CCFFFF99CC" +
  "CC99FFFFCC993366FF33CCCC99CC00FFCC00FF9900FF6600666699969696003366339966003300333300993300993366333399333333";

const indexed = (number: number): string | undefined => {
  const at = number < 8 ? number : number - 8;
  const found = PALETTE.slice(at * 6, at * 6 + 6);
  return number < 64 && found.length === 6 ? `#${found}` : undefined;
};

/** A theme lists dark before light; cells count light before dark. */
export const THEME_PLACES: readonly string[] = [
  "lt1",
  "dk1",
  "lt2",
  "dk2",
  "accent1",
  "accent2",
  "accent3",
  "accent4",
  "accent5",
  "accent6",
  "hlink",
  "folHlink",
];
const OFFICE = [
  "#FFFFFF",
  "#000000",
  "#E8E8E8",
  "#0E2841",
  "#156082",
  "#E97132",
  "#196B24",
  "#0F9ED5",
  "#A02B93",
  "#4EA72E",
  "#467886",
  "#96607D",
];

export type Theme = readonly string[];

export const themeOf = (root: Branch | undefined): Theme => {
  const scheme = childOf(childOf(root, "themeElements"), "clrScheme");
  return THEME_PLACES.map((name, at) => {
    const [colour] = childOf(scheme, name)?.children ?? [];
    const found = colour?.attributes.get("lastClr") ?? colour?.attributes.get("val") ?? "";
    return /^[0-9A-Fa-f]{6}$/.test(found) ? `#${found.toUpperCase()}` : (OFFICE[at] ?? "#000000");
  });
};

/** Lighter (tint above 0) or darker, as Excel mixes it. */
const tinted = (colour: string, tint: number): string => {
  if (tint === 0) return colour;
  const channels = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16) / 255);
  const [most, least] = [Math.max(...channels), Math.min(...channels)];
  const light = (most + least) / 2;
  const wanted = tint < 0 ? light * (1 + tint) : light * (1 - tint) + tint;
  const spread = most - least;
  const saturation = spread === 0 ? 0 : spread / (1 - Math.abs(2 * light - 1));
  const reach = saturation * (1 - Math.abs(2 * wanted - 1));
  const mixed = channels.map((channel) =>
    spread === 0 ? wanted : wanted + ((channel - light) / spread) * reach,
  );
  return `#${mixed
    .map((channel) =>
      Math.round(Math.min(1, Math.max(0, channel)) * 255)
        .toString(16)
        .padStart(2, "0"),
    )
    .join("")
    .toUpperCase()}`;
};

/** undefined for "automatic". A written colour keeps its tint apart, as Excel's JavaScript has it; a theme's is mixed. */
export const colourOf = (
  branch: Branch | undefined,
  theme: Theme,
): { readonly colour: string; readonly tint: number } | undefined => {
  if (!branch) return undefined;
  const tint = numberIn(branch, "tint") ?? 0;
  const rgb = branch.attributes.get("rgb");
  if (rgb !== undefined && /^(?:[0-9A-Fa-f]{2})?[0-9A-Fa-f]{6}$/.test(rgb))
    return { colour: `#${rgb.slice(-6).toUpperCase()}`, tint };
  const themed = theme[numberIn(branch, "theme") ?? -1];
  if (themed) return { colour: tinted(themed, tint), tint: 0 };
  const old = indexed(numberIn(branch, "indexed") ?? 64);
  return old === undefined ? undefined : { colour: tinted(old, tint), tint: 0 };
};
