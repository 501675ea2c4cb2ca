/** Arguments that may be one cell or a range: the answer has the shape of what was given. */
import { type Answer, type Argument, type CellInput } from "./definition";

/** A single value is a range of one cell. */
export function asMatrix(argument: Argument): CellInput[][] {
  return Array.isArray(argument) ? argument : [[argument ?? null]];
}

export function eachCell(argument: Argument, answer: (cell: CellInput) => Answer): Answer[][] {
  return asMatrix(argument).map((row) => row.map(answer));
}
