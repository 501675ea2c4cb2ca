/** 点検 of printed numbers: the same number twice, and gaps, whether numbers run through the plan or start anew under each heading. */

import type { PlanNode } from "../plan";
import { placeOfNode } from "./place";
import type { Rule, Slip } from "./rule";

export const numbering: Rule[] = [
  {
    id: "number-twice",
    title: "番号が重なる",
    severity: "warning",
    sentence: "番号は、通し番号なら計画の中で、そうでなければ同じ見出しの下で、一度だけ使います。",
    remedy: "どちらかの番号を直してください。",
    mendable: false,
    about: "plan",
    find({ numberRows }) {
      const slips: Slip[] = [];
      for (const { level, through, members } of numberRows) {
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
    find({ numberRows }) {
      return numberRows.flatMap(({ level, under, members }) => {
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
              under: [before.node.number, after.node.number],
            },
          ];
        });
      });
    },
  },
];
