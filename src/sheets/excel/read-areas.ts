/** What stands in areas of the workbook, in as few requests as their size allows. */

import type { Area } from "../address";
import type { CellValue } from "../cell-values";
import { type Batch, codeOf } from "./connection";

type Member = "values" | "formulas";

/** Cells beyond which an answer is asked for in several requests: Excel on the web gives 5 MB at most, and formulas are long. */
const cellsPerRead: Record<Member, number> = { values: 150_000, formulas: 20_000 };

interface Piece {
  sheet: string;
  area: Area;
  /** Where its rows go. */
  matrix: CellValue[][];
}

/** All areas in as few requests as their size allows; a large one in pieces of rows. */
export async function readAreas<Place extends { sheet: string; area: Area }>(
  batch: Batch,
  areas: readonly Place[],
  member: Member = "values",
): Promise<(Omit<Place, "matrix"> & Piece)[]> {
  const read = areas.map((place) => ({ ...place, matrix: [] as CellValue[][] }));
  let waiting: Piece[] = [];
  let cells = 0;
  const collect = async (): Promise<void> => {
    await readTogether(batch, waiting, member);
    waiting = [];
    cells = 0;
  };
  for (const { sheet, area, matrix } of read) {
    const rowsPerRead = Math.max(1, Math.floor(cellsPerRead[member] / area.columns));
    for (let row = 0; row < area.rows; row += rowsPerRead) {
      const rows = Math.min(rowsPerRead, area.rows - row);
      if (cells + rows * area.columns > cellsPerRead[member]) await collect();
      waiting.push({ sheet, area: { ...area, row: area.row + row, rows }, matrix });
      cells += rows * area.columns;
    }
  }
  await collect();
  return read;
}

/**
 * How long texts are is known only when the answer turns out too large: then it is asked for in halves. Whatever else was asked
 * for in the same request is lost with it, so whoever needs it sends it before.
 */
async function readTogether(batch: Batch, pieces: readonly Piece[], member: Member): Promise<void> {
  if (pieces.length === 0) return;
  const { context, sync } = batch;
  const ranges = pieces.map(({ sheet, area: { row, column, rows, columns }, matrix }) => ({
    matrix,
    range: context.workbook.worksheets
      .getItem(sheet)
      .getRangeByIndexes(row, column, rows, columns)
      .load(member),
  }));
  try {
    await sync();
  } catch (error) {
    const [first, second] = halvesOf(pieces);
    if (codeOf(error) !== "ResponsePayloadSizeLimitExceeded" || second.length === 0) throw error;
    await readTogether(batch, first, member);
    await readTogether(batch, second, member);
    return;
  }
  for (const { matrix, range } of ranges) matrix.push(...(range[member] as CellValue[][]));
}

/** By pieces, and where there is one only, by its rows. A single row cannot be halved. */
function halvesOf(pieces: readonly Piece[]): [Piece[], Piece[]] {
  const middle = Math.ceil(pieces.length / 2);
  if (pieces.length > 1) return [pieces.slice(0, middle), pieces.slice(middle)];
  const rows = pieces.map((piece) => ({ piece, upper: Math.ceil(piece.area.rows / 2) }));
  return [
    rows.map(({ piece, upper }) => ({ ...piece, area: { ...piece.area, rows: upper } })),
    rows
      .filter(({ piece, upper }) => piece.area.rows > upper)
      .map(({ piece, upper }) => ({
        ...piece,
        area: { ...piece.area, row: piece.area.row + upper, rows: piece.area.rows - upper },
      })),
  ];
}
