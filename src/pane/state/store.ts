/** A value that can be read, replaced and listened to. Knows nothing of React, so every intention is testable without a page. */

export interface Store<State> {
  get: () => State;
  /** Replaces the named parts; listeners hear of it only if something really changed. */
  set: (change: Partial<State> | ((now: State) => Partial<State>)) => void;
  subscribe: (listener: () => void) => () => void;
}

export function createStore<State extends object>(initial: State): Store<State> {
  let state = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => state,
    set: (change) => {
      const parts = typeof change === "function" ? change(state) : change;
      const next = { ...state, ...parts };
      const same = (Object.keys(parts) as (keyof State)[]).every((key) => Object.is(state[key], next[key]));
      if (same) return;
      state = next;
      for (const listener of [...listeners]) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
