/** A formula's value in a book as it stands, with no cell to hold it: for conditional formats, validation, and whatever else only asks. */
import { evaluate, evaluationOf } from "./calc/evaluate";
import { contents } from "./calc/evaluation";
import type { Surface } from "./calc/surface";
import { forgetKept } from "./calc/natives";
import { createTemplates, type Template } from "./calc/template";
import { isMatrix, type CellValue, type Matrix, type Place, type Value } from "./calc/values";
import { nameKey, toPlain } from "./formula";
import { sheetById, type Book } from "./model/book";
import { cellAt, eachCell, lastRowOf, type Grid } from "./model/cells/grid";
import { homeOf, lookupOf, sheetName } from "./model/formulas/lookup";
import { WHOLE_SHEET } from "./model/cells/rectangle";

export interface Anchor {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** The formula's value as if it were entered in this cell; relative references move as they do when a formula is filled. */
export type Asked = (row: number, column: number) => CellValue;

export interface Scratch {
  /** `formula` is written for `anchor`. */
  ask(formula: string, anchor: Anchor): Asked;
  /** All it gives in this cell: more than one value where it gives an array or an area. */
  all(formula: string, anchor: Anchor): readonly (readonly CellValue[])[];
  value(sheet: string, row: number, column: number): CellValue;
}

interface Extent {
  readonly rows: number;
  readonly columns: number;
}

const extents = new WeakMap<Grid, Extent>();
function extentOf(grid: Grid): Extent {
  const known = extents.get(grid);
  if (known) return known;
  let rows = 0;
  let columns = 0;
  eachCell(grid, { ...WHOLE_SHEET, bottom: lastRowOf(grid) }, (_cell, row, column) => {
    rows = Math.max(rows, row + 1);
    columns = Math.max(columns, column + 1);
  });
  const made = { rows, columns };
  extents.set(grid, made);
  return made;
}

function surfaceOf(book: Book, named: (key: string) => Value | undefined): Surface {
  const grids = new Map(book.sheets.map(({ id, grid }) => [id, grid]));
  const matrices = new Map<string, Matrix>();
  const value = (sheet: string, row: number, column: number): CellValue => {
    const grid = grids.get(sheet);
    return (grid && cellAt(grid, row, column)?.value) ?? null;
  };
  /** Whole rows and columns end where the sheet's content ends. */
  const cut = (place: Place): Place => {
    const grid = grids.get(place.sheet);
    const { rows, columns } = grid ? extentOf(grid) : { rows: 1, columns: 1 };
    return {
      ...place,
      bottom: place.bottom >= WHOLE_SHEET.bottom ? Math.max(place.top, rows - 1) : place.bottom,
      right: place.right >= WHOLE_SHEET.right ? Math.max(place.left, columns - 1) : place.right,
    };
  };
  return {
    value,
    matrix(asked) {
      const { sheet, top, left, bottom, right } = cut(asked);
      const key = `${sheet}|${top}|${left}|${bottom}|${right}`;
      const known = matrices.get(key);
      if (known) return known;
      const matrix: Matrix = {
        kind: "matrix",
        cells: Array.from({ length: bottom - top + 1 }, (_, row) =>
          Array.from({ length: right - left + 1 }, (__, column) => value(sheet, top + row, left + column)),
        ),
      };
      // Small ones are different for every cell and cheaper to read again than to keep.
      if ((bottom - top + 1) * (right - left + 1) >= 32) matrices.set(key, matrix);
      return matrix;
    },
    scan(asked, see) {
      const { sheet, top, left, bottom, right } = cut(asked);
      for (let column = left; column <= right; column++) {
        for (let row = top; row <= bottom; row++) {
          const found = see(value(sheet, row, column));
          if (found !== undefined) return found;
        }
      }
      return undefined;
    },
    extent(sheet) {
      const grid = grids.get(sheet);
      return grid ? extentOf(grid) : { rows: 0, columns: 0 };
    },
    sheetId: (name) => book.sheets.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase())?.id,
    sheetName: (id) => sheetName(book, id),
    sheetOrder: () => book.sheets.map(({ id }) => id),
    name: named,
    formulaText(sheet, row, column) {
      const grid = grids.get(sheet);
      return grid && cellAt(grid, row, column)?.formula;
    },
    spillOf(sheet, row, column) {
      const grid = grids.get(sheet);
      const spill = grid && cellAt(grid, row, column)?.spill;
      return (
        spill && {
          sheet,
          top: row,
          left: column,
          bottom: row + spill.rows - 1,
          right: column + spill.columns - 1,
        }
      );
    },
    hiddenRow(sheet, row) {
      const line = sheetById(book, sheet)?.rows.get(row);
      return line?.filtered ? "filtered" : line?.hidden ? "hidden" : undefined;
    },
    now: () => new Date(),
    // Excel does not call an add-in's functions here either.
    custom: () => undefined,
  };
}

/** Formulas are read once for all books: a rule outlives thousands of states of its book. */
const templates = createTemplates();

const scratches = new WeakMap<Book, Scratch>();

/** For a book that will not change any more: what was once read is kept. */
export function scratchOf(book: Book): Scratch {
  const known = scratches.get(book) ?? createScratch(book);
  scratches.set(book, known);
  return known;
}

/** For the book of an edit in progress: ask at once, keep nothing. */
export function createScratch(book: Book): Scratch {
  // Univer's functions remember areas by their address; in another state of the book other values stand there.
  forgetKept();
  const names = new Map<string, Value>();
  const underWay = new Set<string>();
  const surface = surfaceOf(book, (key) => {
    if (names.has(key)) return names.get(key);
    const defined = book.names.find(
      ({ name, formula, scope }) =>
        nameKey({
          name,
          formula,
          ...(scope === undefined ? {} : { scope: sheetName(book, scope) }),
        }).toLowerCase() === key,
    );
    const home = defined?.scope ?? book.sheets[0]?.id;
    if (!defined || home === undefined || underWay.has(key)) return undefined;
    underWay.add(key);
    const template = read(defined.formula, { sheet: home, row: 0, column: 0 });
    const value = template && run(template, { sheet: home, row: 0, column: 0 });
    underWay.delete(key);
    names.set(key, value);
    return value;
  });
  const read = (formula: string, { sheet, row, column }: Anchor): Template | undefined => {
    const plain = toPlain(formula, homeOf(book, sheet, row, column), lookupOf(book));
    return plain.kind === "plain" ? templates.of(plain.formula, row, column) : undefined;
  };
  const run = (template: Template, home: Anchor): Value => {
    const { expression } = template;
    return expression && evaluate(expression, evaluationOf(template, home, surface), undefined);
  };
  return {
    all(formula, anchor) {
      const template = read(formula, anchor);
      const { expression } = template ?? {};
      if (!template || !expression) return [[{ kind: "error", code: "#NAME?" }]];
      const evaluation = evaluationOf(template, anchor, surface);
      const result = contents(evaluate(expression, evaluation, undefined), evaluation);
      return isMatrix(result) ? result.cells : [[result]];
    },
    ask(formula, anchor) {
      const template = read(formula, anchor);
      const { expression } = template ?? {};
      if (!template || !expression) return () => ({ kind: "error", code: "#NAME?" });
      return (row, column) => {
        const evaluation = evaluationOf(template, { sheet: anchor.sheet, row, column }, surface);
        const result = contents(evaluate(expression, evaluation, undefined), evaluation);
        return isMatrix(result) ? (result.cells[0]?.[0] ?? null) : result;
      };
    },
    value: surface.value,
  };
}
