/** A file's chart as the model has it. */
import type { Chart, ChartSeries } from "../../model/charts/chart";
import { childOf, childrenOf, flagIn, numberIn, type Branch } from "../xml";
import type { Box } from "./anchor";
import { GROUND, PALE_LINE, SMALL_LETTERS, TITLE_LETTERS, usualBars } from "./automatic";
import { blockOf } from "./chart-block";
import { CHART_KINDS, chartTypeOf, isRound, type ChartKind } from "./chart-kinds";
import { fillOf, inkOf } from "./ink";
import { unlike, wordFor, type Properties } from "./kept";
import { readChartText } from "./lettering";
import { axisIdsOf, isSecondary, readAxes, readSecondAxes } from "./read-axes";
import { kindOf } from "./read-chart-kind";
import { readLabels } from "./read-labels";
import { orderOf, readSeries, type SeriesReading } from "./read-series";
import { readBox, readTitle } from "./read-title";
import { readChartLine } from "./stroke";
import { BLANKS, LEGEND_SIDES } from "./write-chart";

const valOf = (branch: Branch | undefined, name: string): string | undefined =>
  childOf(branch, name)?.attributes.get("val");
const numberOf = (branch: Branch | undefined, name: string): number | undefined =>
  numberIn(childOf(branch, name), "val");
const isOn = (branch: Branch | undefined, name: string, fallback = false): boolean => {
  const found = childOf(branch, name);
  return found ? flagIn(found, "val", true) : fallback;
};

/** What charts may have and this host's have not. */
const LOST: Readonly<Record<string, string>> = {
  errBars: "誤差範囲",
  dTable: "データ テーブル",
  upDownBars: "ローソク",
  hiLowLines: "高低線",
  dropLines: "降下線",
  serLines: "区分線",
  gradFill: "グラデーション",
  pattFill: "模様",
  blipFill: "画像の塗り",
  pivotSource: "ピボットテーブルとのつながり",
  userShapes: "グラフの中の図形",
  legendEntry: "凡例の一部を消すこと",
};

const lostIn = (branch: Branch, lose: (word: string) => void): void => {
  const word = LOST[branch.name];
  if (word !== undefined) lose(word);
  for (const child of branch.children) lostIn(child, lose);
};

const GROUPS = new Set([...CHART_KINDS.values()].map(({ element }) => element));

/** The series a newer Excel keeps apart because somebody switched them off. */
const switchedOff = (group: Branch): readonly Branch[] =>
  childrenOf(childOf(group, "extLst"), "ext").flatMap((ext) =>
    ext.children
      .filter(({ name }) => /^filtered\w+Series$/.test(name))
      .flatMap((each) => childrenOf(each, "ser")),
  );

/** Settings of a whole group, which Excel's JavaScript finds at each of its series. */
const groupProperties = (group: Branch, kind: ChartKind): Properties => {
  const usual = usualBars(kind.lying === true, kind.grouping !== "clustered");
  switch (kind.element) {
    case "barChart":
      return {
        ...unlike("gapWidth", numberOf(group, "gapWidth"), usual.gapWidth),
        ...unlike("overlap", numberOf(group, "overlap"), usual.overlap),
      };
    case "bar3DChart":
      return unlike("gapWidth", numberOf(group, "gapWidth"), usual.gapWidth);
    case "pieChart":
    case "doughnutChart":
      return {
        ...unlike("firstSliceAngle", numberOf(group, "firstSliceAng"), 0),
        ...unlike("doughnutHoleSize", numberOf(group, "holeSize"), 75),
      };
    case "bubbleChart":
      return unlike("bubbleScale", numberOf(group, "bubbleScale"), 100);
    default:
      return {};
  }
};

const readLegend = (
  chart: Branch | undefined,
  usually: boolean,
  theme: SeriesReading["theme"],
): Properties => {
  const legend = childOf(chart, "legend");
  if (!legend) return usually ? { "legend.visible": false } : {};
  return {
    ...(usually ? {} : { "legend.visible": true }),
    ...unlike("legend.position", wordFor(LEGEND_SIDES, valOf(legend, "legendPos") ?? "r"), "Bottom"),
    ...unlike("legend.overlay", isOn(legend, "overlay"), false),
    ...readBox(childOf(legend, "spPr"), "legend.format", theme),
    ...readChartText(childOf(legend, "txPr"), "legend.format.font", SMALL_LETTERS, theme),
  };
};

const readLayout = (plot: Branch, { width, height }: Box): Properties => {
  const manual = childOf(childOf(plot, "layout"), "manualLayout");
  if (!manual || valOf(manual, "layoutTarget") !== "inner") return {};
  const points = (name: string, whole: number): number | undefined => {
    const share = numberOf(manual, name);
    return share === undefined ? undefined : Math.round(share * whole * 100) / 100;
  };
  const [left, top, across, down] = [
    points("x", width),
    points("y", height),
    points("w", width),
    points("h", height),
  ];
  return left === undefined || top === undefined || across === undefined || down === undefined
    ? {}
    : { "plotArea.left": left, "plotArea.top": top, "plotArea.width": across, "plotArea.height": down };
};

export interface ChartPlace {
  readonly id: string;
  readonly name: string;
  readonly box: Box;
}

/** undefined for a chart of a kind this host has no name for. */
export const readChart = (space: Branch, place: ChartPlace, reading: SeriesReading): Chart | undefined => {
  const { theme, lose } = reading;
  const chart = childOf(space, "chart");
  const plot = childOf(chart, "plotArea");
  const groups = (plot?.children ?? []).filter(({ name }) => /Chart$/.test(name));
  if (!plot || groups.length === 0 || groups.some(({ name }) => !GROUPS.has(name))) return undefined;
  const read = groups.map((group) => {
    const shown = childrenOf(group, "ser");
    const kind = kindOf(group, [...shown, ...switchedOff(group)]);
    return { group, kind, type: chartTypeOf(kind), ids: axisIdsOf(group), off: switchedOff(group), shown };
  });
  const [first] = read;
  if (!first || read.some(({ type }) => type === undefined)) return undefined;
  lostIn(space, lose);
  const ordered = read
    .flatMap(({ group, kind, type, ids, off, shown }) => {
      const second = isSecondary(plot, ids, first.ids);
      const common: Properties = {
        ...(type === first.type ? {} : { chartType: type }),
        ...(second ? { axisGroup: "Secondary" } : {}),
        ...groupProperties(group, kind),
      };
      return [
        ...shown.map((ser) => ({ ser, kind, common })),
        ...off.map((ser) => ({ ser, kind, common: { ...common, filtered: true } })),
      ];
    })
    .sort((a, b) => orderOf(a.ser) - orderOf(b.ser));
  const series = ordered.map(({ ser, kind, common }, at): ChartSeries => {
    const one = readSeries(ser, kind, at, reading);
    return { ...one, properties: { ...one.properties, ...common } };
  });
  const [group] = groups;
  const second = read.find(({ ids }) => isSecondary(plot, ids, first.ids));
  const round = isRound(first.kind);
  const title = childOf(chart, "title");
  const automatic = !title && !isOn(chart, "autoTitleDeleted") && series.length === 1;
  const properties = childOf(space, "spPr");
  return {
    id: place.id,
    name: place.name,
    chartType: first.type ?? "",
    ...blockOf(series),
    ...place.box,
    series,
    properties: {
      ...(title || automatic ? readTitle(title, "title", TITLE_LETTERS, theme) : { "title.visible": false }),
      ...readLegend(chart, round || series.length > 1, theme),
      ...readLabels(childOf(group, "dLbls")),
      ...readLabelLook(group, theme),
      ...(round ? {} : readAxes(plot, first.ids, first.kind, theme)),
      ...(second ? readSecondAxes(plot, second.ids, theme) : {}),
      ...readBox(childOf(plot, "spPr"), "plotArea.format", theme),
      ...readLayout(plot, place.box),
      ...unlike("plotVisibleOnly", isOn(chart, "plotVisOnly", true), true),
      ...unlike("displayBlanksAs", wordFor(BLANKS, valOf(chart, "dispBlanksAs") ?? "gap"), "NotPlotted"),
      ...unlike("style", numberOf(space, "style"), undefined),
      ...unlike("format.fill.color", inkOf(fillOf(properties), theme)?.colour, GROUND.colour),
      ...readChartLine(childOf(properties, "ln"), "format.border", PALE_LINE, theme),
      ...readChartText(childOf(space, "txPr"), "format.font", SMALL_LETTERS, theme),
    },
  };
};

const readLabelLook = (group: Branch | undefined, theme: SeriesReading["theme"]): Properties => {
  const labels = childOf(group, "dLbls");
  return {
    ...unlike(
      "dataLabels.format.fill.color",
      inkOf(fillOf(childOf(labels, "spPr")), theme)?.colour,
      undefined,
    ),
    ...readChartText(childOf(labels, "txPr"), "dataLabels.format.font", SMALL_LETTERS, theme),
  };
};
