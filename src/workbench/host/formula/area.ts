/** Where a reference points: references, areas and table parts turned into one another. */
import { type Area, type Cell, LAST_COLUMN, LAST_ROW, type TableShape } from "./shapes";
import type { Structured, TablePart } from "./structured";
import type { Axis, Reference } from "./tokens";

export function areaOf({ first, last = first }: Reference, sheet: string): Area {
  const rows = [first.row?.at ?? 0, last.row?.at ?? LAST_ROW];
  const columns = [first.column?.at ?? 0, last.column?.at ?? LAST_COLUMN];
  return {
    sheet,
    top: Math.min(...rows),
    bottom: Math.max(...rows),
    left: Math.min(...columns),
    right: Math.max(...columns),
  };
}

/** The same kind of reference (its `$` kept corner by corner) over another area. */
export function referenceOver(reference: Reference, area: Area): Reference {
  const { first, last } = reference;
  const corner = (at: { row?: Axis; column?: Axis }, row: number, column: number) => ({
    ...(at.row && { row: { ...at.row, at: row } }),
    ...(at.column && { column: { ...at.column, at: column } }),
  });
  if (!last) return { first: corner(first, area.top, area.left) };
  const upward = (first.row?.at ?? 0) > (last.row?.at ?? 0);
  const leftward = (first.column?.at ?? 0) > (last.column?.at ?? 0);
  return {
    first: corner(first, upward ? area.bottom : area.top, leftward ? area.right : area.left),
    last: corner(last, upward ? area.top : area.bottom, leftward ? area.left : area.right),
  };
}

export function contains(outer: Area, inner: Area): boolean {
  return (
    outer.sheet === inner.sheet &&
    outer.top <= inner.top &&
    outer.bottom >= inner.bottom &&
    outer.left <= inner.left &&
    outer.right >= inner.right
  );
}

function dataRows({ area, header, totals }: TableShape): [number, number] {
  return [area.top + (header ? 1 : 0), area.bottom - (totals ? 1 : 0)];
}

function rowsOf(table: TableShape, part: TablePart, home: Cell): [number, number] | "#REF!" | "#VALUE!" {
  const [top, bottom] = dataRows(table);
  switch (part) {
    case "#All":
      return [table.area.top, table.area.bottom];
    case "#Data":
      return [top, bottom];
    case "#Headers":
      return table.header ? [table.area.top, table.area.top] : "#REF!";
    case "#Totals":
      return table.totals ? [table.area.bottom, table.area.bottom] : "#REF!";
    case "#This Row":
      return home.row >= top && home.row <= bottom ? [home.row, home.row] : "#VALUE!";
  }
}

/** Column names are compared as Excel compares them: without case. */
export function columnOf(table: TableShape, name: string): number {
  const wanted = name.toLowerCase();
  return table.columns.findIndex((column) => column.toLowerCase() === wanted);
}

/** What a structured reference covers when it stands in `home`. */
export function structuredArea(
  table: TableShape,
  { parts, from, to }: Structured,
  home: Cell,
): Area | "#REF!" | "#VALUE!" {
  let top = Infinity;
  let bottom = -Infinity;
  for (const part of parts.length === 0 ? (["#Data"] as const) : parts) {
    const rows = rowsOf(table, part, home);
    if (typeof rows === "string") return rows;
    top = Math.min(top, rows[0]);
    bottom = Math.max(bottom, rows[1]);
  }
  if (top > bottom) return "#REF!";
  const first = from === undefined ? 0 : columnOf(table, from);
  const last = from === undefined ? table.columns.length - 1 : to === undefined ? first : columnOf(table, to);
  if (first < 0 || last < 0) return "#REF!";
  const { sheet, left } = table.area;
  return { sheet, top, bottom, left: left + Math.min(first, last), right: left + Math.max(first, last) };
}
