/** Reads part of a store in a component, which then renders again only when that part changes. */
import { useSyncExternalStore } from "react";
import { type Store } from "./store";

/** `select` must give the same object for the same state: pick a part, never build a new one. */
export function useStore<State extends object, Part>(
  store: Store<State>,
  select: (state: State) => Part,
): Part {
  return useSyncExternalStore(store.subscribe, () => select(store.get()));
}
