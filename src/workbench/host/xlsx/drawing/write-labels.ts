/** The labels at the points of a chart as a file writes them. */
import { element, escapeText } from "../markup";
import { SMALL_LETTERS } from "./automatic";
import { labelPlaceIn, type ChartKind } from "./chart-kinds";
import { solid } from "./ink";
import type { Kept } from "./kept";
import { chartText } from "./lettering";

export interface Labels {
  readonly value?: boolean | undefined;
  readonly series?: boolean | undefined;
  readonly category?: boolean | undefined;
  readonly key?: boolean | undefined;
  readonly percentage?: boolean | undefined;
  readonly position?: string | undefined;
  readonly separator?: string | undefined;
  readonly numberFormat?: string | undefined;
}

export const labelsOf = (kept: Kept, path: string): Labels => ({
  value: kept.flag(`${path}.showValue`),
  series: kept.flag(`${path}.showSeriesName`),
  category: kept.flag(`${path}.showCategoryName`),
  key: kept.flag(`${path}.showLegendKey`),
  percentage: kept.flag(`${path}.showPercentage`),
  position: kept.text(`${path}.position`),
  separator: kept.text(`${path}.separator`),
  numberFormat: kept.text(`${path}.numberFormat`),
});

export const showsAny = ({ value, series, category, percentage }: Labels): boolean =>
  [value, series, category, percentage].includes(true);

export const SHOWS = [
  ["showLegendKey", "key"],
  ["showVal", "value"],
  ["showCatName", "category"],
  ["showSerName", "series"],
  ["showPercent", "percentage"],
] as const;

const shows = (labels: Labels): readonly string[] => [
  ...SHOWS.map(([name, key]) => element(`c:${name}`, { val: labels[key] === true })),
  element("c:showBubbleSize", { val: false }),
  ...(labels.separator === undefined || labels.separator === ", "
    ? []
    : [element("c:separator", {}, escapeText(labels.separator))]),
];

/** In the order the schema wants; the letters and the ground are the whole chart's. */
const settings = (labels: Labels, kind: ChartKind, chart: Kept): readonly string[] => {
  const place = labelPlaceIn(kind, labels.position);
  const ground = chart.text("dataLabels.format.fill.color");
  return [
    labels.numberFormat === undefined || labels.numberFormat === "General"
      ? ""
      : element("c:numFmt", { formatCode: labels.numberFormat, sourceLinked: false }),
    element("c:spPr", {}, [ground ? solid(ground) : "<a:noFill/>", "<a:ln><a:noFill/></a:ln>"]),
    chartText(chart, "dataLabels.format.font", SMALL_LETTERS),
    place === undefined ? "" : element("c:dLblPos", { val: place }),
    ...shows(labels),
  ];
};

/** A label of its own at one point. */
const pointLabel = (at: number, labels: Labels, kind: ChartKind, chart: Kept): string =>
  element("c:dLbl", {}, [element("c:idx", { val: at }), ...settings(labels, kind, chart)]);

export const labelsPart = (
  labels: Labels,
  kind: ChartKind,
  chart: Kept,
  points: readonly number[] = [],
): string => {
  if (!showsAny(labels) && points.length === 0) return "";
  const one = points.map((at) => pointLabel(at, { ...labels, value: true }, kind, chart));
  return element("c:dLbls", {}, [
    ...one,
    ...(showsAny(labels)
      ? settings(labels, kind, chart)
      : shows({ ...NO_LABELS, separator: labels.separator })),
  ]);
};
const NO_LABELS: Labels = {};
