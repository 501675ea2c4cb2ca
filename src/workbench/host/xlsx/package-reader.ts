/** The parts of a package by what they are to one another. */
import type { Limits } from "./limits";
import { FAULTS, FileFault } from "./problems";
import type { Package } from "./unzip";
import { type Branch, childrenOf, readXml } from "./xml";

export interface Relation {
  readonly id: string;
  /** The last word of its type: `worksheet`. */
  readonly kind: string;
  readonly target: string;
  readonly external: boolean;
  /** The target as written: where a link out of the package leads. */
  readonly address: string;
}

export interface Parts {
  relations(of: string): readonly Relation[];
  tree(part: string): Branch;
  bytes(part: string): Uint8Array;
  has(part: string): boolean;
  /** Whether anybody asked for it. */
  wasRead(part: string): boolean;
}

const resolve = (from: string, target: string): string => {
  if (target.startsWith("/")) return target.slice(1);
  const steps = from.split("/").slice(0, -1);
  for (const step of target.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "." && step !== "") steps.push(step);
  }
  return steps.join("/");
};

export const partsOf = (file: Package, limits: Limits): Parts => {
  const read = new Set<string>();
  const bytes = (part: string): Uint8Array => {
    read.add(part.toLowerCase());
    const found = file.read(part);
    if (!found) throw new FileFault(FAULTS.broken(part));
    return found;
  };
  const tree = (part: string): Branch => readXml(bytes(part), part, limits.depth);
  return {
    bytes,
    tree,
    has: (part) => file.has(part),
    wasRead: (part) => read.has(part.toLowerCase()),
    relations: (of) => {
      const at = of.lastIndexOf("/") + 1;
      const name = `${of.slice(0, at)}_rels/${of.slice(at)}.rels`;
      if (!file.has(name)) return [];
      return childrenOf(tree(name), "Relationship").map(({ attributes }) => ({
        id: attributes.get("Id") ?? "",
        kind: (attributes.get("Type") ?? "").split("/").at(-1) ?? "",
        target: resolve(of, attributes.get("Target") ?? ""),
        external: attributes.get("TargetMode") === "External",
        address: attributes.get("Target") ?? "",
      }));
    },
  };
};
