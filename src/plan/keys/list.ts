/** What a key can lead to: a node, an indicator or a department; how each is called, and the ways to ask for it. */

import type { Found } from "../found";
import type { Indicator, PlanNode } from "../plan";
import { departmentsOf, originalOf, type Branch, type Tree } from "../tree";

/** Something a key can mean. There is one of each for as long as the index lives, so the same one is the same object. */
export type Thing =
  | { kind: "node"; branch: Branch; original: Branch }
  /** `place`: 0 for the first indicator of its item. */
  | { kind: "indicator"; indicator: Indicator; branch: Branch; place: number }
  | { kind: "department"; department: string; nodes: PlanNode[] };

export type NodeThing = Extract<Thing, { kind: "node" }>;
export type IndicatorThing = Extract<Thing, { kind: "indicator" }>;
export type DepartmentThing = Extract<Thing, { kind: "department" }>;

export function nodeThing(branch: Branch, tree: Tree): NodeThing {
  return { kind: "node", branch, original: originalOf(branch, tree.byId) };
}

export function foundOf(thing: Thing): Extract<Found, { kind: Thing["kind"] }> {
  switch (thing.kind) {
    case "node": {
      const { branch, original } = thing;
      return { kind: "node", node: branch.node, original: original.node, indicators: original.indicators };
    }
    case "indicator":
      return { kind: "indicator", indicator: thing.indicator, node: thing.branch.node };
    case "department":
      return { kind: "department", department: thing.department, nodes: thing.nodes };
  }
}

export function idOf(thing: Thing): string {
  switch (thing.kind) {
    case "node":
      return thing.branch.node.id;
    case "indicator":
      return thing.indicator.id;
    case "department":
      return thing.department;
  }
}

/** What it is, for a person: 経常収支比率（％） ― 取組項目-83 経常収支比率の改善. */
export function labelOf(thing: Thing): string {
  switch (thing.kind) {
    case "node":
      return nodeLabel(thing.branch.node);
    case "indicator":
      return `${withUnit(thing.indicator)} ― ${nodeLabel(thing.branch.node)}`;
    case "department":
      return `担当課 ${thing.department}`;
  }
}

/** Ways to ask for it, the best first. Not every one of them leads to it alone. */
export function keysFor(thing: Thing, itemLevel: string): string[] {
  switch (thing.kind) {
    case "node":
      return nodeKeys(thing.branch, itemLevel);
    case "indicator": {
      const { indicator, branch, place } = thing;
      const { number } = branch.node;
      const placed = number === null ? [] : [`${number}-${place + 1}`];
      return [indicator.name, withUnit(indicator), indicator.id, ...placed];
    }
    case "department":
      return [thing.department];
  }
}

/** Who is responsible, where that tells one from another of the same label: 人権推進課、学校教育課. */
export function departmentsText(thing: Thing): string {
  switch (thing.kind) {
    case "node":
    case "indicator":
      return departmentsOf(thing.branch).join("、");
    case "department":
      return "";
  }
}

export function withUnit({ name, unit }: Indicator): string {
  return unit === null ? name : `${name}（${unit}）`;
}

/** 83 of 取組項目 is also 取組項目-83 and 取組項目83; (1) of 施策 also 施策(1), 施策1 and 施策-1; 第1章 also 1章. */
export function writtenNumbers(level: string, number: string): string[] {
  const written = [number];
  if (!number.includes(level)) written.push(`${level}${number}`, `${level}-${number}`);
  if (/^\d+$/.test(number)) return written;
  const digits = /^[^\d０-９]*([\d０-９]+)[^\d０-９]*$/.exec(number)?.[1];
  if (digits !== undefined && digits !== number) {
    written.push(`${level}${digits}`, `${level}-${digits}`, `${digits}${level}`);
  }
  return written;
}

/** The numbers of the headings above, from the top down: 第1章第2節, 目標5(1). No plan is deeper than this goes up. */
export function numberPath(from: Branch | null): string {
  const numbered: { level: string; number: string }[] = [];
  for (let branch = from, steps = 0; branch !== null && steps < 12; branch = branch.parent, steps++) {
    const { level, number } = branch.node;
    if (number !== null) numbered.unshift({ level, number });
  }
  return numbered
    .map(({ level, number }, place) => (place === 0 && /^\d+$/.test(number) ? `${level}${number}` : number))
    .join("");
}

function nodeKeys({ node, parent }: Branch, itemLevel: string): string[] {
  if (node.number === null) return [node.name];
  const numbered = `${node.number} ${node.name}`;
  const path = `${numberPath(parent)}${node.number}`;
  return node.level === itemLevel
    ? [node.number, `${node.level}-${node.number}`, numbered, path]
    : [`${node.level}${node.number}`, node.number, numbered, path, node.name];
}

function nodeLabel(node: PlanNode): string {
  if (node.number === null) return `${node.level} ${node.name}`;
  if (node.number.includes(node.level)) return `${node.number} ${node.name}`;
  return `${node.level}${/^\d/.test(node.number) ? "-" : ""}${node.number} ${node.name}`;
}
