/** LET, LAMBDA and the functions that call a lambda for every cell, row or column. */
import type { Expression } from "../../formula/syntax";
import { contents, type Evaluation, find, type Scope } from "../evaluation";
import { lift } from "../operators";
import {
  type CellError,
  columnsOf,
  failure,
  isError,
  isLambda,
  type Lambda,
  matrixOf,
  type Value,
} from "../values";
import { asMatrix, contentsOf, type Form, numberIn, oneCell, valueOf } from "./form";

function variable(argument: Expression | undefined): string | undefined {
  return argument?.kind === "name" && argument.sheet === undefined ? argument.name.toLowerCase() : undefined;
}

const LET: Form = (given, evaluation, scope) => {
  if (given.length < 3 || given.length % 2 === 0) return failure("#VALUE!");
  let inner = scope;
  for (let at = 0; at + 1 < given.length; at += 2) {
    const name = variable(given[at]);
    if (name === undefined) return failure("#NAME?");
    inner = { name, value: valueOf(given[at + 1], evaluation, inner) ?? 0, outer: inner };
  }
  return valueOf(given.at(-1), evaluation, inner) ?? 0;
};

const LAMBDA: Form = (given, evaluation, scope) => {
  const body = given.at(-1);
  const names = given.slice(0, -1).map(variable);
  if (!body || names.includes(undefined)) return failure("#VALUE!");
  return {
    kind: "lambda",
    parameters: names.length,
    call(values) {
      if (values.length > names.length) return failure("#VALUE!");
      let inner = scope;
      names.forEach((name, at) => (inner = { name: name ?? "", value: values[at], outer: inner }));
      return evaluation.evaluate(body, evaluation, inner);
    },
  };
};

const ISOMITTED: Form = ([argument], _evaluation, scope) => {
  const name = variable(argument);
  const found = name === undefined ? undefined : find(scope, name);
  return found ? found.value === undefined : failure("#VALUE!");
};

function lambdaIn(
  argument: Expression | undefined,
  evaluation: Evaluation,
  scope: Scope | undefined,
): Lambda | CellError {
  const value = valueOf(argument, evaluation, scope);
  return isLambda(value) ? value : isError(value) ? value : failure("#VALUE!");
}

const MAP: Form = (given, evaluation, scope) => {
  if (given.length < 2) return failure("#VALUE!");
  const lambda = lambdaIn(given.at(-1), evaluation, scope);
  if (isError(lambda)) return lambda;
  const parts = given.slice(0, -1).map((argument) => contentsOf(argument, evaluation, scope));
  return lift(parts, (cells) => oneCell(lambda.call(cells), evaluation));
};

function folded(keepAll: boolean): Form {
  return (given, evaluation, scope) => {
    if (given.length !== 3) return failure("#VALUE!");
    const lambda = lambdaIn(given[2], evaluation, scope);
    if (isError(lambda)) return lambda;
    let state: Value = given[0] ? contentsOf(given[0], evaluation, scope) : undefined;
    const source = asMatrix(contentsOf(given[1], evaluation, scope));
    let first = state === undefined;
    const all = source.cells.map((row) =>
      row.map((cell) => {
        state = first ? cell : contents(lambda.call([state, cell]), evaluation);
        first = false;
        return keepAll ? oneCell(state, evaluation) : null;
      }),
    );
    return keepAll ? matrixOf(all) : state;
  };
}

const BYROW: Form = (given, evaluation, scope) => {
  const lambda = lambdaIn(given[1], evaluation, scope);
  if (isError(lambda)) return lambda;
  const source = asMatrix(contentsOf(given[0], evaluation, scope));
  return matrixOf(source.cells.map((row) => [oneCell(lambda.call([matrixOf([row])]), evaluation)]));
};

const BYCOL: Form = (given, evaluation, scope) => {
  const lambda = lambdaIn(given[1], evaluation, scope);
  if (isError(lambda)) return lambda;
  const source = asMatrix(contentsOf(given[0], evaluation, scope));
  const line = Array.from({ length: columnsOf(source) }, (_, column) =>
    oneCell(lambda.call([matrixOf(source.cells.map((row) => [row[column] ?? null]))]), evaluation),
  );
  return matrixOf([line]);
};

const MAKEARRAY: Form = (given, evaluation, scope) => {
  const rows = numberIn(given[0], evaluation, scope);
  const columns = numberIn(given[1], evaluation, scope);
  const lambda = lambdaIn(given[2], evaluation, scope);
  if (isError(rows)) return rows;
  if (isError(columns)) return columns;
  if (isError(lambda)) return lambda;
  if (rows < 1 || columns < 1 || rows * columns > 5_000_000) return failure("#VALUE!");
  return matrixOf(
    Array.from({ length: Math.trunc(rows) }, (_, row) =>
      Array.from({ length: Math.trunc(columns) }, (_, column) =>
        oneCell(lambda.call([row + 1, column + 1]), evaluation),
      ),
    ),
  );
};

export const lambdas: Readonly<Record<string, Form>> = {
  LET,
  LAMBDA,
  ISOMITTED,
  MAP,
  BYROW,
  BYCOL,
  MAKEARRAY,
  REDUCE: folded(false),
  SCAN: folded(true),
};
