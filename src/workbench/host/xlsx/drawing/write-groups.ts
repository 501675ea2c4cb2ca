/** The groups of a chart as a file writes them: series of one kind on one pair of axes are drawn together. */
import type { ChartSeries } from "../../model/charts/chart";
import { element } from "../markup";
import { usualBars } from "./automatic";
import { isBars, isInSpace, isRound, type ChartKind } from "./chart-kinds";
import type { Kept } from "./kept";
import { AXIS_IDS, SECOND_AXIS_IDS } from "./write-axes";
import { labelsPart } from "./write-labels";
import { seriesPart, type SeriesWriting } from "./write-series";

export interface Drawn {
  readonly series: ChartSeries;
  readonly kept: Kept;
  readonly kind: ChartKind;
  readonly at: number;
  readonly second: boolean;
  readonly filtered: boolean;
}

export const groupsOf = (drawn: readonly Drawn[]): readonly (readonly Drawn[])[] => {
  const groups = new Map<string, Drawn[]>();
  for (const one of drawn) {
    const key = `${one.second}${JSON.stringify(one.kind)}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()];
};

/** Where a newer Excel keeps the series somebody switched off. */
const FILTERED: Readonly<Record<string, string>> = {
  barChart: "filteredBarSeries",
  bar3DChart: "filteredBarSeries",
  lineChart: "filteredLineSeries",
  line3DChart: "filteredLineSeries",
  areaChart: "filteredAreaSeries",
  area3DChart: "filteredAreaSeries",
  pieChart: "filteredPieSeries",
  pie3DChart: "filteredPieSeries",
  ofPieChart: "filteredPieSeries",
  doughnutChart: "filteredPieSeries",
  scatterChart: "filteredScatterSeries",
  bubbleChart: "filteredBubbleSeries",
  radarChart: "filteredRadarSeries",
};

export const val = (name: string, value: string | number | boolean): string =>
  element(`c:${name}`, { val: value });

/** What stands before the series of a kind, and what after. */
const before = (kind: ChartKind): readonly string[] => {
  const { element: name, grouping, style } = kind;
  if (isBars(kind))
    return [val("barDir", kind.lying ? "bar" : "col"), val("grouping", grouping ?? "clustered")];
  if (name === "scatterChart") return [val("scatterStyle", kind.smooth ? "smoothMarker" : "lineMarker")];
  if (name === "radarChart") return [val("radarStyle", style ?? "marker")];
  if (name === "ofPieChart") return [val("ofPieType", style ?? "pie")];
  return grouping === undefined ? [] : [val("grouping", grouping)];
};

const firstNumber = (group: readonly Drawn[], path: string): number | undefined => {
  const [found] = group.map(({ kept }) => kept.number(path)).filter((each) => each !== undefined);
  return found;
};
const within = (value: number, least: number, most: number): number =>
  Math.min(most, Math.max(least, Math.round(value)));

const after = (kind: ChartKind, group: readonly Drawn[]): readonly string[] => {
  const gapWidth = firstNumber(group, "gapWidth");
  const overlap = firstNumber(group, "overlap");
  const angle = firstNumber(group, "firstSliceAngle");
  const hole = firstNumber(group, "doughnutHoleSize");
  const scale = firstNumber(group, "bubbleScale");
  const usual = usualBars(kind.lying === true, kind.grouping !== "clustered");
  const gap = val("gapWidth", within(gapWidth ?? usual.gapWidth, 0, 500));
  switch (kind.element) {
    case "barChart":
      return [gap, val("overlap", within(overlap ?? usual.overlap, -100, 100))];
    case "bar3DChart":
      return [gap, val("shape", kind.body ?? "box")];
    case "lineChart":
      return [val("marker", true)];
    case "pieChart":
      return [val("firstSliceAng", within(angle ?? 0, 0, 360))];
    case "doughnutChart":
      return [val("firstSliceAng", within(angle ?? 0, 0, 360)), val("holeSize", within(hole ?? 75, 1, 90))];
    case "ofPieChart":
      return [gap];
    case "bubbleChart":
      return [val("bubbleScale", within(scale ?? 100, 0, 300)), val("showNegBubbles", false)];
    default:
      return [];
  }
};

export const isDeep = (kind: ChartKind): boolean => isInSpace(kind) && kind.grouping === "standard";

export const groupPart = (kind: ChartKind, group: readonly Drawn[], writing: SeriesWriting): string => {
  const part = ({ series, kept, at }: Drawn): string => seriesPart(series, kept, kind, at, writing);
  const ids = group[0]?.second ? SECOND_AXIS_IDS : AXIS_IDS;
  const axes = isRound(kind)
    ? []
    : [ids.category, ids.value, ...(isDeep(kind) ? [AXIS_IDS.series] : [])].map((id) => val("axId", id));
  const off = group.filter(({ filtered }) => filtered);
  const name = FILTERED[kind.element] ?? "";
  return element(`c:${kind.element}`, {}, [
    ...before(kind),
    val("varyColors", isRound(kind)),
    ...group.filter(({ filtered }) => !filtered).map(part),
    labelsPart(writing.labels, kind, writing.chart),
    ...after(kind, group),
    ...axes,
    off.length === 0
      ? ""
      : element(
          "c:extLst",
          {},
          element(
            "c:ext",
            {
              uri: "{02D57815-91ED-43cb-92C2-25804820EDAC}",
              "xmlns:c15": "http://schemas.microsoft.com/office/drawing/2012/chart",
            },
            off.map((one) =>
              element(
                `c15:${name}`,
                {},
                part(one)
                  .replace(/^<c:ser>/, "<c15:ser>")
                  .replace(/<\/c:ser>$/, "</c15:ser>"),
              ),
            ),
          ),
        ),
  ]);
};
