/** The points of a series: their values, markers, fills, and a label of their own. */
import { sourceValues } from "../../model/chart-data";
import type { Draft } from "../../model/draft";
import { handle, objectType, type ObjectType } from "../../wire/object-type";
import { anyNumber, text } from "../arguments";
import { labelScalars } from "./labels";
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

const pointLabel: ObjectType<PointRef> = objectType<PointRef>("ChartDataLabel", {
  scalars: {
    ...labelScalars((key, fallback, read) => keep(`dataLabel.${key}`, fallback, read)),
    text: keep("dataLabel.text", "", text),
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
