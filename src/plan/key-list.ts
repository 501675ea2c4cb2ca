/** Every key that leads to something in a plan, with how much it weighs against the same key of something else. */

import type { Found } from "./find";
import type { Plan } from "./plan";
import { departmentsOf, originalOf, treeOf, type Branch, type Tree } from "./tree";

/** Something a key can mean. */
export interface Entry {
  kind: "node" | "indicator" | "department";
  id: string;
  label: string;
  /** Ways to ask for it, the best first. */
  keys: readonly string[];
  found: Extract<Found, { kind: "node" | "indicator" | "department" }>;
}

export interface Key {
  text: string;
  /** Lower wins; the same rank twice is ambiguous. */
  rank: number;
  entry: Entry;
  /** A name is suggested when something like it is typed, and found without its punctuation. */
  isName: boolean;
}

/** The order that `find` states. Names of headings come after names of items, as numbers do. */
export const ranks = {
  itemNumber: 1,
  id: 2,
  otherNumber: 3,
  name: 4,
  headingName: 5,
  path: 6,
  department: 7,
} as const;

export function keysOf(plan: Plan): Key[] {
  const tree = treeOf(plan);
  const keys: Key[] = [];
  const entries = new Map<Branch, Entry>();
  for (const branch of tree.inOrder) {
    const original = originalOf(branch, tree.byId);
    const entry: Entry = {
      kind: "node",
      id: branch.node.id,
      label: nodeLabel(branch),
      keys: unmistakableKeys(branch, plan.expects.level),
      found: { kind: "node", node: branch.node, original: original.node, indicators: original.indicators },
    };
    entries.set(branch, entry);
    keys.push(...nodeKeys(branch, entry, plan.expects.level));
  }
  keys.push(...indicatorKeys(tree), ...departmentKeys(tree));
  return keys;
}

function nodeKeys({ node, parent }: Branch, entry: Entry, itemLevel: string): Key[] {
  const isItem = node.level === itemLevel;
  const key = (text: string, rank: number, isName = false): Key => ({ text, rank, entry, isName });
  const nameRank = isItem ? ranks.name : ranks.headingName;
  const keys = [
    key(node.id, ranks.id),
    key(node.name, nameRank, true),
    key(`${node.level}${node.name}`, nameRank),
  ];
  if (node.number === null) return keys;
  const numberRank = isItem ? ranks.itemNumber : ranks.otherNumber;
  for (const written of writtenNumbers(node.level, node.number)) {
    keys.push(key(written, numberRank));
    keys.push(key(`${written}${node.name}`, nameRank), key(`${written}-${node.name}`, nameRank));
    keys.push(key(`${written}.${node.name}`, nameRank));
  }
  const path = numberPath(parent);
  if (path !== "") keys.push(key(`${path}${node.number}`, ranks.path));
  return keys;
}

/** 83 of 取組項目 is also 取組項目-83 and 取組項目83; (1) of 施策 also 施策(1) and 施策1; 第1章 also 1章. */
function writtenNumbers(level: string, number: string): string[] {
  const written = [number];
  if (!number.includes(level)) written.push(`${level}${number}`, `${level}-${number}`);
  const digits = /^[^\d０-９]*([\d０-９]+)[^\d０-９]*$/.exec(number)?.[1];
  if (digits !== undefined && digits !== number) written.push(`${level}${digits}`, `${digits}${level}`);
  return written;
}

/** The numbers of the headings above, from the top down: 第1章第2節, 目標5(1). No plan is deeper than this goes up. */
function numberPath(from: Branch | null): string {
  const numbered: Branch["node"][] = [];
  for (let branch = from, steps = 0; branch !== null && steps < 12; branch = branch.parent, steps++) {
    if (branch.node.number !== null) numbered.unshift(branch.node);
  }
  return numbered
    .map(({ level, number }, place) =>
      place === 0 && /^\d+$/.test(number ?? "") ? `${level}${number}` : number,
    )
    .join("");
}

function unmistakableKeys(branch: Branch, itemLevel: string): string[] {
  const { node } = branch;
  if (node.number === null) return [node.name];
  const numbered = `${node.number} ${node.name}`;
  const path = `${numberPath(branch.parent)}${node.number}`;
  return node.level === itemLevel
    ? [node.number, `${node.level}-${node.number}`, numbered, path]
    : [`${node.level}${node.number}`, node.number, numbered, path, node.name];
}

function nodeLabel({ node }: Branch): string {
  if (node.number === null) return `${node.level} ${node.name}`;
  if (node.number.includes(node.level)) return `${node.number} ${node.name}`;
  return `${node.level}${/^\d/.test(node.number) ? "-" : ""}${node.number} ${node.name}`;
}

function indicatorKeys(tree: Tree): Key[] {
  const keys: Key[] = [];
  const entryOf = new Map<string, Entry>();
  for (const branch of tree.inOrder) {
    const original = originalOf(branch, tree.byId);
    original.indicators.forEach((indicator, place) => {
      const { number, level } = branch.node;
      const placed = number === null ? null : `${number}-${place + 1}`;
      const named = indicator.unit === null ? indicator.name : `${indicator.name}（${indicator.unit}）`;
      const entry = entryOf.get(indicator.id) ?? {
        kind: "indicator",
        id: indicator.id,
        label: `${named} ― ${nodeLabel(original)}`,
        keys: [indicator.name, named, indicator.id, ...(placed === null ? [] : [placed])],
        found: { kind: "indicator", indicator, node: original.node },
      };
      entryOf.set(indicator.id, entry);
      const key = (text: string, rank: number, isName = false) => keys.push({ text, rank, entry, isName });
      if (branch === original) {
        key(indicator.id, ranks.id);
        key(indicator.name, ranks.name, true);
        if (indicator.unit !== null) key(named, ranks.name);
      }
      // 72-1 of a 再掲 is the first indicator of what it repeats.
      if (placed !== null && level === tree.plan.expects.level) {
        for (const written of [placed, `${level}-${placed}`, `${level}${placed}`]) key(written, ranks.id);
      }
    });
  }
  return keys;
}

function departmentKeys(tree: Tree): Key[] {
  const nodes = new Map<string, Branch["node"][]>();
  for (const branch of tree.inOrder) {
    for (const department of departmentsOf(branch)) {
      const known = nodes.get(department);
      if (known === undefined) nodes.set(department, [branch.node]);
      else known.push(branch.node);
    }
  }
  return [...nodes].map(([department, theirs]) => ({
    text: department,
    rank: ranks.department,
    isName: true,
    entry: {
      kind: "department",
      id: department,
      label: `担当課 ${department}`,
      keys: [department],
      found: { kind: "department", department, nodes: theirs },
    },
  }));
}
