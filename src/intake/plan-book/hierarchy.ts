/** Which heading each block stands under: by the book's own 体系 where it has one, else by what is printed above the block. */

import type { Problem } from "../../plan/plan";
import { foldSpaces } from "../../plan/text-width";
import type { Block } from "./block";
import type { Piece } from "./indicators";
import type { Fragment } from "./value-cells";
import { headingLevels, type Heading, type HeadingLevel } from "./marks";
import type { Outline } from "./outline";
import type { Part } from "./scan";

export interface Branch {
  level: HeadingLevel | "item";
  number: string | null;
  name: string;
  line: number;
  /** What stands of the name on its first line. */
  printed: Fragment;
  prose: Piece[];
  block: Block | null;
  /** 再掲 as the 体系 marks it. */
  reprinted: boolean;
  parent: Branch | null;
  children: Branch[];
}

export interface Hierarchy {
  roots: Branch[];
  consumed: number[];
  problems: Problem[];
}

export function buildHierarchy(parts: readonly Part[], outline: Outline | null): Hierarchy {
  const roots: Branch[] = [];
  const consumed: number[] = [];
  const problems: Problem[] = [];
  const warn = (line: number, message: string) => problems.push({ severity: "warning", line, message });
  const add = (branch: Branch) => {
    (branch.parent?.children ?? roots).push(branch);
    return branch;
  };

  const fromOutline = plantOutline(outline, add);
  const listed = outline !== null;
  /** The headings open at this point, from the top down, with those that no item has needed yet. */
  let stack: Branch[] = [];
  const planted = new Set<Branch>(fromOutline.all);

  for (const part of parts) {
    switch (part.kind) {
      case "heading": {
        const { heading, line, prose } = part;
        const above = stack.filter((branch) => depthOf(branch.level) < depthOf(heading.level));
        const parent = above[above.length - 1] ?? null;
        const known = matching(fromOutline, heading, parent);
        if (known) {
          if (foldSpaces(known.name) !== foldSpaces(heading.name)) {
            warn(
              line,
              `見出し「${heading.name}」は体系（${known.line}行）では「${known.name}」です。見出しのとおりに読みました。`,
            );
          }
          known.name = heading.name;
          known.line = line;
          known.printed = { line, token: heading.name };
          known.prose.push(...prose);
          consumed.push(line, ...sentences(prose));
          stack = [...above, known];
        } else {
          const branch: Branch = {
            ...heading,
            line,
            printed: { line, token: heading.name },
            prose,
            block: null,
            reprinted: false,
            parent,
            children: [],
          };
          stack = [...above, sameHeading(parent?.children ?? roots, branch) ?? branch];
        }
        break;
      }
      case "block": {
        const { block } = part;
        consumed.push(...block.consumed);
        const here = stack[stack.length - 1] ?? null;
        const entry = fromOutline.items.get(block.head.number);
        if (entry && entry.block === null) {
          entry.block = block;
          if (foldSpaces(entry.name) !== foldSpaces(block.name)) {
            warn(
              block.line,
              `${block.title}：名称「${block.name}」は体系（${entry.line}行）では「${entry.name}」です。ブロックのとおりに読みました。`,
            );
          }
          if (entry.reprinted !== (block.reprintOf !== undefined)) {
            warn(
              block.line,
              `${block.title}：再掲の印が体系とブロックで食い違っています。ブロックのとおりに読みました。`,
            );
          }
          if (here && here !== entry.parent && entry.parent) {
            warn(
              block.line,
              `${block.title}：「${here.name}」の下に印刷されていますが、体系では「${entry.parent.name}」の下です。体系に従いました。`,
            );
          }
          entry.name = block.name;
          entry.line = block.line;
          entry.printed = { line: block.line, token: block.head.name };
          break;
        }
        if (listed && !entry)
          warn(block.line, `${block.title}：体系にない項目です。番号を確かめてください。`);
        for (const branch of stack) {
          if (planted.has(branch)) continue;
          planted.add(add(branch));
          consumed.push(branch.line, ...sentences(branch.prose));
        }
        add({
          level: "item",
          number: block.head.number,
          name: block.name,
          line: block.line,
          printed: { line: block.line, token: block.head.name },
          prose: [],
          block,
          reprinted: block.reprintOf !== undefined,
          parent: here,
          children: [],
        });
        break;
      }
    }
  }

  for (const branch of fromOutline.items.values()) {
    if (!branch.block)
      warn(
        branch.line,
        `${outline?.itemWord ?? ""}-${branch.number ?? ""}「${branch.name}」は体系にありますが、ブロックがありません。`,
      );
  }
  sortByNumber(roots);
  return { roots, consumed, problems };
}

interface Planted {
  all: Branch[];
  items: Map<string, Branch>;
  headings: Map<string, Branch[]>;
}

function plantOutline(outline: Outline | null, add: (branch: Branch) => Branch): Planted {
  const all: Branch[] = [];
  const items = new Map<string, Branch>();
  const headings = new Map<string, Branch[]>();
  for (const entry of outline?.entries ?? []) {
    const parent = entry.parent === null ? null : (all[entry.parent] ?? null);
    const branch: Branch = {
      level: entry.level,
      number: entry.number,
      name: entry.name,
      line: entry.line,
      printed: { line: entry.line, token: entry.printed },
      prose: [],
      block: null,
      reprinted: entry.reprintOf !== undefined,
      parent,
      children: [],
    };
    all.push(add(branch));
    if (entry.level === "item") {
      if (entry.number !== null && !items.has(entry.number)) items.set(entry.number, branch);
    } else {
      const key = headingKey(entry);
      const same = headings.get(key);
      if (same) same.push(branch);
      else headings.set(key, [branch]);
    }
  }
  return { all, items, headings };
}

function headingKey({ level, number, name }: { level: string; number: string | null; name: string }): string {
  return `${level} ${number ?? ""} ${foldSpaces(name)}`;
}

/** The entry of the 体系 a heading is: same number and name, if possible under the same parent; or the same place by number. */
function matching(planted: Planted, heading: Heading, parent: Branch | null): Branch | null {
  const named = planted.headings.get(headingKey(heading)) ?? [];
  const inPlace = (branch: Branch) => branch.level === heading.level && branch.number === heading.number;
  return (
    named.find((branch) => branch.parent === parent) ??
    named[0] ??
    (heading.number === null ? null : (parent?.children.find(inPlace) ?? null))
  );
}

/** A heading repeated on the next page goes on; it does not begin again. */
function sameHeading(siblings: readonly Branch[], heading: Branch): Branch | null {
  const last = siblings[siblings.length - 1];
  return last &&
    last.level === heading.level &&
    last.number === heading.number &&
    foldSpaces(last.name) === foldSpaces(heading.name)
    ? last
    : null;
}

function depthOf(level: Branch["level"]): number {
  return level === "item" ? headingLevels.length : headingLevels.indexOf(level);
}

/** Prose under a heading up to its last full stop; what follows that is not a sentence. */
export function sentences(prose: readonly Piece[]): number[] {
  let end = prose.length;
  while (end > 0 && !prose[end - 1]?.text.endsWith("。")) end -= 1;
  return prose.slice(0, end).map((piece) => piece.line);
}

/** 54 comes before 55, whichever was printed first; headings without numbers stay as printed. */
function sortByNumber(branches: Branch[]): void {
  const order = branches.map((branch) => orderOf(branch.number));
  if (order.every((number) => number !== null)) {
    const placeOf = new Map(branches.map((branch, at) => [branch, Number(order[at])]));
    branches.sort((one, other) => Number(placeOf.get(one)) - Number(placeOf.get(other)));
  }
  for (const branch of branches) sortByNumber(branch.children);
}

function orderOf(number: string | null): number | null {
  const digits = /\d+/.exec(number?.normalize("NFKC") ?? "");
  return digits ? Number(digits[0]) : null;
}
