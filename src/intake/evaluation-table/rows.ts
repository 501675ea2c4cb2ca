/** Where a judged row stands in the lines of an evaluation table, whole or broken over several lines. */

import { looksLikeDepartment, readDepartments } from "../department-cell";
import type { Header } from "./headings";
import { readMarks, scales, type Marks, type Scale } from "./scales";
import { isBlank, type Line } from "../lines";

export interface Cell {
  text: string;
  line: number;
  /** What of it stands on that line, where the rest went on to the next. */
  token: string;
}

export interface JudgedCells {
  cells: Cell[];
  /** How many cells stand before the first mark. */
  lead: number;
  /** One for each scale that is marked. */
  marks: { scale: Scale; cell: Cell; marks: Marks }[];
  departments: Cell | null;
}

export function cellsOf(line: Line): Cell[] {
  return line.text.split("\t").map((text) => ({ text: text.trim(), line: line.number, token: text.trim() }));
}

/** The three marks are what a row is known by: letters of three scales in a fixed order, with or without 自由記述 between. */
export function judged(cells: readonly Cell[]): JudgedCells | null {
  let best: { found: JudgedCells; slips: number } | null = null;
  for (let lead = 0; lead + 2 < cells.length; lead += 1) {
    for (const [second, third, after] of [
      [1, 3, 2],
      [1, 2, 1],
    ] as const) {
      const places = [lead, lead + second, lead + third];
      const marks = places.flatMap((place, index) => {
        const cell = cells[place];
        const scale = scales[index];
        const read = cell && scale ? readMarks(cell.text, scale) : null;
        return cell && scale && read ? [{ scale, cell, marks: read }] : [];
      });
      if (marks.length < scales.length) continue;
      const slips = marks.reduce((sum, mark) => sum + mark.marks.slips.length, 0);
      if (best && best.slips <= slips) continue;
      const last = lead + third;
      best = {
        slips,
        found: { cells: [...cells], lead, marks, departments: departmentsAfter(cells, last, after) },
      };
    }
  }
  return best?.found ?? null;
}

/** A row with a mark left blank is known by where its columns stand: the others are marks, and nothing else is there. */
export function partlyJudged(cells: readonly Cell[], header: Header): JudgedCells | null {
  if (cells.length <= header.departments) return null;
  const marks = scales.flatMap((scale, index) => {
    const cell = cells[header.marks[index] ?? -1];
    const read = cell ? readMarks(cell.text, scale) : null;
    return cell && read ? [{ scale, cell, marks: read }] : [];
  });
  const blanks = header.marks.filter((place) => cells[place]?.text === "").length;
  if (marks.length === 0 || marks.length + blanks < scales.length) return null;
  const departments = cells[header.departments];
  return {
    cells: [...cells],
    lead: header.lead,
    marks,
    departments: departments && departments.text !== "" ? departments : null,
  };
}

function departmentsAfter(cells: readonly Cell[], lastMark: number, distance: number): Cell | null {
  const expected = cells[lastMark + distance];
  if (expected && expected.text !== "") return expected;
  const rest = cells.slice(lastMark + 1).filter((cell) => cell.text !== "");
  const [only] = rest;
  return rest.length === 1 && only && namesOnlyDepartments(only.text) ? only : null;
}

export function namesOnlyDepartments(text: string): boolean {
  const { departments } = readDepartments(text);
  return departments.length > 0 && departments.every(looksLikeDepartment);
}

/** Rows longer than this were never one row. */
export const longestBreak = 8;

/** Broken lines as one row: a cell that was cut goes on in the next line's first cell. */
export function joined(parts: readonly (readonly Cell[])[]): Cell[] {
  return parts.reduce<Cell[]>((row, part) => {
    const last = row[row.length - 1];
    const [first, ...rest] = part;
    if (!last || !first) return [...row, ...part];
    if (isMark(last.text) || isMark(first.text)) return [...row, ...part];
    const text = `${last.text}${last.text !== "" && first.text !== "" ? " " : ""}${first.text}`;
    const { line, token } = last.text === "" ? first : last;
    return [...row.slice(0, -1), { text, line, token }, ...rest];
  }, []);
}

function isMark(text: string): boolean {
  return scales.some((scale) => readMarks(text, scale) !== null);
}

/** Unread lines that stand directly before a line, nearest last. */
export function directlyBefore(pending: readonly Line[], number: number): Line[] {
  const before: Line[] = [];
  for (let index = pending.length - 1; index >= 0 && before.length < longestBreak; index -= 1) {
    const line = pending[index];
    if (!line || line.number !== number - before.length - 1 || isBlank(line)) break;
    before.unshift(line);
  }
  return before;
}
