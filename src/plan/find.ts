/** What a user may type as a key → the node, indicator or department it means; its candidates, or the nearest names. */

import { foldKey, lettersOf } from "./key-text";
import { keysOf, ranks, type Entry } from "./key-list";
import { nearestAmong, type Nearest } from "./nearest";
import type { Indicator, Plan, PlanNode } from "./plan";

export type Found =
  /** A node. `original` is the node itself, or what a 再掲 repeats; `indicators` are the original's. */
  | { kind: "node"; node: PlanNode; original: PlanNode; indicators: readonly Indicator[] }
  | { kind: "indicator"; indicator: Indicator; node: PlanNode }
  | { kind: "department"; department: string; nodes: readonly PlanNode[] }
  | { kind: "ambiguous"; key: string; candidates: readonly Candidate[] }
  | { kind: "unknown"; key: string; suggestions: readonly Candidate[] };

export interface Candidate {
  kind: Entry["kind"];
  /** Id of the node or indicator, or the department's name. */
  id: string;
  /** What to type to get it and nothing else. */
  key: string;
  /** What it is, for a person: 経常収支比率（％）― 取組項目-83 経常収支比率の改善. */
  label: string;
}

/**
 * The meaning of a key, in constant time. The first of these that knows it decides:
 * 1. the number of an item (the level somebody is responsible for), with or without 取組項目-;
 * 2. an id, or an item's number and the place of the indicator in it: 83-1;
 * 3. a number of another level: 目標5, (1), 第1章;
 * 4. a name: of an item, an indicator (with or without its unit), then of a heading; also number and name together;
 * 5. the numbers of the headings on the way: 第1章第2節; 6. a 担当課; 7. a name without its punctuation.
 * Repetitions (再掲) never make a name ambiguous: the original is meant.
 */
export function find(plan: Plan, key: string | number): Found {
  const index = indexOf(plan);
  const typed = String(key);
  const entries = lookUp(index, typed);
  if (entries === undefined) {
    return { kind: "unknown", key: typed, suggestions: suggestionsFor(index, typed) };
  }
  const [only, ...others] = entries;
  if (only !== undefined && others.length === 0) return only.found;
  return { kind: "ambiguous", key: typed, candidates: entries.map((entry) => candidateOf(index, entry)) };
}

interface Index {
  keys: ReadonlyMap<string, readonly Entry[]>;
  byLetters: ReadonlyMap<string, readonly Entry[]>;
  /** What can be suggested: one entry for each name. */
  names: readonly Name[];
  items: readonly { number: number; entry: Entry }[];
  itemLevel: string;
  nearest: Nearest | null;
}

interface Name {
  folded: string;
  typed: string;
  entry: Entry;
}

/** Plans are never changed once made, so an index lives as long as its plan. */
const indexes = new WeakMap<Plan, Index>();

function indexOf(plan: Plan): Index {
  const known = indexes.get(plan);
  if (known !== undefined) return known;
  const keys: Meanings = new Map();
  const byLetters: Meanings = new Map();
  const names = new Map<string, Name>();
  const items: { number: number; entry: Entry }[] = [];
  for (const { text, rank, entry, isName } of keysOf(plan)) {
    const folded = foldKey(text);
    if (folded === "") continue;
    add(keys, folded, rank, entry);
    if (rank === ranks.itemNumber && /^\d+$/.test(folded)) items.push({ number: Number(folded), entry });
    if (!isName) continue;
    add(byLetters, lettersOf(folded), rank, entry);
    if (!names.has(folded)) names.set(folded, { folded, typed: text, entry });
  }
  const index = {
    keys: settled(keys),
    byLetters: settled(byLetters),
    names: [...names.values()],
    items,
    itemLevel: foldKey(plan.expects.level),
    nearest: null,
  };
  indexes.set(plan, index);
  return index;
}

/** Of several ranks only the best is kept; a Set, because a name may belong to thousands. */
type Meanings = Map<string, { rank: number; entries: Set<Entry> }>;

function add(meanings: Meanings, text: string, rank: number, entry: Entry): void {
  const known = meanings.get(text);
  if (known === undefined || rank < known.rank) meanings.set(text, { rank, entries: new Set([entry]) });
  else if (rank === known.rank) known.entries.add(entry);
}

function settled(meanings: Meanings): Map<string, Entry[]> {
  return new Map([...meanings].map(([text, { entries }]) => [text, withoutRepetitions([...entries])]));
}

/** A 再掲 beside its original, and an item beside its only indicator of the same name, are one thing said twice. */
function withoutRepetitions(entries: Entry[]): Entry[] {
  if (entries.length < 2) return entries;
  const nodes = new Map<PlanNode, PlanNode>();
  const indicators = new Set<Indicator>();
  for (const { found } of entries) {
    if (found.kind !== "node") continue;
    // The original stands for its repetitions; without it, the first of them does.
    if (found.node === found.original || !nodes.has(found.original)) nodes.set(found.original, found.node);
    if (found.indicators.length === 1 && found.indicators[0] !== undefined)
      indicators.add(found.indicators[0]);
  }
  return entries.filter(({ found }) => {
    if (found.kind === "node") return nodes.get(found.original) === found.node;
    return found.kind !== "indicator" || !indicators.has(found.indicator);
  });
}

function lookUp(index: Index, typed: string): readonly Entry[] | undefined {
  // Keys are kept folded, so one that is found as typed need not be folded first.
  const asTyped = index.keys.get(typed);
  if (asTyped !== undefined) return asTyped;
  const folded = foldKey(typed);
  return (
    index.keys.get(folded) ??
    index.keys.get(folded.replace(/^(?:no\.?|#)(?=\d)/, "")) ??
    index.byLetters.get(lettersOf(folded) || "\u0000")
  );
}

function suggestionsFor(index: Index, typed: string): Candidate[] {
  const folded = foldKey(typed);
  if (folded === "") return [];
  const withoutLevel = folded.startsWith(index.itemLevel) ? folded.slice(index.itemLevel.length) : folded;
  const number = /^-?(\d+)(?:-\d+)?$/.exec(withoutLevel)?.[1];
  if (number !== undefined && index.items.length > 0) {
    return nearestNumbers(index, Number(number)).map((entry) => candidateOf(index, entry));
  }
  index.nearest ??= nearestAmong(index.names.map((name) => name.folded));
  return index.nearest.to(folded, howMany).flatMap((place) => {
    const name = index.names[place];
    return name === undefined ? [] : [{ ...candidateOf(index, name.entry), key: name.typed }];
  });
}

const howMany = 3;

function nearestNumbers(index: Index, number: number): Entry[] {
  const apart = (item: { number: number }) => Math.abs(item.number - number);
  return [...index.items]
    .sort((a, b) => apart(a) - apart(b))
    .slice(0, howMany)
    .map(({ entry }) => entry);
}

function candidateOf(index: Index, entry: Entry): Candidate {
  const { kind, id, label, keys } = entry;
  const unmistakable = keys.find((key) => {
    const entries = index.keys.get(foldKey(key));
    return entries?.length === 1 && entries[0] === entry;
  });
  return { kind, id, label, key: unmistakable ?? id };
}
