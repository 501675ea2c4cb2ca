/** One input for many cells, or one for each: what a program's scalar or matrix means for an area. */
import { refuse } from "../../refusal";
import { columnsOf, rowsOf, type Rectangle } from "../cells/rectangle";

export const isOneForAll = (input: unknown): boolean =>
  !Array.isArray(input) ||
  (input.length === 1 && Array.isArray(input[0]) && (input[0] as readonly unknown[]).length === 1);

/** One input for every cell of the area, from a scalar, a 1×1 matrix or a matrix of its size. */
export const spread = (input: unknown, area: Rectangle): ((row: number, column: number) => unknown) => {
  if (!Array.isArray(input)) return () => input;
  const rows: readonly unknown[] = input;
  if (isOneForAll(rows)) {
    const only: unknown = (rows[0] as readonly unknown[])[0];
    return () => only;
  }
  const columns = columnsOf(area);
  const fits =
    rows.length === rowsOf(area) && rows.every((row) => Array.isArray(row) && row.length === columns);
  if (!fits) {
    refuse(
      "InvalidArgument",
      "The number of rows or columns in the input array doesn't match the size or dimensions of the range.",
    );
  }
  return (row, column) => (rows[row] as readonly unknown[])[column];
};
