/** Lines of drawings: colour, weight, dashes, between Excel's JavaScript and a file. */
import type { Theme } from "../colors";
import { element } from "../markup";
import { type Branch, childOf, numberIn } from "../xml";
import { toUnits, toPoints } from "./anchor";
import { inkOf, NO_FILL, solid } from "./ink";
import { wordFor, type Kept, type Properties } from "./kept";

/** Of charts. The greys are patterns and have no dash of their own. */
const CHART_DASHES: Readonly<Record<string, string>> = {
  Continuous: "solid",
  Dash: "dash",
  DashDot: "dashDot",
  DashDotDot: "sysDashDotDot",
  Dot: "sysDot",
  RoundDot: "dot",
};
const CHART_DASHES_READ: Readonly<Record<string, string>> = {
  lgDash: "Dash",
  sysDash: "Dash",
  lgDashDot: "DashDot",
  sysDashDot: "DashDot",
  lgDashDotDot: "DashDotDot",
};

/** How a line is drawn where nothing is said: a fill and a weight, or not at all. */
export interface UsualLine {
  readonly fill: string;
  readonly colour: string;
  readonly weight: number;
}

const lineElement = (weight: number, inside: string): string =>
  element("a:ln", { w: toUnits(weight), cap: "flat" }, inside);

/** "" where nothing is said and nothing is usual. */
export const chartLine = (kept: Kept, path: string, usual: UsualLine | undefined): string => {
  const colour = kept.text(`${path}.color`) || undefined;
  const weight = kept.number(`${path}.weight`);
  const style = kept.text(`${path}.lineStyle`) ?? "Automatic";
  if (style === "None") return element("a:ln", {}, NO_FILL);
  if (colour === undefined && weight === undefined && style === "Automatic" && !usual)
    return element("a:ln", {}, NO_FILL);
  const fill = colour === undefined ? (usual?.fill ?? solid("#BFBFBF")) : solid(colour);
  const dash = CHART_DASHES[style];
  return lineElement(
    weight ?? usual?.weight ?? 0.75,
    fill + (dash === undefined ? "" : element("a:prstDash", { val: dash })),
  );
};

export const readChartLine = (
  ln: Branch | undefined,
  path: string,
  usual: UsualLine | undefined,
  theme: Theme,
): Properties => {
  if (!ln) return {};
  if (childOf(ln, "noFill")) return usual ? { [`${path}.lineStyle`]: "None" } : {};
  const ink = inkOf(childOf(ln, "solidFill"), theme);
  const units = numberIn(ln, "w");
  const weight = units === undefined ? undefined : toPoints(units);
  const dash = childOf(ln, "prstDash")?.attributes.get("val");
  const style = dash === undefined ? undefined : (wordFor(CHART_DASHES, dash) ?? CHART_DASHES_READ[dash]);
  return {
    ...(ink && ink.colour !== usual?.colour ? { [`${path}.color`]: ink.colour } : {}),
    ...(weight === undefined || weight === (usual?.weight ?? 0.75) ? {} : { [`${path}.weight`]: weight }),
    ...(style === undefined ? {} : { [`${path}.lineStyle`]: style }),
  };
};
