/** The ids of what a file brings: kept where they are of the kind this host gives, given anew where not. */
import { guid } from "../model/book";

export interface Ids {
  /** The wanted id where it is free and of the right kind, else a new one. */
  take(wanted: string | undefined): string;
  /** Ids that stand in a part are left to what is read from it later. */
  leave(bytes: Uint8Array): void;
  /** The first number no id was made of. */
  next(): number;
}

export const createIds = (): Ids => {
  const used = new Set<string>();
  const left = new Set<string>();
  let next = 1;
  const fresh = (): string => {
    while (used.has(guid(next)) || left.has(guid(next))) next++;
    return guid(next++);
  };
  return {
    take: (wanted) => {
      const upper = wanted?.toUpperCase() ?? "";
      const id =
        /^\{[0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12}\}$/.test(upper) && !used.has(upper) ? upper : fresh();
      used.add(id);
      return id;
    },
    leave: (bytes) => {
      for (const [id] of new TextDecoder()
        .decode(bytes)
        .matchAll(/\{[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}\}/g))
        left.add(id.toUpperCase());
    },
    next: () => {
      const ours = [...used].flatMap((id) => {
        const number = parseInt(id.slice(-13, -1), 16);
        return guid(number) === id ? [number] : [];
      });
      return Math.max(next - 1, ...ours) + 1;
    },
  };
};

/** The id in a sheet's first words, without reading all of it. */
export const identityOf = (bytes: Uint8Array): string | undefined =>
  /\buid="(\{[0-9A-Fa-f-]+\})"/.exec(new TextDecoder().decode(bytes.subarray(0, 2_000)))?.[1];
