/** What lies on a sheet and moves with its cells: comments, links, rules, charts, breaks, bindings. */
import { LAST_COLUMN, LAST_ROW } from "../../formula";
import { sheetIn, updateBook, updateSheet, type Draft } from "../draft";
import { floatingAfter } from "../attached/floating";
import {
  columnsOf,
  isWholeColumns,
  isWholeRows,
  rectangle,
  rowsOf,
  type Rectangle,
} from "../cells/rectangle";
import type { Line, Lines } from "../sheets/sheet";
import { shiftedPieces, shiftedRectangle, type Push, type Shift } from "./shift";

const shiftLines = (
  lines: Lines,
  kind: "insert" | "delete",
  at: number,
  count: number,
  last: number,
): Lines => {
  if (lines.size === 0) return lines;
  const next = new Map<number, Line>();
  for (const [index, line] of lines) {
    if (index < at) next.set(index, line);
    else if (kind === "insert") {
      if (index + count <= last) next.set(index + count, line);
    } else if (index >= at + count) next.set(index - count, line);
  }
  return next;
};

export const shiftBelongings = (draft: Draft, id: string, shift: Push): void => {
  const sheet = sheetIn(draft, id);
  const pieces = (areas: readonly Rectangle[]) => shiftedPieces(areas, shift);
  const one = (area: Rectangle | undefined) => area && shiftedRectangle(area, shift);
  const rows = shift.along === "rows" && isWholeRows(shift.area);
  const columns = shift.along === "columns" && isWholeColumns(shift.area);
  const filter = sheet.filter && one(sheet.filter.area);
  const { printArea, titleRows, titleColumns } = sheet.pageLayout;
  /** What hangs on a cell goes where the cell goes, or with it. */
  const inItsCell = <Hanging extends { readonly row: number; readonly column: number }>(
    hanging: Hanging,
  ): readonly Hanging[] => {
    const cell = one(rectangle(hanging.row, hanging.column));
    return cell ? [{ ...hanging, row: cell.top, column: cell.left }] : [];
  };
  updateSheet(draft, id, {
    ...(rows
      ? { rows: shiftLines(sheet.rows, shift.kind, shift.area.top, rowsOf(shift.area), LAST_ROW) }
      : {}),
    ...(columns
      ? {
          columns: shiftLines(sheet.columns, shift.kind, shift.area.left, columnsOf(shift.area), LAST_COLUMN),
        }
      : {}),
    comments: sheet.comments.flatMap(inItsCell),
    notes: sheet.notes.flatMap(inItsCell),
    pageBreaks: {
      rows: rows
        ? shiftBreaks(sheet.pageBreaks.rows, shift.kind, shift.area.top, rowsOf(shift.area))
        : sheet.pageBreaks.rows,
      columns: columns
        ? shiftBreaks(sheet.pageBreaks.columns, shift.kind, shift.area.left, columnsOf(shift.area))
        : sheet.pageBreaks.columns,
    },
    links: sheet.links.flatMap((link) => pieces([link.area]).map((area) => ({ ...link, area }))),
    merged: sheet.merged.flatMap((area) => one(area) ?? []),
    validations: sheet.validations
      .map((each) => ({ ...each, areas: pieces(each.areas) }))
      .filter(({ areas }) => areas.length > 0),
    conditionalFormats: sheet.conditionalFormats
      .map((each) => ({ ...each, areas: pieces(each.areas) }))
      .filter(({ areas }) => areas.length > 0),
    filter: filter && sheet.filter ? { ...sheet.filter, area: filter } : undefined,
    pageLayout: {
      ...sheet.pageLayout,
      ...(printArea ? { printArea: printArea.flatMap((area) => one(area) ?? []) } : {}),
      ...(titleRows ? { titleRows: one(titleRows) } : {}),
      ...(titleColumns ? { titleColumns: one(titleColumns) } : {}),
    },
    ...(rows || columns
      ? {
          shapes: sheet.shapes.map((shape) => floatingAfter(shape, shape.properties.placement, sheet, shift)),
        }
      : {}),
    charts: sheet.charts.map((chart) => ({
      ...(rows || columns ? floatingAfter(chart, chart.properties.placement, sheet, shift) : chart),
      series: chart.series.map((series) => ({
        ...series,
        ...(series.values?.sheet === id ? { values: movedSource(series.values, shift) } : {}),
        ...(series.categories?.sheet === id ? { categories: movedSource(series.categories, shift) } : {}),
        ...(series.nameSource?.sheet === id ? { nameSource: movedSource(series.nameSource, shift) } : {}),
        ...(series.sizes?.sheet === id ? { sizes: movedSource(series.sizes, shift) } : {}),
      })),
    })),
  });
};

export const shiftBindings = (draft: Draft, id: string, shift: Shift): void => {
  if (draft.book.bindings.length === 0) return;
  updateBook(draft, {
    bindings: draft.book.bindings.map((binding) => {
      if (binding.sheet !== id || !binding.area) return binding;
      const { area: old, ...rest } = binding;
      const area = shiftedRectangle(old, shift);
      return area ? { ...rest, area } : rest;
    }),
  });
};

const shiftBreaks = (
  breaks: readonly number[],
  kind: "insert" | "delete",
  at: number,
  count: number,
): readonly number[] =>
  breaks.flatMap((index) => {
    if (index < at) return [index];
    if (kind === "insert") return [index + count];
    return index >= at + count ? [index - count] : [];
  });

const movedSource = (source: { sheet: string; area: Rectangle }, shift: Shift) => ({
  ...source,
  area: shiftedRectangle(source.area, shift) ?? source.area,
});
