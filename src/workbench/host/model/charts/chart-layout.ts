/** Where the parts of a chart lie, in points from its corner: as the page lays them out, which comes near to Excel. */
import { breadth } from "../looks/autofit";
import type { Book } from "../book";
import type { Chart } from "./chart";
import { shownSeries, titleOf } from "./chart-data";
import { scaleOf } from "./chart-scale";
import { textOf } from "../cells/text";

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface ChartLayout {
  readonly title: Box | undefined;
  readonly legend: Box | undefined;
  /** With the axes, and without. */
  readonly plot: Box;
  readonly inside: Box;
}

/** The room for a line of a title or a legend, for a legend at the side, and around it all: what the page keeps free. */
export const LINE = 18;
export const LEGEND_WIDTH = 78;
const EDGE = { top: 9, bottom: 7.5, left: 9, right: 12 };

const ROUND = /Pie|Doughnut|Radar|Treemap|Sunburst|RegionMap/;
const LYING = /^(?:3D)?Bar(?!OfPie)|^(?:Cylinder|Cone|Pyramid)Bar/;

export const isLying = ({ chartType }: Chart): boolean => LYING.test(chartType);

const wide = (text: string, size: number): number => breadth(text) * size * 0.52;
const round = (value: number): number => Math.round(value * 100) / 100;
const boxOf = (left: number, top: number, width: number, height: number): Box => ({
  left: round(left),
  top: round(top),
  width: round(Math.max(0, width)),
  height: round(Math.max(0, height)),
});

const numberAt = ({ properties }: Chart, path: string, fallback: number): number => {
  const found = properties[path];
  return typeof found === "number" ? found : fallback;
};
const isOn = ({ properties }: Chart, path: string, fallback: boolean): boolean => {
  const found = properties[path];
  return typeof found === "boolean" ? found : fallback;
};

const titleBox = (book: Book, chart: Chart): Box | undefined => {
  if (!isOn(chart, "title.visible", true)) return undefined;
  const size = numberAt(chart, "title.format.font.size", 14);
  const width = Math.min(chart.width, wide(titleOf(book, chart), size) + 8);
  return boxOf((chart.width - width) / 2, 6, width, size * 1.4 + 4);
};

type Side = "Top" | "Bottom" | "Left" | "Right";

const legendSide = (chart: Chart, count: number): Side | undefined => {
  const asked = chart.properties["legend.visible"];
  const shown = asked === true || (asked !== false && (count > 1 || /Pie|Doughnut/.test(chart.chartType)));
  if (!shown) return undefined;
  const position = chart.properties["legend.position"] ?? "Bottom";
  return (["Top", "Bottom", "Left", "Right"] as const).find((side) => side === position) ?? "Right";
};

const legendBox = (
  chart: Chart,
  side: Side | undefined,
  names: readonly string[],
  under: number,
): Box | undefined => {
  if (!side) return undefined;
  const size = numberAt(chart, "legend.format.font.size", 9);
  const entries = names.map((name) => wide(name, size) + 22);
  if (side === "Left" || side === "Right") {
    const width = Math.min(LEGEND_WIDTH, Math.max(0, ...entries));
    const height = Math.min(chart.height, names.length * size * 1.8);
    const left = side === "Left" ? 4.5 : chart.width - width - 4.5;
    return boxOf(left, (chart.height - height) / 2, width, height);
  }
  const width = Math.min(
    chart.width,
    entries.reduce((sum, entry) => sum + entry, 0),
  );
  return boxOf((chart.width - width) / 2, side === "Top" ? under : chart.height - LINE - 3, width, LINE);
};

/** The room that the writing beside an axis takes from the plot. */
const beside = (book: Book, chart: Chart) => {
  const shown = (path: string) => isOn(chart, `${path}.visible`, true);
  const titled = (path: string) => (chart.properties[`${path}.title.text`] ? 18 : 0);
  const value = "axes.valueAxis";
  const { maximum, minimum } = scaleOf(book, chart, value, { group: "Primary" });
  const format = shownSeries(book, chart)[0]?.format ?? "General";
  const size = numberAt(chart, `${value}.format.font.size`, 9);
  const digits = Math.max(...[maximum, minimum].map((end) => wide(textOf(end, format), size)));
  const categories = shownSeries(book, chart)[0]?.categories ?? [];
  const names = Math.max(10, ...categories.map(({ text }) => wide(text, 9)));
  const lying = isLying(chart);
  const category = "axes.categoryAxis";
  const across = shown(category) ? (lying ? Math.min(names, 112) : 15) + titled(category) : 0;
  const along = shown(value) ? (lying ? 15 : digits + 6) + titled(value) : 0;
  return lying ? { left: across, bottom: along } : { left: along, bottom: across };
};

export const layoutOf = (book: Book, chart: Chart): ChartLayout => {
  const series = shownSeries(book, chart);
  const title = titleBox(book, chart);
  const side = legendSide(chart, series.length);
  const round = /Pie|Doughnut/.test(chart.chartType);
  const names = round
    ? (series[0]?.categories ?? []).map(({ text }) => text)
    : series.map(({ name }) => name);
  const under = title && !isOn(chart, "title.overlay", false) ? LINE + 6 : 0;
  const legend = legendBox(chart, side, names, under);
  const left = EDGE.left + (side === "Left" ? LEGEND_WIDTH : 0);
  const top = EDGE.top + under + (side === "Top" ? LINE : 0);
  const plot = boxOf(
    left,
    top,
    chart.width - left - EDGE.right - (side === "Right" ? LEGEND_WIDTH : 0),
    chart.height - top - EDGE.bottom - (side === "Bottom" ? LINE : 0),
  );
  if (ROUND.test(chart.chartType)) return { title, legend, plot, inside: plot };
  const room = beside(book, chart);
  const inside = boxOf(plot.left + room.left, plot.top, plot.width - room.left, plot.height - room.bottom);
  return { title, legend, plot, inside };
};
