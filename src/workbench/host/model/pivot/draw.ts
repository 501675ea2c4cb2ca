/** Puts a PivotTable's report into the cells of its sheet, and takes away what it showed before. */
import { refuse } from "../../refusal";
import { autofitColumns } from "../looks/autofit";
import { tablesOn } from "../book";
import { showsSomething } from "../cells/cell";
import { readCell, sheetIn, writeCell, type Draft } from "../draft";
import { eachCell } from "../cells/grid";
import { containsCell, isOnSheet, overlaps, rectangle, type Rectangle } from "../cells/rectangle";
import { restyled, type Style } from "../looks/style";
import type { Pivot } from "./pivot";
import { pivotsOn, replacePivot } from "./in-book";
import { formatOf, reportOf, type Report } from "./report";
import type { Shown } from "./shown";

/** Filters stand above the rest, with a blank row between. */
const filterHeight = ({ filters }: { readonly filters: readonly unknown[] }): number =>
  filters.length > 0 ? filters.length + 1 : 0;

const OVERLAP = "A PivotTable report cannot overlap a table or another PivotTable report.";
const NOT_BLANK = "There's already data where the PivotTable report would be written.";

const isBlank = (draft: Draft, sheet: string, area: Rectangle, but?: Rectangle): boolean => {
  let blank = true;
  eachCell(sheetIn(draft, sheet).grid, area, (cell, row, column) => {
    if (showsSomething(cell) && !(but && containsCell(but, row, column))) blank = false;
  });
  return blank;
};

/** New filters go above the report where there is room, else the report makes way. */
const topFor = (draft: Draft, pivot: Pivot, report: Report, before: Pivot | undefined): number => {
  const { top, left } = pivot.area;
  const body = top + (before ? filterHeight(before) : 0);
  const wanted = body - filterHeight(report);
  if (wanted < 0) return 0;
  return wanted >= top || isBlank(draft, pivot.sheet, rectangle(wanted, left, top - wanted, 2))
    ? wanted
    : top;
};

const areaFor = (draft: Draft, pivot: Pivot, report: Report, before: Pivot | undefined): Rectangle =>
  rectangle(
    topFor(draft, pivot, report, before),
    pivot.area.left,
    filterHeight(report) + report.body.length,
    Math.max(report.width, report.filters.length > 0 ? 2 : 1),
  );

const assertRoom = (draft: Draft, pivot: Pivot, area: Rectangle, before: Pivot | undefined): void => {
  if (!isOnSheet(area)) refuse("InvalidArgument");
  const taken = [
    ...tablesOn(draft.book, pivot.sheet),
    ...pivotsOn(draft.book, pivot.sheet).filter(({ id }) => id !== pivot.id),
  ];
  if (taken.some((one) => overlaps(one.area, area))) refuse("InvalidOperation", OVERLAP);
  if (sheetIn(draft, pivot.sheet).protection) refuse("AccessDenied");
  if (!isBlank(draft, pivot.sheet, area, before?.area)) refuse("InvalidOperation", NOT_BLANK);
};

/** Number formats that the report gave its cells, as against those people gave them. */
const ownFormats = (pivot: Pivot | undefined): ReadonlySet<string> =>
  new Set(pivot ? [...pivot.cache.formats, ...pivot.data.flatMap((data) => formatOf(data) ?? [])] : []);

/** Formats people gave the cells are kept; what the report itself says about a cell's look is laid over them. */
const styleFor = (
  old: Style | undefined,
  shown: Shown | undefined,
  own: ReadonlySet<string>,
): Style | undefined => {
  const given = old?.numberFormat !== undefined && own.has(old.numberFormat) ? undefined : old?.numberFormat;
  return restyled(old, {
    indentLevel: shown?.indent ?? 0,
    numberFormat: shown?.format ?? given ?? "General",
  });
};

export const erasePivot = (draft: Draft, { sheet, area }: Pivot, but?: Rectangle): void => {
  for (let row = area.top; row <= area.bottom; row++) {
    for (let column = area.left; column <= area.right; column++) {
      if (!but || !containsCell(but, row, column)) writeCell(draft, sheet, row, column, undefined);
    }
  }
};

/** `pivot` as it is to be from now on: stored, and shown. */
export const drawPivot = (draft: Draft, pivot: Pivot, before?: Pivot): void => {
  const report = reportOf(pivot);
  const area = areaFor(draft, pivot, report, before);
  assertRoom(draft, pivot, area, before);
  if (before) erasePivot(draft, before, area);
  const own = ownFormats(before);
  const rows = [...report.filters, ...(report.filters.length > 0 ? [[]] : []), ...report.body];
  rows.forEach((cells, at) => {
    const row = area.top + at;
    for (let column = area.left; column <= area.right; column++) {
      const shown = cells[column - area.left];
      const old = pivot.layout.preserveFormatting
        ? readCell(draft, pivot.sheet, row, column).style
        : undefined;
      const style = styleFor(old, shown, own);
      writeCell(draft, pivot.sheet, row, column, {
        value: shown?.value ?? null,
        ...(style ? { style } : {}),
      });
    }
  });
  replacePivot(draft, { ...pivot, area });
  if (pivot.layout.autoFormat) autofitColumns(draft, pivot.sheet, area);
};

/** Where the parts of a report are on the sheet. */
export interface Parts {
  readonly body: Rectangle;
  readonly filters?: Rectangle;
  readonly rowLabels: Rectangle;
  readonly columnLabels: Rectangle;
  readonly values?: Rectangle;
}

export const partsOf = (pivot: Pivot, report: Report): Parts => {
  const { left } = pivot.area;
  const top = pivot.area.top + filterHeight(report);
  const body = rectangle(top, left, report.body.length, report.width);
  const lastHeading = top + Math.max(report.headings - 1, 0);
  const firstValue = left + report.labels;
  return {
    body,
    ...(report.filters.length > 0
      ? { filters: rectangle(pivot.area.top, left, report.filters.length, 2) }
      : {}),
    rowLabels: { top: lastHeading, left, bottom: body.bottom, right: Math.max(firstValue - 1, left) },
    columnLabels: { top, left: Math.min(firstValue, body.right), bottom: lastHeading, right: body.right },
    ...(report.columns.length > 0 && pivot.data.length > 0
      ? { values: { top: top + report.headings, left: firstValue, bottom: body.bottom, right: body.right } }
      : {}),
  };
};
