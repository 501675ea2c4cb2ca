/** A chart's series: where their values, names and categories stand, and how they are drawn. */
import { printAddress } from "../../formula";
import { guid } from "../../model/book";
import type { ChartSource } from "../../model/charts/chart";
import { seriesName, sourceValues } from "../../model/charts/chart-data";
import { takeId, type Draft } from "../../model/draft";
import { areaOf } from "../../model/formulas/lookup";
import { handle, objectType, type Arguments, type ObjectType, type Turn } from "../../wire/object-type";
import { anyNumber, oneOf, optionalText, text, wholeNumber } from "../arguments";
import { seriesDataLabels } from "./labels";
import { fillIn, lineIn, of, update, yes, type ChartRef } from "./parts";
import { chartPoints } from "./points";
import { keptOfSeries, seriesBag, seriesOf, sourceFrom, updateSeries, type SeriesRef } from "./series-kept";
import { trendlines, xErrorBars, yErrorBars } from "./trendlines";
import { chartTypeFrom } from "./types";
import { refuse } from "../../refusal";
import { colorFrom } from "../color";
import { ownKindObjects, ownKindScalars } from "./own-kinds";

const sourceOf = (ref: SeriesRef, dimension: unknown, draft: Draft): ChartSource | undefined => {
  const { values, categories, sizes } = seriesOf(ref, draft);
  const sources = {
    Values: values,
    YValues: values,
    Categories: categories,
    XValues: categories,
    BubbleSizes: sizes,
  };
  return sources[oneOf(dimension, ["Categories", "Values", "XValues", "YValues", "BubbleSizes"])];
};

const SPLITS = ["SplitByPosition", "SplitByValue", "SplitByPercentValue", "SplitByCustomSplit"] as const;
const seriesFill = fillIn("series", seriesBag, "format.fill");
const seriesLine = lineIn("series", "ChartLineFormat", seriesBag, "format.line", {
  weight: 2.25,
  lineStyle: "Continuous",
});
const seriesFormat: ObjectType<SeriesRef> = objectType<SeriesRef>("ChartSeriesFormat", {
  objects: {
    fill: (ref: SeriesRef) => handle(seriesFill, ref),
    line: (ref: SeriesRef) => handle(seriesLine, ref),
  },
});
const chartSeries: ObjectType<SeriesRef> = objectType<SeriesRef>("ChartSeries", {
  scalars: {
    name: {
      get: (ref, { draft }) => seriesName(draft.book, seriesOf(ref, draft)),
      set: (ref, value, { draft }) => updateSeries(draft, ref, { name: text(value), nameSource: undefined }),
    },
    chartType: {
      get: (ref, { draft }) => seriesOf(ref, draft).properties.chartType ?? of(ref, draft).chartType,
      set: (ref, value, { draft }) =>
        updateSeries(draft, ref, {
          properties: { ...seriesOf(ref, draft).properties, chartType: chartTypeFrom(value) },
        }),
    },
    hasDataLabels: keptOfSeries("hasDataLabels", false, yes),
    filtered: keptOfSeries("filtered", false, yes),
    gapWidth: keptOfSeries("gapWidth", 219, anyNumber),
    overlap: keptOfSeries("overlap", -27, anyNumber),
    markerStyle: keptOfSeries("markerStyle", "Automatic", text),
    markerSize: keptOfSeries("markerSize", 5, anyNumber),
    markerBackgroundColor: keptOfSeries("markerBackgroundColor", "", colorFrom),
    markerForegroundColor: keptOfSeries("markerForegroundColor", "", colorFrom),
    smooth: keptOfSeries("smooth", false, yes),
    axisGroup: keptOfSeries("axisGroup", "Primary", (value) => oneOf(value, ["Primary", "Secondary"])),
    doughnutHoleSize: keptOfSeries("doughnutHoleSize", 75, anyNumber),
    // Its place among all series: those it passes move up or down.
    plotOrder: {
      get: (ref, { draft }) => of(ref, draft).series.findIndex(({ id }) => id === ref.series) + 1,
      set: (ref, value, { draft }) => {
        const { series } = of(ref, draft);
        const place = wholeNumber(value);
        if (place < 1) refuse("InvalidArgument");
        const rest = series.filter(({ id }) => id !== ref.series);
        update(draft, ref, {
          series: [...rest.slice(0, place - 1), seriesOf(ref, draft), ...rest.slice(place - 1)],
        });
      },
    },
    firstSliceAngle: keptOfSeries("firstSliceAngle", 0, anyNumber),
    bubbleScale: keptOfSeries("bubbleScale", 100, anyNumber),
    explosion: keptOfSeries("explosion", 0, anyNumber),
    invertIfNegative: keptOfSeries("invertIfNegative", false, yes),
    varyByCategories: keptOfSeries("varyByCategories", false, yes),
    showShadow: keptOfSeries("showShadow", false, yes),
    showLeaderLines: keptOfSeries("showLeaderLines", true, yes),
    showConnectorLines: keptOfSeries("showConnectorLines", true, yes),
    splitType: keptOfSeries("splitType", "SplitByPosition", (value) => oneOf(value, SPLITS)),
    splitValue: keptOfSeries("splitValue", 2, anyNumber),
    secondPlotSize: keptOfSeries("secondPlotSize", 75, anyNumber),
    ...ownKindScalars,
  },
  objects: {
    ...ownKindObjects,
    format: (ref: SeriesRef) => handle(seriesFormat, ref),
    points: (ref: SeriesRef) => handle(chartPoints, ref),
    dataLabels: (ref: SeriesRef) => handle(seriesDataLabels, ref),
    trendlines: (ref: SeriesRef) => handle(trendlines, ref),
    xErrorBars: (ref: SeriesRef) => handle(xErrorBars, ref),
    yErrorBars: (ref: SeriesRef) => handle(yErrorBars, ref),
  },
  methods: {
    setValues: (ref: SeriesRef, args: Arguments, { draft }: Turn) =>
      updateSeries(draft, ref, { values: sourceFrom(args[0]) }),
    setBubbleSizes: (ref: SeriesRef, args: Arguments, { draft }: Turn) =>
      updateSeries(draft, ref, { sizes: sourceFrom(args[0]) }),
    setXAxisValues: (ref: SeriesRef, args: Arguments, { draft }: Turn) =>
      updateSeries(draft, ref, { categories: sourceFrom(args[0]) }),
    delete: (ref: SeriesRef, _: Arguments, { draft }: Turn) =>
      update(draft, ref, { series: of(ref, draft).series.filter(({ id }) => id !== ref.series) }),
    getDimensionValues: (ref: SeriesRef, args: Arguments, { draft }: Turn) => {
      const source = sourceOf(ref, args[0], draft);
      return source ? sourceValues(draft.book, source) : [];
    },
    getDimensionDataSourceString: (ref: SeriesRef, args: Arguments, { draft }: Turn) => {
      const source = sourceOf(ref, args[0], draft);
      return source
        ? printAddress(areaOf(draft.book, source.sheet, source.area), { sheet: true, absolute: true })
        : "";
    },
    getDimensionDataSourceType: (ref: SeriesRef, args: Arguments, { draft }: Turn) =>
      sourceOf(ref, args[0], draft) ? "LocalRange" : "List",
  },
});
export const chartSeriesCollection: ObjectType<ChartRef> = objectType<ChartRef>("ChartSeriesCollection", {
  items: (ref, { draft }) =>
    of(ref, draft).series.map(({ id }) => handle(chartSeries, { ...ref, series: id })),
  scalars: { count: { get: (ref, { draft }) => of(ref, draft).series.length } },
  methods: {
    add: (ref: ChartRef, args: Arguments, { draft }: Turn) => {
      const id = guid(takeId(draft));
      const { series } = of(ref, draft);
      const name = optionalText(args[0]) ?? `系列${series.length + 1}`;
      update(draft, ref, { series: [...series, { id, name, properties: {} }] });
      return handle(chartSeries, { ...ref, series: id });
    },
  },
});
