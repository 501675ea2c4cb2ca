/** How Excel draws the parts of a chart nobody gave a look. */
import { solid, themed } from "./ink";
import { chartLetters } from "./lettering";
import type { UsualLine } from "./stroke";

const ACCENTS = ["#4472C4", "#ED7D31", "#A5A5A5", "#FFC000", "#5B9BD5", "#70AD47"] as const;

const darker = (colour: string): string =>
  `#${[1, 3, 5]
    .map((at) =>
      Math.round(parseInt(colour.slice(at, at + 2), 16) * 0.6)
        .toString(16)
        .padStart(2, "0"),
    )
    .join("")
    .toUpperCase()}`;

/** The colour of the series at this place: the theme's accents, then all of them darker. */
export const seriesColour = (at: number): { readonly colour: string; readonly fill: string } => {
  const accent = at % ACCENTS.length;
  const colour = ACCENTS[accent] ?? ACCENTS[0];
  return Math.floor(at / ACCENTS.length) % 2 === 0
    ? { colour, fill: themed(`accent${accent + 1}`) }
    : { colour: darker(colour), fill: solid(darker(colour)) };
};

export const TITLE_LETTERS = chartLetters(14);
export const AXIS_TITLE_LETTERS = chartLetters(10);
export const SMALL_LETTERS = chartLetters(9);

export const PALE_LINE: UsualLine = {
  fill: themed("tx1", ["lumMod", 15_000], ["lumOff", 85_000]),
  colour: "#D9D9D9",
  weight: 0.75,
};
export const PALER_LINE: UsualLine = {
  fill: themed("tx1", ["lumMod", 5_000], ["lumOff", 95_000]),
  colour: "#F2F2F2",
  weight: 0.75,
};
export const GROUND = { fill: themed("bg1"), colour: "#FFFFFF" } as const;

interface Bars {
  readonly gapWidth: number;
  readonly overlap: number;
}
/** The room between bars, of a bar's width in hundredths. */
export const usualBars = (lying: boolean, piled: boolean): Bars =>
  piled ? { gapWidth: 150, overlap: 100 } : { gapWidth: lying ? 182 : 219, overlap: -27 };
