/** 点検 of printed numbers: the same number twice, and gaps, whether numbers run through the plan or start anew under each heading. */

import type { PlanNode } from "../plan";
import { placeOfNode } from "./place";
import type { Rule, Slip } from "./rule";
import type { Survey } from "./survey";

export const numbering: Rule[] = [
  {
    id: "number-twice",
    title: "番号が重なる",
    severity: "warning",
    sentence: "番号は、通し番号なら計画の中で、そうでなければ同じ見出しの下で、一度だけ使います。",
    remedy: "どちらかの番号を直してください。",
    mendable: false,
    about: "plan",
    find(survey) {
      const slips: Slip[] = [];
      for (const { level, through, members } of rows(survey)) {
        const first = new Map<number, PlanNode>();
        for (const { node, number } of members) {
          const earlier = first.get(number);
          if (earlier === undefined) {
            first.set(number, node);
            continue;
          }
          slips.push({
            node: node.id,
            indicator: null,
            year: null,
            message: `${level}の番号「${node.number ?? ""}」が、${placeOfNode(earlier)}と${placeOfNode(node)}に${through ? "" : "、同じ見出しの下で"}重なっています。`,
            remedy: "どちらかの番号を直してください。",
            under: [node.number, earlier.id, earlier.number],
          });
        }
      }
      return slips;
    },
  },
  {
    id: "number-gap",
    title: "番号が飛んでいる",
    severity: "note",
    sentence: "番号は、間を空けずに続きます（並ぶ順は問いません）。",
    remedy: "抜けた取組がないかを確かめてください。欠番なら、理由を付けて了承してください。",
    mendable: false,
    about: "plan",
    find(survey) {
      return rows(survey).flatMap(({ level, under, members }) => {
        if (isGapless(members)) return [];
        const sorted = [...new Map(members.map((member) => [member.number, member])).values()].sort(
          (one, other) => one.number - other.number,
        );
        const where = under === null ? "" : `${placeOfNode(under)}の下で、`;
        return sorted.flatMap((after, at): Slip[] => {
          const before = sorted[at - 1];
          if (before === undefined || after.number - before.number === 1) return [];
          const from = before.number + 1;
          const to = after.number - 1;
          return [
            {
              node: after.node.id,
              indicator: null,
              year: null,
              message: `${where}${level}の番号${from === to ? `${from}` : `${from}から${to}まで`}がありません（${placeOfNode(before.node)}の次が${placeOfNode(after.node)}）。`,
              remedy: "抜けた取組がないかを確かめてください。欠番なら、理由を付けて了承してください。",
              under: [before.node.number, after.node.number],
            },
          ];
        });
      });
    },
  },
];

interface Row {
  level: string;
  /** Whether the numbers run through the whole plan. */
  through: boolean;
  /** The heading under which they start anew; null where they run through. */
  under: PlanNode | null;
  members: { node: PlanNode; number: number }[];
}

function isGapless(members: Row["members"]): boolean {
  let least = Infinity;
  let most = -Infinity;
  const numbers = new Set<number>();
  for (const { number } of members) {
    numbers.add(number);
    least = Math.min(least, number);
    most = Math.max(most, number);
  }
  return most - least + 1 === numbers.size;
}

/** The rows of numbers that should each count up: one per level, or one per heading and level. */
function rows({ tree }: Survey): Row[] {
  const byLevel = new Map<string, { node: PlanNode; number: number; under: PlanNode | null }[]>();
  for (const { node, parent } of tree.inOrder) {
    const number = countOf(node.number);
    if (number === null) continue;
    const member = { node, number, under: parent?.node ?? null };
    const members = byLevel.get(node.level);
    if (members === undefined) byLevel.set(node.level, [member]);
    else members.push(member);
  }
  return [...byLevel].flatMap(([level, members]): Row[] => {
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
