/** Calls of custom functions whose answer comes later: which formula waits for which, and who wants to know when one came. */
import type { Calls, Pending } from "./custom/pending";
import type { Node } from "./node";
import type { CallSite } from "./surface";

export interface LateCallsOptions {
  readonly dirty: Set<Node>;
  /** The formula being worked out. */
  current(): Node | undefined;
  onLate?(): void;
}

export interface LateCalls {
  readonly calls: Calls;
  /** Formulas with a promise out. */
  readonly waiting: Set<Node>;
  /** Takes back what a formula has out: it is worked out anew. */
  cancel(node: Node): void;
  /** Worked out: it waits only while a promise of its is out. */
  evaluated(node: Node): void;
  /** Resolves when an answer came. */
  next(): Promise<void>;
  /** Answers that come later are not heard. */
  dispose(): void;
}

export function createLateCalls({ dirty, current, onLate }: LateCallsOptions): LateCalls {
  const waiting = new Set<Node>();
  const owners = new WeakMap<CallSite, Node | undefined>();
  let listeners: (() => void)[] = [];
  let disposed = false;

  function tell(): void {
    const all = listeners;
    listeners = [];
    for (const listener of all) listener();
  }

  const calls: Calls = {
    pending(site, part) {
      const node = current();
      // A string for every call would cost more than the call.
      return node && node.pending.size > 0 ? node.pending.get(keyOf(site, part)) : undefined;
    },
    keep(site, part, pending: Pending) {
      const node = current();
      node?.pending.set(keyOf(site, part), pending);
      if (node) waiting.add(node);
      owners.set(site, node);
    },
    answered(site) {
      const node = owners.get(site);
      if (disposed || !node || node.gone) return;
      // Not while it is being evaluated: a stream may speak in its very call.
      if (node === current()) return;
      if (!dirty.has(node)) node.late = true;
      dirty.add(node);
      onLate?.();
      tell();
    },
  };

  return {
    calls,
    waiting,
    cancel(node) {
      for (const pending of node.pending.values()) pending.cancel();
      node.pending.clear();
      waiting.delete(node);
    },
    evaluated(node) {
      if (
        node.pending.size === 0 ||
        ![...node.pending.values()].some(({ state }) => state.kind === "waiting")
      )
        waiting.delete(node);
    },
    next: () => new Promise((resolve) => listeners.push(resolve)),
    dispose() {
      disposed = true;
      tell();
    },
  };
}

const keyOf = (site: CallSite, part: number) => `${site.ordinal}:${part}`;
