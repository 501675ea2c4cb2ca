/** Contents of cells on their way into a sheet: written in runs, with their size known. */

import { type Area, areaName } from "../../address";
import { runsBy, runsUpTo } from "../../layout/runs";
import type { CellWrite } from "../../merge/merge";
import type { Content } from "../../plan-cells";
import { BLOCK_BYTES, sizeOf } from "../draw";

/** null leaves a cell of the user's own columns as it is. */
export function writeContents(
  sheet: Excel.Worksheet,
  area: Area,
  contents: readonly (readonly (Content | null)[])[],
): void {
  const range = sheet.getRange(areaName(area));
  range.numberFormat = contents.map((row) => row.map((content) => content?.format ?? null));
  range.formulas = contents.map((row) => row.map((content) => (content === null ? null : content.value)));
}

export function bytesOf(contents: readonly (Content | null)[]): number {
  return contents.reduce(
    (sum, content) => sum + (content === null ? 5 : sizeOf(content.value) + sizeOf(content.format)),
    0,
  );
}

export interface WriteRun {
  row: number;
  position: number;
  contents: Content[];
}

/** Neighbours below each other in one column are written together, as many as one write may carry. */
export function runsOfWrites(writes: readonly CellWrite[]): WriteRun[] {
  const sorted = [...writes].sort((one, other) => one.position - other.position || one.row - other.row);
  const stretches = runsBy(sorted, ({ row, position }, at) => `${position} ${row - at}`);
  return stretches.flatMap(([start, length]) => {
    const neighbours = sorted.slice(start, start + length);
    return runsUpTo(neighbours, BLOCK_BYTES, ({ content }) => bytesOf([content])).flatMap(
      ([first, count]) => {
        const own = neighbours.slice(first, first + count);
        const contents = own.map(({ content }) => content);
        return own.slice(0, 1).map(({ row, position }) => ({ row, position, contents }));
      },
    );
  });
}
