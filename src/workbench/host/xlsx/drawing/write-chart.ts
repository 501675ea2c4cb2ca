/** A chart as a file writes it. */
import type { Book } from "../../model/book";
import type { Chart } from "../../model/charts/chart";
import { sourceCells } from "../../model/charts/chart-data";
import { documentOf, element, RELATIONS } from "../markup";
import { GROUND, PALE_LINE, SMALL_LETTERS, TITLE_LETTERS } from "./automatic";
import { CHART_KINDS, isInSpace, isRound, isScatter } from "./chart-kinds";
import { solid } from "./ink";
import { keptOf, type Kept } from "./kept";
import { chartText } from "./lettering";
import { chartLine } from "./stroke";
import { trendlinesPart } from "./trendlines-in-file";
import { axesPart, secondAxesPart } from "./write-axes";
import { groupPart, groupsOf, isDeep, val, type Drawn } from "./write-groups";
import { labelsOf } from "./write-labels";
import type { SeriesWriting } from "./write-series";
import { boxPart, titlePart } from "./write-title";

const CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart";
const DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main";

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
        second ? secondAxesPart({ chart: kept, kind: second.kind, format: format(true) }) : "",
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
    ...drawn.flatMap(({ series, kind, at }) =>
      trendlinesPart(series, kind, at).lost.map((path) => `series.${at + 1}.${path}`),
    ),
    ...(isScatter(own) && second ? ["series.axisGroup"] : []),
  ];
  return {
    xml: documentOf(
      element("c:chartSpace", { "xmlns:c": CHART, "xmlns:a": DRAWING, "xmlns:r": RELATIONS }, parts),
    ),
    lost,
  };
};
