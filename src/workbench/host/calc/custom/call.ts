/** How a custom function of an add-in is called: once, or, where a range stands in place of one value, once per cell. */
import { cellAt, lift } from "../operators";
import type { CallSite, CustomArgument, Surface } from "../surface";
import { type CellValue, failure, isMatrix, type Matrix } from "../values";
import { handed, type Handing, Stopped } from "./argument";
import type { BlanksAs, CustomFunction, FunctionMetadata } from "./definition";
import { invoke } from "./invoke";
import type { Calls } from "./pending";
import { lendRange, type Loan } from "./range-argument";

/** A value where the parameter wants one: a matrix there makes a call of each of its cells. */
interface Single {
  readonly at: number;
  /** Its place among the arguments of a repeating parameter. */
  readonly inner: number | undefined;
  readonly value: CellValue | Matrix;
  readonly type: string;
}

interface Ready {
  /** What the function gets, but for the `singles`. */
  readonly row: unknown[];
  readonly singles: Single[];
  readonly loans: Loan[];
}

/** Whether so many arguments fit, and those that must be there are. */
function countFits({ parameters }: FunctionMetadata, given: number): boolean {
  const repeats = parameters.at(-1)?.repeating === true;
  const single = repeats ? parameters.length - 1 : parameters.length;
  if (!repeats && given > single) return false;
  for (let at = given; at < single; at++) if (!parameters[at]?.optional) return false;
  return true;
}

/** Each argument as its parameter wants it; a repeating one takes all that are left. */
function readied(
  { parameters }: FunctionMetadata,
  given: readonly CustomArgument[],
  handing: Handing,
): Ready | Stopped {
  const ready: Ready = { row: [], singles: [], loans: [] };
  for (let at = 0; at < parameters.length; at++) {
    const parameter = parameters[at];
    if (!parameter) break;
    const type = parameter.type ?? "any";
    const isRange = parameter.dimensionality === "matrix";
    const into: unknown[] = parameter.repeating ? [] : ready.row;
    const last = parameter.repeating ? given.length : at + 1;
    for (let from = at; from < last; from++) {
      const value = given[from]?.value;
      if (value !== undefined && isRange) {
        const rows = rowsOf(value, type, handing, ready.loans);
        if (rows instanceof Stopped) return rows;
        into.push(rows);
        continue;
      }
      if (value !== undefined)
        ready.singles.push({ at, inner: parameter.repeating ? from - at : undefined, value, type });
      into.push(null);
    }
    if (parameter.repeating) ready.row.push(into);
  }
  return ready;
}

/** Rows of cells; a single cell is a range of one. */
function rowsOf(
  value: CellValue | Matrix,
  type: string,
  handing: Handing,
  loans: Loan[],
): unknown[][] | Stopped {
  if (!isMatrix(value)) {
    const one = handed(value, type, handing);
    return one instanceof Stopped ? one : [[one]];
  }
  const loan = lendRange(value, type, handing);
  if (loan instanceof Stopped) return loan;
  loans.push(loan);
  return loan.rows;
}

/** The row with the single values of one call in it. */
function filled({ row, singles }: Ready, cells: readonly CellValue[], handing: Handing): unknown[] | Stopped {
  const full = [...row];
  for (const [index, { at, inner, type }] of singles.entries()) {
    const one = handed(cells[index] ?? null, type, handing);
    if (one instanceof Stopped) return one;
    if (inner === undefined) full[at] = one;
    else {
      const list = [...(full[at] as readonly unknown[])];
      list[inner] = one;
      full[at] = list;
    }
  }
  return full;
}

export function callCustom(
  { metadata, association, allowErrors }: CustomFunction,
  given: readonly CustomArgument[],
  site: CallSite,
  blanksAs: BlanksAs,
  surface: Surface,
  calls: Calls,
): CellValue | Matrix {
  if (!association) return failure("#NAME?");
  // One `()` with a single empty argument is a call without arguments.
  const arguments_ =
    given.length === 1 && given[0]?.value === undefined && metadata.parameters.length === 0 ? [] : given;
  if (!countFits(metadata, arguments_.length)) return failure("#VALUE!");
  const handing = { blanksAs, allowErrors };
  const ready = readied(metadata, arguments_, handing);
  if (ready instanceof Stopped) return ready.by;
  const { singles, loans } = ready;
  const call = { metadata, association, given: arguments_, site, surface, calls, loans };
  // Every parameter of a plan's function is a range: nothing to lift.
  if (singles.length === 0) return invoke(call, ready.row, 0);
  let part = 0;
  const lifted = singles.some(({ value }) => isMatrix(value));
  const once = (cells: readonly CellValue[]): CellValue | Matrix => {
    const row = filled(ready, cells, handing);
    if (row instanceof Stopped) return row.by;
    return lifted ? invoke({ ...call, loans: [] }, own(row, loans), part++) : invoke(call, row, part++);
  };
  if (!lifted) return once(singles.map(({ value }) => cellAt(value, 0, 0)));
  return lift(
    singles.map(({ value }) => value),
    (cells) => {
      const one = once(cells);
      return isMatrix(one) ? failure("#CALC!") : one;
    },
  );
}

/** Each of several calls has the ranges to itself. */
function own(row: readonly unknown[], loans: readonly Loan[]): readonly unknown[] {
  const copied = (value: unknown): unknown => {
    const loan = loans.find(({ rows }) => rows === value);
    if (loan) return loan.rows.map((line) => line.slice());
    return Array.isArray(value) ? value.map(copied) : value;
  };
  return loans.length === 0 ? row : row.map(copied);
}
