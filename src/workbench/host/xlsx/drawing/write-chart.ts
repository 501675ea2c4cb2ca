/** A chart as a file writes it. */
import type { Book } from "../../model/book";
import type { Chart, ChartSeries } from "../../model/chart";
import { sourceCells } from "../../model/chart-data";
import { documentOf, element, RELATIONS } from "../markup";
import { GROUND, PALE_LINE, SMALL_LETTERS, TITLE_LETTERS, usualBars } from "./automatic";
import { CHART_KINDS, isBars, isInSpace, isRound, isScatter, type ChartKind } from "./chart-kinds";
import { solid } from "./ink";
import { keptOf, type Kept } from "./kept";
import { chartText } from "./lettering";
import { chartLine } from "./stroke";
import { AXIS_IDS, axesPart, SECOND_AXIS_IDS, secondAxesPart } from "./write-axes";
import { labelsOf, labelsPart } from "./write-labels";
import { seriesPart, type SeriesWriting } from "./write-series";
import { boxPart, titlePart } from "./write-title";

const CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart";
const DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main";

interface Drawn {
  readonly series: ChartSeries;
  readonly kept: Kept;
  readonly kind: ChartKind;
  readonly at: number;
  readonly second: boolean;
  readonly filtered: boolean;
}

/** Series of one kind on one pair of axes are drawn together. */
const groupsOf = (drawn: readonly Drawn[]): readonly (readonly Drawn[])[] => {
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

const val = (name: string, value: string | number | boolean): string => element(`c:${name}`, { val: value });

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

const isDeep = (kind: ChartKind): boolean => isInSpace(kind) && kind.grouping === "standard";

const groupPart = (kind: ChartKind, group: readonly Drawn[], writing: SeriesWriting): string => {
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

export const LEGEND_SIDES: Readonly<Record<string, string>> = {
  Bottom: "b",
  Top: "t",
  Left: "l",
  Right: "r",
  Corner: "tr",
};

const legendPart = (chart: Kept, usual: boolean): string => {
  const side = LEGEND_SIDES[chart.text("legend.position") ?? "Bottom"] ?? "r";
  const inside = [
    val("legendPos", side),
    val("overlay", chart.flag("legend.overlay") === true),
    boxPart(chart, "legend.format"),
    chartText(chart, "legend.format.font", SMALL_LETTERS),
  ];
  return (chart.flag("legend.visible") ?? usual) ? element("c:legend", {}, inside) : "";
};

/** The room of the axes where somebody set it, in shares of the chart. */
const layoutPart = (chart: Kept, { width, height }: Chart): string => {
  const [left, top, across, down] = ["left", "top", "width", "height"].map((side) =>
    chart.number(`plotArea.${side}`),
  );
  const set =
    left !== undefined &&
    top !== undefined &&
    across !== undefined &&
    down !== undefined &&
    width > 0 &&
    height > 0;
  if (!set) return "<c:layout/>";
  const share = (points: number, whole: number): number => Math.round((points / whole) * 1e8) / 1e8;
  return element(
    "c:layout",
    {},
    element("c:manualLayout", {}, [
      val("layoutTarget", "inner"),
      val("xMode", "edge"),
      val("yMode", "edge"),
      val("x", share(left, width)),
      val("y", share(top, height)),
      val("w", share(across, width)),
      val("h", share(down, height)),
    ]),
  );
};

export const BLANKS: Readonly<Record<string, string>> = {
  NotPlotted: "gap",
  Zero: "zero",
  Interplotted: "span",
};

export interface ChartWritten {
  readonly xml: string;
  /** Paths of properties a file was not given. */
  readonly lost: readonly string[];
}

/** undefined for a kind that is not written. */
export const chartDocument = (book: Book, chart: Chart): ChartWritten | undefined => {
  const own = CHART_KINDS.get(chart.chartType);
  if (!own) return undefined;
  const kept = keptOf(chart.properties);
  // Said by the drawing it lies in.
  kept.text("placement");
  const drawn = chart.series.map((series, at): Drawn => {
    const properties = keptOf(series.properties);
    const type = properties.text("chartType");
    return {
      series,
      kept: properties,
      kind: (type === undefined ? undefined : CHART_KINDS.get(type)) ?? own,
      at,
      second: properties.text("axisGroup") === "Secondary",
      filtered: properties.flag("filtered") === true,
    };
  });
  // The chart's own kind comes first, by which it is known again.
  const groups = [...groupsOf(drawn)].sort(
    (a, b) =>
      Number(a[0]?.second) - Number(b[0]?.second) || Number(a[0]?.kind !== own) - Number(b[0]?.kind !== own),
  );
  const onlyVisible = kept.flag("plotVisibleOnly") !== false;
  const writing: SeriesWriting = { book, onlyVisible, chart: kept, labels: labelsOf(kept, "dataLabels") };
  const format = (second: boolean): string => {
    const values = drawn.find((one) => one.second === second)?.series.values;
    return (values && sourceCells(book, values, false)[0]?.format) ?? "General";
  };
  const categories = chart.series[0]?.categories;
  const across = (categories && sourceCells(book, categories, false)[0]?.format) ?? "General";
  const deep = isDeep(own);
  const axes = isRound(own)
    ? ""
    : axesPart(
        { chart: kept, kind: own, format: own.grouping === "percentStacked" ? "0%" : format(false) },
        across,
        deep,
      );
  const second = drawn.find((one) => one.second);
  const ground = kept.text("format.fill.color") || undefined;
  const blanks = BLANKS[kept.text("displayBlanksAs") ?? "NotPlotted"] ?? "gap";
  const style = kept.number("style");
  const parts = [
    val("date1904", false),
    val("lang", "ja-JP"),
    val("roundedCorners", false),
    style !== undefined && style >= 1 && style <= 48 ? val("style", style) : "",
    element("c:chart", {}, [
      kept.flag("title.visible") === false ? "" : titlePart(kept, "title", TITLE_LETTERS, false),
      val("autoTitleDeleted", kept.flag("title.visible") === false),
      isInSpace(own)
        ? element("c:view3D", {}, [val("rotX", 15), val("rotY", 20), val("rAngAx", !isRound(own))])
        : "",
      element("c:plotArea", {}, [
        layoutPart(kept, chart),
        ...(groups.length === 0 ? [[]] : groups).map((group) =>
          groupPart(group[0]?.kind ?? own, group, writing),
        ),
        axes,
        second ? secondAxesPart({ chart: keptOf({}), kind: second.kind, format: format(true) }) : "",
        boxPart(kept, "plotArea.format"),
      ]),
      legendPart(kept, isRound(own) || chart.series.length > 1),
      val("plotVisOnly", onlyVisible),
      val("dispBlanksAs", blanks),
    ]),
    element("c:spPr", {}, [
      ground === undefined ? GROUND.fill : solid(ground),
      chartLine(kept, "format.border", PALE_LINE),
    ]),
    chartText(kept, "format.font", SMALL_LETTERS),
  ];
  const lost = [
    ...kept.rest(),
    ...(style !== undefined && (style < 1 || style > 48) && style !== 201 ? ["style"] : []),
    ...drawn.flatMap(({ kept: each, at }) => each.rest().map((path) => `series.${at + 1}.${path}`)),
    ...(isScatter(own) && second ? ["series.axisGroup"] : []),
  ];
  return {
    xml: documentOf(
      element("c:chartSpace", { "xmlns:c": CHART, "xmlns:a": DRAWING, "xmlns:r": RELATIONS }, parts),
    ),
    lost,
  };
};
