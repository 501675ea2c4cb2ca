/** The printed numbers of a plan in the rows that should each count up, whether through the plan or anew under each heading. */

import type { PlanNode } from "../plan";
import type { Tree } from "../tree";

export interface NumberRow {
  level: string;
  /** Whether the numbers run through the whole plan. */
  through: boolean;
  /** The heading under which they start anew; null where they run through. */
  under: PlanNode | null;
  members: { node: PlanNode; number: number }[];
}

/** The rows of numbers that should each count up: one per level, or one per heading and level. */
export function numberRowsOf({ inOrder }: Tree): NumberRow[] {
  const byLevel = new Map<string, { node: PlanNode; number: number; under: PlanNode | null }[]>();
  for (const { node, parent } of inOrder) {
    const number = countOf(node.number);
    if (number === null) continue;
    const member = { node, number, under: parent?.node ?? null };
    const members = byLevel.get(node.level);
    if (members === undefined) byLevel.set(node.level, [member]);
    else members.push(member);
  }
  return [...byLevel].flatMap(([level, members]): NumberRow[] => {
    const distinct = new Set(members.map(({ number }) => number)).size;
    // Numbers that start anew under each heading repeat all the time; numbers that run through hardly ever do.
    if (distinct / members.length > 0.9) return [{ level, through: true, under: null, members }];
    const byHeading = new Map<PlanNode | null, typeof members>();
    for (const member of members) {
      const there = byHeading.get(member.under);
      if (there === undefined) byHeading.set(member.under, [member]);
      else there.push(member);
    }
    return [...byHeading].map(([under, own]) => ({ level, through: false, under, members: own }));
  });
}

/** 83, (1), ①, 第1章 → the one whole number in it; null for 1-2, Ⅲ and the like, which count in ways of their own. */
function countOf(printed: string | null): number | null {
  if (printed === null) return null;
  if (/^\d{1,6}$/.test(printed)) return Number(printed);
  const numbers = printed.normalize("NFKC").match(/\d+/g);
  const [only] = numbers ?? [];
  if (only === undefined || numbers?.length !== 1 || only.length > 6) return null;
  return Number(only);
}
