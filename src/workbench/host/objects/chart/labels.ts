/** Labels at the points of a chart, of all its series or of one. */
import { handle, objectType, type ObjectType, type Scalar } from "../../wire/object-type";
import { anyNumber, oneOf, text } from "../arguments";
import { chartBag, formatIn, yes, type Bag, type ChartRef } from "./parts";
import { seriesBag, type SeriesRef } from "./series-kept";

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

const labelsOf = <Ref>(name: string, whose: string, bag: Bag<Ref>): ObjectType<Ref> => {
  const format = formatIn("ChartDataLabelFormat", whose, bag, "dataLabels.format", [
    "font",
    "fill",
    "border",
  ]);
  return objectType<Ref>(name, {
    scalars: labelScalars((key, fallback, read) => bag.keep(`dataLabels.${key}`, fallback, read)),
    objects: { format: (ref: Ref) => handle(format, ref) },
  });
};

export const chartDataLabels: ObjectType<ChartRef> = labelsOf("ChartDataLabels", "dataLabels", chartBag);
export const seriesDataLabels: ObjectType<SeriesRef> = labelsOf(
  "ChartDataLabels (series)",
  "series",
  seriesBag,
);
