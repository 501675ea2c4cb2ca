/** The letters of drawings: font, size, weight, colour, between Excel's JavaScript and a file. */
import type { Theme } from "../colors";
import { element } from "../markup";
import { type Branch, childOf, flagIn, numberIn } from "../xml";
import { solid, solidIn, themed } from "./ink";
import { unlike, wordFor, type Kept, type Properties } from "./kept";

const UNDERLINES: Readonly<Record<string, string>> = {
  None: "none",
  Single: "sng",
  Double: "dbl",
  Heavy: "heavy",
  Dotted: "dotted",
  DottedHeavy: "dottedHeavy",
  Dash: "dash",
  DashHeavy: "dashHeavy",
  DashLong: "dashLong",
  DashLongHeavy: "dashLongHeavy",
  DotDash: "dotDash",
  DotDashHeavy: "dotDashHeavy",
  DotDotDash: "dotDotDash",
  DotDotDashHeavy: "dotDotDashHeavy",
  Wavy: "wavy",
  WavyHeavy: "wavyHeavy",
  WavyDouble: "wavyDbl",
};

/** How letters look where nothing is said. */
export interface UsualLetters {
  readonly size: number;
  /** What is written for the colour, and which it is. */
  readonly fill: string;
  readonly colour: string;
}

/** Grey as Excel's charts have it. */
export const chartLetters = (size: number): UsualLetters => ({
  size,
  fill: themed("tx1", ["lumMod", 65_000], ["lumOff", 35_000]),
  colour: "#595959",
});

/** `<a:defRPr …>`, `<a:rPr …>`: the properties of a run of letters. */
export const letters = (name: string, kept: Kept, path: string, usual: UsualLetters): string => {
  const colour = kept.text(`${path}.color`) || undefined;
  const font = kept.text(`${path}.name`);
  const underline = UNDERLINES[kept.text(`${path}.underline`) ?? "None"];
  return element(
    name,
    {
      ...(name === "a:rPr" ? { lang: "ja-JP" } : {}),
      sz: Math.round((kept.number(`${path}.size`) ?? usual.size) * 100),
      b: kept.flag(`${path}.bold`) ?? false,
      i: kept.flag(`${path}.italic`) ? true : undefined,
      u: underline === "none" ? undefined : underline,
    },
    [
      colour === undefined ? usual.fill : solid(colour),
      ...(font === undefined
        ? []
        : [element("a:latin", { typeface: font }), element("a:ea", { typeface: font })]),
    ],
  );
};

/** The letters of a part of a chart. */
export const chartText = (kept: Kept, path: string, usual: UsualLetters, turned?: number): string =>
  element("c:txPr", {}, [
    element("a:bodyPr", turned === undefined ? {} : { rot: Math.round(-turned * 60_000), vert: "horz" }),
    "<a:lstStyle/>",
    element("a:p", {}, [
      element("a:pPr", {}, letters("a:defRPr", kept, path, usual)),
      '<a:endParaRPr lang="ja-JP"/>',
    ]),
  ]);

export const readLetters = (
  run: Branch | undefined,
  path: string,
  usual: UsualLetters,
  theme: Theme,
): Properties => {
  if (!run) return {};
  const size = numberIn(run, "sz");
  const underline = wordFor(UNDERLINES, run.attributes.get("u"));
  const font = (childOf(run, "ea") ?? childOf(run, "latin"))?.attributes.get("typeface");
  return {
    ...unlike(`${path}.size`, size === undefined ? undefined : size / 100, usual.size),
    ...unlike(`${path}.bold`, flagIn(run, "b"), false),
    ...unlike(`${path}.italic`, flagIn(run, "i"), false),
    ...unlike(`${path}.underline`, underline, "None"),
    ...unlike(`${path}.color`, solidIn(run, theme)?.colour, usual.colour),
    // `+mn-ea`: the theme's.
    ...(font === undefined || font === "" || font.startsWith("+") ? {} : { [`${path}.name`]: font }),
  };
};

/** The first paragraph's letters speak for a part of a chart. */
export const readChartText = (
  txPr: Branch | undefined,
  path: string,
  usual: UsualLetters,
  theme: Theme,
): Properties => readLetters(childOf(childOf(childOf(txPr, "p"), "pPr"), "defRPr"), path, usual, theme);

/** Degrees the letters of an axis are turned by. */
export const turnOf = (txPr: Branch | undefined): number | undefined => {
  const rotation = numberIn(childOf(txPr, "bodyPr"), "rot");
  // -60 000 000: left to Excel.
  return rotation === undefined || Math.abs(rotation) > 5_400_000 ? undefined : -rotation / 60_000;
};
