/** Charts: their place, their kind, their source, and the collection of a sheet. */
import { guid } from "../../model/book";
import type { Chart } from "../../model/charts/chart";
import { deleteChart, selectChart } from "../../model/charts/charts";
import { isByColumns, seriesFrom } from "../../model/charts/chart-source";
import { sheetIn, takeId, updateSheet } from "../../model/draft";
import { activateSheet } from "../../model/sheets/sheets";
import { refuse } from "../../refusal";
import type { RangeRef } from "../../session";
import { handle, objectType, type Arguments, type ObjectType, type Turn } from "../../wire/object-type";
import { anyNumber, oneOf, text, wholeNumber } from "../arguments";
import { chartAxes } from "./axis";
import { chartDataLabels } from "./labels";
import { chartBag, formatAt, formatIn, kept, laid, of, own, size, update, yes, type ChartRef } from "./parts";
import { chartDataTable } from "./data-table";
import { chartSeriesCollection } from "./series";
import { sourceFrom } from "./series-kept";
import { chartLegend, chartTitle } from "./title";
import { chartTypeFrom } from "./types";
import { range } from "../range/range";
import { rangeAnywhere } from "../range/address";
import { worksheet } from "../sheet/worksheet";

const areaFormat = formatIn("ChartAreaFormat", "format", chartBag, "format", ["font", "fill", "border"], {
  scalars: {
    roundedCorners: kept("format.roundedCorners", false, yes),
    colorScheme: kept("format.colorScheme", "ColorfulPalette1", text),
  },
});
const pivotOptions: ObjectType<ChartRef> = objectType<ChartRef>("ChartPivotOptions", {
  scalars: Object.fromEntries(
    [
      "showAxisFieldButtons",
      "showLegendFieldButtons",
      "showReportFilterFieldButtons",
      "showValueFieldButtons",
    ].map((key) => [key, kept(`pivotOptions.${key}`, true, yes)]),
  ),
});
const plotFormat = formatAt("plotArea.format", "ChartPlotAreaFormat", ["fill", "border"]);
const plotArea: ObjectType<ChartRef> = objectType<ChartRef>("ChartPlotArea", {
  scalars: {
    top: laid("plotArea.top", ({ plot }) => plot.top),
    left: laid("plotArea.left", ({ plot }) => plot.left),
    width: laid("plotArea.width", ({ plot }) => plot.width),
    height: laid("plotArea.height", ({ plot }) => plot.height),
    insideTop: laid("plotArea.insideTop", ({ inside }) => inside.top),
    insideLeft: laid("plotArea.insideLeft", ({ inside }) => inside.left),
    insideWidth: laid("plotArea.insideWidth", ({ inside }) => inside.width),
    insideHeight: laid("plotArea.insideHeight", ({ inside }) => inside.height),
    position: kept("plotArea.position", "Automatic", (value) => oneOf(value, ["Automatic", "Custom"])),
  },
  objects: { format: (ref: ChartRef) => handle(plotFormat, ref) },
});

const place = (sheet: string, start: RangeRef, end: RangeRef | undefined, turn: Turn) => {
  const point = (ref: RangeRef, key: "top" | "left" | "width" | "height") =>
    Number(range.scalars?.[key]?.get(ref, turn) ?? 0);
  if (start.sheet !== sheet || (end && end.sheet !== sheet)) refuse("InvalidArgument");
  const top = point(start, "top");
  const left = point(start, "left");
  if (!end) return { top, left };
  return {
    top,
    left,
    width: point(end, "left") + point(end, "width") - left,
    height: point(end, "top") + point(end, "height") - top,
  };
};

const SERIES_BY = ["Auto", "Columns", "Rows"] as const;

export const chart: ObjectType<ChartRef> = objectType<ChartRef>("Chart", {
  identity: (ref) => ({ Id: ref.id }),
  scalars: {
    id: { get: (ref) => ref.id },
    name: own("name", text),
    top: own("top", size),
    left: own("left", size),
    width: own("width", size),
    height: own("height", size),
    // A chart that is made another kind has no series of a kind of their own any more.
    chartType: {
      get: (ref, { draft }) => of(ref, draft).chartType,
      set: (ref, value, { draft }) => {
        const chartType = chartTypeFrom(value);
        const series = of(ref, draft).series.map((one) => {
          const { chartType: _, ...properties } = one.properties;
          return { ...one, properties };
        });
        update(draft, ref, { chartType, series });
      },
    },
    style: kept("style", 201, anyNumber),
    plotBy: {
      get: (ref, { draft }) => {
        const { seriesBy, source } = of(ref, draft);
        return seriesBy === "Auto" ? (source && isByColumns(source, "Auto") ? "Columns" : "Rows") : seriesBy;
      },
      set: (ref, value, { draft }) => {
        const seriesBy = oneOf(value, ["Columns", "Rows"]);
        const { source } = of(ref, draft);
        update(draft, ref, {
          seriesBy,
          ...(source ? { series: seriesFrom(draft, source, seriesBy, of(ref, draft).chartType) } : {}),
        });
      },
    },
    plotVisibleOnly: kept("plotVisibleOnly", true, yes),
    showDataLabelsOverMaximum: kept("showDataLabelsOverMaximum", true, yes),
    showAllFieldButtons: kept("showAllFieldButtons", false, yes),
    categoryLabelLevel: kept("categoryLabelLevel", -1, wholeNumber),
    seriesNameLevel: kept("seriesNameLevel", -1, wholeNumber),
    displayBlanksAs: kept("displayBlanksAs", "NotPlotted", (value) =>
      oneOf(value, ["NotPlotted", "Zero", "Interplotted"]),
    ),
  },
  objects: {
    title: (ref: ChartRef) => handle(chartTitle, ref),
    legend: (ref: ChartRef) => handle(chartLegend, ref),
    dataLabels: (ref: ChartRef) => handle(chartDataLabels, ref),
    axes: (ref: ChartRef) => handle(chartAxes, ref),
    series: (ref: ChartRef) => handle(chartSeriesCollection, ref),
    format: (ref: ChartRef) => handle(areaFormat, ref),
    plotArea: (ref: ChartRef) => handle(plotArea, ref),
    worksheet: (ref: ChartRef) => handle(worksheet, { id: ref.sheet }),
    pivotOptions: (ref: ChartRef) => handle(pivotOptions, ref),
  },
  methods: {
    getDataTable: (ref: ChartRef, _: Arguments, { draft }: Turn) => {
      of(ref, draft);
      return handle(chartDataTable, ref);
    },
    activate: (ref: ChartRef, _: Arguments, { draft }: Turn) => {
      of(ref, draft);
      activateSheet(draft, ref.sheet);
      selectChart(draft, ref.sheet, ref.id);
    },
    delete: (ref: ChartRef, _: Arguments, { draft }: Turn) => deleteChart(draft, ref.sheet, ref.id),
    setData: (ref: ChartRef, args: Arguments, { draft }: Turn) => {
      const source = sourceFrom(args[0]);
      const seriesBy = oneOf(args[1], SERIES_BY, "Auto");
      update(draft, ref, {
        source,
        seriesBy,
        series: seriesFrom(draft, source, seriesBy, of(ref, draft).chartType),
      });
    },
    getImage: (ref: ChartRef, args: Arguments, { draft, session }: Turn) => {
      const drawn = of(ref, draft);
      const wanted = (given: unknown): number | undefined =>
        given === null || given === undefined ? undefined : size(given);
      const [width, height] = [wanted(args[0]), wanted(args[1])];
      oneOf(args[2], ["Fit", "FitAndCenter", "Fill"], "Fit");
      return (
        session.host.drawChart?.(draft.book, drawn, { width, height }) ??
        refuse("NotImplemented", "Chart.getImage: only the workbench's page draws charts.")
      );
    },
    setPosition: (ref: ChartRef, args: Arguments, turn: Turn) => {
      const { draft } = turn;
      const start = rangeAnywhere(draft.book, args[0], ref.sheet);
      const end =
        args[1] === null || args[1] === undefined ? undefined : rangeAnywhere(draft.book, args[1], ref.sheet);
      update(draft, ref, place(ref.sheet, start, end, turn));
    },
  },
});

interface ChartsRef {
  readonly sheet: string;
}

export const charts: ObjectType<ChartsRef> = objectType<ChartsRef>("ChartCollection", {
  items: (ref, { draft }) => sheetIn(draft, ref.sheet).charts.map(({ id }) => handle(chart, { ...ref, id })),
  item: (ref, key, { draft }) => {
    const all = sheetIn(draft, ref.sheet).charts;
    const found =
      all.find(({ id, name }) => id === key || name === key) ??
      // An English Excel calls the first one `Chart 1`: programs written there ask for it.
      all.find(({ name }) => name === String(key).replace(/^Chart (?=\d+$)/i, "グラフ "));
    return found ? handle(chart, { ...ref, id: found.id }) : null;
  },
  scalars: { count: { get: (ref, { draft }) => sheetIn(draft, ref.sheet).charts.length } },
  methods: {
    add: (ref: ChartsRef, args: Arguments, { draft }: Turn) => {
      const id = guid(takeId(draft));
      const chartType = chartTypeFrom(args[0]);
      const source = sourceFrom(args[1]);
      const seriesBy = oneOf(args[2], SERIES_BY, "Auto");
      const number = sheetIn(draft, ref.sheet).charts.length + 1;
      const made: Chart = {
        id,
        name: `グラフ ${number}`,
        chartType,
        source,
        seriesBy,
        top: 100,
        left: 200,
        width: 360,
        height: 216,
        series: seriesFrom(draft, source, seriesBy, chartType),
        properties: {},
      };
      updateSheet(draft, ref.sheet, { charts: [...sheetIn(draft, ref.sheet).charts, made] });
      draft.happenings.push({ kind: "chart", sheet: ref.sheet, chart: id, what: "added" });
      return handle(chart, { ...ref, id });
    },
    _getItem: (ref: ChartsRef, args: Arguments, turn: Turn) =>
      charts.item?.(ref, args[0], turn) ?? refuse("ItemNotFound"),
  },
});
