/** A chart of the workbook as ECharts takes it: everything is worked out here, nothing is asked of the page. */
import type { EChartsCoreOption } from "echarts/core";
import type { Book } from "../../host/model/book";
import type { Chart } from "../../host/model/charts/chart";
import { shownSeries, titleOf, type ShownSeries } from "../../host/model/charts/chart-data";
import * as layout from "../../host/model/charts/chart-layout";
import { axesOf } from "./axes";
import { kindOf, type Kind } from "./kind";
import { boxOf, fontOf, read } from "./look";
import { circleSeries, colorOf, pointSeries, radarOf } from "./series";
import { trendNames, trendSeries } from "./trends";

export type Drawing =
  | { readonly kind: "drawn"; readonly option: EChartsCoreOption; readonly words: string }
  /** Said in the chart's place. */
  | { readonly kind: "said"; readonly words: string };

const FONT = '"Yu Gothic UI", "Meiryo", "Hiragino Sans", "Noto Sans CJK JP", sans-serif';

export type Side = "top" | "bottom" | "left" | "right";

interface Room {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

const legendSide = (chart: Chart): Side | undefined => {
  if (!read(chart, "legend.visible", true)) return undefined;
  const position = read(chart, "legend.position", "Bottom").toLowerCase();
  return (["top", "bottom", "left", "right"] as const).find((side) => side === position) ?? "right";
};

/** With one series Excel shows no legend of its own accord; a pie's is of its categories. */
const showsLegend = (chart: Chart, series: readonly ShownSeries[], kind: Kind): boolean =>
  read(chart, "legend.visible", true) &&
  (kind.figure === "pie" || series.length > 1 || chart.properties["legend.visible"] === true);

const showsTitle = (chart: Chart): boolean => read(chart, "title.visible", true);

const PIXELS = 4 / 3;
const LINE = layout.LINE * PIXELS;
const LEGEND_WIDTH = layout.LEGEND_WIDTH * PIXELS;

const roomOf = (chart: Chart, legend: Side | undefined): Room => {
  const title = showsTitle(chart) && !read(chart, "title.overlay", false) ? LINE + 8 : 0;
  return {
    top: 12 + title + (legend === "top" ? LINE : 0),
    bottom: 10 + (legend === "bottom" ? LINE : 0),
    left: 12 + (legend === "left" ? LEGEND_WIDTH : 0),
    right: 16 + (legend === "right" ? LEGEND_WIDTH : 0),
  };
};

const legendOf = (chart: Chart, side: Side | undefined, names: readonly string[]) => {
  const upright = side === "left" || side === "right";
  return {
    show: side !== undefined,
    type: "scroll",
    ...boxOf(chart, "legend.format"),
    orient: upright ? "vertical" : "horizontal",
    data: [...names],
    itemWidth: 14,
    itemHeight: 9,
    textStyle: {
      ...fontOf(chart, "legend.format.font", 9),
      ...(upright ? { width: LEGEND_WIDTH - 26, overflow: "truncate" } : {}),
    },
    ...(side === "top" ? { top: showsTitle(chart) ? LINE + 8 : 6 } : {}),
    ...(side === "bottom" ? { bottom: 4 } : {}),
    ...(upright ? { top: "middle", [side]: 6 } : { left: "center" }),
    // Names are for reading here; what is shown is said in the sheet.
    selectedMode: false,
  };
};

export const drawingOf = (book: Book, chart: Chart): Drawing => {
  const title = titleOf(book, chart);
  const kind = kindOf(chart.chartType);
  if (!kind)
    return {
      kind: "said",
      words: `${title}：この種類のグラフ（${chart.chartType}）は、ワークベンチでは描けません。`,
    };
  const series = shownSeries(book, chart);
  if (series.every(({ values }) => values.length === 0))
    return { kind: "said", words: `${title}：グラフにする値がありません。` };
  const pie = kind.figure === "pie";
  const circle = pie ? circleSeries(chart, series, kind) : undefined;
  const side = showsLegend(chart, series, kind) ? legendSide(chart) : undefined;
  const room = roomOf(chart, side);
  const names = circle ? circle.names : series.flatMap((one) => [one.name, ...trendNames(one)]);
  const round = pie || kind.figure === "radar";
  const option: EChartsCoreOption = {
    animation: false,
    backgroundColor: read(chart, "format.fill.color", "") || "#FFFFFF",
    textStyle: { fontFamily: FONT },
    title: {
      show: showsTitle(chart),
      text: title,
      left: "center",
      top: 8,
      ...boxOf(chart, "title.format"),
      textStyle: {
        ...fontOf(chart, "title.format.font", 14),
        overflow: "truncate",
        width: chart.width * 1.25,
      },
    },
    legend: legendOf(chart, side, names),
    tooltip: { trigger: round || kind.figure === "scatter" ? "item" : "axis", confine: true },
    ...(round
      ? {}
      : {
          grid: {
            show: true,
            ...boxOf(chart, "plotArea.format"),
            ...room,
            outerBoundsMode: "same",
            outerBoundsContain: "all",
          },
        }),
    ...(kind.figure === "radar" ? radarOf(chart, series, room) : {}),
    ...(round ? {} : axesOf(book, chart, series, kind)),
    series: circle
      ? circle.series.map((one) => ({ ...one, ...room }))
      : [
          ...pointSeries(chart, series, kind),
          ...trendSeries(chart, series, kind, (one, at) => colorOf(one, at, kind)),
        ],
  };
  return { kind: "drawn", option, words: `${title}（グラフ）` };
};
