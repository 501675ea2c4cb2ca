/** Arguments that may be one cell or a range: the answer has the shape of what was given. */
import { type Answer, type Argument, type CellInput, type Refusal, wrongUse } from "./definition";

/** A single value is a range of one cell. */
export function asMatrix(argument: Argument): CellInput[][] {
  return Array.isArray(argument) ? argument : [[argument ?? null]];
}

export function isOmitted(argument: Argument): argument is null | undefined {
  return argument === null || argument === undefined;
}

/** The only cell of an argument; null where it is a larger range. */
export function onlyCell(argument: Argument): { cell: CellInput } | null {
  if (!Array.isArray(argument)) return { cell: argument ?? null };
  const row = argument[0];
  return argument.length === 1 && row?.length === 1 ? { cell: row[0] ?? null } : null;
}

export function eachCell(argument: Argument, answer: (cell: CellInput) => Answer): Answer[][] {
  return asMatrix(argument).map((row) => row.map(answer));
}

/** No cell was given, so there is nothing to read: another thing than a blank cell. */
export const omitted: unique symbol = Symbol("omitted");
export type GivenCell = CellInput | typeof omitted;

/** More than one cell was given. */
export const several: unique symbol = Symbol("several");

/** The one cell of an argument, or that there was no argument. */
export function oneCell(argument: Argument): GivenCell | typeof several {
  if (argument === null || argument === undefined) return omitted;
  if (!Array.isArray(argument)) return argument;
  const row = argument[0];
  return argument.length === 1 && row?.length === 1 ? (row[0] ?? null) : several;
}

/**
 * Several arguments cell by cell, as Excel's own functions do it: a row of years beside a column of keys makes a block,
 * a single cell goes with every other.
 */
export function eachCellOf(
  args: readonly Argument[],
  names: readonly string[],
  answer: (cells: readonly GivenCell[]) => Answer,
): Answer[][] | Refusal {
  const matrices = args.map((argument) => (isOmitted(argument) ? null : asMatrix(argument)));
  let rows = 1;
  let columns = 1;
  for (const matrix of matrices) {
    if (matrix === null) continue;
    rows = Math.max(rows, matrix.length);
    columns = Math.max(columns, matrix[0]?.length ?? 0);
  }
  for (const [at, matrix] of matrices.entries()) {
    if (matrix === null) continue;
    const width = matrix[0]?.length ?? 0;
    if ((matrix.length === 1 || matrix.length === rows) && (width === 1 || width === columns)) continue;
    return wrongUse(
      `「${names[at] ?? ""}」の範囲（${matrix.length}行${width}列）の大きさが、ほかの引数（${rows}行${columns}列）と合いません。行数か列数をそろえてください。`,
    );
  }
  const answers: Answer[][] = [];
  for (let row = 0; row < rows; row++) {
    const line: Answer[] = [];
    for (let column = 0; column < columns; column++) {
      line.push(
        answer(
          matrices.map((matrix): GivenCell => {
            if (matrix === null) return omitted;
            const cells = matrix.length === 1 ? matrix[0] : matrix[row];
            return (cells?.length === 1 ? cells[0] : cells?.[column]) ?? null;
          }),
        ),
      );
    }
    answers.push(line);
  }
  return answers;
}
