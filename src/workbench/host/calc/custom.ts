/** How a custom function of an add-in is called: its arguments as Excel hands them over, its answer as a value, a promise's answer when it comes. */
import { columnLetters, quoteSheet } from "../formula/address";
import { type ErrorCode, ERROR_CODES } from "../formula/shapes";
import { cellAt, lift } from "./operators";
import type { CallSite, CustomArgument, Place, Surface } from "./surface";
import {
  type CellError,
  type CellValue,
  failure,
  isError,
  isMatrix,
  type Matrix,
  matrixOf,
  toNumber,
  toText,
  toTruth,
} from "./values";

/** A function as functions.json describes it. */
export interface FunctionMetadata {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  readonly helpUrl?: string;
  readonly parameters: readonly ParameterMetadata[];
  readonly result?: { readonly type?: string; readonly dimensionality?: "scalar" | "matrix" };
  readonly options?: {
    readonly volatile?: boolean;
    readonly stream?: boolean;
    readonly cancelable?: boolean;
    readonly requiresAddress?: boolean;
    readonly requiresParameterAddresses?: boolean;
  };
  readonly allowErrorForDataTypeAny?: boolean;
  readonly allowCustomDataForDataTypeAny?: boolean;
}

export interface ParameterMetadata {
  readonly name: string;
  readonly description?: string;
  readonly type?: string;
  readonly dimensionality?: "scalar" | "matrix";
  readonly optional?: boolean;
  readonly repeating?: boolean;
}

export type Association = (...given: never[]) => unknown;

/** How a blank cell reaches a custom function: all three exist in the field. */
export type BlanksAs = "null" | "empty" | "zero";

export interface CustomFunction {
  readonly metadata: FunctionMetadata;
  readonly association: Association | undefined;
  readonly allowErrors: boolean;
}

/** What a call has given so far: a promise is busy until it settles; a stream speaks again and again. */
export interface Pending {
  state: { readonly kind: "waiting" } | { readonly kind: "answered"; readonly value: CellValue | Matrix };
  cancel(): void;
}

const errorTypes: Readonly<Partial<Record<ErrorCode, string>>> = {
  "#NULL!": "Null",
  "#DIV/0!": "Div0",
  "#VALUE!": "Value",
  "#REF!": "Ref",
  "#NAME?": "Name",
  "#NUM!": "Num",
  "#N/A": "NotAvailable",
  "#SPILL!": "Spill",
  "#CALC!": "Calc",
  "#FIELD!": "Field",
  "#BLOCKED!": "Blocked",
  "#CONNECT!": "Connect",
  "#GETTING_DATA": "GettingData",
  "#BUSY!": "Busy",
};

function record(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === "object" && value !== null
    ? (value as Readonly<Record<string, unknown>>)
    : undefined;
}

/** `CustomFunctions.Error`: only #VALUE! and #N/A show a message; #NAME? and #REF! may come in but not go out. */
function errorFrom(thrown: unknown): CellError {
  const parts = record(thrown);
  const code = ERROR_CODES.find((known) => known === parts?.["code"]);
  if (!code || code === "#NAME?" || code === "#REF!") return failure("#VALUE!");
  const message = parts?.["message"];
  const carries = code === "#VALUE!" || code === "#N/A";
  return carries && typeof message === "string" && message !== "" && message !== code
    ? { kind: "error", code, message }
    : failure(code);
}

function cellFrom(value: unknown): CellValue {
  switch (typeof value) {
    case "number":
      return Number.isFinite(value) ? (value === 0 ? 0 : value) : failure("#NUM!");
    case "string":
      return value.length > 32_767 ? failure("#VALUE!") : value;
    case "boolean":
      return value;
    case "undefined":
      return 0;
    default: {
      if (value === null) return 0;
      const parts = record(value);
      if (!parts) return failure("#VALUE!");
      if ("code" in parts) return errorFrom(value);
      // Entities and formatted numbers show what is basic in them.
      if (parts["type"] === "Error") {
        const code = Object.entries(errorTypes).find(([, name]) => name === parts["errorType"])?.[0];
        return errorFrom({ code: code ?? parts["basicValue"] ?? "#VALUE!" });
      }
      if ("basicValue" in parts) return cellFrom(parts["basicValue"]);
      if (typeof parts["text"] === "string") return parts["text"];
      return failure("#VALUE!");
    }
  }
}

function answerFrom(value: unknown): CellValue | Matrix {
  if (!Array.isArray(value)) return cellFrom(value);
  const rows: readonly unknown[] = value;
  const width = Array.isArray(rows[0]) ? rows[0].length : 0;
  if (rows.length === 0 || width === 0) return failure("#VALUE!");
  // Most calls answer with one cell.
  if (rows.length === 1 && width === 1) return cellFrom((rows[0] as readonly unknown[])[0]);
  if (rows.some((row) => !Array.isArray(row) || row.length !== width)) return failure("#VALUE!");
  return matrixOf(rows.map((row) => (row as readonly unknown[]).map(cellFrom)));
}

function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof record(value)?.["then"] === "function";
}

function errorArgument(error: CellError): object {
  const errorType = errorTypes[error.code] ?? "Value";
  return { type: "Error", basicType: "Error", basicValue: error.code, errorType, code: error.code };
}

interface Handing {
  readonly blanksAs: BlanksAs;
  readonly allowErrors: boolean;
}

/** One cell as the parameter's type wants it, or the error that keeps the function from being called. */
function handed(
  value: CellValue,
  type: string,
  { blanksAs, allowErrors }: Handing,
): { readonly ok: unknown } | { readonly stop: CellError } {
  if (isError(value))
    return allowErrors && type === "any" && value.code !== "#BUSY!"
      ? { ok: errorArgument(value) }
      : { stop: failure(value.code) };
  switch (type) {
    case "number": {
      const number = toNumber(value);
      return isError(number) ? { stop: number } : { ok: number };
    }
    case "string": {
      const text = toText(value);
      return isError(text) ? { stop: text } : { ok: text };
    }
    case "boolean": {
      const truth = toTruth(value);
      return isError(truth) ? { stop: truth } : { ok: truth };
    }
    default:
      if (value !== null) return { ok: value };
      return { ok: blanksAs === "null" ? null : blanksAs === "empty" ? "" : 0 };
  }
}

type HandedRows = { readonly ok: readonly (readonly unknown[])[] } | { readonly stop: CellError };

function handedRows(matrix: Matrix, type: string, handing: Handing): HandedRows {
  const rows: unknown[][] = [];
  for (const row of matrix.cells) {
    const line: unknown[] = [];
    for (const cell of row) {
      const one = handed(cell, type, handing);
      if ("stop" in one) return one;
      line.push(one.ok);
    }
    rows.push(line);
  }
  return { ok: rows };
}

const known = new WeakMap<Matrix, Map<string, HandedRows>>();

/** Rows of cells. 10,000 calls on one table turn it over once, and each gets a copy of its own to do with as it likes. */
function handedMatrix(value: CellValue | Matrix, type: string, handing: Handing): HandedRows {
  if (!isMatrix(value)) {
    const one = handed(value, type, handing);
    return "stop" in one ? one : { ok: [[one.ok]] };
  }
  const matrix = value;
  const key = `${type} ${handing.blanksAs} ${handing.allowErrors}`;
  const ways = known.get(matrix) ?? new Map<string, HandedRows>();
  known.set(matrix, ways);
  const rows = ways.get(key) ?? handedRows(matrix, type, handing);
  ways.set(key, rows);
  return "ok" in rows ? { ok: rows.ok.map((row) => row.slice()) } : rows;
}

export function printPlace(place: Place, surface: Surface): string {
  const cell = (row: number, column: number) => `${columnLetters(column)}${row + 1}`;
  const first = cell(place.top, place.left);
  const last = cell(place.bottom, place.right);
  return `${quoteSheet(surface.sheetName(place.sheet))}!${first === last ? first : `${first}:${last}`}`;
}

export interface Calls {
  /** The answer kept for a call, when its promise was already out. */
  pending(site: CallSite, part: number): Pending | undefined;
  keep(site: CallSite, part: number, pending: Pending): void;
  /** A promise settled or a stream spoke. */
  answered(site: CallSite): void;
}

interface Parameter {
  readonly metadata: ParameterMetadata;
  readonly given: CustomArgument | undefined;
}

/** Each argument with its parameter; a repeating one takes all that are left. undefined: too many, or one that must be there is not. */
function paired(
  metadata: FunctionMetadata,
  given: readonly CustomArgument[],
):
  | readonly (
      Parameter | { readonly metadata: ParameterMetadata; readonly rest: readonly CustomArgument[] }
    )[]
  | undefined {
  const { parameters } = metadata;
  const repeating = parameters.at(-1)?.repeating ? parameters.at(-1) : undefined;
  const single = repeating ? parameters.slice(0, -1) : parameters;
  if (!repeating && given.length > parameters.length) return undefined;
  if (given.length < single.filter(({ optional }) => !optional).length) return undefined;
  const list: (
    Parameter | { readonly metadata: ParameterMetadata; readonly rest: readonly CustomArgument[] }
  )[] = single.map((parameter, at) => ({ metadata: parameter, given: given[at] }));
  return repeating ? [...list, { metadata: repeating, rest: given.slice(single.length) }] : list;
}

/** Calls a custom function once, or, when a range stands where one value is wanted, once per cell. */
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
  const pairs = paired(metadata, arguments_);
  if (!pairs) return failure("#VALUE!");
  const handing = { blanksAs, allowErrors };
  const ready: unknown[] = [];
  const scalars: {
    readonly at: number;
    readonly inner?: number;
    readonly value: CellValue | Matrix;
    readonly type: string;
  }[] = [];
  for (const [at, pair] of pairs.entries()) {
    const type = pair.metadata.type ?? "any";
    const matrix = pair.metadata.dimensionality === "matrix";
    if ("rest" in pair) {
      const list: unknown[] = [];
      for (const [inner, { value }] of pair.rest.entries()) {
        if (value === undefined) list.push(null);
        else if (matrix) {
          const rows = handedMatrix(value, type, handing);
          if ("stop" in rows) return rows.stop;
          list.push(rows.ok);
        } else {
          list.push(null);
          scalars.push({ at, inner, value, type });
        }
      }
      ready.push(list);
      continue;
    }
    const value = pair.given?.value;
    if (value === undefined) ready.push(null);
    else if (matrix) {
      const rows = handedMatrix(value, type, handing);
      if ("stop" in rows) return rows.stop;
      ready.push(rows.ok);
    } else {
      ready.push(null);
      scalars.push({ at, value, type });
    }
  }

  const call = { metadata, association, given: arguments_, site, surface, calls };
  // Every parameter of a plan's function is a range: nothing to lift.
  if (scalars.length === 0) return invoke(call, ready, 0);
  const lifted = scalars.some(({ value }) => isMatrix(value));
  let part = 0;
  const once = (cells: readonly CellValue[]): CellValue | Matrix => {
    const row = [...ready];
    for (const [index, { at, inner, type }] of scalars.entries()) {
      const one = handed(cells[index] ?? null, type, handing);
      if ("stop" in one) return one.stop;
      if (inner === undefined) row[at] = one.ok;
      else {
        const list = [...(row[at] as readonly unknown[])];
        list[inner] = one.ok;
        row[at] = list;
      }
    }
    return invoke(call, row, part++);
  };
  if (!lifted) return once(scalars.map(({ value }) => cellAt(value, 0, 0)));
  return lift(
    scalars.map(({ value }) => value),
    (cells) => {
      const one = once(cells);
      return isMatrix(one) ? failure("#CALC!") : one;
    },
  );
}

interface Invoked {
  readonly metadata: FunctionMetadata;
  readonly association: Association;
  readonly given: readonly CustomArgument[];
  readonly site: CallSite;
  readonly surface: Surface;
  readonly calls: Calls;
}

/** What the add-in finds behind its declared arguments. */
interface Invocation {
  readonly functionName: string;
  readonly isInValuePreview: boolean;
  address?: string;
  parameterAddresses?: (string | undefined)[];
  setResult?: (value: unknown) => void;
  onCanceled?: () => void;
}

/** A call whose answer comes later, or again and again; told when it is no longer wanted, if it asked for that. */
function pendingCall({ options }: FunctionMetadata, invocation: Invocation, site: CallSite, calls: Calls) {
  let current = true;
  const pending: Pending = {
    state: { kind: "waiting" },
    cancel() {
      if (!current) return;
      current = false;
      // A promise that has given its answer has nothing left to stop; a stream goes on until it is told.
      if (options?.stream || (options?.cancelable && pending.state.kind === "waiting"))
        invocation.onCanceled?.();
    },
  };
  const answer = (value: CellValue | Matrix) => {
    if (!current) return;
    pending.state = { kind: "answered", value };
    calls.answered(site);
  };
  return { pending, answer };
}

function invoke(
  { metadata, association, given, site, surface, calls }: Invoked,
  row: readonly unknown[],
  index: number,
): CellValue | Matrix {
  const before = calls.pending(site, index);
  if (before) return before.state.kind === "waiting" ? failure("#BUSY!") : before.state.value;
  const invocation: Invocation = { functionName: metadata.name, isInValuePreview: false };
  const { home } = site;
  if (metadata.options?.requiresAddress)
    invocation.address = printPlace(
      { sheet: home.sheet, top: home.row, bottom: home.row, left: home.column, right: home.column },
      surface,
    );
  if (metadata.options?.requiresParameterAddresses)
    invocation.parameterAddresses = given.map(({ place }) => place && printPlace(place, surface));
  const stream = metadata.options?.stream ? pendingCall(metadata, invocation, site, calls) : undefined;
  if (stream)
    invocation.setResult = (value) =>
      stream.answer(value instanceof Error ? errorFrom(value) : answerFrom(value));
  let result: unknown;
  try {
    // The library's type says what no caller can know: the arguments are the document's.
    result = (association as (...given: readonly unknown[]) => unknown)(...row, invocation);
  } catch (thrown) {
    return errorFrom(thrown);
  }
  if (stream) {
    calls.keep(site, index, stream.pending);
    return stream.pending.state.kind === "answered" ? stream.pending.state.value : failure("#BUSY!");
  }
  if (!isThenable(result)) return answerFrom(result);
  const { pending, answer } = pendingCall(metadata, invocation, site, calls);
  calls.keep(site, index, pending);
  result.then(
    (value) => answer(answerFrom(value)),
    (thrown: unknown) => answer(errorFrom(thrown)),
  );
  return failure("#BUSY!");
}
