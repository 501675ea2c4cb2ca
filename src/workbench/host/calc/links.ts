/** What ties a formula to what it reads: areas of cells, names, and the places INDIRECT and OFFSET led to. */
import type { CustomFunction } from "./custom/definition";
import type { Dependents, Watched } from "./dependents";
import type { Marks } from "./marks";
import type { Node, Vertex } from "./node";
import type { Store } from "./store";
import { placed, type Template } from "./template";
import type { Place } from "./values";

export interface LinksOptions {
  readonly store: Store<Node>;
  readonly dependents: Dependents<Node>;
  readonly functions: ReadonlyMap<string, CustomFunction>;
  readonly marks: Marks;
  /** The id of a sheet by its name as formulas write it. */
  sheetId(name: string): string | undefined;
  /** What the present pass has still to calculate. */
  left(): ReadonlySet<Vertex>;
}

export interface Links {
  /** Every formula there is. */
  readonly nodes: Set<Node>;
  readonly volatile: Set<Node>;
  /** Who reads a name, by its key. */
  readonly nameReaders: ReadonlyMap<string, ReadonlySet<Node>>;
  link(node: Node): void;
  unlink(node: Node): void;
  /** The same formula in other words: a sheet it names has another name. */
  reword(node: Node, formula: string, template: Template): void;
  /** Remembers where INDIRECT and OFFSET led. Where that is new and not yet calculated itself, the formula's turn comes again. */
  reached(node: Node, places: readonly Place[]): void;
}

const VOLATILE = new Set([
  "NOW",
  "TODAY",
  "RAND",
  "RANDBETWEEN",
  "RANDARRAY",
  "OFFSET",
  "INDIRECT",
  "INFO",
  "CELL",
]);

export function createLinks({ store, dependents, functions, sheetId, marks, left }: LinksOptions): Links {
  const nodes = new Set<Node>();
  const volatile = new Set<Node>();
  const nameReaders = new Map<string, Set<Node>>();

  function readNames(node: Node): void {
    for (const key of node.template.names) {
      const readers = nameReaders.get(key) ?? new Set();
      readers.add(node);
      nameReaders.set(key, readers);
    }
  }

  function forgetNames(node: Node): void {
    for (const key of node.template.names) nameReaders.get(key)?.delete(node);
  }

  return {
    nodes,
    volatile,
    nameReaders,
    link(node) {
      const { template } = node;
      const seen = new Set<Watched<Node>>();
      for (const { sheet, reference } of template.references) {
        const id = sheet === undefined ? node.sheet : sheetId(sheet);
        const area = id === undefined ? undefined : placed(reference, template, node.row, node.column, id);
        if (area) seen.add(dependents.watch(area, node));
      }
      node.watched = [...seen];
      readNames(node);
      const moves = [...template.functions].some(
        (name) => VOLATILE.has(name) || functions.get(name)?.metadata.options?.volatile,
      );
      if (moves) volatile.add(node);
      nodes.add(node);
    },
    unlink(node) {
      node.gone = true;
      for (const watched of [...node.watched, ...node.reached]) dependents.unwatch(watched, node);
      forgetNames(node);
      nodes.delete(node);
      volatile.delete(node);
    },
    reword(node, formula, template) {
      node.formula = formula;
      forgetNames(node);
      node.template = template;
      readNames(node);
    },
    reached(node, places) {
      const former = node.reached;
      node.reached = places.map((place) => dependents.watch(place, node));
      for (const watched of former)
        if (!node.reached.includes(watched) && !node.watched.includes(watched))
          dependents.unwatch(watched, node);
      for (const watched of node.reached) {
        if (former.includes(watched) || node.watched.includes(watched)) continue;
        for (const [, , { formula, anchor }] of store.slotsIn(watched.place)) {
          if ((formula && formula !== node && left().has(formula)) || (anchor && left().has(anchor)))
            marks.markFresh(node);
        }
      }
    },
  };
}
