/** Which things a folded key leads to: layers in the order in which they decide, each made only when the ones before it knew nothing. */

import {
  type DepartmentThing,
  type IndicatorThing,
  type NodeThing,
  nodeThing,
  numberPath,
  type Thing,
  withUnit,
  writtenNumbers,
} from "./list";
import { foldKey, lettersOf } from "./text";
import type { Plan } from "../plan";
import { departmentsOf, treeOf } from "../tree";

export interface Layers {
  /** Every thing the first layer that knows the key leads to; nothing where none does. */
  lookUp(folded: string): readonly Thing[];
  /** The same for a name without its punctuation. */
  byLetters(letters: string): readonly Thing[];
  /** What can be suggested: each name once, with the thing it belongs to. */
  names(): readonly Name[];
  items(): readonly { number: number; thing: NodeThing }[];
}

export interface Name {
  folded: string;
  typed: string;
  thing: Thing;
}

/** Most keys lead to one thing: a list is made when a second comes. */
type Layer<Kind extends Thing = Thing> = Map<string, Kind | Kind[]>;

export function layersOf(plan: Plan): Layers {
  const tree = treeOf(plan);
  const itemLevel = plan.expects.level;
  const nodes = tree.inOrder.map((branch) => nodeThing(branch, tree));
  const items = nodes.filter(({ branch }) => branch.node.level === itemLevel);
  const headings = nodes.filter(({ branch }) => branch.node.level !== itemLevel);
  const levels = [...new Set(plan.nodes.map(({ level }) => level))].map((level) => ({
    level,
    folded: foldKey(level),
  }));

  const itemNumbers = once(() => numbersOf(items));
  const otherNumbers = once(() => numbersOf(headings));
  const indicators = once(() => {
    const byId = new Map<string, IndicatorThing>();
    for (const { branch, original } of nodes) {
      if (branch !== original) continue;
      branch.indicators.forEach((indicator, place) => {
        if (!byId.has(indicator.id)) byId.set(indicator.id, { kind: "indicator", indicator, branch, place });
      });
    }
    return byId;
  });
  const ids = once(() => {
    const layer: Layer = new Map();
    for (const thing of nodes) put(layer, foldKey(thing.branch.node.id), thing);
    for (const [id, thing] of indicators()) put(layer, foldKey(id), thing);
    return layer;
  });
  const itemNames = once(() => nodeNames(items));
  const headingNames = once(() => nodeNames(headings));
  const indicatorNames = once(() => {
    const layer: Layer<IndicatorThing> = new Map();
    for (const thing of indicators().values()) put(layer, foldKey(thing.indicator.name), thing);
    return layer;
  });
  const paths = once(() => {
    const layer: Layer = new Map();
    const above = new Map<unknown, string>();
    for (const thing of nodes) {
      const { node, parent } = thing.branch;
      if (node.number === null) continue;
      const path = above.get(parent) ?? numberPath(parent);
      above.set(parent, path);
      if (path !== "") put(layer, foldKey(`${path}${node.number}`), thing);
    }
    return layer;
  });
  const departments = once(() => {
    const byName = new Map<string, DepartmentThing>();
    for (const { branch } of nodes) {
      for (const department of departmentsOf(branch)) {
        const known = byName.get(department);
        if (known === undefined)
          byName.set(department, { kind: "department", department, nodes: [branch.node] });
        else known.nodes.push(branch.node);
      }
    }
    const layer: Layer<DepartmentThing> = new Map();
    for (const [name, thing] of byName) put(layer, foldKey(name), thing);
    return layer;
  });
  const letters = once(() => {
    const ranked: [Layer, Layer, Layer] = [new Map(), new Map(), new Map()];
    const [own, ofHeadings, ofDepartments] = ranked;
    for (const name of namesIn(itemNames())) put(own, lettersOf(name.key), name.thing);
    for (const name of namesIn(indicatorNames())) put(own, lettersOf(name.key), name.thing);
    for (const name of namesIn(headingNames())) put(ofHeadings, lettersOf(name.key), name.thing);
    for (const name of namesIn(departments())) put(ofDepartments, lettersOf(name.key), name.thing);
    return ranked;
  });

  /** 83-1 is the first indicator of 83, and 72-1 of a 再掲 the first of what it repeats. */
  function placed(folded: string): Thing[] {
    const match = /^(.+)-([1-9]\d{0,3})$/.exec(folded);
    if (match === null) return [];
    return listOf(itemNumbers(), match[1] ?? "").flatMap((thing) => {
      const indicator = thing.original.indicators[Number(match[2]) - 1];
      const found = indicator === undefined ? undefined : indicators().get(indicator.id);
      return found === undefined ? [] : [found];
    });
  }

  /** 目標 and a name, or a number and a name: 83-経常収支比率の改善, (1) 計画的な行財政運営. */
  function numbered(folded: string, names: Layer<NodeThing>): NodeThing[] {
    const things: NodeThing[] = [];
    for (let at = 1; at < folded.length; at++) {
      const before = folded.slice(0, at);
      for (const thing of listOf(names, folded.slice(at))) {
        if (introduces(before, thing)) things.push(thing);
      }
    }
    return things;
  }

  function introduces(before: string, { branch }: NodeThing): boolean {
    const { level, number } = branch.node;
    if (levels.some((each) => each.level === level && each.folded === before)) return true;
    if (number === null) return false;
    const bare = before.replace(/[-.]$/, "");
    return writtenNumbers(level, number).some((written) => {
      const folded = foldKey(written);
      return folded === before || folded === bare;
    });
  }

  function named(folded: string): Thing[] {
    const things: Thing[] = [...listOf(itemNames(), folded), ...numbered(folded, itemNames())];
    things.push(...listOf(indicatorNames(), folded));
    for (let at = folded.indexOf("("); at > 0; at = folded.indexOf("(", at + 1)) {
      for (const thing of listOf(indicatorNames(), folded.slice(0, at))) {
        if (foldKey(withUnit(thing.indicator)) === folded) things.push(thing);
      }
    }
    return things;
  }

  /** In the order that `find` states; names of headings come after names of items, as numbers do. */
  const order: readonly ((folded: string) => readonly Thing[])[] = [
    (folded) => listOf(ids(), folded),
    (folded) => listOf(itemNumbers(), folded),
    placed,
    (folded) => listOf(otherNumbers(), folded),
    named,
    (folded) => [...listOf(headingNames(), folded), ...numbered(folded, headingNames())],
    (folded) => listOf(paths(), folded),
    (folded) => listOf(departments(), folded),
  ];

  return {
    lookUp(folded) {
      for (const layer of order) {
        const things = layer(folded);
        if (things.length > 0) return [...new Set(things)];
      }
      return [];
    },
    byLetters(wanted) {
      return (
        letters()
          .map((layer) => listOf(layer, wanted))
          .find((things) => things.length > 0) ?? []
      );
    },
    names: once(() => {
      const names = new Map<string, Name>();
      const add = (key: string, typed: string, thing: Thing): void => {
        if (!names.has(key)) names.set(key, { folded: key, typed, thing });
      };
      for (const thing of nodes) {
        const key = foldKey(thing.branch.node.name);
        if (key !== "") add(key, thing.branch.node.name, thing);
      }
      for (const { key, thing } of namesIn(indicatorNames())) {
        add(key, thing.indicator.name, thing);
      }
      for (const { key, thing } of namesIn(departments())) {
        add(key, thing.department, thing);
      }
      return [...names.values()];
    }),
    items: once(() =>
      items.flatMap((thing) => {
        const number = foldKey(thing.branch.node.number ?? "");
        return /^\d+$/.test(number) ? [{ number: Number(number), thing }] : [];
      }),
    ),
  };
}

function numbersOf(things: readonly NodeThing[]): Layer<NodeThing> {
  const layer: Layer<NodeThing> = new Map();
  for (const thing of things) {
    const { level, number } = thing.branch.node;
    if (number === null) continue;
    for (const written of writtenNumbers(level, number)) put(layer, foldKey(written), thing);
  }
  return layer;
}

function nodeNames(things: readonly NodeThing[]): Layer<NodeThing> {
  const layer: Layer<NodeThing> = new Map();
  for (const thing of things) put(layer, foldKey(thing.branch.node.name), thing);
  return layer;
}

function put<Kind extends Thing>(layer: Layer<Kind>, key: string, thing: Kind): void {
  if (key === "") return;
  const known = layer.get(key);
  if (known === undefined) layer.set(key, thing);
  else if (!Array.isArray(known)) {
    if (known !== thing) layer.set(key, [known, thing]);
  } else known.push(thing);
}

const nobody: readonly never[] = [];

function listOf<Kind extends Thing>(layer: Layer<Kind>, key: string): readonly Kind[] {
  const known = layer.get(key);
  if (known === undefined) return nobody;
  return Array.isArray(known) ? known : [known];
}

function* namesIn<Kind extends Thing>(layer: Layer<Kind>): Generator<{ key: string; thing: Kind }> {
  for (const key of layer.keys()) for (const thing of listOf(layer, key)) yield { key, thing };
}

function once<Made>(make: () => Made): () => Made {
  let made: { value: Made } | null = null;
  return () => (made ??= { value: make() }).value;
}
