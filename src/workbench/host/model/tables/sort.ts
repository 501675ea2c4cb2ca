/** Sorting: numbers before texts before truths before errors, blanks always last, equals keep their order. */
import { relocate } from "../../formula";
import { refuse } from "../../refusal";
import { isError, type Cell, type CellValue } from "../cells/cell";
import { readCell, sheetIn, writeCell, type Draft } from "../draft";
import { eachCell } from "../cells/grid";
import { assertAllowed, assertNoPivot, isLocked } from "../guard";
import { columnsOf, overlaps, rowsOf, type Rectangle } from "../cells/rectangle";
import { styleValue } from "../looks/style";
import type { SortField } from "./table";

export interface SortOptions {
  readonly hasHeaders?: boolean;
  readonly matchCase?: boolean;
  /** "Rows" puts rows in order, "Columns" columns. */
  readonly orientation?: "Rows" | "Columns";
  readonly table?: boolean;
}

const rank = (value: CellValue): number => {
  if (value === null) return 4;
  if (isError(value)) return 3;
  return typeof value === "number" ? 0 : typeof value === "string" ? 1 : 2;
};

const collators = new Map<boolean, Intl.Collator>();
const collator = (matchCase: boolean): Intl.Collator => {
  const known =
    collators.get(matchCase) ?? new Intl.Collator("ja", { sensitivity: matchCase ? "variant" : "base" });
  collators.set(matchCase, known);
  return known;
};

const compare = (a: CellValue, b: CellValue, matchCase: boolean): number => {
  const [first, second] = [rank(a), rank(b)];
  if (first !== second) return first - second;
  if (typeof a === "number" && typeof b === "number") return a - b;
  if (typeof a === "string" && typeof b === "string") return collator(matchCase).compare(a, b);
  return Number(a) - Number(b) || 0;
};

const asNumber = (value: CellValue): CellValue =>
  typeof value === "string" && value.trim() !== "" && Number.isFinite(Number(value)) ? Number(value) : value;

type Line = readonly Cell[];

/** The order of lines by one field; blanks stay last whichever way it goes. */
const byField = (field: SortField, matchCase: boolean) => (a: Line, b: Line) => {
  const [first, second] = [a[field.key], b[field.key]];
  const way = field.ascending === false ? -1 : 1;
  switch (field.sortOn ?? "Value") {
    case "CellColor":
    case "FontColor": {
      const look = field.sortOn === "CellColor" ? "fillColor" : "fontColor";
      const has = (cell: Cell | undefined) => styleValue(cell?.style, look) === field.color;
      return (Number(has(second)) - Number(has(first))) * way;
    }
    default: {
      const read = field.dataOption === "TextAsNumber" ? asNumber : (value: CellValue) => value;
      const [x, y] = [read(first?.value ?? null), read(second?.value ?? null)];
      if (x === null || y === null) return Number(x === null) - Number(y === null);
      return compare(x, y, matchCase) * way;
    }
  }
};

export const sortRange = (
  draft: Draft,
  sheet: string,
  whole: Rectangle,
  fields: readonly SortField[],
  options: SortOptions = {},
): void => {
  if (fields.length === 0) return;
  const rows = options.orientation !== "Columns";
  const area = options.hasHeaders
    ? rows
      ? { ...whole, top: whole.top + 1 }
      : { ...whole, left: whole.left + 1 }
    : whole;
  const count = rows ? rowsOf(area) : columnsOf(area);
  const width = rows ? columnsOf(area) : rowsOf(area);
  if (count < 1) return;
  if (fields.some(({ key }) => !Number.isInteger(key) || key < 0 || key >= width)) refuse("InvalidArgument");
  if (sheetIn(draft, sheet).protection) {
    assertAllowed(draft.book, sheet, "allowSort");
    if (isLocked(draft.book, sheet, area)) refuse("AccessDenied");
  }
  assertNoPivot(draft.book, sheet, area);
  if (sheetIn(draft, sheet).merged.some((merged) => overlaps(merged, area))) refuse("InvalidOperation");
  const at = (line: number, place: number): readonly [number, number] =>
    rows ? [area.top + line, area.left + place] : [area.top + place, area.left + line];
  // A part of an array stays with the others.
  eachCell(sheetIn(draft, sheet).grid, area, ({ spill, spilledFrom }) => {
    if (spill || spilledFrom) refuse("InvalidOperation");
  });
  const lines: Line[] = Array.from({ length: count }, (_, line) =>
    Array.from({ length: width }, (__, place) => readCell(draft, sheet, ...at(line, place))),
  );
  const compares = fields.map((field) => byField(field, options.matchCase ?? false));
  const order = lines
    .map((line, index) => ({ line, index }))
    .sort((a, b) => {
      for (const by of compares) {
        const result = by(a.line, b.line);
        if (result !== 0) return result;
      }
      return a.index - b.index;
    });
  order.forEach(({ line, index }, to) => {
    if (index === to) return;
    line.forEach((cell, place) => {
      const formula =
        cell.formula === undefined
          ? {}
          : { formula: rows ? relocate(cell.formula, to - index, 0) : relocate(cell.formula, 0, to - index) };
      writeCell(draft, sheet, ...at(to, place), { ...cell, ...formula });
    });
  });
  draft.happenings.push({ kind: rows ? "rowsSorted" : "columnsSorted", sheet, area: whole });
  draft.happenings.push({ kind: "changed", sheet, area, changeType: "RangeEdited" });
};
