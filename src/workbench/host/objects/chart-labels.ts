/** Labels at the points of a chart, of all its series or of one. */
import { handle, objectType, type ObjectType, type Scalar } from "../wire/object-type";
import { oneOf, text } from "./arguments";
import { formatAt, kept, yes, type ChartRef, type Read } from "./chart-parts";
import { keptOfSeries, type SeriesRef } from "./chart-series";

const POSITIONS = [
  "None", "Center", "InsideEnd", "InsideBase", "OutsideEnd", "Left", "Right", "Top", "Bottom", "BestFit", "Callout",
] as const; // prettier-ignore

type Keep<Ref> = (key: string, fallback: unknown, read: Read) => Scalar<Ref>;

const scalars = <Ref>(keep: Keep<Ref>): Readonly<Record<string, Scalar<Ref>>> => ({
  showValue: keep("showValue", false, yes),
  showSeriesName: keep("showSeriesName", false, yes),
  showCategoryName: keep("showCategoryName", false, yes),
  showLegendKey: keep("showLegendKey", false, yes),
  showPercentage: keep("showPercentage", false, yes),
  position: keep("position", "OutsideEnd", (value) => oneOf(value, POSITIONS)),
  separator: keep("separator", ", ", text),
  numberFormat: keep("numberFormat", "General", text),
  linkNumberFormat: keep("linkNumberFormat", true, yes),
});

const format = formatAt("dataLabels.format", "ChartDataLabelFormat", ["font", "fill"]);

export const chartDataLabels: ObjectType<ChartRef> = objectType<ChartRef>("ChartDataLabels", {
  scalars: scalars<ChartRef>((key, fallback, read) => kept(`dataLabels.${key}`, fallback, read)),
  objects: { format: (ref: ChartRef) => handle(format, ref) },
});

export const seriesDataLabels: ObjectType<SeriesRef> = objectType<SeriesRef>("ChartDataLabels (series)", {
  scalars: scalars<SeriesRef>((key, fallback, read) => {
    const own = () => keptOfSeries(`dataLabels.${key}`, fallback, read);
    return {
      get: (ref, turn) => own().get(ref, turn),
      set: (ref, value, turn) => own().set?.(ref, value, turn),
    };
  }),
});
