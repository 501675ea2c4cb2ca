/** Functions that work out only the branch that is taken: IF, IFS, SWITCH, CHOOSE, IFERROR, IFNA. */
import { contents } from "../evaluation";
import { cellAt, compare, lift } from "../operators";
import {
  type CellValue,
  failure,
  isError,
  isMatrix,
  type Matrix,
  matrixOf,
  toNumber,
  toTruth,
  type Value,
} from "../values";
import { contentsOf, type Form, isBusy, valueOf } from "./form";

/** The first of two values where the test holds, the second elsewhere. `rescue` says where the second is wanted. */
function rescued(rescue: (value: CellValue) => boolean): Form {
  return (given, evaluation, scope) => {
    if (given.length !== 2) return failure("#VALUE!");
    const value = valueOf(given[0], evaluation, scope);
    const first = contents(value, evaluation);
    const wanted = (cell: CellValue) => rescue(cell) && !isBusy(cell);
    if (!isMatrix(first)) return wanted(first) ? (valueOf(given[1], evaluation, scope) ?? 0) : value;
    if (!first.cells.some((row) => row.some(wanted))) return first;
    const second = contentsOf(given[1], evaluation, scope);
    return lift([first, second], ([a = null, b = null]) => (wanted(a) ? b : a));
  };
}

function chosen(condition: Matrix, pick: (truth: boolean, row: number, column: number) => CellValue): Value {
  return matrixOf(
    condition.cells.map((row, r) =>
      row.map((cell, c) => {
        const truth = toTruth(cell);
        return isError(truth) ? truth : pick(truth, r, c);
      }),
    ),
  );
}

const IF: Form = (given, evaluation, scope) => {
  if (given.length < 1 || given.length > 3) return failure("#VALUE!");
  const condition = contentsOf(given[0], evaluation, scope);
  const branch = (taken: boolean): Value => {
    const at = taken ? 1 : 2;
    if (at >= given.length) return taken;
    return valueOf(given[at], evaluation, scope) ?? 0;
  };
  if (!isMatrix(condition)) {
    const truth = toTruth(condition);
    return isError(truth) ? truth : branch(truth);
  }
  let yes: CellValue | Matrix | undefined;
  let no: CellValue | Matrix | undefined;
  const picked = (truth: boolean) =>
    truth ? (yes ??= contents(branch(true), evaluation)) : (no ??= contents(branch(false), evaluation));
  const truths = condition.cells.map((row) => row.map(toTruth));
  if (truths.some((row) => row.includes(true))) picked(true);
  if (truths.some((row) => row.includes(false))) picked(false);
  // A row tested against a column of answers grows to both their sizes.
  const shape = lift([condition, ...[yes, no].filter((part) => part !== undefined)], ([cell = null]) => cell);
  return isMatrix(shape)
    ? chosen(shape, (truth, row, column) => cellAt(picked(truth), row, column))
    : failure("#VALUE!");
};

const IFS: Form = (given, evaluation, scope) => {
  if (given.length < 2 || given.length % 2 !== 0) return failure("#VALUE!");
  for (let at = 0; at < given.length; at += 2) {
    const condition = contentsOf(given[at], evaluation, scope);
    if (isMatrix(condition)) {
      const rest = given.slice(at);
      const parts = rest.map((argument) => contentsOf(argument, evaluation, scope));
      return lift(parts, (cells) => {
        for (let pair = 0; pair < cells.length; pair += 2) {
          const truth = toTruth(cells[pair] ?? null);
          if (isError(truth)) return truth;
          if (truth) return cells[pair + 1] ?? 0;
        }
        return failure("#N/A");
      });
    }
    const truth = toTruth(condition);
    if (isError(truth)) return truth;
    if (truth) return valueOf(given[at + 1], evaluation, scope) ?? 0;
  }
  return failure("#N/A");
};

const SWITCH: Form = (given, evaluation, scope) => {
  if (given.length < 3) return failure("#VALUE!");
  const value = contentsOf(given[0], evaluation, scope);
  if (isMatrix(value)) {
    const rest = given.slice(1).map((argument) => contentsOf(argument, evaluation, scope));
    return lift([value, ...rest], ([wanted = null, ...cells]) => {
      for (let at = 0; at + 1 < cells.length; at += 2)
        if (compare(wanted, cells[at] ?? null) === 0) return cells[at + 1] ?? 0;
      return cells.length % 2 === 1 ? (cells.at(-1) ?? 0) : failure("#N/A");
    });
  }
  if (isError(value)) return value;
  for (let at = 1; at + 1 < given.length; at += 2) {
    const candidate = contentsOf(given[at], evaluation, scope);
    if (isError(candidate)) return candidate;
    if (!isMatrix(candidate) && compare(value, candidate) === 0)
      return valueOf(given[at + 1], evaluation, scope) ?? 0;
  }
  return given.length % 2 === 0 ? (valueOf(given.at(-1), evaluation, scope) ?? 0) : failure("#N/A");
};

const CHOOSE: Form = (given, evaluation, scope) => {
  if (given.length < 2) return failure("#VALUE!");
  const index = contentsOf(given[0], evaluation, scope);
  if (isMatrix(index)) {
    const rest = given.slice(1).map((argument) => contentsOf(argument, evaluation, scope));
    return lift([index, ...rest], ([cell = null, ...cells]) => {
      const number = toNumber(cell);
      if (isError(number)) return number;
      const at = Math.trunc(number);
      return at >= 1 && at <= cells.length ? (cells[at - 1] ?? 0) : failure("#VALUE!");
    });
  }
  const number = toNumber(index);
  if (isError(number)) return number;
  const at = Math.trunc(number);
  return at >= 1 && at < given.length ? (valueOf(given[at], evaluation, scope) ?? 0) : failure("#VALUE!");
};

export const branches: Readonly<Record<string, Form>> = {
  IF,
  IFS,
  SWITCH,
  CHOOSE,
  IFERROR: rescued((value) => isError(value)),
  IFNA: rescued((value) => isError(value) && value.code === "#N/A"),
};
