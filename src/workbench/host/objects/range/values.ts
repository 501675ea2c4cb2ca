/** The matrices of a range: values, formulas, texts, formats, as Excel answers and takes them. */
import { toR1C1 } from "../../formula";
import { asWireValue, BLANK, valueTypeOf, type Cell } from "../../model/cells/cell";
import { applyStyle, restyle } from "../../model/looks/appearance";
import { sheetIn, type Draft } from "../../model/draft";
import { styleOf } from "../../model/looks/effective";
import { cellAt } from "../../model/cells/grid";
import {
  cellsOf,
  columnsOf,
  isWholeColumns,
  isWholeRows,
  rowsOf,
  type Rectangle,
} from "../../model/cells/rectangle";
import { restyled, styleValue } from "../../model/looks/style";
import { contentFrom, jsonOf, shownText } from "../../model/cells/values-as-json";
import { fromLocalFormat, isNumberFormat, toLocalFormat } from "../../model/cells/text";
import { enter } from "../../model/entry/enter";
import type { Notation } from "../../model/entry/entered";
import { spread } from "../../model/entry/spread";
import { refuse } from "../../refusal";
import type { RangeRef } from "../../session";
import type { Scalar, Turn } from "../../wire/object-type";
import { cellsOfRange } from "./address";

export const isUnbounded = (area: Rectangle): boolean => isWholeColumns(area) || isWholeRows(area);

/** null for whole columns and rows, and above the limit: Excel gives no error there. */
export const matrix = (
  { draft, session }: Turn,
  ref: RangeRef,
  read: (cell: Cell, row: number, column: number) => unknown,
): unknown[][] | null => {
  const area = cellsOfRange(ref);
  if (isUnbounded(area) || cellsOf(area) > session.host.largestRead) return null;
  const { grid } = sheetIn(draft, ref.sheet);
  const rows: unknown[][] = [];
  for (let row = area.top; row <= area.bottom; row++) {
    const line: unknown[] = [];
    for (let column = area.left; column <= area.right; column++) {
      line.push(read(cellAt(grid, row, column) ?? BLANK, row, column));
    }
    rows.push(line);
  }
  return rows;
};

const bounded = (ref: RangeRef): Rectangle => {
  const area = cellsOfRange(ref);
  return isUnbounded(area) ? refuse("InvalidArgument") : area;
};

const entering =
  (notation: Notation) =>
  (ref: RangeRef, value: unknown, { draft }: Turn): void =>
    enter(draft, ref.sheet, bounded(ref), value, notation);

/** Matrices of `valuesAsJson` as `enter` takes them; null leaves a cell as it is. */
export const contents = (given: unknown): unknown => {
  const one = (value: unknown): unknown =>
    value === null || value === undefined ? null : { content: contentFrom(value) };
  return Array.isArray(given)
    ? given.map((row: unknown) => (Array.isArray(row) ? row.map(one) : one(row)))
    : one(given);
};

const formulaOf = (cell: Cell): unknown => cell.formula ?? asWireValue(cell.value);

const formatAt = (draft: Draft, ref: RangeRef) => {
  const sheet = sheetIn(draft, ref.sheet);
  return (cell: Cell, row: number, column: number) =>
    styleValue(styleOf(sheet, cell, row, column), "numberFormat");
};

const setFormats = (ref: RangeRef, value: unknown, draft: Draft, read: (given: string) => string): void => {
  const area = bounded(ref);
  const at = spread(value, area);
  const wanted = (row: number, column: number): string | undefined => {
    const given = at(row, column);
    if (given === null || given === undefined) return undefined;
    if (typeof given !== "string") return refuse("InvalidArgument");
    if (given === "") return "General";
    const format = read(given);
    return isNumberFormat(format) ? format : refuse("InvalidArgument");
  };
  const first = wanted(0, 0);
  const same = !Array.isArray(value) || cellsOf(area) === 1 || (value.length === 1 && rowsOf(area) > 1);
  if (same && first !== undefined) {
    applyStyle(draft, ref.sheet, area, { numberFormat: first });
    return;
  }
  for (let row = 0; row < rowsOf(area); row++) {
    for (let column = 0; column < columnsOf(area); column++) {
      const format = wanted(row, column);
      if (format === undefined) continue;
      const cell = {
        top: area.top + row,
        bottom: area.top + row,
        left: area.left + column,
        right: area.left + column,
      };
      restyle(draft, ref.sheet, cell, (style) => restyled(style, { numberFormat: format }));
    }
  }
  draft.happenings.push({ kind: "formatChanged", sheet: ref.sheet, area });
};

export const categoryOf = (format: string): string => {
  if (format === "General") return "General";
  if (format === "@") return "Text";
  if (/%/.test(format)) return "Percentage";
  if (/E[+-]/i.test(format)) return "Scientific";
  if (/\?\/[?\d]/.test(format)) return "Fraction";
  const bare = format.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, "");
  if (/[yd]|g+e|^e/i.test(bare) || (/m/i.test(bare) && !/[hs]/i.test(bare))) return "Date";
  if (/[hs]/i.test(bare)) return "Time";
  if (/[¥$€£]/.test(format)) return "Currency";
  return /^[#0,.]+$/.test(format) ? "Number" : "Custom";
};

export const valueScalars: Readonly<Record<string, Scalar<RangeRef>>> = {
  values: {
    get: (ref, turn) => matrix(turn, ref, (cell) => asWireValue(cell.value)),
    set: entering("A1"),
  },
  valuesAsJson: {
    get: (ref, turn) => matrix(turn, ref, jsonOf),
    set: (ref, value, { draft }) => enter(draft, ref.sheet, bounded(ref), contents(value)),
    onlyByName: true,
  },
  valuesAsJsonLocal: {
    get: (ref, turn) => matrix(turn, ref, jsonOf),
    set: (ref, value, { draft }) => enter(draft, ref.sheet, bounded(ref), contents(value)),
    onlyByName: true,
  },
  formulas: { get: (ref, turn) => matrix(turn, ref, formulaOf), set: entering("A1") },
  formulasLocal: { get: (ref, turn) => matrix(turn, ref, formulaOf), set: entering("Local") },
  formulasR1C1: {
    get: (ref, turn) =>
      matrix(turn, ref, (cell, row, column) =>
        cell.formula === undefined ? asWireValue(cell.value) : toR1C1(cell.formula, { row, column }),
      ),
    set: entering("R1C1"),
  },
  text: {
    get: (ref, turn) => {
      const format = formatAt(turn.draft, ref);
      return matrix(turn, ref, (cell, row, column) => shownText(cell, format(cell, row, column)));
    },
  },
  valueTypes: { get: (ref, turn) => matrix(turn, ref, (cell) => valueTypeOf(cell.value)) },
  numberFormat: {
    get: (ref, turn) => matrix(turn, ref, formatAt(turn.draft, ref)),
    set: (ref, value, { draft }) => setFormats(ref, value, draft, (given) => given),
  },
  numberFormatLocal: {
    get: (ref, turn) => {
      const format = formatAt(turn.draft, ref);
      return matrix(turn, ref, (cell, row, column) => toLocalFormat(format(cell, row, column)));
    },
    set: (ref, value, { draft }) => setFormats(ref, value, draft, fromLocalFormat),
  },
  numberFormatCategories: {
    get: (ref, turn) => {
      const format = formatAt(turn.draft, ref);
      return matrix(turn, ref, (cell, row, column) => categoryOf(format(cell, row, column)));
    },
  },
};
