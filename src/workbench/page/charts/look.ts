/** Colours, fonts and numbers of a chart's properties, with what Excel takes where nothing was set. */
import type { Chart, ChartSeries } from "../../host/model/charts/chart";

/** The theme's colours, in the order series get them; after six they come again, darker. */
const PALETTE = ["#4472C4", "#ED7D31", "#A5A5A5", "#FFC000", "#5B9BD5", "#70AD47"] as const;

const darker = (color: string): string =>
  `#${[1, 3, 5]
    .map((at) =>
      Math.round(parseInt(color.slice(at, at + 2), 16) * 0.6)
        .toString(16)
        .padStart(2, "0"),
    )
    .join("")}`;

export const paletteColor = (at: number): string => {
  const color = PALETTE[at % PALETTE.length] ?? PALETTE[0];
  return Math.floor(at / PALETTE.length) % 2 === 0 ? color : darker(color);
};

type Kept = Chart | ChartSeries;

/** The property, where it is of the fallback's type; else the fallback. */
export function read(kept: Kept, path: string, fallback: string): string;
export function read(kept: Kept, path: string, fallback: number): number;
export function read(kept: Kept, path: string, fallback: boolean): boolean;
export function read({ properties }: Kept, path: string, fallback: unknown): unknown {
  const found = properties[path];
  return typeof found === typeof fallback ? found : fallback;
}

/** A number that may also be left to the drawing: `""` in Excel. */
export const automatic = ({ properties }: Chart, path: string): number | undefined => {
  const found = properties[path];
  return typeof found === "number" ? found : undefined;
};

const PIXELS = 4 / 3;

export const fontOf = (chart: Chart, path: string, points: number) => ({
  color: read(chart, `${path}.color`, "") || read(chart, "format.font.color", "") || "#595959",
  fontSize: Math.round(read(chart, `${path}.size`, points) * PIXELS),
  fontWeight: read(chart, `${path}.bold`, false) ? ("bold" as const) : ("normal" as const),
  fontStyle: read(chart, `${path}.italic`, false) ? ("italic" as const) : ("normal" as const),
});

/** How a line is dashed. */
export const dashOf = (style: string): "solid" | "dashed" | "dotted" =>
  style.startsWith("Dash") ? "dashed" : /Dot/.test(style) ? "dotted" : "solid";

export const lineOf = (chart: Chart, path: string, color: string, weight = 0.75) => {
  const style = read(chart, `${path}.lineStyle`, "Automatic");
  return {
    show: style !== "None",
    lineStyle: {
      color: read(chart, `${path}.color`, "") || color,
      width: read(chart, `${path}.weight`, weight) * PIXELS,
      type: dashOf(style),
    },
  };
};

/** The ground and the edge of a part of the chart. */
export const boxOf = (chart: Chart, path: string) => {
  const edge = read(chart, `${path}.border.color`, "");
  const style = read(chart, `${path}.border.lineStyle`, "Automatic");
  const drawn = style !== "None" && (edge !== "" || style !== "Automatic");
  return {
    backgroundColor: read(chart, `${path}.fill.color`, "") || "transparent",
    borderColor: drawn ? edge || "#BFBFBF" : "transparent",
    borderWidth: drawn ? read(chart, `${path}.border.weight`, 0.75) * PIXELS : 0,
    borderType: dashOf(style),
  };
};
