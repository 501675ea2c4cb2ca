/** The axes of a chart: categories and values, upright or lying, a second one for series that are on it. */
import type { Book } from "../../host/model/book";
import type { Chart } from "../../host/model/charts/chart";
import type { ShownSeries } from "../../host/model/charts/chart-data";
import { scaleOf, type AxisOf, type Scale } from "../../host/model/charts/chart-scale";
import { textOf } from "../../host/model/cells/text";
import type { Kind } from "./kind";
import { automatic, fontOf, lineOf, read } from "./look";

const UNITS: Readonly<Record<string, number>> = {
  Hundreds: 1e2,
  Thousands: 1e3,
  TenThousands: 1e4,
  HundredThousands: 1e5,
  Millions: 1e6,
  TenMillions: 1e7,
  HundredMillions: 1e8,
  Billions: 1e9,
  Trillions: 1e12,
};
const UNIT_WORDS: Readonly<Record<string, string>> = {
  Hundreds: "百",
  Thousands: "千",
  TenThousands: "万",
  HundredThousands: "十万",
  Millions: "百万",
  TenMillions: "千万",
  HundredMillions: "億",
  Billions: "十億",
  Trillions: "兆",
};

/** An axis without a format of its own is printed as the cells are. */
const printed = (chart: Chart, path: string, source: string, full: boolean) => {
  const own = read(chart, `${path}.numberFormat`, "General");
  const format = own !== "General" ? own : full ? "0%" : source;
  const by = UNITS[read(chart, `${path}.displayUnit`, "None")] ?? 1;
  // ECharts steps by fractions that binary numbers only come near to.
  return (value: number): string => textOf(Number((value / by).toPrecision(12)), format);
};

const titleOf = (chart: Chart, path: string, upright: boolean) => {
  const text = read(chart, `${path}.title.text`, "");
  const unit = UNIT_WORDS[read(chart, `${path}.displayUnit`, "None")];
  const shown = text !== "" && read(chart, `${path}.title.visible`, text !== "");
  const words = [...(shown ? [text] : []), ...(unit ? [`（単位：${unit}）`] : [])].join("");
  return words === ""
    ? {}
    : {
        name: words,
        nameLocation: "middle",
        nameGap: upright ? 44 : 28,
        nameTextStyle: fontOf(chart, `${path}.title.format.font`, 10),
      };
};

const common = (chart: Chart, path: string, upright: boolean, gridlines: boolean) => ({
  ...titleOf(chart, path, upright),
  show: read(chart, `${path}.visible`, true),
  inverse: read(chart, `${path}.reversePlotOrder`, false),
  axisLine: lineOf(chart, `${path}.format.line`, gridlines ? "transparent" : "#BFBFBF"),
  axisTick: {
    show: read(chart, `${path}.majorTickMark`, "None") !== "None",
    inside: read(chart, `${path}.majorTickMark`, "None") === "Inside",
  },
  splitLine: {
    ...lineOf(chart, `${path}.majorGridlines.format.line`, "#D9D9D9"),
    show: read(chart, `${path}.majorGridlines.visible`, gridlines),
  },
  minorSplitLine: {
    ...lineOf(chart, `${path}.minorGridlines.format.line`, "#F2F2F2"),
    show: read(chart, `${path}.minorGridlines.visible`, false),
  },
});

const label = (chart: Chart, path: string) => {
  const angle = chart.properties[`${path}.textOrientation`];
  return {
    ...fontOf(chart, `${path}.format.font`, 9),
    show: read(chart, `${path}.tickLabelPosition`, "NextToAxis") !== "None",
    ...(typeof angle === "number" && angle !== 0 ? { rotate: angle } : {}),
  };
};

interface ValueAxis {
  readonly path: string;
  readonly of: AxisOf;
  /** Of the cells along it. */
  readonly format: string;
  readonly upright: boolean;
  readonly lines: boolean;
}

const valueAxis = (book: Book, chart: Chart, kind: Kind, axis: ValueAxis) => {
  const { path, format, upright, lines } = axis;
  const full = kind.stack === "full";
  const print = printed(chart, path, format, full);
  const logarithmic = read(chart, `${path}.scaleType`, "Linear") === "Logarithmic";
  // What a program is told of an axis that nobody set is what is drawn.
  const ends = logarithmic
    ? {
        min: automatic(chart, `${path}.minimum`),
        max: automatic(chart, `${path}.maximum`),
        interval: automatic(chart, `${path}.majorUnit`),
      }
    : drawnScale(scaleOf(book, chart, path, axis.of));
  return {
    type: logarithmic ? "log" : "value",
    ...(logarithmic ? { logBase: read(chart, `${path}.logBase`, 10) } : {}),
    ...common(chart, path, upright, lines),
    axisLabel: { ...label(chart, path), formatter: print, hideOverlap: true },
    ...Object.fromEntries(Object.entries(ends).filter(([, end]) => end !== undefined)),
  };
};

const drawnScale = ({ minimum, maximum, majorUnit }: Scale) => ({
  min: minimum,
  max: maximum,
  interval: majorUnit,
});

const categoryNames = (series: readonly ShownSeries[]): readonly string[] => {
  const [first] = series;
  const count = Math.max(0, ...series.map(({ values }) => values.length));
  return Array.from({ length: count }, (_, at) => first?.categories[at]?.text ?? String(at + 1));
};

const categoryAxis = (chart: Chart, series: readonly ShownSeries[], kind: Kind, upright: boolean) => {
  const path = "axes.categoryAxis";
  const spacing = automatic(chart, `${path}.tickLabelSpacing`);
  return {
    type: "category",
    ...common(chart, path, upright, false),
    boundaryGap: kind.figure !== "area" && read(chart, `${path}.isBetweenCategories`, true),
    data: [...categoryNames(series)],
    axisLabel: {
      ...label(chart, path),
      hideOverlap: true,
      ...(spacing === undefined ? {} : { interval: spacing - 1 }),
      ...(upright ? { width: 150, overflow: "truncate" } : {}),
    },
  };
};

export const isSecond = ({ series }: ShownSeries): boolean =>
  read(series, "axisGroup", "Primary") === "Secondary";

export const axesOf = (book: Book, chart: Chart, series: readonly ShownSeries[], kind: Kind) => {
  const format = series.find((one) => !isSecond(one))?.format ?? series[0]?.format ?? "General";
  const first = { path: "axes.valueAxis", of: { group: "Primary" }, format, lines: true } as const;
  if (kind.figure === "scatter") {
    const across = series[0]?.categories[0]?.format ?? "General";
    return {
      xAxis: valueAxis(book, chart, kind, {
        path: "axes.categoryAxis",
        of: { group: "Primary", across: true },
        format: across,
        upright: false,
        lines: true,
      }),
      yAxis: valueAxis(book, chart, kind, { ...first, upright: true }),
    };
  }
  const values = valueAxis(book, chart, kind, { ...first, upright: !kind.lying });
  const second = series.find(isSecond);
  const both = second
    ? [
        values,
        valueAxis(book, chart, kind, {
          path: "axes.secondaryValueAxis",
          of: { group: "Secondary" },
          format: second.format,
          upright: true,
          lines: false,
        }),
      ]
    : values;
  const names = categoryAxis(chart, series, kind, kind.lying);
  return kind.lying ? { xAxis: both, yAxis: names } : { xAxis: names, yAxis: both };
};
