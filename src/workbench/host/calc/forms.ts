/** Functions that must see their arguments before they are worked out: IF takes one branch, LET names values, INDEX and OFFSET give references back. */
import { columnLetters, parseAddress, quoteSheet } from "../formula/address";
import { parseFormula, type Expression } from "../formula/syntax";
import { contents, evaluate, type Evaluation, find, intersected, type Scope } from "./evaluate";
import { cellAt, compare, lift } from "./operators";
import {
  type CellError,
  type CellValue,
  columnsOf,
  failure,
  isError,
  isLambda,
  isMatrix,
  isPlaces,
  type Lambda,
  type Matrix,
  matrixOf,
  type Place,
  rowsOf,
  toNumber,
  toText,
  toTruth,
  type Value,
} from "./values";

type Arguments = readonly (Expression | undefined)[];
export type Form = (given: Arguments, evaluation: Evaluation, scope: Scope | undefined) => Value;

const isBusy = (value: Value) => isError(value) && value.code === "#BUSY!";

function valueOf(argument: Expression | undefined, evaluation: Evaluation, scope: Scope | undefined): Value {
  return argument && evaluate(argument, evaluation, scope);
}
function contentsOf(
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
      return evaluate(body, evaluation, inner);
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

function asMatrix(value: CellValue | Matrix): Matrix {
  return isMatrix(value) ? value : { kind: "matrix", cells: [[value]] };
}

/** What a lambda gave for one cell: an array in an array has no place. */
function oneCell(value: Value, evaluation: Evaluation): CellValue {
  const cell = contents(value, evaluation);
  return isMatrix(cell) ? failure("#CALC!") : (cell ?? 0);
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

/** A number that must be one: of a matrix its first. */
function numberIn(
  argument: Expression | undefined,
  evaluation: Evaluation,
  scope: Scope | undefined,
  omitted = 0,
): number | CellError {
  if (!argument) return omitted;
  const value = contentsOf(argument, evaluation, scope);
  return toNumber(isMatrix(value) ? (value.cells[0]?.[0] ?? null) : value);
}

function indexed(source: Place | Matrix, row: number, column: number): Value {
  const rows = "kind" in source ? rowsOf(source) : source.bottom - source.top + 1;
  const columns = "kind" in source ? columnsOf(source) : source.right - source.left + 1;
  if (row < 0 || column < 0) return failure("#VALUE!");
  if (row > rows || column > columns) return failure("#REF!");
  if (!("kind" in source)) {
    const top = row === 0 ? source.top : source.top + row - 1;
    const left = column === 0 ? source.left : source.left + column - 1;
    return {
      kind: "places",
      places: [
        {
          sheet: source.sheet,
          top,
          left,
          bottom: row === 0 ? source.bottom : top,
          right: column === 0 ? source.right : left,
        },
      ],
    };
  }
  const lines = row === 0 ? source.cells : source.cells.slice(row - 1, row);
  return matrixOf(column === 0 ? lines : lines.map((line) => line.slice(column - 1, column)));
}

const INDEX: Form = (given, evaluation, scope) => {
  if (given.length < 2 || given.length > 4) return failure("#VALUE!");
  const value = valueOf(given[0], evaluation, scope);
  if (isError(value)) return value;
  if (isLambda(value)) return failure("#VALUE!");
  const area = numberIn(given[3], evaluation, scope, 1);
  if (isError(area)) return area;
  const source = isPlaces(value) ? value.places[Math.trunc(area) - 1] : asMatrix(contents(value, evaluation));
  if (!source) return failure("#REF!");
  const oneRow = "kind" in source ? rowsOf(source) === 1 : source.top === source.bottom;
  const oneColumn = "kind" in source ? columnsOf(source) === 1 : source.left === source.right;
  const first = contentsOf(given[1], evaluation, scope);
  const second = given.length > 2 ? contentsOf(given[2], evaluation, scope) : undefined;
  const pick = (a: CellValue, b: CellValue | undefined): Value => {
    const row = toNumber(a);
    if (isError(row)) return row;
    const column = toNumber(b ?? null);
    if (isError(column)) return column;
    // One number into a single row counts its columns.
    if (b === undefined && oneRow && !oneColumn) return indexed(source, 1, Math.trunc(row));
    return indexed(source, Math.trunc(row), b === undefined && oneColumn ? 1 : Math.trunc(column));
  };
  if (!isMatrix(first) && !isMatrix(second)) return pick(first, second);
  return lift(second === undefined ? [first] : [first, second], ([a = null, b]) =>
    oneCell(pick(a, second === undefined ? undefined : (b ?? null)), evaluation),
  );
};

function reach(place: Place, evaluation: Evaluation): Value {
  evaluation.reached.push(place);
  return { kind: "places", places: [place] };
}

const OFFSET: Form = (given, evaluation, scope) => {
  if (given.length < 3 || given.length > 5) return failure("#VALUE!");
  const value = valueOf(given[0], evaluation, scope);
  if (isError(value)) return value;
  const [base] = isPlaces(value) ? value.places : [];
  if (!base) return failure("#VALUE!");
  const numbers = [
    numberIn(given[1], evaluation, scope),
    numberIn(given[2], evaluation, scope),
    numberIn(given[3], evaluation, scope, base.bottom - base.top + 1),
    numberIn(given[4], evaluation, scope, base.right - base.left + 1),
  ];
  const wrong = numbers.find((number) => isError(number));
  if (wrong !== undefined) return wrong;
  const [down = 0, across = 0, height = 1, width = 1] = numbers.map((number) => Math.trunc(Number(number)));
  if (height === 0 || width === 0) return failure("#REF!");
  const top = base.top + down + (height < 0 ? height + 1 : 0);
  const left = base.left + across + (width < 0 ? width + 1 : 0);
  const place = {
    sheet: base.sheet,
    top,
    left,
    bottom: top + Math.abs(height) - 1,
    right: left + Math.abs(width) - 1,
  };
  if (top < 0 || left < 0 || place.bottom > 1_048_575 || place.right > 16_383) return failure("#REF!");
  return reach(place, evaluation);
};

const INDIRECT: Form = (given, evaluation, scope) => {
  const content = contentsOf(given[0], evaluation, scope);
  const text = toText(isMatrix(content) ? (content.cells[0]?.[0] ?? null) : content);
  if (isError(text)) return text;
  const style = given[1] ? contentsOf(given[1], evaluation, scope) : true;
  const a1 = isMatrix(style) ? true : toTruth(style);
  if (isError(a1)) return a1;
  const { home, surface } = evaluation;
  if (a1) {
    const area = parseAddress(text, "");
    if (area) {
      const sheet = area.sheet === "" ? home.sheet : surface.sheetId(area.sheet);
      return sheet === undefined ? failure("#REF!") : reach({ ...area, sheet }, evaluation);
    }
  }
  const parsed = parseFormula(text, a1 ? { kind: "A1" } : { kind: "R1C1", home });
  if (parsed.kind !== "parsed") return failure("#REF!");
  const { expression } = parsed;
  if (expression.kind !== "reference" && expression.kind !== "name" && expression.kind !== "spill")
    return failure("#REF!");
  const value = evaluate(
    expression,
    { ...evaluation, template: { ...evaluation.template, row: home.row, column: home.column } },
    undefined,
  );
  const [place] = isPlaces(value) ? value.places : [];
  return place ? reach(place, evaluation) : failure("#REF!");
};

/** ROW and COLUMN: the number of the formula's own cell, or those of a reference. */
function position(axis: "row" | "column"): Form {
  return (given, evaluation, scope) => {
    if (given.length === 0) return evaluation.home[axis] + 1;
    const value = valueOf(given[0], evaluation, scope);
    if (isError(value)) return value;
    const [place] = isPlaces(value) ? value.places : [];
    if (!place) return failure("#VALUE!");
    const { rows, columns } = evaluation.surface.extent(place.sheet);
    const [from, to] =
      axis === "row"
        ? [place.top, Math.min(place.bottom, Math.max(rows, place.top + 1) - 1)]
        : [place.left, Math.min(place.right, Math.max(columns, place.left + 1) - 1)];
    const end =
      axis === "row"
        ? place.bottom < 1_048_575
          ? place.bottom
          : to
        : place.right < 16_383
          ? place.right
          : to;
    const numbers = Array.from({ length: end - from + 1 }, (_, index) => from + index + 1);
    return matrixOf(axis === "row" ? numbers.map((number) => [number]) : [numbers]);
  };
}

function size(axis: "rows" | "columns"): Form {
  return (given, evaluation, scope) => {
    const value = valueOf(given[0], evaluation, scope);
    if (isError(value)) return value;
    const [place] = isPlaces(value) ? value.places : [];
    if (place) return axis === "rows" ? place.bottom - place.top + 1 : place.right - place.left + 1;
    if (isMatrix(value)) return axis === "rows" ? rowsOf(value) : columnsOf(value);
    return 1;
  };
}

const FORMULATEXT: Form = (given, evaluation, scope) => {
  const value = valueOf(given[0], evaluation, scope);
  const [place] = isPlaces(value) ? value.places : [];
  if (!place) return isError(value) ? value : failure("#N/A");
  return evaluation.surface.formulaText(place.sheet, place.top, place.left) ?? failure("#N/A");
};

const SHEET: Form = (given, evaluation, scope) => {
  const { surface, home } = evaluation;
  let id: string | undefined = home.sheet;
  if (given[0]) {
    const value = valueOf(given[0], evaluation, scope);
    if (isError(value)) return value;
    if (isPlaces(value)) id = value.places[0]?.sheet;
    else {
      const name = toText(contents(value, evaluation) as CellValue);
      id = isError(name) ? undefined : surface.sheetId(name);
    }
  }
  const at = id === undefined ? -1 : surface.sheetOrder().indexOf(id);
  return at < 0 ? failure("#N/A") : at + 1;
};

const ADDRESS: Form = eachCell(2, 5, (row, column, style = 1, a1 = true, sheet) => {
  const r = toNumber(row);
  const c = toNumber(column);
  const s = toNumber(style ?? 1);
  const inA1 = toTruth(a1 ?? true);
  if (isError(r)) return r;
  if (isError(c)) return c;
  if (isError(s)) return s;
  if (isError(inA1)) return inA1;
  if (r < 1 || c < 1 || r > 1_048_576 || c > 16_384 || s < 1 || s > 4) return failure("#VALUE!");
  const fixedRow = s === 1 || s === 2;
  const fixedColumn = s === 1 || s === 3;
  const text = inA1
    ? `${fixedColumn ? "$" : ""}${columnLetters(c - 1)}${fixedRow ? "$" : ""}${r}`
    : `R${fixedRow ? r : `[${r}]`}C${fixedColumn ? c : `[${c}]`}`;
  if (sheet === undefined || sheet === null) return text;
  const name = toText(sheet);
  return isError(name) ? name : `${name === "" ? "" : quoteSheet(name)}!${text}`;
});

const errorNumbers = [
  "#NULL!",
  "#DIV/0!",
  "#VALUE!",
  "#REF!",
  "#NAME?",
  "#NUM!",
  "#N/A",
  "#GETTING_DATA",
  "#SPILL!",
  "#CONNECT!",
  "#BLOCKED!",
  "#UNKNOWN!",
  "#FIELD!",
  "#CALC!",
];

const test = (holds: (value: CellValue) => boolean): Form =>
  eachCell(1, 1, (value = null) => (isBusy(value) ? value : holds(value)));

const DAY = 86_400_000;

function serialOf(date: Date): number {
  return (Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) - Date.UTC(1899, 11, 30)) / DAY;
}

export const forms: Readonly<Record<string, Form>> = {
  IF,
  IFS,
  SWITCH,
  CHOOSE,
  LET,
  LAMBDA,
  ISOMITTED,
  MAP,
  BYROW,
  BYCOL,
  MAKEARRAY,
  INDEX,
  OFFSET,
  INDIRECT,
  FORMULATEXT,
  SHEET,
  ADDRESS,
  REDUCE: folded(false),
  SCAN: folded(true),
  ROW: position("row"),
  COLUMN: position("column"),
  ROWS: size("rows"),
  COLUMNS: size("columns"),
  IFERROR: rescued((value) => isError(value)),
  IFNA: rescued((value) => isError(value) && value.code === "#N/A"),
  SHEETS: (given, { surface }) => (given.length === 0 ? surface.sheetOrder().length : 1),
  ISREF: ([argument], evaluation, scope) => isPlaces(valueOf(argument, evaluation, scope)),
  AREAS: ([argument], evaluation, scope) => {
    const value = valueOf(argument, evaluation, scope);
    return isPlaces(value) ? value.places.length : isError(value) ? value : failure("#VALUE!");
  },
  ISFORMULA: ([argument], evaluation, scope) => {
    const value = valueOf(argument, evaluation, scope);
    const [place] = isPlaces(value) ? value.places : [];
    return place
      ? evaluation.surface.formulaText(place.sheet, place.top, place.left) !== undefined
      : failure("#VALUE!");
  },
  SINGLE: ([argument], evaluation, scope) => intersected(valueOf(argument, evaluation, scope), evaluation),
  ANCHORARRAY: ([argument], evaluation, scope) =>
    argument ? evaluate({ kind: "spill", anchor: argument }, evaluation, scope) : failure("#REF!"),
  NOW: (_given, { surface }) => {
    const now = surface.now();
    return (
      serialOf(now) +
      (now.getHours() * 3600 + now.getMinutes() * 60 + now.getSeconds() + now.getMilliseconds() / 1000) /
        86_400
    );
  },
  TODAY: (_given, { surface }) => serialOf(surface.now()),
  NA: () => failure("#N/A"),
  ISBLANK: test((value) => value === null),
  ISERROR: test((value) => isError(value)),
  ISERR: test((value) => isError(value) && value.code !== "#N/A"),
  ISNA: test((value) => isError(value) && value.code === "#N/A"),
  ISNUMBER: test((value) => typeof value === "number"),
  ISTEXT: test((value) => typeof value === "string"),
  ISNONTEXT: test((value) => typeof value !== "string"),
  ISLOGICAL: test((value) => typeof value === "boolean"),
  N: eachCell(1, 1, (value = null) =>
    typeof value === "number" || isError(value) ? value : typeof value === "boolean" ? Number(value) : 0,
  ),
  T: eachCell(1, 1, (value = null) => (typeof value === "string" || isError(value) ? value : "")),
  "ERROR.TYPE": eachCell(1, 1, (value = null) =>
    isError(value) && errorNumbers.includes(value.code)
      ? errorNumbers.indexOf(value.code) + 1
      : failure("#N/A"),
  ),
};
