/** Events on their way to programs: they come after the answer, as they do in Excel, and one after the other. */
import type { EventEntry } from "./entry";

type Sink = (entries: readonly EventEntry[]) => void;
/** Programs hear from their first registration on; `Office` itself always, since its handlers are no registrations. */
type HeardBy = "programs" | "office";

export interface Delivery {
  /** Gives back how to stop listening. */
  listen(sink: Sink, heardBy: HeardBy): () => void;
  send(entries: readonly EventEntry[]): void;
  /** Resolves when everything sent so far has come. */
  arrived(): Promise<void>;
  dispose(): void;
}

/** `listening`: whether any program has registered for an event. */
export const createDelivery = (listening: () => boolean): Delivery => {
  const sinks = new Map<Sink, HeardBy>();
  let delivering: Promise<void> = Promise.resolve();
  return {
    listen: (sink, heardBy) => {
      sinks.set(sink, heardBy);
      return () => void sinks.delete(sink);
    },
    send: (entries) => {
      const told = [...sinks].filter(([, heardBy]) => heardBy === "office" || listening());
      if (entries.length === 0 || told.length === 0) return;
      delivering = delivering.then(
        () =>
          new Promise((resolve) => {
            setTimeout(() => {
              for (const [sink] of told) if (sinks.has(sink)) sink(entries);
              resolve();
            }, 0);
          }),
      );
    },
    arrived: () => delivering,
    dispose: () => sinks.clear(),
  };
};
