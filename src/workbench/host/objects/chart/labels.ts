/** Labels at the points of a chart, of all its series or of one. */
import { handle, objectType, type ObjectType, type Scalar } from "../../wire/object-type";
import { anyNumber, oneOf, text } from "../arguments";
import type { Draft } from "../../model/draft";
import { chartBag, formatIn, of, yes, type Bag, type ChartRef } from "./parts";
import { seriesBag, seriesOf, type SeriesRef } from "./series-kept";

const POSITIONS = [
  "None", "Center", "InsideEnd", "InsideBase", "OutsideEnd", "Left", "Right", "Top", "Bottom", "BestFit", "Callout",
] as const; // prettier-ignore

export const HORIZONTAL = ["Center", "Left", "Right", "Justify", "Distributed"] as const;
export const VERTICAL = ["Center", "Bottom", "Top", "Justify", "Distributed"] as const;

export const labelScalars = <Ref>(keep: Bag<Ref>["keep"]): Readonly<Record<string, Scalar<Ref>>> => ({
  showValue: keep("showValue", false, yes),
  showSeriesName: keep("showSeriesName", false, yes),
  showCategoryName: keep("showCategoryName", false, yes),
  showLegendKey: keep("showLegendKey", false, yes),
  showPercentage: keep("showPercentage", false, yes),
  showBubbleSize: keep("showBubbleSize", false, yes),
  position: keep("position", "OutsideEnd", (value) => oneOf(value, POSITIONS)),
  separator: keep("separator", ", ", text),
  numberFormat: keep("numberFormat", "General", text),
  linkNumberFormat: keep("linkNumberFormat", true, yes),
  autoText: keep("autoText", true, yes),
  textOrientation: keep("textOrientation", 0, anyNumber),
  horizontalAlignment: keep("horizontalAlignment", "Center", (value) => oneOf(value, HORIZONTAL)),
  verticalAlignment: keep("verticalAlignment", "Center", (value) => oneOf(value, VERTICAL)),
});

/** What is not said of a label itself is said of the labels it belongs to. */
export const inheriting =
  <Ref>(keep: Bag<Ref>["keep"], above: (ref: Ref, key: string, draft: Draft) => unknown): Bag<Ref>["keep"] =>
  (key, fallback, read) => {
    const own = keep(key, undefined, read);
    return { ...own, get: (ref, turn) => own.get(ref, turn) ?? above(ref, key, turn.draft) ?? fallback };
  };

const SHOWN = ["showSeriesName", "showCategoryName", "showValue", "showPercentage"] as const;

/** Of a series' labels. Labels that are only switched on show the value. */
export const saidOfSeries = (ref: SeriesRef, key: string, draft: Draft): unknown => {
  const { properties } = seriesOf(ref, draft);
  const said = (one: string) =>
    properties[`dataLabels.${one}`] ?? of(ref, draft).properties[`dataLabels.${one}`];
  if (key !== "showValue" || properties["hasDataLabels"] !== true) return said(key);
  return SHOWN.every((one) => said(one) === undefined) ? true : said(key);
};

const labelsOf = <Ref>(
  name: string,
  whose: string,
  bag: Bag<Ref>,
  above: (ref: Ref, key: string, draft: Draft) => unknown = () => undefined,
): ObjectType<Ref> => {
  const format = formatIn("ChartDataLabelFormat", whose, bag, "dataLabels.format", [
    "font",
    "fill",
    "border",
  ]);
  return objectType<Ref>(name, {
    scalars: labelScalars(
      inheriting((key, fallback, read) => bag.keep(`dataLabels.${key}`, fallback, read), above),
    ),
    objects: { format: (ref: Ref) => handle(format, ref) },
  });
};

export const chartDataLabels: ObjectType<ChartRef> = labelsOf("ChartDataLabels", "dataLabels", chartBag);
export const seriesDataLabels: ObjectType<SeriesRef> = labelsOf(
  "ChartDataLabels (series)",
  "series",
  seriesBag,
  saidOfSeries,
);
