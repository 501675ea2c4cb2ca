/** Where a block could stand instead, when something stands in its way: which cells to try, nearest first. */
import { cellName, fullAddress, parseAddress } from "../../../sheets/address";
import { type InsertPreview } from "../../../sheets";

/** Excel's own last row and column, counted from 0. */
const lastRow = 1_048_575;
const lastColumn = 16_383;

/** How many places are asked of Excel before the pane says that it found none. */
export const mostTries = 6;

export interface Start {
  sheet: string;
  row: number;
  column: number;
}

export function startOf(preview: Pick<InsertPreview, "sheet" | "address">): Start | null {
  const parsed = parseAddress(preview.address);
  return parsed === null ? null : { sheet: preview.sheet, row: parsed.area.row, column: parsed.area.column };
}

export function addressOfStart({ sheet, row, column }: Start): string {
  return fullAddress(sheet, cellName(row, column));
}

/** The same row, beyond whatever is in the way, with an empty column between: Excel takes what touches a table for a part of it. */
export function toTheRight(preview: InsertPreview, tries: number): Start | null {
  const start = startOf(preview);
  if (start === null) return null;
  const column = pastObstacle(preview, "column", start.column, tries);
  return column + preview.columns - 1 > lastColumn ? null : { ...start, column };
}

/** The same column, below whatever is in the way, with an empty row between. */
export function below(preview: InsertPreview, tries: number): Start | null {
  const start = startOf(preview);
  if (start === null) return null;
  const row = pastObstacle(preview, "row", start.row, tries);
  return row + preview.rows - 1 > lastRow ? null : { ...start, row };
}

function pastObstacle(
  { occupied, merged }: InsertPreview,
  side: "row" | "column",
  from: number,
  tries: number,
): number {
  const taken = [...occupied, ...merged].flatMap((address) => {
    const area = parseAddress(address)?.area;
    if (area === undefined) return [];
    return [side === "row" ? area.row + area.rows - 1 : area.column + area.columns - 1];
  });
  // An empty part of a table has no occupied cells to go by: longer and longer steps get out of it.
  return taken.length === 0 ? from + 2 ** (tries + 1) : Math.max(...taken) + 2;
}
