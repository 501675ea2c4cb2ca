/** What is known while the lines of an indicator table and its surroundings are gone through. */

import type { Problem } from "../../plan/plan";
import type { Line } from "../lines";
import type { Tree, Twig } from "../tree";
import { readColumns, type Column } from "./columns";
import { isProseHeading, readKind, readListHeading, type ListHeading } from "./headings";
import type { Found } from "./rows";

export const sectionLevel = "施策";
export const nameless = "（見出しなし）";

export interface Entry {
  number: string | null;
  name: string;
  line: number;
  lastLine: number;
  token: string;
}

export interface TableReading {
  tree: Tree;
  open: { rank: number; twig: Twig }[];
  /** Whether the document gives its sections a heading at all. */
  namesSections: boolean;
  section: { twig: Twig; named: boolean; hasTable: boolean } | null;
  list: { heading: ListHeading; entries: Entry[] } | null;
  table: { columns: Column[]; lastName: string | null } | null;
  kind: string | null;
  found: Found[];
  levels: string[];
  notCarried: Set<string>;
  consumed: Set<number>;
  problems: Problem[];
}

/** Nothing read yet. */
export function newReading(): TableReading {
  return {
    tree: [],
    open: [],
    namesSections: false,
    section: null,
    list: null,
    table: null,
    kind: null,
    found: [],
    levels: [],
    notCarried: new Set(),
    consumed: new Set(),
    problems: [],
  };
}

export function cellTexts(line: Line): string[] {
  return line.text.includes("\t") ? line.text.split("\t") : [];
}

export function consume(state: TableReading, line: Line): void {
  state.consumed.add(line.number);
}

export function isKnownPart(line: Line): boolean {
  return (
    readListHeading(line.text) !== null ||
    readKind(line.text) !== null ||
    isProseHeading(line.text) ||
    readColumns(cellTexts(line)) !== null
  );
}

const levelOrder = ["基本政策", "基本目標", "基本方針", "政策", "編", "章", "節", "項", "分野", sectionLevel];

export function rememberLevel(state: TableReading, level: string): void {
  if (state.levels.includes(level)) return;
  state.levels.push(level);
  const place = (each: string) => (levelOrder.includes(each) ? levelOrder.indexOf(each) : levelOrder.length);
  state.levels.sort((one, other) => place(one) - place(other));
}
