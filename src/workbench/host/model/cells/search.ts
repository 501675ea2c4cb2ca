/** Finding and replacing text in cells: Excel's wildcards `*`, `?` and `~`, whole cells or parts, with or without case. */
import { asWireValue, type Cell } from "./cell";
import { readCell, sheetIn, type Draft } from "../draft";
import { styleOf } from "../looks/effective";
import { eachCell } from "./grid";
import { rectangle, type Rectangle } from "./rectangle";
import { styleValue } from "../looks/style";
import { shownText } from "./values-as-json";
import { enter } from "../entry/enter";

export interface SearchOptions {
  readonly completeMatch: boolean;
  readonly matchCase: boolean;
}

export interface Found {
  readonly row: number;
  readonly column: number;
}

/** The pattern a person writes, as a regular expression: `~*` is a star. */
const patternOf = (text: string, { completeMatch, matchCase }: SearchOptions): RegExp => {
  const body = text.replace(
    /~([*?~])|([*?])|([.+^${}()|[\]\\])/g,
    (_, tilde?: string, wild?: string, special?: string) => {
      if (tilde) return tilde === "~" ? "~" : `\\${tilde}`;
      if (wild) return wild === "*" ? "[\\s\\S]*" : "[\\s\\S]";
      return `\\${special}`;
    },
  );
  return new RegExp(completeMatch ? `^${body}$` : body, matchCase ? "gu" : "giu");
};

/** Row by row; a cell is found by what it shows or by its formula. */
export const findCells = (
  draft: Draft,
  sheet: string,
  area: Rectangle,
  text: string,
  options: SearchOptions,
): readonly Found[] => {
  const held = sheetIn(draft, sheet);
  const pattern = patternOf(text, options);
  const matches = (given: string): boolean => {
    pattern.lastIndex = 0;
    return pattern.test(given);
  };
  const found: Found[] = [];
  eachCell(held.grid, area, (cell, row, column) => {
    if (cell.value === null && cell.formula === undefined) return;
    const format = styleValue(styleOf(held, cell, row, column), "numberFormat");
    if (matches(shownText(cell, format)) || matches(sourceOf(cell))) found.push({ row, column });
  });
  return found;
};

const sourceOf = (cell: Cell): string => cell.formula ?? String(asWireValue(cell.value));

/** Cells that were changed; what replaces is entered as if typed. */
export const replaceText = (
  draft: Draft,
  sheet: string,
  area: Rectangle,
  text: string,
  replacement: string,
  options: SearchOptions,
): number => {
  const pattern = patternOf(text, options);
  const changes: (Found & { readonly next: string })[] = [];
  eachCell(sheetIn(draft, sheet).grid, area, (cell, row, column) => {
    if (cell.spilledFrom || (cell.value === null && cell.formula === undefined)) return;
    const before = sourceOf(cell);
    pattern.lastIndex = 0;
    if (!pattern.test(before)) return;
    pattern.lastIndex = 0;
    const next = before.replace(pattern, () => replacement);
    changes.push({ row, column, next: cell.quoted && next !== "" ? `'${next}` : next });
  });
  for (const { row, column, next } of changes) {
    if (readCell(draft, sheet, row, column).spilledFrom) continue;
    enter(draft, sheet, rectangle(row, column), next);
  }
  return changes.length;
};
