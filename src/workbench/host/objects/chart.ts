/** Charts: stored and answered, drawn by nobody yet. */

import type { Chart, ChartSeries, ChartSource } from "../model/chart";
import { asWireValue } from "../model/cell";
import { readCell, sheetIn, takeId, updateSheet, type Draft } from "../model/draft";
import { guid } from "../model/book";
import { activateSheet } from "../model/sheets";
import { columnsOf, rowsOf, type Rectangle } from "../model/rectangle";
import { printAddress } from "../formula";
import { areaOf } from "../model/lookup";
import { refuse } from "../refusal";
import type { RangeRef } from "../session";
import {
  handle,
  isHandle,
  objectType,
  type Arguments,
  type ObjectType,
  type Scalar,
  type Turn,
} from "../wire/object-type";
import { anyNumber, flag, oneOf, optionalText, text } from "./arguments";
import { colorFrom } from "./color";
import { range } from "./range";
import { cellsOfRange, rangeAnywhere } from "./range-address";
import { worksheet } from "./worksheet";

interface ChartRef {
  readonly sheet: string;
  readonly id: string;
}

const of = (ref: ChartRef, draft: Draft): Chart =>
  sheetIn(draft, ref.sheet).charts.find(({ id }) => id === ref.id) ?? refuse("ItemNotFound");

const update = (draft: Draft, ref: ChartRef, patch: Partial<Chart>): void => {
  of(ref, draft);
  updateSheet(draft, ref.sheet, {
    charts: sheetIn(draft, ref.sheet).charts.map((each) =>
      each.id === ref.id ? { ...each, ...patch } : each,
    ),
  });
};

type Read = (value: unknown) => unknown;
const yes: Read = (value) => flag(value, false);

/** A property kept under its path: `title.text`. */
const kept = (path: string, fallback: unknown, read: Read = (value) => value): Scalar<ChartRef> => ({
  get: (ref, { draft }) => of(ref, draft).properties[path] ?? fallback,
  set: (ref, value, { draft }) =>
    update(draft, ref, { properties: { ...of(ref, draft).properties, [path]: read(value) } }),
});

const own = <Key extends "name" | "top" | "left" | "width" | "height" | "chartType">(
  key: Key,
  read: (value: unknown) => Chart[Key],
): Scalar<ChartRef> => ({
  get: (ref, { draft }) => of(ref, draft)[key],
  set: (ref, value, { draft }) => update(draft, ref, { [key]: read(value) }),
});

const size = (value: unknown): number => {
  const points = anyNumber(value);
  return points >= 0 ? points : refuse("InvalidArgument");
};

const fontAt = (path: string): ObjectType<ChartRef> =>
  objectType<ChartRef>(`ChartFont (${path})`, {
    scalars: {
      bold: kept(`${path}.bold`, false, yes),
      italic: kept(`${path}.italic`, false, yes),
      color: kept(`${path}.color`, "#595959", colorFrom),
      name: kept(`${path}.name`, "游ゴシック", text),
      size: kept(`${path}.size`, 10, anyNumber),
      underline: kept(`${path}.underline`, "None", (value) => oneOf(value, ["None", "Single"])),
    },
  });

const fillAt = (path: string): ObjectType<ChartRef> =>
  objectType<ChartRef>(`ChartFill (${path})`, {
    methods: {
      setSolidColor: (ref: ChartRef, args: Arguments, turn: Turn) =>
        kept(`${path}.color`, "", colorFrom).set?.(ref, args[0], turn),
      clear: (ref: ChartRef, _: Arguments, { draft }: Turn) => {
        const { [`${path}.color`]: __, ...properties } = of(ref, draft).properties;
        update(draft, ref, { properties });
      },
    },
  });

const formatAt = (path: string, name: string): ObjectType<ChartRef> => {
  const font = fontAt(`${path}.font`);
  const fill = fillAt(`${path}.fill`);
  return objectType<ChartRef>(`${name} (${path})`, {
    objects: { font: (ref: ChartRef) => handle(font, ref), fill: (ref: ChartRef) => handle(fill, ref) },
  });
};

const titleFormat = formatAt("title.format", "ChartTitleFormat");
const chartTitle: ObjectType<ChartRef> = objectType<ChartRef>("ChartTitle", {
  scalars: {
    text: {
      get: (ref, { draft }) => of(ref, draft).properties["title.text"] ?? "グラフ タイトル",
      set: (ref, value, { draft }) =>
        update(draft, ref, {
          properties: { ...of(ref, draft).properties, "title.text": text(value), "title.visible": true },
        }),
    },
    visible: kept("title.visible", true, yes),
    overlay: kept("title.overlay", false, yes),
    position: kept("title.position", "Top", (value) =>
      oneOf(value, ["Automatic", "Top", "Bottom", "Left", "Right"]),
    ),
    horizontalAlignment: kept("title.horizontalAlignment", "Center", text),
    verticalAlignment: kept("title.verticalAlignment", "Center", text),
    showShadow: kept("title.showShadow", false, yes),
  },
  objects: { format: (ref: ChartRef) => handle(titleFormat, ref) },
});

const legendFormat = formatAt("legend.format", "ChartLegendFormat");
const chartLegend: ObjectType<ChartRef> = objectType<ChartRef>("ChartLegend", {
  scalars: {
    visible: kept("legend.visible", true, yes),
    position: kept("legend.position", "Bottom", (value) =>
      oneOf(value, ["Top", "Bottom", "Left", "Right", "Corner", "Custom"]),
    ),
    overlay: kept("legend.overlay", false, yes),
    showShadow: kept("legend.showShadow", false, yes),
  },
  objects: { format: (ref: ChartRef) => handle(legendFormat, ref) },
});

const dataLabelsFormat = formatAt("dataLabels.format", "ChartDataLabelFormat");
const chartDataLabels: ObjectType<ChartRef> = objectType<ChartRef>("ChartDataLabels", {
  scalars: {
    showValue: kept("dataLabels.showValue", false, yes),
    showSeriesName: kept("dataLabels.showSeriesName", false, yes),
    showCategoryName: kept("dataLabels.showCategoryName", false, yes),
    showLegendKey: kept("dataLabels.showLegendKey", false, yes),
    showPercentage: kept("dataLabels.showPercentage", false, yes),
    position: kept("dataLabels.position", "OutsideEnd", text),
    separator: kept("dataLabels.separator", ", ", text),
    numberFormat: kept("dataLabels.numberFormat", "General", text),
  },
  objects: { format: (ref: ChartRef) => handle(dataLabelsFormat, ref) },
});

const axisAt = (axis: string): ObjectType<ChartRef> => {
  const path = `axes.${axis}`;
  const titleLook = formatAt(`${path}.title.format`, "ChartAxisTitleFormat");
  const look = formatAt(`${path}.format`, "ChartAxisFormat");
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
  const gridlines = (name: string, fallback: boolean) =>
    objectType<ChartRef>(`ChartGridlines (${axis}.${name})`, {
      scalars: { visible: kept(`${path}.${name}.visible`, fallback, yes) },
    });
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
      tickLabelPosition: kept(`${path}.tickLabelPosition`, "NextToAxis", text),
      displayUnit: kept(`${path}.displayUnit`, "None", text),
      categoryType: kept(`${path}.categoryType`, "Automatic", text),
      scaleType: kept(`${path}.scaleType`, "Linear", text),
    },
    objects: {
      title: (ref: ChartRef) => handle(title, ref),
      format: (ref: ChartRef) => handle(look, ref),
      majorGridlines: (ref: ChartRef) => handle(major, ref),
      minorGridlines: (ref: ChartRef) => handle(minor, ref),
    },
  });
};
const categoryAxis = axisAt("categoryAxis");
const valueAxis = axisAt("valueAxis");
const seriesAxis = axisAt("seriesAxis");
const chartAxes: ObjectType<ChartRef> = objectType<ChartRef>("ChartAxes", {
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

interface SeriesRef extends ChartRef {
  readonly series: string;
}
const seriesOf = (ref: SeriesRef, draft: Draft): ChartSeries =>
  of(ref, draft).series.find(({ id }) => id === ref.series) ?? refuse("ItemNotFound");
const updateSeries = (draft: Draft, ref: SeriesRef, patch: Partial<ChartSeries>): void => {
  seriesOf(ref, draft);
  update(draft, ref, {
    series: of(ref, draft).series.map((each) => (each.id === ref.series ? { ...each, ...patch } : each)),
  });
};
const keptOfSeries = (key: string, fallback: unknown, read: Read = (value) => value): Scalar<SeriesRef> => ({
  get: (ref, { draft }) => seriesOf(ref, draft).properties[key] ?? fallback,
  set: (ref, value, { draft }) =>
    updateSeries(draft, ref, { properties: { ...seriesOf(ref, draft).properties, [key]: read(value) } }),
});
const sourceFrom = (given: unknown): ChartSource => {
  if (!isHandle(given) || given.type.name !== "Range") return refuse("InvalidArgument");
  const ref = given.ref as RangeRef;
  return { sheet: ref.sheet, area: { ...cellsOfRange(ref) } };
};
const sourceOf = (ref: SeriesRef, dimension: unknown, draft: Draft): ChartSource | undefined => {
  const series = seriesOf(ref, draft);
  return oneOf(dimension, ["Categories", "Values", "XValues", "YValues"]) === "Values" ||
    dimension === "YValues"
    ? series.values
    : series.categories;
};
const seriesFill: ObjectType<SeriesRef> = objectType<SeriesRef>("ChartFill (series)", {
  methods: {
    setSolidColor: (ref: SeriesRef, args: Arguments, turn: Turn) =>
      keptOfSeries("format.fill.color", "", colorFrom).set?.(ref, args[0], turn),
    clear: (ref: SeriesRef, _: Arguments, { draft }: Turn) => {
      const { "format.fill.color": __, ...properties } = seriesOf(ref, draft).properties;
      updateSeries(draft, ref, { properties });
    },
  },
});
const seriesLine: ObjectType<SeriesRef> = objectType<SeriesRef>("ChartLineFormat (series)", {
  scalars: {
    color: keptOfSeries("format.line.color", "", colorFrom),
    weight: keptOfSeries("format.line.weight", 2.25, anyNumber),
    lineStyle: keptOfSeries("format.line.lineStyle", "Continuous", text),
  },
});
const seriesFormat: ObjectType<SeriesRef> = objectType<SeriesRef>("ChartSeriesFormat", {
  objects: {
    fill: (ref: SeriesRef) => handle(seriesFill, ref),
    line: (ref: SeriesRef) => handle(seriesLine, ref),
  },
});
interface PointRef extends SeriesRef {
  readonly point: number;
}
const pointFill: ObjectType<PointRef> = objectType<PointRef>("ChartFill (point)", {
  methods: {
    setSolidColor: (ref: PointRef, args: Arguments, turn: Turn) =>
      keptOfSeries(`points.${ref.point}.format.fill.color`, "", colorFrom).set?.(ref, args[0], turn),
    clear: (ref: PointRef, _: Arguments, { draft }: Turn) => {
      const { [`points.${ref.point}.format.fill.color`]: __, ...properties } = seriesOf(
        ref,
        draft,
      ).properties;
      updateSeries(draft, ref, { properties });
    },
  },
});
const pointFormat: ObjectType<PointRef> = objectType<PointRef>("ChartPointFormat", {
  objects: { fill: (ref: PointRef) => handle(pointFill, ref) },
});
const keptOfPoint = (key: string, fallback: unknown, read: Read): Scalar<PointRef> => ({
  get: (ref, turn) => keptOfSeries(`points.${ref.point}.${key}`, fallback, read).get(ref, turn),
  set: (ref, value, turn) =>
    keptOfSeries(`points.${ref.point}.${key}`, fallback, read).set?.(ref, value, turn),
});
const chartPoint: ObjectType<PointRef> = objectType<PointRef>("ChartPoint", {
  scalars: {
    value: {
      get: (ref, { draft }) => {
        const { values } = seriesOf(ref, draft);
        return values ? (valuesOf(draft, values)[ref.point] ?? null) : null;
      },
    },
    hasDataLabel: keptOfPoint("hasDataLabel", false, yes),
    markerStyle: keptOfPoint("markerStyle", "Automatic", text),
    markerSize: keptOfPoint("markerSize", 5, anyNumber),
    markerBackgroundColor: keptOfPoint("markerBackgroundColor", "", colorFrom),
    markerForegroundColor: keptOfPoint("markerForegroundColor", "", colorFrom),
  },
  objects: { format: (ref: PointRef) => handle(pointFormat, ref) },
});
const pointsOf = (ref: SeriesRef, draft: Draft): number => {
  const { values } = seriesOf(ref, draft);
  return values ? valuesOf(draft, values).length : 0;
};
const chartPoints: ObjectType<SeriesRef> = objectType<SeriesRef>("ChartPointsCollection", {
  items: (ref, { draft }) =>
    Array.from({ length: pointsOf(ref, draft) }, (_, point) => handle(chartPoint, { ...ref, point })),
  scalars: { count: { get: (ref, { draft }) => pointsOf(ref, draft) } },
});
const chartSeries: ObjectType<SeriesRef> = objectType<SeriesRef>("ChartSeries", {
  scalars: {
    name: {
      get: (ref, { draft }) => seriesOf(ref, draft).name,
      set: (ref, value, { draft }) => updateSeries(draft, ref, { name: text(value) }),
    },
    chartType: {
      get: (ref, { draft }) => seriesOf(ref, draft).properties.chartType ?? of(ref, draft).chartType,
      set: (ref, value, { draft }) =>
        updateSeries(draft, ref, {
          properties: { ...seriesOf(ref, draft).properties, chartType: text(value) },
        }),
    },
    hasDataLabels: keptOfSeries("hasDataLabels", false, yes),
    filtered: keptOfSeries("filtered", false, yes),
    gapWidth: keptOfSeries("gapWidth", 219, anyNumber),
    overlap: keptOfSeries("overlap", -27, anyNumber),
    markerStyle: keptOfSeries("markerStyle", "Automatic", text),
    markerSize: keptOfSeries("markerSize", 5, anyNumber),
    markerBackgroundColor: keptOfSeries("markerBackgroundColor", "", colorFrom),
    markerForegroundColor: keptOfSeries("markerForegroundColor", "", colorFrom),
    smooth: keptOfSeries("smooth", false, yes),
    axisGroup: keptOfSeries("axisGroup", "Primary", (value) => oneOf(value, ["Primary", "Secondary"])),
    doughnutHoleSize: keptOfSeries("doughnutHoleSize", 75, anyNumber),
    plotOrder: keptOfSeries("plotOrder", 1, anyNumber),
  },
  objects: {
    format: (ref: SeriesRef) => handle(seriesFormat, ref),
    points: (ref: SeriesRef) => handle(chartPoints, ref),
  },
  methods: {
    setValues: (ref: SeriesRef, args: Arguments, { draft }: Turn) =>
      updateSeries(draft, ref, { values: sourceFrom(args[0]) }),
    setXAxisValues: (ref: SeriesRef, args: Arguments, { draft }: Turn) =>
      updateSeries(draft, ref, { categories: sourceFrom(args[0]) }),
    delete: (ref: SeriesRef, _: Arguments, { draft }: Turn) =>
      update(draft, ref, { series: of(ref, draft).series.filter(({ id }) => id !== ref.series) }),
    getDimensionValues: (ref: SeriesRef, args: Arguments, { draft }: Turn) => {
      const source = sourceOf(ref, args[0], draft);
      return source ? valuesOf(draft, source) : [];
    },
    getDimensionDataSourceString: (ref: SeriesRef, args: Arguments, { draft }: Turn) => {
      const source = sourceOf(ref, args[0], draft);
      return source
        ? printAddress(areaOf(draft.book, source.sheet, source.area), { sheet: true, absolute: true })
        : "";
    },
    getDimensionDataSourceType: (ref: SeriesRef, args: Arguments, { draft }: Turn) =>
      sourceOf(ref, args[0], draft) ? "LocalRange" : "List",
  },
});
const valuesOf = (draft: Draft, { sheet, area }: ChartSource): unknown[] => {
  const values: unknown[] = [];
  for (let row = area.top; row <= area.bottom; row++) {
    for (let column = area.left; column <= area.right; column++) {
      values.push(asWireValue(readCell(draft, sheet, row, column).value));
    }
  }
  return values;
};

const chartSeriesCollection: ObjectType<ChartRef> = objectType<ChartRef>("ChartSeriesCollection", {
  items: (ref, { draft }) =>
    of(ref, draft).series.map(({ id }) => handle(chartSeries, { ...ref, series: id })),
  scalars: { count: { get: (ref, { draft }) => of(ref, draft).series.length } },
  methods: {
    add: (ref: ChartRef, args: Arguments, { draft }: Turn) => {
      const id = guid(takeId(draft));
      const { series } = of(ref, draft);
      const name = optionalText(args[0]) ?? `系列${series.length + 1}`;
      update(draft, ref, { series: [...series, { id, name, properties: {} }] });
      return handle(chartSeries, { ...ref, series: id });
    },
  },
});

const areaFormat = formatAt("format", "ChartAreaFormat");
const plotFill = fillAt("plotArea.format.fill");
const plotFormat: ObjectType<ChartRef> = objectType<ChartRef>("ChartPlotAreaFormat", {
  objects: { fill: (ref: ChartRef) => handle(plotFill, ref) },
});
const plotArea: ObjectType<ChartRef> = objectType<ChartRef>("ChartPlotArea", {
  scalars: {
    top: kept("plotArea.top", 0, anyNumber),
    left: kept("plotArea.left", 0, anyNumber),
    width: kept("plotArea.width", 0, anyNumber),
    height: kept("plotArea.height", 0, anyNumber),
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

/** Series as Excel reads them off a block: first row and first column are names where they are texts. */
const seriesFrom = (draft: Draft, { sheet, area }: ChartSource, seriesBy: string): readonly ChartSeries[] => {
  const byColumns = seriesBy === "Columns" || (seriesBy === "Auto" && rowsOf(area) >= columnsOf(area));
  const isText = (row: number, column: number) =>
    typeof readCell(draft, sheet, row, column).value === "string";
  const corner = readCell(draft, sheet, area.top, area.left).value;
  const header = rowsOf(area) > 1 && (isText(area.top, area.right) || corner === null);
  const labels = columnsOf(area) > 1 && (isText(area.bottom, area.left) || corner === null);
  const body: Rectangle = { ...area, top: area.top + (header ? 1 : 0), left: area.left + (labels ? 1 : 0) };
  const count = byColumns ? columnsOf(body) : rowsOf(body);
  const categories: Rectangle | undefined = byColumns
    ? labels
      ? { ...body, left: area.left, right: area.left }
      : undefined
    : header
      ? { ...body, top: area.top, bottom: area.top }
      : undefined;
  return Array.from({ length: count }, (_, at): ChartSeries => {
    const values = byColumns
      ? { ...body, left: body.left + at, right: body.left + at }
      : { ...body, top: body.top + at, bottom: body.top + at };
    const named = byColumns ? header : labels;
    const name = named
      ? String(
          asWireValue(
            readCell(draft, sheet, byColumns ? area.top : values.top, byColumns ? values.left : area.left)
              .value,
          ),
        )
      : `系列${at + 1}`;
    return {
      id: guid(takeId(draft)),
      name,
      values: { sheet, area: values },
      ...(categories ? { categories: { sheet, area: categories } } : {}),
      properties: {},
    };
  });
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
    chartType: own("chartType", text),
    style: kept("style", 201, anyNumber),
    plotBy: {
      get: (ref, { draft }) => of(ref, draft).seriesBy,
      set: (ref, value, { draft }) => {
        const seriesBy = oneOf(value, ["Columns", "Rows"]);
        const { source } = of(ref, draft);
        update(draft, ref, { seriesBy, ...(source ? { series: seriesFrom(draft, source, seriesBy) } : {}) });
      },
    },
    plotVisibleOnly: kept("plotVisibleOnly", true, yes),
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
  },
  methods: {
    activate: (ref: ChartRef, _: Arguments, { draft }: Turn) => {
      of(ref, draft);
      activateSheet(draft, ref.sheet);
      updateSheet(draft, ref.sheet, { activeChart: ref.id });
    },
    delete: (ref: ChartRef, _: Arguments, { draft }: Turn) => {
      of(ref, draft);
      const { activeChart } = sheetIn(draft, ref.sheet);
      updateSheet(draft, ref.sheet, {
        ...(activeChart === ref.id ? { activeChart: undefined } : {}),
        charts: sheetIn(draft, ref.sheet).charts.filter(({ id }) => id !== ref.id),
      });
      draft.happenings.push({ kind: "chart", sheet: ref.sheet, chart: ref.id, what: "deleted" });
    },
    setData: (ref: ChartRef, args: Arguments, { draft }: Turn) => {
      const source = sourceFrom(args[0]);
      const seriesBy = oneOf(args[1], SERIES_BY, "Auto");
      update(draft, ref, { source, seriesBy, series: seriesFrom(draft, source, seriesBy) });
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
    const found = sheetIn(draft, ref.sheet).charts.find(({ id, name }) => id === key || name === key);
    return found ? handle(chart, { ...ref, id: found.id }) : null;
  },
  scalars: { count: { get: (ref, { draft }) => sheetIn(draft, ref.sheet).charts.length } },
  methods: {
    add: (ref: ChartsRef, args: Arguments, { draft }: Turn) => {
      const id = guid(takeId(draft));
      const source = sourceFrom(args[1]);
      const seriesBy = oneOf(args[2], SERIES_BY, "Auto");
      const number = sheetIn(draft, ref.sheet).charts.length + 1;
      const made: Chart = {
        id,
        name: `グラフ ${number}`,
        chartType: text(args[0]),
        source,
        seriesBy,
        top: 100,
        left: 200,
        width: 360,
        height: 216,
        series: seriesFrom(draft, source, seriesBy),
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
