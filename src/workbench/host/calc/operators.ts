/** Excel's operators on values and, cell by cell, on matrices. */
import type { BinaryOperator } from "../formula/syntax";
import {
  type CellError,
  type CellValue,
  columnsOf,
  failure,
  isError,
  isMatrix,
  type Matrix,
  matrixOf,
  rowsOf,
  toNumber,
  toText,
} from "./values";

function finite(value: number): number | CellError {
  return Number.isFinite(value) ? (value === 0 ? 0 : value) : failure("#NUM!");
}

/** What is left of a difference of two nearly equal numbers is noise of the binary digits: Excel makes it 0. */
function settled(result: number, left: number): number {
  return result !== 0 && Math.abs(result) < Math.abs(left) * 1e-15 ? 0 : result;
}

const rank = (value: CellValue) => (typeof value === "number" ? 0 : typeof value === "string" ? 1 : 2);
const folded = (text: string) => text.toLowerCase();

/** Numbers come before texts, texts before truth values; case does not count; a blank is 0, "" or FALSE as its partner needs. */
export function compare(left: CellValue, right: CellValue): number {
  const blank = (other: CellValue) =>
    typeof other === "string" ? "" : typeof other === "boolean" ? false : 0;
  const a = left ?? blank(right);
  const b = right ?? blank(left);
  if (rank(a) !== rank(b)) return rank(a) - rank(b);
  if (typeof a === "number" && typeof b === "number")
    return a === b || Number(a.toPrecision(15)) === Number(b.toPrecision(15)) ? 0 : a - b;
  if (typeof a === "string" && typeof b === "string")
    return folded(a) === folded(b) ? 0 : folded(a) < folded(b) ? -1 : 1;
  return Number(a) - Number(b);
}

function arithmetic(operator: "+" | "-" | "*" | "/" | "^", left: CellValue, right: CellValue): CellValue {
  const a = toNumber(left);
  if (isError(a)) return a;
  const b = toNumber(right);
  if (isError(b)) return b;
  switch (operator) {
    case "+":
      return finite(settled(a + b, a));
    case "-":
      return finite(settled(a - b, a));
    case "*":
      return finite(a * b);
    case "/":
      return b === 0 ? failure("#DIV/0!") : finite(a / b);
    case "^":
      if (a === 0 && b === 0) return failure("#NUM!");
      return a === 0 && b < 0 ? failure("#DIV/0!") : finite(a ** b);
  }
}

function single(operator: BinaryOperator, left: CellValue, right: CellValue): CellValue {
  if (isError(left)) return left;
  if (isError(right)) return right;
  switch (operator) {
    case "+":
    case "-":
    case "*":
    case "/":
    case "^":
      return arithmetic(operator, left, right);
    case "&": {
      const a = toText(left);
      const b = toText(right);
      return isError(a) ? a : isError(b) ? b : a + b;
    }
    case "=":
      return compare(left, right) === 0;
    case "<>":
      return compare(left, right) !== 0;
    case "<":
      return compare(left, right) < 0;
    case "<=":
      return compare(left, right) <= 0;
    case ">":
      return compare(left, right) > 0;
    case ">=":
      return compare(left, right) >= 0;
  }
}

/** The cell a matrix contributes at a place: one row or one column stretches, beyond the edge is #N/A. */
export function cellAt(value: CellValue | Matrix, row: number, column: number): CellValue {
  if (!isMatrix(value)) return value;
  const cells = value.cells[rowsOf(value) === 1 ? 0 : row];
  const at = columnsOf(value) === 1 ? 0 : column;
  return cells && at < cells.length ? (cells[at] ?? null) : failure("#N/A");
}

/** A function of single cells over matrices of any shapes. */
export function lift(
  values: readonly (CellValue | Matrix)[],
  each: (cells: CellValue[]) => CellValue,
): CellValue | Matrix {
  let rows = 1;
  let columns = 1;
  let any = false;
  for (const value of values) {
    if (!isMatrix(value)) continue;
    any = true;
    rows = Math.max(rows, rowsOf(value));
    columns = Math.max(columns, columnsOf(value));
  }
  if (!any) return each(values as CellValue[]);
  const cells: CellValue[][] = [];
  for (let row = 0; row < rows; row++) {
    const line: CellValue[] = [];
    for (let column = 0; column < columns; column++)
      line.push(each(values.map((value) => cellAt(value, row, column))));
    cells.push(line);
  }
  return matrixOf(cells);
}

export function binary(
  operator: BinaryOperator,
  left: CellValue | Matrix,
  right: CellValue | Matrix,
): CellValue | Matrix {
  if (!isMatrix(left) && !isMatrix(right)) return single(operator, left, right);
  return lift([left, right], ([a = null, b = null]) => single(operator, a, b));
}

export function unary(operator: "-" | "+" | "%", operand: CellValue | Matrix): CellValue | Matrix {
  if (operator === "+") return operand;
  return lift([operand], ([value = null]) => {
    const number = toNumber(value);
    if (isError(number)) return number;
    return operator === "-" ? 0 - number : number / 100;
  });
}
