/** What is known while the rows of a table are gone through: headings and items so far, and whose row this is. */

import type { Indicator, Problem } from "../../plan/plan";
import { grow, type Tree, type Twig } from "../tree";
import type { CsvRecord, Field } from "./records";

/** What one row says, cell by cell, before it is known whose it is. */
export interface Row {
  path: { level: string; field: Field }[];
  id: Field | null;
  number: Field | null;
  departments: Field | null;
  sameAs: Field | null;
  detail: Field | null;
  remark: Field | null;
  marks: { scale: string; field: Field }[];
  line: number;
}

export interface Item {
  twig: Twig;
  sameAs: Field | null;
  remark: Field | null;
  indicators: Draft[];
  marks: Row["marks"];
}

export interface Draft {
  id: string | null;
  indicator: Omit<Indicator, "id" | "node">;
  reads: { of: string; field: Field }[];
}

export interface TableReading {
  tree: Tree;
  /** Each twig's place in the tree, as a key. */
  places: Map<Twig, number>;
  items: Map<Twig, Item>;
  byPath: Map<string, Item>;
  above: Map<string, Twig>;
  byKey: Map<string, Twig>;
  lastItem: Item | null;
  lastDraft: Draft | null;
  itemLevel: string;
  consumed: Set<number>;
  problems: Problem[];
}

/** Nothing read yet; `itemLevel` is the level a row is about. */
export function newReading(itemLevel: string, problems: Problem[]): TableReading {
  return {
    tree: [],
    places: new Map(),
    items: new Map(),
    byPath: new Map(),
    above: new Map(),
    byKey: new Map(),
    lastItem: null,
    lastDraft: null,
    itemLevel,
    consumed: new Set(),
    problems,
  };
}

export function plant(state: TableReading, twig: Parameters<typeof grow>[1]): Twig {
  const grown = grow(state.tree, twig);
  state.places.set(grown, state.tree.length);
  return grown;
}

export function keyUnder(state: TableReading, parent: Twig | null, ...rest: (string | null)[]): string {
  return JSON.stringify([parent ? (state.places.get(parent) ?? 0) : 0, ...rest]);
}

/** Where a field's text begins: one that is broken over lines has its first words on this one. */
export function standing(field: Field): { line: number; token: string } {
  const before = field.text.slice(0, field.text.length - field.text.trimStart().length);
  const [token = ""] = field.text.trim().split("\n");
  return { line: field.line + before.split("\n").length - 1, token: token.trim() };
}

export function consumeRecord(state: TableReading, record: CsvRecord): void {
  for (let line = record.first; line <= record.last; line += 1) state.consumed.add(line);
}

export function warn(state: TableReading, line: number, message: string): void {
  state.problems.push({ severity: "warning", line, message });
}
