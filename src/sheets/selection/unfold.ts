/** A planner's own list as a plain table: years below a merged header joined to it, headings on rows of their own put beside what they stand over. */

import { yearIn } from "../../intake/indicator-table/columns";
import { foldSpaces } from "../../plan/text-width";
import { cellIn, isBlank, rowAt, textOf } from "../cell-values";
import { headingOf } from "../reading/words";
import { type Cell, guessColumns, headerRow } from "./columns";

/** The same list where nothing is folded. */
export function unfolded(values: readonly (readonly Cell[])[]): Cell[][] {
  const rows = values.map((row) => [...row]);
  const header = headerRow(rows);
  if (header < 0) return rows;
  return withHeadingsBeside(withYearsInHeader(rows, header), header);
}

/** 目標値 over R3 and R4: a merged header holds its words in its first cell only. */
function withYearsInHeader(rows: Cell[][], header: number): Cell[][] {
  const above = rowAt(rows, header);
  const below = rowAt(rows, header + 1);
  const filled = below.filter((cell) => !isBlank(cell));
  const isYear = (cell: Cell): boolean => yearIn(foldSpaces(textOf(cell))) !== null;
  if (filled.length === 0 || !filled.every(isYear)) return rows;
  let words = "";
  const joined = below.map((cell, at) => {
    const own = textOf(above[at]);
    if (own !== "") words = own;
    return isBlank(cell) ? own : `${words} ${textOf(cell)}`;
  });
  return [...rows.slice(0, header), joined, ...rows.slice(header + 2)];
}

function withHeadingsBeside(rows: Cell[][], header: number): Cell[][] {
  const { choices } = guessColumns(rows, header);
  const headingAt = (row: readonly Cell[]): { words: string; kind: string } | null => {
    const filled = row.flatMap((cell, column) => (isBlank(cell) ? [] : [column]));
    const [only] = filled;
    if (filled.length !== 1 || only === undefined || typeof row[only] !== "string") return null;
    const kind = choices[only]?.kind;
    if (kind !== "level" && kind !== "skip" && kind !== "number") return null;
    const words = textOf(row[only]);
    return headingOf(words).number !== null || namedHeading.test(words)
      ? { words, kind: kindOf(words) }
      : null;
  };
  const body = rows.slice(header + 1);
  // In the order they first appear: that is from the top down.
  const kinds = [...new Set(body.flatMap((row) => headingAt(row)?.kind ?? []))];
  if (kinds.length === 0) return rows;
  let current: string[] = kinds.map(() => "");
  let above: readonly Cell[] = [];
  const columnsOf = (...wanted: string[]): number[] =>
    choices.flatMap(({ kind }, column) => (wanted.includes(kind) ? [column] : []));
  const names = columnsOf("level");
  const ofItem = [...names, ...columnsOf("number", "departments")];
  const beside = body.flatMap((row) => {
    const heading = headingAt(row);
    if (heading === null) {
      above = filledDown(row, above, names, ofItem);
      return [[...current, ...above]];
    }
    above = [];
    const depth = kinds.indexOf(heading.kind);
    current = [...current.slice(0, depth), heading.words, ...kinds.slice(depth + 1).map(() => "")];
    return [];
  });
  const titles = kinds.map((kind, at) => `階層${at + 1}:${kind}`);
  const before = rows.slice(0, header).map((row) => [...kinds.map(() => ""), ...row]);
  return [...before, [...titles, ...rowAt(rows, header)], ...beside];
}

/** A merged cell holds its words in its first row only: names to the left of the first one that is there go on. */
function filledDown(
  row: readonly Cell[],
  above: readonly Cell[],
  names: readonly number[],
  ofItem: readonly number[],
): Cell[] {
  const first = names.findIndex((column) => !isBlank(row[column]));
  const going = new Set(first < 0 ? ofItem : names.slice(0, first));
  return row.map((cell, column) => (isBlank(cell) && going.has(column) ? cellIn(above, column) : cell));
}

const namedHeading = /^(?:目標|視点|施策|基本方針|分野|柱)\s*[0-9０-９]/;

function kindOf(heading: string): string {
  const folded = foldSpaces(heading);
  const match = /^第\d+(章|節|項|編|部)|^(目標|視点|施策|基本方針|分野|柱)\d/.exec(folded);
  if (match !== null) {
    const [, numbered = "", named = ""] = match;
    return numbered + named;
  }
  return /^\(\d+\)/.test(folded) ? "小見出し" : "見出し";
}
