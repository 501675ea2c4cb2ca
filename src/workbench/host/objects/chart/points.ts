/** The points of a series: their values, markers, fills, and a label of their own. */
import type { ChartSource } from "../../model/charts/chart";
import { seriesName, sourceCells, sourceValues } from "../../model/charts/chart-data";
import type { Draft } from "../../model/draft";
import { textOf } from "../../model/cells/text";
import { handle, objectType, type ObjectType, type Turn } from "../../wire/object-type";
import { anyNumber, text } from "../arguments";
import { inheriting, labelScalars, saidOfSeries } from "./labels";
import { formatIn, yes, type Bag } from "./parts";
import { seriesBag, seriesOf, type SeriesRef } from "./series-kept";
import { colorFrom } from "../color";

interface PointRef extends SeriesRef {
  readonly point: number;
}

const pointBag: Bag<PointRef> = {
  keep: (key, fallback, read) => ({
    get: (ref, turn) => seriesBag.keep(`points.${ref.point}.${key}`, fallback, read).get(ref, turn),
    set: (ref, value, turn) =>
      seriesBag.keep(`points.${ref.point}.${key}`, fallback, read).set?.(ref, value, turn),
  }),
  forget: (ref, key, turn) => seriesBag.forget(ref, `points.${ref.point}.${key}`, turn),
};
const { keep } = pointBag;

const pointFormat = formatIn("ChartPointFormat", "point", pointBag, "format", ["fill", "border"]);
const labelFormat = formatIn("ChartDataLabelFormat", "point", pointBag, "dataLabel.format", [
  "font",
  "fill",
  "border",
]);

const said = labelScalars<PointRef>(
  inheriting((key, fallback, read) => keep(`dataLabel.${key}`, fallback, read), saidOfSeries),
);

/** What the label shows while nobody wrote a text of its own. */
const shownText = (ref: PointRef, turn: Turn): string => {
  const { draft } = turn;
  const series = seriesOf(ref, draft);
  const says = (key: string) => said[key]?.get(ref, turn);
  const cell = (source: ChartSource | undefined) =>
    source && sourceCells(draft.book, source, false)[ref.point];
  const value = cell(series.values);
  const own = says("numberFormat");
  const format = typeof own === "string" && own !== "General" ? own : (value?.format ?? "General");
  return [
    ...(says("showSeriesName") === true ? [seriesName(draft.book, series)] : []),
    ...(says("showCategoryName") === true ? [cell(series.categories)?.text ?? String(ref.point + 1)] : []),
    ...(says("showValue") === true ? [textOf(value?.value ?? null, format)] : []),
  ].join(String(says("separator")));
};

const pointLabel: ObjectType<PointRef> = objectType<PointRef>("ChartDataLabel", {
  scalars: {
    ...said,
    text: {
      ...keep("dataLabel.text", "", text),
      get: (ref, turn) => keep("dataLabel.text", undefined).get(ref, turn) ?? shownText(ref, turn),
    },
    formula: keep("dataLabel.formula", "", text),
    left: keep("dataLabel.left", 0, anyNumber),
    top: keep("dataLabel.top", 0, anyNumber),
  },
  objects: { format: (ref: PointRef) => handle(labelFormat, ref) },
});

const valueOf = (ref: PointRef, draft: Draft): unknown => {
  const { values } = seriesOf(ref, draft);
  return values ? (sourceValues(draft.book, values)[ref.point] ?? null) : null;
};

const chartPoint: ObjectType<PointRef> = objectType<PointRef>("ChartPoint", {
  scalars: {
    value: { get: (ref, { draft }) => valueOf(ref, draft) },
    hasDataLabel: keep("hasDataLabel", false, yes),
    markerStyle: keep("markerStyle", "Automatic", text),
    markerSize: keep("markerSize", 5, anyNumber),
    markerBackgroundColor: keep("markerBackgroundColor", "", colorFrom),
    markerForegroundColor: keep("markerForegroundColor", "", colorFrom),
  },
  objects: {
    format: (ref: PointRef) => handle(pointFormat, ref),
    dataLabel: (ref: PointRef) => handle(pointLabel, ref),
  },
});

const pointsOf = (ref: SeriesRef, draft: Draft): number => {
  const { values } = seriesOf(ref, draft);
  return values ? sourceValues(draft.book, values).length : 0;
};

export const chartPoints: ObjectType<SeriesRef> = objectType<SeriesRef>("ChartPointsCollection", {
  items: (ref, { draft }) =>
    Array.from({ length: pointsOf(ref, draft) }, (_, point) => handle(chartPoint, { ...ref, point })),
  scalars: { count: { get: (ref, { draft }) => pointsOf(ref, draft) } },
});
