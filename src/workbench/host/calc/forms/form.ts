/** What a form is: a function that sees its arguments before they are worked out; and the ways its arguments are worked out. */
import type { Expression } from "../../formula/syntax";
import { contents, type Evaluation, type Scope } from "../evaluation";
import { lift } from "../operators";
import {
  type CellError,
  type CellValue,
  failure,
  isError,
  isMatrix,
  type Matrix,
  toNumber,
  type Value,
} from "../values";

export type Arguments = readonly (Expression | undefined)[];
export type Form = (given: Arguments, evaluation: Evaluation, scope: Scope | undefined) => Value;

export const isBusy = (value: Value) => isError(value) && value.code === "#BUSY!";

export function valueOf(
  argument: Expression | undefined,
  evaluation: Evaluation,
  scope: Scope | undefined,
): Value {
  return argument && evaluation.evaluate(argument, evaluation, scope);
}
export function contentsOf(
  argument: Expression | undefined,
  evaluation: Evaluation,
  scope: Scope | undefined,
): CellValue | Matrix {
  return contents(valueOf(argument, evaluation, scope), evaluation);
}

/** A function of single values, worked out cell by cell. */
export function eachCell(least: number, most: number, each: (...values: CellValue[]) => CellValue): Form {
  return (given, evaluation, scope) => {
    if (given.length < least || given.length > most) return failure("#VALUE!");
    return lift(
      given.map((argument) => contentsOf(argument, evaluation, scope)),
      (values) => each(...values),
    );
  };
}

export function asMatrix(value: CellValue | Matrix): Matrix {
  return isMatrix(value) ? value : { kind: "matrix", cells: [[value]] };
}

/** What a lambda gave for one cell: an array in an array has no place. */
export function oneCell(value: Value, evaluation: Evaluation): CellValue {
  const cell = contents(value, evaluation);
  return isMatrix(cell) ? failure("#CALC!") : (cell ?? 0);
}

/** A number that must be one: of a matrix its first. */
export function numberIn(
  argument: Expression | undefined,
  evaluation: Evaluation,
  scope: Scope | undefined,
  omitted = 0,
): number | CellError {
  if (!argument) return omitted;
  const value = contentsOf(argument, evaluation, scope);
  return toNumber(isMatrix(value) ? (value.cells[0]?.[0] ?? null) : value);
}
