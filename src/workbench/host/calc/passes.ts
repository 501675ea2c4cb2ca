/** The order of a calculation: what follows from the seeds, each once, precedents first; circles give 0. */
import { circles } from "./circles";
import type { Dependents } from "./dependents";
import type { Marks } from "./marks";
import type { Node, Vertex } from "./node";
import type { Spills } from "./spills";

export interface PassOptions {
  /** Milliseconds of work between two chances to pause. */
  readonly slice: number;
  readonly dependents: Dependents<Node>;
  readonly nameReaders: ReadonlyMap<string, ReadonlySet<Node>>;
  readonly marks: Marks;
  readonly settle: Spills["settle"];
  evaluate(node: Node): void;
}

export interface Passes {
  /** What the present pass has still to calculate. */
  readonly left: ReadonlySet<Vertex>;
  /** Works out the seeds and what follows from them, or of that only what is `within`; gives how many formulas that were. */
  pass(seeds: Iterable<Node>, touched: Set<Node>, within?: ReadonlySet<Node>): Generator<undefined, number>;
}

export function createPasses({
  slice,
  dependents,
  nameReaders,
  marks,
  settle,
  evaluate,
}: PassOptions): Passes {
  let left = new Set<Vertex>();

  function successors(vertex: Vertex): readonly Vertex[] {
    if (vertex.kind === "watched") return [...vertex.readers];
    if (vertex.kind === "name") return [...(nameReaders.get(vertex.key) ?? [])];
    return vertex.spill
      ? dependents.across(vertex.spill)
      : dependents.over(vertex.sheet, vertex.row, vertex.column);
  }

  /** Everything that follows from the seeds, with how many of those each waits for; or of that only what is `within`. */
  function* plan(
    seeds: Iterable<Node>,
    within: ReadonlySet<Node> | undefined,
  ): Generator<
    undefined,
    { readonly waits: Map<Vertex, number>; readonly next: Map<Vertex, readonly Vertex[]> }
  > {
    let started = performance.now();
    const waits = new Map<Vertex, number>();
    const next = new Map<Vertex, readonly Vertex[]>();
    const queue: Vertex[] = [];
    for (const seed of seeds) {
      if (waits.has(seed)) continue;
      waits.set(seed, 0);
      queue.push(seed);
    }
    for (let at = 0; at < queue.length; at++) {
      const vertex = queue[at];
      if (!vertex) break;
      if (performance.now() - started > slice) {
        yield undefined;
        started = performance.now();
      }
      const all = successors(vertex);
      const after = within ? all.filter((each) => each.kind === "watched" || within.has(each)) : all;
      next.set(vertex, after);
      for (const successor of after) {
        const known = waits.get(successor);
        if (known === undefined) {
          queue.push(successor);
          // Reached from outside: its arguments changed, so a call made before says nothing any more.
          if (successor.kind !== "watched") successor.late = false;
        }
        waits.set(successor, (known ?? 0) + 1);
      }
    }
    return { waits, next };
  }

  function* pass(
    seeds: Iterable<Node>,
    touched: Set<Node>,
    within?: ReadonlySet<Node>,
  ): Generator<undefined, number> {
    const { waits, next } = yield* plan(seeds, within);
    const ready: Vertex[] = [];
    for (const [vertex, count] of waits) if (count === 0) ready.push(vertex);
    left = new Set(waits.keys());
    let evaluated = 0;
    let started = performance.now();
    const release = (vertex: Vertex) => {
      left.delete(vertex);
      for (const successor of next.get(vertex) ?? []) {
        const count = (waits.get(successor) ?? 1) - 1;
        waits.set(successor, count);
        if (count === 0 && left.has(successor)) ready.push(successor);
      }
    };
    while (left.size > 0) {
      for (let at = 0; at < ready.length; at++) {
        const vertex = ready[at];
        if (!vertex || !left.has(vertex)) continue;
        if (vertex.kind !== "watched" && !vertex.gone) {
          evaluate(vertex);
          touched.add(vertex);
          evaluated++;
          if (performance.now() - started > slice) {
            yield undefined;
            started = performance.now();
          }
        } else if (vertex.kind === "watched" && !within) marks.areas.delete(vertex);
        release(vertex);
      }
      ready.length = 0;
      if (left.size === 0) break;
      // A circle: Excel warns and shows 0.
      const turning = circles(left, next);
      if (turning.length === 0) throw new Error("calc: formulas wait for one another, but not in a circle");
      for (const vertex of turning) {
        if (!left.has(vertex)) continue;
        if (vertex.kind !== "watched" && !vertex.gone) {
          marks.dirty.delete(vertex);
          if (vertex.kind === "cell") settle(vertex, 0);
          else vertex.value = 0;
          touched.add(vertex);
        }
        release(vertex);
      }
    }
    return evaluated;
  }

  return {
    get left() {
      return left;
    },
    pass,
  };
}
