/** A chart's series and their points: where their values, names and categories stand, and how they are drawn. */
import { printAddress } from "../formula";
import { guid } from "../model/book";
import type { ChartSeries, ChartSource } from "../model/chart";
import { seriesName, sourceValues } from "../model/chart-data";
import { takeId, type Draft } from "../model/draft";
import { areaOf } from "../model/lookup";
import { refuse } from "../refusal";
import type { RangeRef } from "../session";
import {
  handle,
  isHandle,
  objectType,
  type Arguments,
  type ObjectType,
  type Scalar,
  type Turn,
} from "../wire/object-type";
import { anyNumber, oneOf, optionalText, text } from "./arguments";
import { seriesDataLabels } from "./chart-labels";
import { of, update, yes, type ChartRef, type Read } from "./chart-parts";
import { colorFrom } from "./color";
import { cellsOfRange } from "./range-address";

export interface SeriesRef extends ChartRef {
  readonly series: string;
}
const seriesOf = (ref: SeriesRef, draft: Draft): ChartSeries =>
  of(ref, draft).series.find(({ id }) => id === ref.series) ?? refuse("ItemNotFound");
const updateSeries = (draft: Draft, ref: SeriesRef, patch: Partial<ChartSeries>): void => {
  seriesOf(ref, draft);
  update(draft, ref, {
    series: of(ref, draft).series.map((each) => (each.id === ref.series ? { ...each, ...patch } : each)),
  });
};
export const keptOfSeries = (
  key: string,
  fallback: unknown,
  read: Read = (value) => value,
): Scalar<SeriesRef> => ({
  get: (ref, { draft }) => seriesOf(ref, draft).properties[key] ?? fallback,
  set: (ref, value, { draft }) =>
    updateSeries(draft, ref, { properties: { ...seriesOf(ref, draft).properties, [key]: read(value) } }),
});
export const sourceFrom = (given: unknown): ChartSource => {
  if (!isHandle(given) || given.type.name !== "Range") return refuse("InvalidArgument");
  const ref = given.ref as RangeRef;
  return { sheet: ref.sheet, area: { ...cellsOfRange(ref) } };
};
const sourceOf = (ref: SeriesRef, dimension: unknown, draft: Draft): ChartSource | undefined => {
  const series = seriesOf(ref, draft);
  return oneOf(dimension, ["Categories", "Values", "XValues", "YValues"]) === "Values" ||
    dimension === "YValues"
    ? series.values
    : series.categories;
};
const seriesFill: ObjectType<SeriesRef> = objectType<SeriesRef>("ChartFill (series)", {
  methods: {
    setSolidColor: (ref: SeriesRef, args: Arguments, turn: Turn) =>
      keptOfSeries("format.fill.color", "", colorFrom).set?.(ref, args[0], turn),
    clear: (ref: SeriesRef, _: Arguments, { draft }: Turn) => {
      const { "format.fill.color": __, ...properties } = seriesOf(ref, draft).properties;
      updateSeries(draft, ref, { properties });
    },
  },
});
const seriesLine: ObjectType<SeriesRef> = objectType<SeriesRef>("ChartLineFormat (series)", {
  scalars: {
    color: keptOfSeries("format.line.color", "", colorFrom),
    weight: keptOfSeries("format.line.weight", 2.25, anyNumber),
    lineStyle: keptOfSeries("format.line.lineStyle", "Continuous", text),
  },
});
const seriesFormat: ObjectType<SeriesRef> = objectType<SeriesRef>("ChartSeriesFormat", {
  objects: {
    fill: (ref: SeriesRef) => handle(seriesFill, ref),
    line: (ref: SeriesRef) => handle(seriesLine, ref),
  },
});
interface PointRef extends SeriesRef {
  readonly point: number;
}
const pointFill: ObjectType<PointRef> = objectType<PointRef>("ChartFill (point)", {
  methods: {
    setSolidColor: (ref: PointRef, args: Arguments, turn: Turn) =>
      keptOfSeries(`points.${ref.point}.format.fill.color`, "", colorFrom).set?.(ref, args[0], turn),
    clear: (ref: PointRef, _: Arguments, { draft }: Turn) => {
      const { [`points.${ref.point}.format.fill.color`]: __, ...properties } = seriesOf(
        ref,
        draft,
      ).properties;
      updateSeries(draft, ref, { properties });
    },
  },
});
const pointFormat: ObjectType<PointRef> = objectType<PointRef>("ChartPointFormat", {
  objects: { fill: (ref: PointRef) => handle(pointFill, ref) },
});
const keptOfPoint = (key: string, fallback: unknown, read: Read): Scalar<PointRef> => ({
  get: (ref, turn) => keptOfSeries(`points.${ref.point}.${key}`, fallback, read).get(ref, turn),
  set: (ref, value, turn) =>
    keptOfSeries(`points.${ref.point}.${key}`, fallback, read).set?.(ref, value, turn),
});
const chartPoint: ObjectType<PointRef> = objectType<PointRef>("ChartPoint", {
  scalars: {
    value: {
      get: (ref, { draft }) => {
        const { values } = seriesOf(ref, draft);
        return values ? (sourceValues(draft.book, values)[ref.point] ?? null) : null;
      },
    },
    hasDataLabel: keptOfPoint("hasDataLabel", false, yes),
    markerStyle: keptOfPoint("markerStyle", "Automatic", text),
    markerSize: keptOfPoint("markerSize", 5, anyNumber),
    markerBackgroundColor: keptOfPoint("markerBackgroundColor", "", colorFrom),
    markerForegroundColor: keptOfPoint("markerForegroundColor", "", colorFrom),
  },
  objects: { format: (ref: PointRef) => handle(pointFormat, ref) },
});
const pointsOf = (ref: SeriesRef, draft: Draft): number => {
  const { values } = seriesOf(ref, draft);
  return values ? sourceValues(draft.book, values).length : 0;
};
const chartPoints: ObjectType<SeriesRef> = objectType<SeriesRef>("ChartPointsCollection", {
  items: (ref, { draft }) =>
    Array.from({ length: pointsOf(ref, draft) }, (_, point) => handle(chartPoint, { ...ref, point })),
  scalars: { count: { get: (ref, { draft }) => pointsOf(ref, draft) } },
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
          properties: { ...seriesOf(ref, draft).properties, chartType: text(value) },
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
    plotOrder: keptOfSeries("plotOrder", 1, anyNumber),
    firstSliceAngle: keptOfSeries("firstSliceAngle", 0, anyNumber),
    bubbleScale: keptOfSeries("bubbleScale", 100, anyNumber),
  },
  objects: {
    format: (ref: SeriesRef) => handle(seriesFormat, ref),
    points: (ref: SeriesRef) => handle(chartPoints, ref),
    dataLabels: (ref: SeriesRef) => handle(seriesDataLabels, ref),
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
