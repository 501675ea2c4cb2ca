/** Functions about places: INDEX, OFFSET and INDIRECT give references back, others tell where a reference stands. */
import { columnLetters, parseAddress, quoteSheet } from "../../formula/address";
import { parseFormula } from "../../formula/syntax";
import { contents, type Evaluation, intersected } from "../evaluation";
import { lift } from "../operators";
import {
  type CellValue,
  columnsOf,
  failure,
  isError,
  isLambda,
  isMatrix,
  isPlaces,
  type Matrix,
  matrixOf,
  type Place,
  rowsOf,
  toNumber,
  toText,
  toTruth,
  type Value,
} from "../values";
import { asMatrix, contentsOf, eachCell, type Form, numberIn, oneCell, valueOf } from "./form";

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
  const value = evaluation.evaluate(
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

export const references: Readonly<Record<string, Form>> = {
  INDEX,
  OFFSET,
  INDIRECT,
  FORMULATEXT,
  SHEET,
  ADDRESS,
  ROW: position("row"),
  COLUMN: position("column"),
  ROWS: size("rows"),
  COLUMNS: size("columns"),
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
    argument ? evaluation.evaluate({ kind: "spill", anchor: argument }, evaluation, scope) : failure("#REF!"),
};
