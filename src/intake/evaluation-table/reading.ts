/** What is known while the lines of an evaluation table are gone through. */

import type { Correction, Problem } from "../../plan/plan";
import type { Line } from "../lines";
import type { Tree, Twig } from "../tree";
import type { Header } from "./headings";
import type { Cell, JudgedCells } from "./rows";
import type { Scale } from "./scales";

export interface Row {
  twig: Twig;
  found: JudgedCells;
  departments: string[];
  lastLine: number;
}

export interface TableReading {
  header: Header | null;
  tree: Tree;
  /** The heading now open at each level, and every spelling of each heading. */
  open: Map<string, Twig>;
  spellings: Map<Twig, { name: string; line: number }[]>;
  rows: Row[];
  legend: Scale | null;
  itemLevel: string | null;
  title: { title: string; municipality: string } | null;
  lastHeading: { twig: Twig; line: number } | null;
  headings: Twig[];
  /** The last few lines nobody could place yet: a row or a heading may be broken over them. */
  unread: Line[];
  consumed: Set<number>;
  problems: Problem[];
  corrections: Correction[];
}

/** Nothing read yet. */
export function newReading(): TableReading {
  return {
    header: null,
    tree: [],
    open: new Map(),
    spellings: new Map(),
    rows: [],
    legend: null,
    itemLevel: null,
    title: null,
    lastHeading: null,
    headings: [],
    unread: [],
    consumed: new Set(),
    problems: [],
    corrections: [],
  };
}

/** What a line says when it says only one thing. */
export function onlyCell(cells: readonly Cell[]): string | null {
  const [only, ...others] = cells.filter((cell) => cell.text !== "");
  return only !== undefined && others.length === 0 ? only.text : null;
}

export function consume(state: TableReading, line: Line): void {
  state.consumed.add(line.number);
}

export function correct(
  state: TableReading,
  printed: string,
  meant: string,
  line: number,
  what: string,
): void {
  state.corrections.push({ printed, meant, where: `${line}行 ${what}` });
  state.problems.push({
    severity: "warning",
    line,
    message: `${line}行の${what}の「${printed}」を「${meant}」と読みました。合っているか確かめてください。`,
  });
}
