/** Trendlines and error bars of a series; the page draws the trendlines, without their labels, and no error bars. */
import { refuse } from "../../refusal";
import type { Draft } from "../../model/draft";
import { handle, objectType, type Arguments, type ObjectType, type Turn } from "../../wire/object-type";
import { anyNumber, flag, oneOf, text, wholeNumber } from "../arguments";
import { formatIn, without, yes, type Bag } from "./parts";
import { seriesBag, seriesOf, updateSeries, type SeriesRef } from "./series-kept";

interface TrendlineRef extends SeriesRef {
  readonly at: number;
}
type Trendline = Readonly<Record<string, unknown>>;

const TYPES = ["Linear", "Exponential", "Logarithmic", "MovingAverage", "Polynomial", "Power"] as const;
const KEY = "trendlines";

const all = (ref: SeriesRef, draft: Draft): readonly Trendline[] =>
  (seriesOf(ref, draft).properties[KEY] as readonly Trendline[] | undefined) ?? [];
const replace = (ref: SeriesRef, draft: Draft, next: readonly Trendline[]): void =>
  updateSeries(draft, ref, { properties: { ...seriesOf(ref, draft).properties, [KEY]: next } });
const of = (ref: TrendlineRef, draft: Draft): Trendline => all(ref, draft)[ref.at] ?? refuse("ItemNotFound");
const change = (ref: TrendlineRef, draft: Draft, make: (line: Trendline) => Trendline): void => {
  of(ref, draft);
  replace(
    ref,
    draft,
    all(ref, draft).map((line, at) => (at === ref.at ? make(line) : line)),
  );
};

const bag: Bag<TrendlineRef> = {
  keep: (key, fallback, read = (value) => value) => ({
    get: (ref, { draft }) => of(ref, draft)[key] ?? fallback,
    set: (ref, value, { draft }) => change(ref, draft, (line) => ({ ...line, [key]: read(value) })),
  }),
  forget: (ref, key, { draft }) => change(ref, draft, (line) => without(line, key)),
};
const { keep } = bag;

const lineFormat = formatIn("ChartTrendlineFormat", "trendline", bag, "format", ["line"]);
const labelFormat = formatIn("ChartTrendlineLabelFormat", "trendline", bag, "label.format", [
  "font",
  "fill",
  "border",
]);
const label: ObjectType<TrendlineRef> = objectType<TrendlineRef>("ChartTrendlineLabel", {
  scalars: {
    text: keep("label.text", "", text),
    numberFormat: keep("label.numberFormat", "General", text),
    linkNumberFormat: keep("label.linkNumberFormat", true, yes),
    textOrientation: keep("label.textOrientation", 0, anyNumber),
    left: keep("label.left", 0, anyNumber),
    top: keep("label.top", 0, anyNumber),
  },
  objects: { format: (ref: TrendlineRef) => handle(labelFormat, ref) },
});

const period = (value: unknown): number => {
  const given = wholeNumber(value);
  return given >= 2 && given <= 255 ? given : refuse("InvalidArgument");
};

const trendline: ObjectType<TrendlineRef> = objectType<TrendlineRef>("ChartTrendline", {
  scalars: {
    type: keep("type", "Linear", (value) => oneOf(value, TYPES)),
    name: keep("name", "", text),
    intercept: keep("intercept", ""),
    polynomialOrder: keep("polynomialOrder", 2, (value) => {
      const order = wholeNumber(value);
      return order >= 2 && order <= 6 ? order : refuse("InvalidArgument");
    }),
    movingAveragePeriod: keep("movingAveragePeriod", 2, period),
    forwardPeriod: keep("forwardPeriod", 0, anyNumber),
    backwardPeriod: keep("backwardPeriod", 0, anyNumber),
    showEquation: keep("showEquation", false, yes),
    showRSquared: keep("showRSquared", false, yes),
  },
  objects: {
    format: (ref: TrendlineRef) => handle(lineFormat, ref),
    label: (ref: TrendlineRef) => handle(label, ref),
  },
  methods: {
    delete: (ref: TrendlineRef, _: Arguments, { draft }: Turn) => {
      of(ref, draft);
      replace(
        ref,
        draft,
        all(ref, draft).filter((__, at) => at !== ref.at),
      );
    },
  },
});

export const trendlines: ObjectType<SeriesRef> = objectType<SeriesRef>("ChartTrendlineCollection", {
  items: (ref, { draft }) => all(ref, draft).map((_, at) => handle(trendline, { ...ref, at })),
  item: (ref, key, { draft }) => {
    const at = wholeNumber(key);
    return at >= 0 && at < all(ref, draft).length ? handle(trendline, { ...ref, at }) : null;
  },
  methods: {
    add: (ref: SeriesRef, args: Arguments, { draft }: Turn) => {
      const at = all(ref, draft).length;
      replace(ref, draft, [...all(ref, draft), { type: oneOf(args[0], TYPES, "Linear") }]);
      return handle(trendline, { ...ref, at });
    },
  },
});

const errorBars = (path: "xErrorBars" | "yErrorBars"): ObjectType<SeriesRef> => {
  const format = formatIn("ChartErrorBarsFormat", path, seriesBag, `${path}.format`, ["line"]);
  return objectType<SeriesRef>(`ChartErrorBars (${path})`, {
    scalars: {
      visible: seriesBag.keep(`${path}.visible`, false, (value) => flag(value, true)),
      endStyleCap: seriesBag.keep(`${path}.endStyleCap`, true, yes),
      include: seriesBag.keep(`${path}.include`, "Both", (value) =>
        oneOf(value, ["Both", "MinusValues", "PlusValues"]),
      ),
      type: seriesBag.keep(`${path}.type`, "FixedValue", (value) =>
        oneOf(value, ["FixedValue", "Percent", "StDev", "StError", "Custom"]),
      ),
    },
    objects: { format: (ref: SeriesRef) => handle(format, ref) },
  });
};
export const xErrorBars = errorBars("xErrorBars");
export const yErrorBars = errorBars("yErrorBars");
