/** What a chart shows now: its names, categories and values, read off the cells. */
import { sheetById, type Book } from "../book";
import { asWireValue, BLANK, type Cell } from "../cells/cell";
import type { Chart, ChartSeries, ChartSource } from "./chart";
import { styleOf } from "../looks/effective";
import { cellAt } from "../cells/grid";
import type { Line } from "../sheets/sheet";
import { DEFAULT_STYLE, styleValue } from "../looks/style";
import { textOf } from "../cells/text";

export interface ShownCell {
  readonly value: Cell["value"];
  readonly text: string;
  readonly format: string;
}

const seen = (line: Line | undefined): boolean => !line?.hidden && !line?.filtered;

/** The cells of a source in their order; hidden rows and columns are left out when asked. */
export const sourceCells = (
  book: Book,
  { sheet: id, area }: ChartSource,
  onlyVisible: boolean,
): readonly ShownCell[] => {
  const sheet = sheetById(book, id);
  if (!sheet) return [];
  const found: ShownCell[] = [];
  // A whole column is as long as what is in it.
  const bottom = Math.min(area.bottom, sheet.grid.blocks.length * 64);
  for (let row = area.top; row <= bottom; row++) {
    if (onlyVisible && !seen(sheet.rows.get(row))) continue;
    for (let column = area.left; column <= area.right; column++) {
      if (onlyVisible && !seen(sheet.columns.get(column))) continue;
      const cell = cellAt(sheet.grid, row, column) ?? BLANK;
      const format = styleValue(styleOf(sheet, cell, row, column), "numberFormat");
      found.push({ value: cell.value, text: textOf(cell.value, format), format });
    }
  }
  return found;
};

export const sourceValues = (book: Book, source: ChartSource): unknown[] =>
  sourceCells(book, source, false).map(({ value }) => asWireValue(value));

export const seriesName = (book: Book, { name, nameSource }: ChartSeries): string => {
  if (!nameSource) return name;
  return sourceCells(book, nameSource, false)
    .map(({ text }) => text)
    .join(" ");
};

/** What a chart of this kind is called while nobody gave it a title: the name of its only series. */
export const titleOf = (book: Book, { properties, series }: Chart): string => {
  const given = properties["title.text"];
  if (typeof given === "string") return given;
  const [only, ...more] = series;
  return only && more.length === 0 ? seriesName(book, only) : "グラフ タイトル";
};

export interface ShownSeries {
  readonly series: ChartSeries;
  readonly name: string;
  readonly values: readonly ShownCell[];
  readonly categories: readonly ShownCell[];
  readonly sizes: readonly ShownCell[];
  readonly format: string;
}

export const shownSeries = (book: Book, chart: Chart): readonly ShownSeries[] => {
  const onlyVisible = chart.properties.plotVisibleOnly !== false;
  const read = (source: ChartSource | undefined) => (source ? sourceCells(book, source, onlyVisible) : []);
  return chart.series.flatMap((series) => {
    if (series.properties.filtered === true) return [];
    const values = read(series.values);
    // A column that is folded away takes its series along.
    if (series.values && values.length === 0) return [];
    return [
      {
        series,
        name: seriesName(book, series),
        values,
        categories: read(series.categories),
        sizes: read(series.sizes),
        format: values[0]?.format ?? DEFAULT_STYLE.numberFormat,
      },
    ];
  });
};
