/** A chart's axes: their titles, ends, units, lines. */
import { handle, objectType, type Arguments, type ObjectType, type Turn } from "../wire/object-type";
import { anyNumber, oneOf, text } from "./arguments";
import { formatAt, kept, of, update, yes, type ChartRef } from "./chart-parts";
import { sourceFrom } from "./chart-series";

const TICKS = ["None", "Cross", "Inside", "Outside"] as const;
const DISPLAY_UNITS = [
  "None", "Hundreds", "Thousands", "TenThousands", "HundredThousands", "Millions", "TenMillions", "HundredMillions",
  "Billions", "Trillions",
] as const; // prettier-ignore

const axisAt = (axis: string): ObjectType<ChartRef> => {
  const path = `axes.${axis}`;
  const titleLook = formatAt(`${path}.title.format`, "ChartAxisTitleFormat", ["font"]);
  const look = formatAt(`${path}.format`, "ChartAxisFormat", ["font", "fill", "line"]);
  const title: ObjectType<ChartRef> = objectType<ChartRef>(`ChartAxisTitle (${axis})`, {
    scalars: {
      text: {
        get: (ref, { draft }) => of(ref, draft).properties[`${path}.title.text`] ?? "",
        set: (ref, value, { draft }) =>
          update(draft, ref, {
            properties: {
              ...of(ref, draft).properties,
              [`${path}.title.text`]: text(value),
              [`${path}.title.visible`]: true,
            },
          }),
      },
      visible: kept(`${path}.title.visible`, false, yes),
    },
    objects: { format: (ref: ChartRef) => handle(titleLook, ref) },
  });
  const gridlines = (name: string, fallback: boolean): ObjectType<ChartRef> => {
    const format = formatAt(`${path}.${name}.format`, "ChartGridlinesFormat", ["line"]);
    return objectType<ChartRef>(`ChartGridlines (${axis}.${name})`, {
      scalars: { visible: kept(`${path}.${name}.visible`, fallback, yes) },
      objects: { format: (ref: ChartRef) => handle(format, ref) },
    });
  };
  const major = gridlines("majorGridlines", axis === "valueAxis");
  const minor = gridlines("minorGridlines", false);
  return objectType<ChartRef>(`ChartAxis (${axis})`, {
    scalars: {
      minimum: kept(`${path}.minimum`, ""),
      maximum: kept(`${path}.maximum`, ""),
      majorUnit: kept(`${path}.majorUnit`, ""),
      minorUnit: kept(`${path}.minorUnit`, ""),
      visible: kept(`${path}.visible`, true, yes),
      numberFormat: kept(`${path}.numberFormat`, "General", text),
      reversePlotOrder: kept(`${path}.reversePlotOrder`, false, yes),
      tickLabelPosition: kept(`${path}.tickLabelPosition`, "NextToAxis", (value) =>
        oneOf(value, ["NextToAxis", "High", "Low", "None"]),
      ),
      majorTickMark: kept(`${path}.majorTickMark`, "None", (value) => oneOf(value, TICKS)),
      tickLabelSpacing: kept(`${path}.tickLabelSpacing`, ""),
      textOrientation: kept(`${path}.textOrientation`, 0),
      logBase: kept(`${path}.logBase`, 10, anyNumber),
      isBetweenCategories: kept(`${path}.isBetweenCategories`, true, yes),
      type: { get: () => axis.replace("Axis", "").replace(/^./, (letter) => letter.toUpperCase()) },
      axisGroup: { get: () => "Primary" },
      displayUnit: kept(`${path}.displayUnit`, "None", (value) => oneOf(value, DISPLAY_UNITS)),
      categoryType: kept(`${path}.categoryType`, "Automatic", text),
      scaleType: kept(`${path}.scaleType`, "Linear", (value) => oneOf(value, ["Linear", "Logarithmic"])),
    },
    objects: {
      title: (ref: ChartRef) => handle(title, ref),
      format: (ref: ChartRef) => handle(look, ref),
      majorGridlines: (ref: ChartRef) => handle(major, ref),
      minorGridlines: (ref: ChartRef) => handle(minor, ref),
    },
    methods: {
      setCategoryNames: (ref: ChartRef, args: Arguments, { draft }: Turn) => {
        const categories = sourceFrom(args[0]);
        update(draft, ref, { series: of(ref, draft).series.map((one) => ({ ...one, categories })) });
      },
    },
  });
};
const categoryAxis = axisAt("categoryAxis");
const valueAxis = axisAt("valueAxis");
const seriesAxis = axisAt("seriesAxis");
export const chartAxes: ObjectType<ChartRef> = objectType<ChartRef>("ChartAxes", {
  objects: {
    categoryAxis: (ref: ChartRef) => handle(categoryAxis, ref),
    valueAxis: (ref: ChartRef) => handle(valueAxis, ref),
    seriesAxis: (ref: ChartRef) => handle(seriesAxis, ref),
  },
  methods: {
    getItem: (ref: ChartRef, args: Arguments) =>
      handle(
        { Category: categoryAxis, Value: valueAxis, Series: seriesAxis }[
          oneOf(args[0], ["Category", "Value", "Series"])
        ],
        ref,
      ),
  },
});
