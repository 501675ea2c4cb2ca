/** The series of a chart as a file writes them. */
import type { ChartSeries } from "../../model/charts/chart";
import { element, escapeText } from "../markup";
import { toUnits } from "./anchor";
import { seriesColour } from "./automatic";
import { isBars, isDrawnAsLine, isRound, isScatter, type ChartKind } from "./chart-kinds";
import { nameReference, reference, type SourceWriting } from "./chart-sources";
import { NO_FILL, solid } from "./ink";
import type { Kept } from "./kept";
import { chartLine, type UsualLine } from "./stroke";
import { trendlinesPart } from "./trendlines-in-file";
import { labelsOf, labelsPart, showsAny, type Labels } from "./write-labels";

export const SYMBOLS: Readonly<Record<string, string>> = {
  None: "none",
  Square: "square",
  Diamond: "diamond",
  Triangle: "triangle",
  X: "x",
  Star: "star",
  Dot: "dot",
  Dash: "dash",
  Circle: "circle",
  Plus: "plus",
};

export const usualSeriesLine = (kind: ChartKind, at: number): UsualLine | undefined => {
  if (!isDrawnAsLine(kind)) return undefined;
  const { fill, colour } = seriesColour(at);
  return { fill, colour, weight: kind.element === "scatterChart" ? 1.5 : 2.25 };
};

const markerPart = (kept: Kept, path: string, kind: ChartKind, at: number): string => {
  const style = kept.text(`${path}markerStyle`);
  const size = kept.number(`${path}markerSize`);
  const ground = kept.text(`${path}markerBackgroundColor`) || undefined;
  const edge = kept.text(`${path}markerForegroundColor`) || undefined;
  if (!isDrawnAsLine(kind)) return "";
  const symbol = style === undefined || style === "Automatic" ? undefined : SYMBOLS[style];
  const shown = symbol ?? (kind.marked ? "circle" : "none");
  if (path !== "" && symbol === undefined && size === undefined && ground === undefined && edge === undefined)
    return "";
  const { fill } = seriesColour(at);
  return element("c:marker", {}, [
    element("c:symbol", { val: shown }),
    shown === "none" ? "" : element("c:size", { val: Math.min(72, Math.max(2, Math.round(size ?? 5))) }),
    shown === "none"
      ? ""
      : element("c:spPr", {}, [
          ground === undefined ? fill : solid(ground),
          element("a:ln", { w: toUnits(0.75) }, edge === undefined ? fill : solid(edge)),
        ]),
  ]);
};

const shapePart = (kept: Kept, kind: ChartKind, at: number): string => {
  const ground = kept.text("format.fill.color") || undefined;
  const usual = usualSeriesLine(kind, at);
  if (isDrawnAsLine(kind)) {
    // The page draws a line in the colour of its fill where it has none of its own.
    const line =
      kind.joined === false
        ? element("a:ln", {}, NO_FILL)
        : chartLine(kept, "format.line", ground && usual ? { ...usual, fill: solid(ground) } : usual);
    return element("c:spPr", {}, line);
  }
  if (isRound(kind) && ground === undefined) return "";
  const line = chartLine(kept, "format.line", undefined);
  return element("c:spPr", {}, [ground === undefined ? seriesColour(at).fill : solid(ground), line]);
};

const POINT = /^points\.(\d+)\./;

/** The points that have something of their own, in their order. */
const pointsOf = ({ properties }: ChartSeries): readonly number[] =>
  [...new Set(Object.keys(properties).flatMap((path) => POINT.exec(path)?.[1] ?? []))]
    .map(Number)
    .sort((a, b) => a - b);

const pointPart = (kept: Kept, point: number, kind: ChartKind, at: number): string => {
  const path = `points.${point}.`;
  const ground = kept.text(`${path}format.fill.color`) || undefined;
  const marker = markerPart(kept, path, kind, at);
  if (ground === undefined && marker === "") return "";
  const shape = ground === undefined ? "" : element("c:spPr", {}, solid(ground));
  return element("c:dPt", {}, [
    element("c:idx", { val: point }),
    isBars(kind) ? element("c:invertIfNegative", { val: false }) : "",
    marker,
    isDrawnAsLine(kind) || isRound(kind) ? element("c:bubble3D", { val: false }) : "",
    shape,
  ]);
};

const UNIQUE = "http://schemas.microsoft.com/office/drawing/2014/chart";

export interface SeriesWriting extends SourceWriting {
  readonly chart: Kept;
  /** What the whole chart says of labels: a series with words of its own repeats it. */
  readonly labels: Labels;
}

/** `at`: its place in the whole chart, by which it gets its colour. */
export const seriesPart = (
  series: ChartSeries,
  kept: Kept,
  kind: ChartKind,
  at: number,
  writing: SeriesWriting,
): string => {
  // Said line by line by who writes them.
  kept.text("trendlines");
  const own = labelsOf(kept, "dataLabels");
  const has = kept.flag("hasDataLabels") === true && !showsAny(own) && !showsAny(writing.labels);
  const merged: Labels = {
    ...writing.labels,
    ...Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined)),
    ...(has ? { value: true } : {}),
  };
  const speaks = has || Object.values(own).some((value) => value !== undefined);
  const points = pointsOf(series);
  const labelled = points.filter((point) => kept.flag(`points.${point}.hasDataLabel`) === true);
  const labels = speaks || labelled.length > 0 ? labelsPart(merged, kind, writing.chart, labelled) : "";
  const smooth = kept.flag("smooth") ?? kind.smooth ?? false;
  const name = series.nameSource
    ? nameReference(writing, series.nameSource)
    : series.name === `系列${at + 1}`
      ? ""
      : element("c:v", {}, escapeText(series.name));
  const across = reference(writing, isScatter(kind) ? "c:xVal" : "c:cat", series.categories, "categories");
  return element("c:ser", {}, [
    element("c:idx", { val: at }),
    element("c:order", { val: at }),
    name === "" ? "" : element("c:tx", {}, name),
    shapePart(kept, kind, at),
    isBars(kind) || kind.element === "bubbleChart" ? element("c:invertIfNegative", { val: false }) : "",
    isDrawnAsLine(kind) ? markerPart(kept, "", kind, at) : "",
    kind.exploded ? element("c:explosion", { val: 25 }) : "",
    ...points.map((point) => pointPart(kept, point, kind, at)),
    labels,
    trendlinesPart(series, kind, at).xml,
    across,
    reference(writing, isScatter(kind) ? "c:yVal" : "c:val", series.values, "numbers"),
    kind.element === "bubbleChart" ? reference(writing, "c:bubbleSize", series.sizes, "numbers") : "",
    kind.element === "bubbleChart" ? element("c:bubble3D", { val: kind.bubbles3D === true }) : "",
    kind.element === "lineChart" || kind.element === "scatterChart"
      ? element("c:smooth", { val: smooth })
      : "",
    element(
      "c:extLst",
      {},
      element(
        "c:ext",
        { uri: "{C3380CC4-5D6E-409C-BE32-E72D297353CC}", "xmlns:c16": UNIQUE },
        element("c16:uniqueId", { val: series.id }),
      ),
    ),
  ]);
};
