/** What a user may type as a key → the node, indicator or department it means; its candidates, or the nearest names. */

import type { Candidate, Found } from "../found";
import { type Layers, layersOf } from "./layers";
import { departmentsText, foundOf, idOf, keysFor, labelOf, type Thing } from "./list";
import { foldKey, lettersOf } from "./text";
import { nearestAmong, type Nearest } from "./nearest";
import type { Indicator, Plan } from "../plan";

export type { Candidate, Found } from "../found";

/**
 * The meaning of a key, in constant time. The first of these that knows it decides:
 * 1. an id: whatever a list names is found by the name it gave;
 * 2. the number of an item (the level somebody is responsible for), with or without 取組項目-;
 * 3. an item's number and the place of the indicator in it: 83-1;
 * 4. a number of another level: 目標5, (1), 第1章;
 * 5. a name: of an item, an indicator (with or without its unit), then of a heading; also number and name together;
 * 6. the numbers of the headings on the way: 第1章第2節; 7. a 担当課;
 * 8. the number as typed in passing: No.83, 083, 取組項目ー83; 9. a name without its punctuation.
 * A part of a name is never enough, even where one name alone contains it: it is the first thing suggested.
 * Repetitions (再掲) never make a name ambiguous: the original is meant.
 */
export function find(plan: Plan, key: string | number): Found {
  const index = indexOf(plan);
  const typed = String(key);
  const known = index.answers.get(typed);
  if (known !== undefined) return known;
  const found = meaningOf(index, typed);
  // What people type comes back again and again; what a program generates should not fill the memory.
  if (index.answers.size >= mostAnswers) index.answers.clear();
  index.answers.set(typed, found);
  return found;
}

const mostAnswers = 100_000;

interface Index {
  layers: Layers;
  answers: Map<string, Found>;
  itemLevel: string;
  nearest: Nearest | null;
}

/** Plans are never changed once made, so an index lives as long as its plan. */
const indexes = new WeakMap<Plan, Index>();

function indexOf(plan: Plan): Index {
  const known = indexes.get(plan);
  if (known !== undefined) return known;
  const index = {
    layers: layersOf(plan),
    answers: new Map<string, Found>(),
    itemLevel: plan.expects.level,
    nearest: null,
  };
  indexes.set(plan, index);
  return index;
}

function meaningOf(index: Index, typed: string): Found {
  const things = lookUp(index, foldKey(typed));
  const [only, ...others] = things;
  if (only === undefined) return { kind: "unknown", key: typed, suggestions: suggestionsFor(index, typed) };
  if (others.length === 0) return foundOf(only);
  return { kind: "ambiguous", key: typed, candidates: candidatesOf(index, things) };
}

function lookUp({ layers }: Index, folded: string): readonly Thing[] {
  for (const things of [
    layers.lookUp(folded),
    layers.lookUp(plainNumber(folded)),
    layers.byLetters(lettersOf(folded)),
  ]) {
    if (things.length > 0) return withoutRepetitions(things);
  }
  return [];
}

/** No.83, #83, 083 → 83; the long-vowel key stands where the dash is on other keyboards: 取組項目ー83 → 取組項目-83. */
function plainNumber(folded: string): string {
  return folded
    .replace(/^(?:no\.?|#)(?=\d)/, "")
    .replace(/ー(?=\d)/g, "-")
    .replace(/(?<![\d.])0+(?=\d)/g, "");
}

/** A 再掲 beside its original, and an item beside its only indicator of the same name, are one thing said twice. */
function withoutRepetitions(things: readonly Thing[]): readonly Thing[] {
  const nodes = new Map<unknown, Thing>();
  const indicators = new Set<Indicator>();
  for (const thing of things) {
    if (thing.kind !== "node") continue;
    // The original stands for its repetitions; without it, the first of them does.
    if (thing.branch === thing.original || !nodes.has(thing.original)) nodes.set(thing.original, thing);
    const [indicator, ...others] = thing.original.indicators;
    if (indicator !== undefined && others.length === 0) indicators.add(indicator);
  }
  return things.filter((thing) => {
    if (thing.kind === "node") return nodes.get(thing.original) === thing;
    return thing.kind !== "indicator" || !indicators.has(thing.indicator);
  });
}

function suggestionsFor(index: Index, typed: string): Candidate[] {
  const folded = plainNumber(foldKey(typed));
  if (folded === "") return [];
  const level = foldKey(index.itemLevel);
  const withoutLevel = folded.startsWith(level) ? folded.slice(level.length) : folded;
  const number = /^-?(\d+)(?:-\d+)?$/.exec(withoutLevel)?.[1];
  if (number !== undefined && index.layers.items().length > 0) {
    return candidatesOf(index, nearestNumbers(index, Number(number)));
  }
  const names = index.layers.names();
  index.nearest ??= nearestAmong(names.map((name) => name.folded));
  return index.nearest.to(folded, howMany).flatMap((place) => {
    const name = names[place];
    return name === undefined ? [] : [{ ...candidateOf(index, name.thing), key: name.typed }];
  });
}

const howMany = 3;

function nearestNumbers(index: Index, number: number): Thing[] {
  const apart = (item: { number: number }) => Math.abs(item.number - number);
  const best: { number: number; thing: Thing }[] = [];
  for (const item of index.layers.items()) {
    if (best.length === howMany && apart(item) >= apart(best[howMany - 1] ?? item)) continue;
    best.push(item);
    best.sort((a, b) => apart(a) - apart(b)).splice(howMany);
  }
  return best.map(({ thing }) => thing);
}

/** Two of one label are told apart by who is responsible. */
function candidatesOf(index: Index, things: readonly Thing[]): Candidate[] {
  const candidates = things.map((thing) => ({ thing, candidate: candidateOf(index, thing) }));
  const labels = new Map<string, number>();
  for (const { candidate } of candidates) labels.set(candidate.label, (labels.get(candidate.label) ?? 0) + 1);
  return candidates.map(({ thing, candidate }) => {
    const departments = departmentsText(thing);
    if (labels.get(candidate.label) === 1 || departments === "") return candidate;
    return { ...candidate, label: `${candidate.label}（${departments}）` };
  });
}

function candidateOf(index: Index, thing: Thing): Candidate {
  const id = idOf(thing);
  const unmistakable = keysFor(thing, index.itemLevel).find((key) => {
    const [only, ...others] = withoutRepetitions(index.layers.lookUp(foldKey(key)));
    return only === thing && others.length === 0;
  });
  return { kind: thing.kind, id, label: labelOf(thing), key: unmistakable ?? id };
}
