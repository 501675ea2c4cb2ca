/** `addHandlerAsync` and `removeHandlerAsync`: who listens to which of an object's events. */
import { answer, type Handler, optionsIn } from "./answer";
import { fail } from "./problem";

export interface Doors {
  addHandlerAsync(event: string, ...given: unknown[]): void;
  removeHandlerAsync(event: string, ...given: unknown[]): void;
}

export interface Handlers {
  /** The object's own two methods. `sent` are the events that reach it. */
  doors(key: string, sent: readonly string[]): Doors;
  tell(key: string, event: string, told: object): void;
}

export const createHandlers = (): Handlers => {
  const listening = new Map<string, Set<Handler>>();
  const of = (key: string, event: string): Set<Handler> => {
    const name = `${event} ${key}`;
    const known = listening.get(name) ?? new Set<Handler>();
    listening.set(name, known);
    return known;
  };
  return {
    doors: (key, sent) => ({
      addHandlerAsync: (event, handler, ...rest) =>
        answer(rest, () => {
          if (typeof handler !== "function") fail(5010, "handler");
          if (!sent.includes(event)) fail(5000, `${event} は届きません`);
          of(key, event).add(handler as Handler);
        }),
      removeHandlerAsync: (event, ...given) =>
        answer(given, () => {
          const { handler } = optionsIn(given);
          const known = of(key, event);
          if (handler === undefined || handler === null) return known.clear();
          if (!known.delete(handler as Handler)) fail(5003);
        }),
    }),
    tell: (key, event, told) => {
      for (const handler of of(key, event)) handler({ type: event, ...told });
    },
  };
};
