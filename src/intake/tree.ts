/** The headings and items of a document as they are met, and the ids they get once all of them are known. */

import { foldWidth } from "../plan/text-width";
import type { PlanNode } from "../plan/plan";
import type { Source } from "./layout";

export interface Twig {
  parent: Twig | null;
  level: string;
  number: string | null;
  name: string;
  departments: string[];
  detail?: string;
  /** An id the document itself gives. */
  id?: string;
  /** Where the name was read, and exactly what stands there; no token: the name is printed nowhere. */
  line: number;
  token: string;
}

/** In the order of the document. A parent may come after its children. */
export type Tree = Twig[];

export function grow(tree: Tree, twig: Omit<Twig, "departments"> & { departments?: string[] }): Twig {
  const grown: Twig = { departments: [], ...twig };
  tree.push(grown);
  return grown;
}

export interface Settled {
  nodes: PlanNode[];
  idOf: (twig: Twig) => string;
  sources: Source[];
}

/** `5.1.2`: the printed number where there is one and it is free, else the next free place among its siblings. */
export function settle(tree: Tree): Settled {
  const siblings = new Map<Twig | null, Twig[]>();
  for (const twig of tree) {
    const known = siblings.get(twig.parent);
    if (known) known.push(twig);
    else siblings.set(twig.parent, [twig]);
  }
  const ids = new Map<Twig, string>();
  const taken = new Set(tree.flatMap((twig) => (twig.id === undefined ? [] : [twig.id])));
  const nodes: PlanNode[] = [];
  const sources: Source[] = [];
  const ordered = inTreeOrder(siblings);
  for (const parent of [null, ...ordered]) {
    const children = siblings.get(parent) ?? [];
    const places = placesOf(children);
    children.forEach((twig, index) => {
      const place = `${parent ? `${ids.get(parent)}.` : ""}${places[index]}`;
      const id = twig.id ?? freeId(place, taken);
      taken.add(id);
      ids.set(twig, id);
    });
  }
  for (const twig of ordered) {
    const id = ids.get(twig) ?? "";
    nodes.push({
      id,
      parent: twig.parent ? (ids.get(twig.parent) ?? null) : null,
      level: twig.level,
      number: twig.number,
      name: twig.name,
      departments: twig.departments,
      ...(twig.detail ? { detail: twig.detail } : {}),
    });
    if (twig.token !== "") sources.push({ path: `nodes/${id}/name`, line: twig.line, token: twig.token });
  }
  return { nodes, idOf: (twig) => ids.get(twig) ?? "", sources };
}

function freeId(place: string, taken: ReadonlySet<string>): string {
  let id = place;
  for (let again = 2; taken.has(id); again += 1) id = `${place}_${again}`;
  return id;
}

/** Every twig after its parent, siblings in the order of the document. */
function inTreeOrder(siblings: ReadonlyMap<Twig | null, Twig[]>): Twig[] {
  const ordered: Twig[] = [];
  const waiting = [...(siblings.get(null) ?? [])].reverse();
  for (let twig = waiting.pop(); twig !== undefined; twig = waiting.pop()) {
    ordered.push(twig);
    for (const child of [...(siblings.get(twig) ?? [])].reverse()) waiting.push(child);
  }
  return ordered;
}

function placesOf(twigs: readonly Twig[]): number[] {
  const wanted = twigs.map((twig) => ordinal(twig.number));
  const taken = new Set<number>();
  const places = wanted.map((number) => {
    if (number === null || taken.has(number)) return null;
    taken.add(number);
    return number;
  });
  let next = 1;
  return places.map((place) => {
    if (place !== null) return place;
    while (taken.has(next)) next += 1;
    taken.add(next);
    return next;
  });
}

const kanjiDigits = "一二三四五六七八九";
const romanNumerals = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];

/** 第５章, ③, Ⅲ, 基本政策5, 第十二節 → the number in it; null where there is none. */
export function ordinal(number: string | null): number | null {
  if (number === null) return null;
  const written = foldWidth(number);
  const digits = /\d{1,6}/.exec(written);
  if (digits) return Number(digits[0]);
  const roman = romanNumerals.indexOf(written.trim());
  if (roman >= 0) return roman + 1;
  const kanji = /[一二三四五六七八九十]{1,3}/.exec(written)?.[0];
  if (kanji === undefined) return null;
  const [tens, ones] = kanji.includes("十") ? kanji.split("十") : ["", kanji];
  const value = (kanji.includes("十") ? (kanjiValue(tens) || 1) * 10 : 0) + kanjiValue(ones);
  return value > 0 ? value : null;
}

function kanjiValue(character: string | undefined): number {
  return character ? kanjiDigits.indexOf(character) + 1 : 0;
}
