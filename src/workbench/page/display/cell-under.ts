/** Which cell a pointer is over, and how far into it. */
import type { Places } from "./place";

export interface CellUnder {
  readonly row: number;
  readonly column: number;
  /** Pixels from its upper left corner. */
  readonly across: number;
  readonly down: number;
}

export function cellUnder(
  places: Places,
  { clientX, clientY }: { readonly clientX: number; readonly clientY: number },
): CellUnder | undefined {
  const { left, top } = places.layer.getBoundingClientRect();
  const x = clientX - left;
  const y = clientY - top;
  const headers = places.headers();
  if (x < headers.left || y < headers.top) return undefined;
  const at = (axis: "rows" | "columns", where: number) =>
    places.onScreen(axis).find(({ start, size }) => where >= start && where < start + size);
  const row = at("rows", y);
  const column = at("columns", x);
  return row && column
    ? { row: row.index, column: column.index, across: x - column.start, down: y - row.start }
    : undefined;
}
