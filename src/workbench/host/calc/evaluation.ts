/** One working out of a formula: what it may ask, where it stands, which names hold; and what stands in a reference it came to. */
import type { Expression } from "../formula/syntax";
import type { Home, Surface } from "./surface";
import type { Template } from "./template";
import {
  type CellValue,
  failure,
  isError,
  isLambda,
  isMatrix,
  isPlaces,
  type Matrix,
  type Place,
  type Value,
} from "./values";

export interface Scope {
  readonly name: string;
  readonly value: Value;
  readonly outer: Scope | undefined;
}

export interface Evaluation {
  readonly surface: Surface;
  readonly home: Home;
  readonly template: Template;
  /** Areas reached through INDIRECT and OFFSET, which the formula's text does not show. */
  readonly reached: Place[];
  /** Custom functions called so far in this evaluation. */
  calls: number;
  /** What a part of the formula comes to: handed in, because the functions a formula calls work out their arguments themselves. */
  readonly evaluate: (expression: Expression, evaluation: Evaluation, scope: Scope | undefined) => Value;
}

export function find(scope: Scope | undefined, name: string): Scope | undefined {
  for (let at = scope; at; at = at.outer) if (at.name === name) return at;
  return undefined;
}

function withoutMessage(value: CellValue): CellValue {
  return isError(value) && value.message !== undefined ? failure(value.code) : value;
}

/** What stands in a reference: one cell's value, or a matrix. */
export function contents(value: Value, { surface }: Evaluation): CellValue | Matrix {
  if (value === undefined) return null;
  if (isLambda(value)) return failure("#CALC!");
  if (!isPlaces(value)) return value;
  const [place] = value.places;
  if (!place || value.places.length > 1) return failure("#VALUE!");
  if (place.top === place.bottom && place.left === place.right)
    return withoutMessage(surface.value(place.sheet, place.top, place.left));
  const matrix = surface.matrix(place);
  return matrix.cells.length === 1 && matrix.cells[0]?.length === 1 ? (matrix.cells[0][0] ?? null) : matrix;
}

/** `@`: of a reference the cell in the formula's own row or column, of a matrix the first. */
export function intersected(value: Value, evaluation: Evaluation): Value {
  if (isMatrix(value)) return value.cells[0]?.[0] ?? null;
  if (!isPlaces(value)) return value;
  const [place] = value.places;
  if (!place || value.places.length > 1) return failure("#VALUE!");
  const { row, column } = evaluation.home;
  const oneColumn = place.left === place.right;
  const oneRow = place.top === place.bottom;
  const top = oneRow ? place.top : row;
  const left = oneColumn ? place.left : column;
  if (!oneColumn && !oneRow) return failure("#VALUE!");
  if (top < place.top || top > place.bottom || left < place.left || left > place.right)
    return failure("#VALUE!");
  return { kind: "places", places: [{ sheet: place.sheet, top, bottom: top, left, right: left }] };
}
