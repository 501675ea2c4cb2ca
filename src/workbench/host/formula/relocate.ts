/** A formula copied to another cell, and its spelling in R1C1: both are about which parts of a reference are relative. */
import { LAST_COLUMN, LAST_ROW } from "./shapes";
import { type Axis, type Corner, printReference, type Reference, rewrite } from "./tokens";
import { quoteSheet } from "./address";

function moved(axis: Axis | undefined, by: number, last: number): Axis | "lost" | undefined {
  if (!axis || axis.fixed || by === 0) return axis;
  const at = axis.at + by;
  return at < 0 || at > last ? "lost" : { at, fixed: false };
}

function movedCorner(corner: Corner, rows: number, columns: number): Corner | undefined {
  const row = moved(corner.row, rows, LAST_ROW);
  const column = moved(corner.column, columns, LAST_COLUMN);
  if (row === "lost" || column === "lost") return undefined;
  return { ...(row && { row }), ...(column && { column }) };
}

/** The reference so many rows and columns away; undefined where it would leave the sheet. */
export function relocateReference(
  reference: Reference,
  rows: number,
  columns: number,
): Reference | undefined {
  const first = movedCorner(reference.first, rows, columns);
  const last = reference.last && movedCorner(reference.last, rows, columns);
  if (!first || (reference.last && !last)) return undefined;
  return { first, ...(last && { last }) };
}

/** The same formula copied to a cell so many rows and columns away: relative references go along, off the sheet they are #REF!. */
export function relocate(formula: string, rows: number, columns: number): string {
  if (rows === 0 && columns === 0) return formula;
  return rewrite(formula, (token) => {
    if (token.kind !== "reference") return undefined;
    const there = relocateReference(token.reference, rows, columns);
    return there
      ? printReference(there, token.sheet)
      : token.sheet === undefined
        ? "#REF!"
        : `${quoteSheet(token.sheet)}!#REF!`;
  });
}

interface Home {
  readonly row: number;
  readonly column: number;
}

function printAxis(letter: "R" | "C", axis: Axis | undefined, home: number): string {
  if (!axis) return "";
  if (axis.fixed) return letter + String(axis.at + 1);
  return axis.at === home ? letter : `${letter}[${axis.at - home}]`;
}

function printR1C1(reference: Reference, home: Home): string {
  const corner = ({ row, column }: Corner) =>
    printAxis("R", row, home.row) + printAxis("C", column, home.column);
  const first = corner(reference.first);
  const last = reference.last && corner(reference.last);
  const whole = !reference.first.row || !reference.first.column;
  return last === undefined || (whole && last === first) ? first : `${first}:${last}`;
}

/** `=A1` in B2 → `=R[-1]C[-1]`. */
export function toR1C1(formula: string, home: Home): string {
  return rewrite(formula, (token) => {
    if (token.kind !== "reference") return undefined;
    const text = printR1C1(token.reference, home);
    return token.sheet === undefined ? text : `${quoteSheet(token.sheet)}!${text}`;
  });
}

/** `=R[-1]C[-1]` in B2 → `=A1`. */
export function fromR1C1(formula: string, home: Home): string {
  return rewrite(
    formula,
    (token) => (token.kind === "reference" ? printReference(token.reference, token.sheet) : undefined),
    { kind: "R1C1", home },
  );
}
