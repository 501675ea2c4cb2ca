/** Trendlines as ECharts takes them: a dotted line over the series it belongs to. */
import type { Chart, ChartSeries } from "../../host/model/charts/chart";
import type { ShownSeries } from "../../host/model/charts/chart-data";
import { movingAverage, trendOf, type Point } from "../../host/model/charts/trend";
import { isSecond } from "./axes";
import { kindOf, type Kind } from "./kind";
import { dashOf, read } from "./look";

const WORDS: Readonly<Record<string, string>> = {
  Linear: "線形",
  Exponential: "指数",
  Logarithmic: "対数",
  Polynomial: "多項式",
  Power: "累乗",
};

/** So many steps make a curve look round. */
const STEPS = 48;

type Kept = Readonly<Record<string, unknown>>;

const linesOf = ({ properties }: ChartSeries): readonly Kept[] => {
  const found = properties["trendlines"];
  return Array.isArray(found) ? (found as readonly Kept[]) : [];
};

const numberIn = (kept: Kept, key: string, fallback: number): number => {
  const found = kept[key];
  return typeof found === "number" ? found : fallback;
};
const textIn = (kept: Kept, key: string): string => {
  const found = kept[key];
  return typeof found === "string" ? found : "";
};

/** Categories count from one, whatever they are called. */
const pointsOf = ({ values, categories }: ShownSeries, kind: Kind): readonly Point[] =>
  values.flatMap(({ value }, at): Point[] => {
    const across = kind.figure === "scatter" ? categories[at]?.value : undefined;
    return typeof value === "number" ? [[typeof across === "number" ? across : at + 1, value]] : [];
  });

const curve = (kept: Kept, points: readonly Point[], kind: Kind): readonly Point[] => {
  const type = textIn(kept, "type") || "Linear";
  const period = numberIn(kept, "movingAveragePeriod", 2);
  if (type === "MovingAverage") return movingAverage(points, period);
  const intercept = kept["intercept"];
  const trend = trendOf(points, {
    type,
    polynomialOrder: numberIn(kept, "polynomialOrder", 2),
    movingAveragePeriod: period,
    intercept: typeof intercept === "number" ? intercept : undefined,
  });
  if (!trend || points.length < 2) return [];
  const across = points.map(([x]) => x);
  const [from, to] = [Math.min(...across), Math.max(...across)];
  // Between and beyond categories there is no place on a category axis.
  const xs =
    kind.figure === "scatter"
      ? Array.from({ length: STEPS + 1 }, (_, step) => {
          const start = from - numberIn(kept, "backwardPeriod", 0);
          const end = to + numberIn(kept, "forwardPeriod", 0);
          return start + ((end - start) * step) / STEPS;
        })
      : across;
  return xs.flatMap((x): Point[] => {
    const y = trend(x);
    return y === undefined || !Number.isFinite(y) ? [] : [[x, y]];
  });
};

export const trendNames = ({ series, name }: ShownSeries): readonly string[] =>
  linesOf(series).map((kept) => {
    const type = textIn(kept, "type") || "Linear";
    const word =
      type === "MovingAverage"
        ? `${numberIn(kept, "movingAveragePeriod", 2)} 区間移動平均`
        : (WORDS[type] ?? "近似");
    return textIn(kept, "name") || `${word} (${name})`;
  });

export const trendSeries = (
  chart: Chart,
  all: readonly ShownSeries[],
  common: Kind,
  colorOf: (series: ChartSeries, at: number) => string,
) =>
  all.flatMap((one, at) => {
    const kind = { ...common, ...kindOf(read(one.series, "chartType", chart.chartType)) };
    if (kind.stack !== "none" || kind.figure === "radar" || kind.figure === "pie") return [];
    const names = trendNames(one);
    const points = pointsOf(one, kind);
    return linesOf(one.series).map((kept, line) => {
      const data = curve(kept, points, kind).map(([x, y]) => {
        const place = kind.figure === "scatter" ? x : x - 1;
        return kind.lying ? [y, place] : [place, y];
      });
      return {
        type: "line",
        name: names[line] ?? "",
        data,
        symbol: "none",
        silent: true,
        smooth: false,
        z: 5,
        ...(isSecond(one) ? { [common.lying ? "xAxisIndex" : "yAxisIndex"]: 1 } : {}),
        itemStyle: { color: textIn(kept, "format.line.color") || colorOf(one.series, at) },
        lineStyle: {
          color: textIn(kept, "format.line.color") || colorOf(one.series, at),
          width: (numberIn(kept, "format.line.weight", 1.5) * 4) / 3,
          type: dashOf(textIn(kept, "format.line.lineStyle") || "Dot"),
        },
        tooltip: { show: false },
      };
    });
  });
