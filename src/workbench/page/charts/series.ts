/** The series of a chart as ECharts takes them: values, colours, labels, how bars stand beside one another. */
import type { Chart, ChartSeries } from "../../host/model/charts/chart";
import type { ShownCell, ShownSeries } from "../../host/model/charts/chart-data";
import { textOf } from "../../host/model/cells/text";
import { isSecond } from "./axes";
import { kindOf, type Kind } from "./kind";
import { dashOf, fontOf, paletteColor, read } from "./look";

const numberOf = ({ value }: ShownCell): number | null => (typeof value === "number" ? value : null);

/** Blanks are left out, taken for nought, or bridged, as the chart says; words count as nought, as in Excel. */
const plotted = (chart: Chart, cell: ShownCell | undefined): number | null => {
  if (!cell || cell.value === null) return read(chart, "displayBlanksAs", "NotPlotted") === "Zero" ? 0 : null;
  if (typeof cell.value === "string") return cell.value === "" ? null : 0;
  return numberOf(cell);
};

/** A category's whole, of which each series is a share. */
const wholes = (series: readonly ShownSeries[]): readonly number[] =>
  Array.from({ length: Math.max(0, ...series.map(({ values }) => values.length)) }, (_, at) =>
    series.reduce(
      (sum, { values }) => sum + Math.abs(numberOf(values[at] ?? { value: 0, text: "", format: "" }) ?? 0),
      0,
    ),
  );

export const colorOf = (series: ChartSeries, at: number, kind: Kind): string => {
  const line = read(series, "format.line.color", "");
  const fill = read(series, "format.fill.color", "");
  return (kind.figure === "line" || kind.lines ? line || fill : fill || line) || paletteColor(at);
};

const pointColor = (series: ChartSeries, point: number): string | undefined =>
  read(series, `points.${point}.format.fill.color`, "") || undefined;

const SYMBOLS: Readonly<Record<string, string>> = {
  Square: "rect",
  Diamond: "diamond",
  Triangle: "triangle",
  Circle: "circle",
  Dot: "circle",
  None: "none",
};

const markerOf = (series: ChartSeries, kind: Kind) => {
  const style = read(series, "markerStyle", "Automatic");
  const shown = style === "Automatic" ? kind.markers : style !== "None";
  const color = read(series, "markerBackgroundColor", "");
  return {
    symbol: shown ? (SYMBOLS[style] ?? "circle") : "none",
    symbolSize: Math.round((read(series, "markerSize", 5) * 4) / 3),
    ...(color === "" ? {} : { itemStyle: { color } }),
  };
};

const LABEL_PLACES: Readonly<Record<string, string>> = {
  Center: "inside",
  Left: "left",
  Right: "right",
  Top: "top",
  Bottom: "bottom",
};

const labelPlace = (position: string, kind: Kind): string => {
  const ends = kind.lying ? ["insideRight", "insideLeft", "right"] : ["insideTop", "insideBottom", "top"];
  if (position === "InsideEnd") return ends[0] ?? "inside";
  if (position === "InsideBase") return ends[1] ?? "inside";
  // Parts of a pile have no outside.
  if (kind.stack !== "none") return "inside";
  return LABEL_PLACES[position] ?? ends[2] ?? "top";
};

interface Wanted {
  readonly value: boolean;
  readonly category: boolean;
  readonly name: boolean;
  readonly percentage: boolean;
}

/** A series' own word goes before the chart's. */
const labelProperty = (chart: Chart, series: ChartSeries, key: string): unknown =>
  series.properties[`dataLabels.${key}`] ?? chart.properties[`dataLabels.${key}`];

const wantedLabels = (chart: Chart, series: ChartSeries): Wanted | undefined => {
  const says = (key: string) => labelProperty(chart, series, key) === true;
  const wanted = {
    value: says("showValue"),
    category: says("showCategoryName"),
    name: says("showSeriesName"),
    percentage: says("showPercentage"),
  };
  if (Object.values(wanted).some(Boolean)) return wanted;
  return read(series, "hasDataLabels", false) ? { ...wanted, value: true } : undefined;
};

interface LabelAt {
  readonly dataIndex: number;
  readonly name: string;
  readonly percent?: number;
}

const labels = (chart: Chart, { series, name, values, format }: ShownSeries, place: string) => {
  const wanted = wantedLabels(chart, series);
  if (!wanted) return { show: false };
  const own = labelProperty(chart, series, "numberFormat");
  const print = typeof own === "string" && own !== "General" ? own : format;
  const between = labelProperty(chart, series, "separator");
  return {
    show: true,
    position: place,
    ...fontOf(chart, "dataLabels.format.font", 9),
    formatter: ({ dataIndex, name: category, percent }: LabelAt): string =>
      [
        ...(wanted.name ? [name] : []),
        ...(wanted.category ? [category] : []),
        ...(wanted.value ? [textOf(values[dataIndex]?.value ?? null, print)] : []),
        ...(wanted.percentage && percent !== undefined ? [`${Math.round(percent)}%`] : []),
      ].join(typeof between === "string" ? between : ", "),
  };
};

/** The gap between groups of bars, of the room a group has: Excel counts it in bars. */
const barGaps = (series: readonly ShownSeries[], kind: Kind) => {
  const [first] = series;
  const given = first?.series.properties.gapWidth;
  const gap = typeof given === "number" ? given : kind.stack !== "none" ? 150 : kind.lying ? 182 : 219;
  const overlap = first ? read(first.series, "overlap", kind.stack !== "none" ? 100 : -27) : 0;
  const bars = kind.stack !== "none" ? 1 : Math.max(1, series.length);
  return {
    barCategoryGap: `${Math.round((gap / (100 * bars + gap)) * 100)}%`,
    barGap: `${-overlap}%`,
  };
};

const values = (chart: Chart, one: ShownSeries, kind: Kind, whole: readonly number[]) =>
  one.values.map((cell, at) => {
    const number = plotted(chart, cell);
    const sum = whole[at] ?? 0;
    const value = number === null || kind.stack !== "full" ? number : sum === 0 ? 0 : number / sum;
    const color = pointColor(one.series, at);
    return color === undefined ? value : { value, itemStyle: { color } };
  });

const pairs = (one: ShownSeries, kind: Kind) =>
  one.values.flatMap((cell, at) => {
    const y = numberOf(cell);
    const across = one.categories[at];
    const x = across ? (numberOf(across) ?? at + 1) : at + 1;
    if (y === null) return [];
    return [kind.sized ? [x, y, numberOf(one.sizes[at] ?? { value: 1, text: "", format: "" }) ?? 1] : [x, y]];
  });

export const pointSeries = (chart: Chart, all: readonly ShownSeries[], common: Kind) => {
  const whole = wholes(all);
  const gaps = barGaps(all, common);
  if (common.figure === "radar") return radarSeries(chart, all, common);
  const largest = Math.max(1, ...all.flatMap(({ sizes }) => sizes.map((cell) => numberOf(cell) ?? 0)));
  return all.map((one, at) => {
    const { series, name, format } = one;
    const kind = { ...common, ...kindOf(read(series, "chartType", chart.chartType)) };
    const color = colorOf(series, at, kind);
    const print = (value: unknown): string => (typeof value === "number" ? textOf(value, format) : "");
    const shared = {
      name,
      itemStyle: { color },
      label: labels(
        chart,
        one,
        labelPlace(String(labelProperty(chart, series, "position") ?? "OutsideEnd"), kind),
      ),
      tooltip: {
        valueFormatter:
          kind.stack === "full"
            ? (value: unknown) => (typeof value === "number" ? textOf(value, "0.0%") : "")
            : print,
      },
      ...(isSecond(one) ? { [common.lying ? "xAxisIndex" : "yAxisIndex"]: 1 } : {}),
      ...(kind.stack !== "none" ? { stack: kind.figure } : {}),
    };
    const line = {
      color,
      width: (read(series, "format.line.weight", 2.25) * 4) / 3,
      type: dashOf(read(series, "format.line.lineStyle", "Continuous")),
    };
    const smooth = kind.smooth || read(series, "smooth", false);
    const bridged = read(chart, "displayBlanksAs", "NotPlotted") === "Interplotted";
    switch (kind.figure) {
      case "scatter":
        return {
          ...shared,
          ...markerOf(series, kind),
          type: kind.lines ? "line" : "scatter",
          data: pairs(one, kind),
          lineStyle: line,
          smooth,
          ...(kind.sized
            ? {
                symbolSize: ([, , size]: readonly number[]) =>
                  (read(series, "bubbleScale", 100) / 100) * (8 + 32 * Math.sqrt((size ?? 0) / largest)),
              }
            : {}),
        };
      case "line":
      case "area":
        return {
          ...shared,
          ...markerOf(series, kind),
          type: "line",
          data: values(chart, one, kind, whole),
          lineStyle: kind.figure === "area" ? { width: 0 } : line,
          ...(kind.figure === "area" ? { areaStyle: { color, opacity: 0.9 } } : {}),
          smooth,
          connectNulls: bridged,
        };
      default:
        return { ...shared, ...gaps, type: "bar", data: values(chart, one, kind, whole) };
    }
  });
};

interface Circle {
  readonly names: readonly string[];
  readonly series: readonly Readonly<Record<string, unknown>>[];
}

/** A pie shows its first series, a doughnut a ring for each. */
export const circleSeries = (chart: Chart, all: readonly ShownSeries[], kind: Kind): Circle => {
  const shown = kind.hole ? all : all.slice(0, 1);
  const names = (shown[0]?.values ?? []).map((_, at) => shown[0]?.categories[at]?.text ?? String(at + 1));
  // Labels outside need their room.
  const labelled = shown.some((one) => wantedLabels(chart, one.series));
  const outer = labelled && !kind.hole ? 62 : 78;
  const hole = shown[0] ? read(shown[0].series, "doughnutHoleSize", 75) / 100 : 0;
  const series = shown.map((one, ring) => {
    const inner = kind.hole ? outer * hole : 0;
    const width = (outer - inner) / shown.length;
    const position = String(labelProperty(chart, one.series, "position") ?? "BestFit");
    const inside = kind.hole || /^(?:Center|Inside)/.test(position);
    const label = labels(chart, one, inside ? "inside" : "outside");
    return {
      type: "pie",
      name: one.name,
      radius: [`${inner + width * ring}%`, `${inner + width * (ring + 1)}%`],
      startAngle: 90 - read(one.series, "firstSliceAngle", 0),
      selectedMode: false,
      label: { ...label, overflow: "none" },
      labelLine: { show: label.show && !inside, length: 8, length2: 6 },
      // Shares of nothing are no shares.
      stillShowZeroSum: false,
      itemStyle: { borderColor: "#FFFFFF", borderWidth: 1 },
      tooltip: {
        valueFormatter: (value: unknown) => (typeof value === "number" ? textOf(value, one.format) : ""),
      },
      data: one.values.map((cell, at) => ({
        name: names[at] ?? "",
        // A slice is as large as its number without its sign.
        value: Math.abs(plotted(chart, cell) ?? 0),
        itemStyle: { color: pointColor(one.series, at) ?? paletteColor(at) },
      })),
    };
  });
  return { names, series };
};

export const radarOf = (
  chart: Chart,
  all: readonly ShownSeries[],
  room: { readonly top: number; readonly bottom: number },
) => {
  const [first] = all;
  const most = Math.max(0, ...all.flatMap(({ values: cells }) => cells.map((cell) => numberOf(cell) ?? 0)));
  return {
    radar: {
      center: ["50%", `${50 + ((room.top - room.bottom) / 4 / Math.max(1, chart.height)) * 100}%`],
      radius: "62%",
      axisName: fontOf(chart, "axes.categoryAxis.format.font", 9),
      indicator: (first?.values ?? []).map((_, at) => ({
        name: first?.categories[at]?.text ?? String(at + 1),
        max: most === 0 ? 1 : most,
      })),
    },
  };
};

const radarSeries = (chart: Chart, all: readonly ShownSeries[], kind: Kind) =>
  all.map((one, at) => {
    const color = colorOf(one.series, at, kind);
    return {
      type: "radar",
      name: one.name,
      itemStyle: { color },
      ...markerOf(one.series, kind),
      ...(kind.lines ? {} : { areaStyle: { color, opacity: 0.5 } }),
      data: [{ name: one.name, value: one.values.map((cell) => plotted(chart, cell) ?? 0) }],
    };
  });
