/** A chart's axes: their titles, ends, units, lines. */
import type { Chart } from "../../model/charts/chart";
import { isLying, layoutOf, type Box } from "../../model/charts/chart-layout";
import { scaleOf, type Scale } from "../../model/charts/chart-scale";
import {
  handle,
  objectType,
  type Arguments,
  type ObjectType,
  type Scalar,
  type Turn,
} from "../../wire/object-type";
import { anyNumber, oneOf, text } from "../arguments";
import { formatAt, kept, of, update, yes, type ChartRef } from "./parts";
import { refuse } from "../../refusal";
import { textOfCell } from "./cell";
import { sourceFrom } from "./series-kept";

const TICKS = ["None", "Cross", "Inside", "Outside"] as const;
const TIME_UNITS = ["Days", "Months", "Years"] as const;
const DISPLAY_UNITS = [
  "None", "Hundreds", "Thousands", "TenThousands", "HundredThousands", "Millions", "TenMillions", "HundredMillions",
  "Billions", "Trillions",
] as const; // prettier-ignore

/** Which axis: what it is for, and on which side of the chart. */
interface AxisKind {
  readonly type: "Category" | "Value" | "Series";
  readonly group: "Primary" | "Secondary";
}

/** Numbers go along it: a value axis, and both axes of a scatter chart. */
const hasScale = ({ type }: AxisKind, { chartType }: Chart): boolean =>
  type === "Value" || (type === "Category" && /^XYScatter|^Bubble/.test(chartType));

const scaled = (path: string, kind: AxisKind, key: keyof Scale): Scalar<ChartRef> => ({
  ...kept(`${path}.${key}`, ""),
  get: (ref, { draft }) => {
    const chart = of(ref, draft);
    const set = chart.properties[`${path}.${key}`];
    if (typeof set === "number" || !hasScale(kind, chart)) return set ?? "";
    return scaleOf(draft.book, chart, path, { group: kind.group, across: kind.type === "Category" })[key];
  },
});

/** Upright axes stand beside the plot, lying ones under it; of a chart of lying bars it is the other way round. */
const axisPlace = (kind: AxisKind): Readonly<Record<string, Scalar<ChartRef>>> => {
  const box = (ref: ChartRef, { draft }: Turn): Box => {
    const chart = of(ref, draft);
    const { plot, inside } = layoutOf(draft.book, chart);
    const second = kind.group === "Secondary";
    if ((kind.type === "Value") !== isLying(chart)) {
      const width = inside.left - plot.left;
      return { ...inside, left: second ? plot.left + plot.width : plot.left, width };
    }
    const height = plot.top + plot.height - inside.top - inside.height;
    return { ...inside, top: second ? plot.top : inside.top + inside.height, height };
  };
  const side = (key: keyof Box): Scalar<ChartRef> => ({
    get: (ref, turn) => Math.round(box(ref, turn)[key] * 100) / 100,
  });
  return { left: side("left"), top: side("top"), width: side("width"), height: side("height") };
};

const axisAt = (axis: string, kind: AxisKind): ObjectType<ChartRef> => {
  const path = `axes.${axis}`;
  const titleLook = formatAt(`${path}.title.format`, "ChartAxisTitleFormat", ["font", "fill", "border"]);
  const look = formatAt(`${path}.format`, "ChartAxisFormat", ["font", "fill", "line"]);
  const setTitle = (ref: ChartRef, words: string, { draft }: Turn): void =>
    update(draft, ref, {
      properties: {
        ...of(ref, draft).properties,
        [`${path}.title.text`]: words,
        [`${path}.title.visible`]: true,
      },
    });
  const title: ObjectType<ChartRef> = objectType<ChartRef>(`ChartAxisTitle (${axis})`, {
    scalars: {
      text: {
        get: (ref, { draft }) => of(ref, draft).properties[`${path}.title.text`] ?? "",
        set: (ref, value, turn) => setTitle(ref, text(value), turn),
      },
      visible: kept(`${path}.title.visible`, false, yes),
      textOrientation: kept(`${path}.title.textOrientation`, 0, anyNumber),
    },
    objects: { format: (ref: ChartRef) => handle(titleLook, ref) },
    methods: {
      /** The text of the cell as it is now: a title does not follow its cell here. */
      setFormula: (ref: ChartRef, args: Arguments, turn: Turn) =>
        setTitle(ref, textOfCell(turn, ref.sheet, text(args[0])), turn),
    },
  });
  const gridlines = (name: string, fallback: boolean): ObjectType<ChartRef> => {
    const format = formatAt(`${path}.${name}.format`, "ChartGridlinesFormat", ["line"]);
    return objectType<ChartRef>(`ChartGridlines (${axis}.${name})`, {
      scalars: { visible: kept(`${path}.${name}.visible`, fallback, yes) },
      objects: { format: (ref: ChartRef) => handle(format, ref) },
    });
  };
  const major = gridlines("majorGridlines", kind.type === "Value" && kind.group === "Primary");
  const minor = gridlines("minorGridlines", false);
  return objectType<ChartRef>(`ChartAxis (${axis})`, {
    scalars: {
      minimum: scaled(path, kind, "minimum"),
      maximum: scaled(path, kind, "maximum"),
      majorUnit: scaled(path, kind, "majorUnit"),
      minorUnit: scaled(path, kind, "minorUnit"),
      visible: kept(`${path}.visible`, kind.type !== "Category" || kind.group === "Primary", yes),
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
      ...axisPlace(kind),
      type: { get: () => kind.type },
      axisGroup: { get: () => kind.group },
      displayUnit: kept(`${path}.displayUnit`, "None", (value) => oneOf(value, DISPLAY_UNITS)),
      categoryType: kept(`${path}.categoryType`, "Automatic", text),
      showDisplayUnitLabel: kept(`${path}.showDisplayUnitLabel`, true, yes),
      customDisplayUnit: { get: kept(`${path}.customDisplayUnit`, 0).get },
      linkNumberFormat: kept(`${path}.linkNumberFormat`, true, yes),
      minorTickMark: kept(`${path}.minorTickMark`, "None", (value) => oneOf(value, TICKS)),
      tickMarkSpacing: kept(`${path}.tickMarkSpacing`, 1, anyNumber),
      offset: kept(`${path}.offset`, 100, anyNumber),
      multiLevel: kept(`${path}.multiLevel`, true, yes),
      alignment: kept(`${path}.alignment`, "Center", (value) => oneOf(value, ["Center", "Left", "Right"])),
      baseTimeUnit: kept(`${path}.baseTimeUnit`, "Days", (value) => oneOf(value, TIME_UNITS)),
      majorTimeUnitScale: kept(`${path}.majorTimeUnitScale`, "Days", (value) => oneOf(value, TIME_UNITS)),
      minorTimeUnitScale: kept(`${path}.minorTimeUnitScale`, "Days", (value) => oneOf(value, TIME_UNITS)),
      position: kept(`${path}.position`, "Automatic", (value) =>
        oneOf(value, ["Automatic", "Maximum", "Minimum", "Custom"]),
      ),
      positionAt: { get: kept(`${path}.positionAt`, 0).get },
      scaleType: kept(`${path}.scaleType`, "Linear", (value) => oneOf(value, ["Linear", "Logarithmic"])),
    },
    objects: {
      title: (ref: ChartRef) => handle(title, ref),
      format: (ref: ChartRef) => handle(look, ref),
      majorGridlines: (ref: ChartRef) => handle(major, ref),
      minorGridlines: (ref: ChartRef) => handle(minor, ref),
    },
    methods: {
      setCustomDisplayUnit: (ref: ChartRef, args: Arguments, turn: Turn) => {
        const unit = anyNumber(args[0]);
        if (unit <= 0) refuse("InvalidArgument");
        kept(`${path}.customDisplayUnit`, 0).set?.(ref, unit, turn);
        kept(`${path}.displayUnit`, "None").set?.(ref, "Custom", turn);
      },
      setPositionAt: (ref: ChartRef, args: Arguments, turn: Turn) => {
        kept(`${path}.positionAt`, 0).set?.(ref, anyNumber(args[0]), turn);
        kept(`${path}.position`, "Automatic").set?.(ref, "Custom", turn);
      },
      setCategoryNames: (ref: ChartRef, args: Arguments, { draft }: Turn) => {
        const categories = sourceFrom(args[0]);
        update(draft, ref, { series: of(ref, draft).series.map((one) => ({ ...one, categories })) });
      },
    },
  });
};
const categoryAxis = axisAt("categoryAxis", { type: "Category", group: "Primary" });
const valueAxis = axisAt("valueAxis", { type: "Value", group: "Primary" });
const seriesAxis = axisAt("seriesAxis", { type: "Series", group: "Primary" });
const secondaryCategoryAxis = axisAt("secondaryCategoryAxis", { type: "Category", group: "Secondary" });
const secondaryValueAxis = axisAt("secondaryValueAxis", { type: "Value", group: "Secondary" });

const AXES = {
  Primary: { Category: categoryAxis, Value: valueAxis, Series: seriesAxis },
  Secondary: { Category: secondaryCategoryAxis, Value: secondaryValueAxis, Series: undefined },
};

export const chartAxes: ObjectType<ChartRef> = objectType<ChartRef>("ChartAxes", {
  objects: {
    categoryAxis: (ref: ChartRef) => handle(categoryAxis, ref),
    valueAxis: (ref: ChartRef) => handle(valueAxis, ref),
    seriesAxis: (ref: ChartRef) => handle(seriesAxis, ref),
  },
  methods: {
    getItem: (ref: ChartRef, args: Arguments, { draft }: Turn) => {
      const type = oneOf(args[0], ["Category", "Value", "Series"]);
      const group = oneOf(args[1], ["Primary", "Secondary"], "Primary");
      const axis = AXES[group][type];
      // The second axes are there as soon as a series is drawn on them.
      const drawn = of(ref, draft).series.some(({ properties }) => properties["axisGroup"] === group);
      if (!axis || (group === "Secondary" && !drawn)) return refuse("ItemNotFound");
      return handle(axis, ref);
    },
  },
});
