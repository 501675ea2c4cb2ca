/** Trendlines of a series, between the model and a file. */
import type { ChartSeries } from "../../model/charts/chart";
import type { Theme } from "../colors";
import { element, escapeText } from "../markup";
import { childOf, childrenOf, flagIn, numberIn, textOf, type Branch } from "../xml";
import { seriesColour } from "./automatic";
import { isInSpace, isRound, type ChartKind } from "./chart-kinds";
import { keptOf, unlike, wordFor, type Properties } from "./kept";
import { chartLine, readChartLine, type UsualLine } from "./stroke";

const TYPES: Readonly<Record<string, string>> = {
  Linear: "linear",
  Exponential: "exp",
  Logarithmic: "log",
  MovingAverage: "movingAvg",
  Polynomial: "poly",
  Power: "power",
};

type Trendline = Readonly<Record<string, unknown>>;

const linesOf = ({ properties }: ChartSeries): readonly Trendline[] => {
  const found = properties["trendlines"];
  return Array.isArray(found) ? (found as readonly Trendline[]) : [];
};

/** Dots in the colour of the series. */
const usualLine = (at: number): UsualLine => {
  const { fill, colour } = seriesColour(at);
  return { fill, colour, weight: 1.5 };
};

/** Excel draws them for series that stand alone, flat. */
const mayHave = (kind: ChartKind): boolean =>
  !isRound(kind) &&
  !isInSpace(kind) &&
  kind.element !== "radarChart" &&
  (kind.grouping === undefined || !/stacked/i.test(kind.grouping));

export interface TrendlinesWritten {
  readonly xml: string;
  /** Paths of what was not written. */
  readonly lost: readonly string[];
}

export const trendlinesPart = (series: ChartSeries, kind: ChartKind, at: number): TrendlinesWritten => {
  const lines = linesOf(series);
  if (lines.length === 0) return { xml: "", lost: [] };
  if (!mayHave(kind)) return { xml: "", lost: ["trendlines"] };
  const lost: string[] = [];
  const xml = lines.map((line, number) => {
    const kept = keptOf(line);
    const type = kept.text("type") ?? "Linear";
    const name = kept.text("name") ?? "";
    const order = kept.number("polynomialOrder") ?? 2;
    const period = kept.number("movingAveragePeriod") ?? 2;
    const [forward, backward] = [kept.number("forwardPeriod") ?? 0, kept.number("backwardPeriod") ?? 0];
    const intercept = kept.number("intercept");
    const written = element("c:trendline", {}, [
      name === "" ? "" : element("c:name", {}, escapeText(name)),
      element("c:spPr", {}, chartLine(kept, "format.line", usualLine(at))),
      element("c:trendlineType", { val: TYPES[type] ?? "linear" }),
      type === "Polynomial" ? element("c:order", { val: order }) : "",
      type === "MovingAverage" ? element("c:period", { val: period }) : "",
      forward > 0 ? element("c:forward", { val: forward }) : "",
      backward > 0 ? element("c:backward", { val: backward }) : "",
      intercept === undefined ? "" : element("c:intercept", { val: intercept }),
      element("c:dispRSqr", { val: kept.flag("showRSquared") === true }),
      element("c:dispEq", { val: kept.flag("showEquation") === true }),
    ]);
    lost.push(...kept.rest().map((path) => `trendlines.${number + 1}.${path}`));
    return written;
  });
  return { xml: xml.join(""), lost };
};

const valueOf = (branch: Branch, name: string): number | undefined => numberIn(childOf(branch, name), "val");
const isOn = (branch: Branch, name: string): boolean => {
  const found = childOf(branch, name);
  return found !== undefined && flagIn(found, "val", true);
};

export const readTrendlines = (ser: Branch, at: number, theme: Theme): Properties => {
  const lines = childrenOf(ser, "trendline").map((branch): Trendline => {
    const type = wordFor(TYPES, childOf(branch, "trendlineType")?.attributes.get("val")) ?? "Linear";
    const ln = childOf(childOf(branch, "spPr"), "ln");
    return {
      type,
      ...unlike("name", textOf(childOf(branch, "name")), ""),
      ...unlike("polynomialOrder", valueOf(branch, "order"), 2),
      ...unlike("movingAveragePeriod", valueOf(branch, "period"), 2),
      ...unlike("forwardPeriod", valueOf(branch, "forward"), 0),
      ...unlike("backwardPeriod", valueOf(branch, "backward"), 0),
      ...unlike("intercept", valueOf(branch, "intercept"), undefined),
      ...(isOn(branch, "dispRSqr") ? { showRSquared: true } : {}),
      ...(isOn(branch, "dispEq") ? { showEquation: true } : {}),
      ...readChartLine(ln, "format.line", usualLine(at), theme),
    };
  });
  return lines.length === 0 ? {} : { trendlines: lines };
};
