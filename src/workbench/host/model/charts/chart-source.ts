/** The series a chart has when it is made of a block of cells. */
import { guid } from "../book";
import type { ChartSeries, ChartSource } from "./chart";
import { readCell, takeId, type Draft } from "../draft";
import { columnsOf, rowsOf, type Rectangle } from "../cells/rectangle";

/** Left to Excel, series stand along the longer side. */
export const isByColumns = ({ area }: ChartSource, seriesBy: string): boolean =>
  seriesBy === "Columns" || (seriesBy === "Auto" && rowsOf(area) >= columnsOf(area));

/** Series as Excel reads them off a block: first row and first column are names where they are texts. */
export const seriesFrom = (
  draft: Draft,
  { sheet, area }: ChartSource,
  seriesBy: string,
  chartType: string,
): readonly ChartSeries[] => {
  const byColumns = isByColumns({ sheet, area }, seriesBy);
  const isText = (row: number, column: number) =>
    typeof readCell(draft, sheet, row, column).value === "string";
  // The first of several columns of a scatter chart is what the others are drawn over.
  const over = /^XYScatter|^Bubble/.test(chartType) && (byColumns ? columnsOf(area) : rowsOf(area)) > 1;
  const corner = readCell(draft, sheet, area.top, area.left).value;
  const header =
    rowsOf(area) > 1 && (isText(area.top, area.right) || corner === null || (over && !byColumns));
  const labels =
    columnsOf(area) > 1 && (isText(area.bottom, area.left) || corner === null || (over && byColumns));
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
    const named = (byColumns ? header : labels)
      ? byColumns
        ? { ...values, top: area.top, bottom: area.top }
        : { ...values, left: area.left, right: area.left }
      : undefined;
    return {
      id: guid(takeId(draft)),
      name: `系列${at + 1}`,
      ...(named ? { nameSource: { sheet, area: named } } : {}),
      values: { sheet, area: values },
      ...(categories ? { categories: { sheet, area: categories } } : {}),
      properties: {},
    };
  });
};
