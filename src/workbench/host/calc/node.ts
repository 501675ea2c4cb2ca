/** A formula as the engine keeps it: where it stands, what it reads, what it gave, and what it last told of that. */
import type { CellChange, CellKey, Spill } from "./calc";
import type { Pending } from "./custom/pending";
import type { Watched } from "./dependents";
import type { Store } from "./store";
import type { Template, Templates } from "./template";
import { type CellValue, columnsOf, isMatrix, type Place, rowsOf, sameValue, type Value } from "./values";

/** A formula in a cell, or one that a name stands for. */
export interface Node {
  readonly kind: "cell" | "name";
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly key: string;
  formula: string;
  template: Template;
  value: Value;
  watched: Watched<Node>[];
  /** Areas reached at the last evaluation through INDIRECT and OFFSET. */
  reached: Watched<Node>[];
  spill: Place | undefined;
  /** Where a refused spill wanted to go. */
  wanted: Place | undefined;
  pending: Map<string, Pending>;
  /** Only a promise's answer is new: calls that already gave theirs are not made again. */
  late: boolean;
  /** Entered since it was last worked out: Excel shows its value even where it calculates only when asked. */
  entered: boolean;
  gone: boolean;
  reported: { readonly value: CellValue; readonly spill?: Spill } | undefined;
}
/** What waits for its turn: a formula, or an area that formulas read. */
export type Vertex = Node | Watched<Node>;

export function createNode(
  templates: Templates,
  kind: "cell" | "name",
  at: CellKey,
  key: string,
  formula: string,
): Node {
  const template = templates.of(formula, at.row, at.column);
  return {
    kind,
    sheet: at.sheet,
    row: at.row,
    column: at.column,
    key,
    formula,
    template,
    value: undefined,
    watched: [],
    reached: [],
    spill: undefined,
    wanted: undefined,
    pending: new Map(),
    late: false,
    entered: false,
    gone: false,
    reported: undefined,
  };
}

/** `'2021 年'!名` and `2021 年!名` are one key. */
export function keyOfName(name: string): { readonly key: string; readonly sheet: string | undefined } {
  const scoped = /^(?:'((?:[^']|'')+)'|([^'!]+))!(.+)$/su.exec(name);
  const sheet = scoped ? (scoped[1]?.replaceAll("''", "'") ?? scoped[2]) : undefined;
  return { key: (sheet === undefined ? name : `${sheet}!${scoped?.[3] ?? ""}`).toLowerCase(), sheet };
}

function sameSpill(a: Spill | undefined, b: Spill | undefined): boolean {
  if (!a || !b) return a === b;
  if (a.rows !== b.rows || a.columns !== b.columns) return false;
  return a.values.every((row, r) => row.every((cell, c) => sameValue(cell, b.values[r]?.[c] ?? null)));
}

/** A blank result is a 0 in the cell. */
export const shown = (value: CellValue): CellValue => value ?? 0;

export function spillOf(node: Node): Spill | undefined {
  if (!node.spill || !isMatrix(node.value)) return undefined;
  return {
    rows: rowsOf(node.value),
    columns: columnsOf(node.value),
    values: node.value.cells.map((row) => row.map(shown)),
  };
}

/** What is other than last told, of the formulas that were worked out. */
export function report(store: Store<Node>, touched: ReadonlySet<Node>): CellChange[] {
  const changes: CellChange[] = [];
  for (const node of touched) {
    if (node.gone || node.kind === "name") continue;
    const value = store.slot(node.sheet, node.row, node.column)?.value ?? null;
    const spill = spillOf(node);
    if (node.reported && sameValue(node.reported.value, value) && sameSpill(node.reported.spill, spill))
      continue;
    node.reported = { value, ...(spill && { spill }) };
    changes.push({ sheet: node.sheet, row: node.row, column: node.column, value, ...(spill && { spill }) });
  }
  return changes;
}
