/** 点検 of recorded judgements: every item has them, and their letters belong to the scale. */

import { JUDGEMENT_SCALES, judgementScalesOf, marksOf, type JudgementScale } from "../scales/judgements";
import { originalOf } from "../tree";
import { placeOfNode } from "./place";
import type { Rule, Slip } from "./rule";

export const judgements: Rule[] = [
  {
    id: "judgement-missing",
    title: "評価の記録がない",
    severity: "warning",
    sentence: "評価を記録する計画では、すべての取組項目に評価の区分を入れます。",
    remedy: "区分を選んで入れてください。",
    mendable: false,
    about: "plan",
    find({ plan, tree, items }) {
      if (plan.assessments.length === 0) return [];
      // A scale that only some rows ever use (a remark, a second opinion) is asked of nobody.
      const counted = countPerScale(plan.assessments);
      const expected = judgementScalesOf(plan)
        .map(({ name }) => name)
        .filter((name) => (counted.get(name) ?? 0) * 2 > plan.assessments.length);
      return items.flatMap((item): Slip[] => {
        if (item.node.level !== plan.expects.level || item.node.sameAs !== undefined) return [];
        const { assessments } = originalOf(item, tree.byId);
        const missing =
          assessments.length === 0
            ? expected
            : expected.filter((name) => assessments.some(({ marks }) => marksOf(marks[name]).length === 0));
        if (missing.length === 0) return [];
        return [
          {
            node: item.node.id,
            indicator: null,
            year: null,
            scale: missing[0] ?? "",
            message: `${placeOfNode(item.node)}に${missing.join("、")}が記録されていません。`,
            remedy: `${missing.join("、")}を一覧から選んで入れてください。`,
            under: [item.node.name, assessments.map(({ marks }) => marks)],
          },
        ];
      });
    },
  },
  {
    id: "judgement-unknown",
    title: "区分にない評価",
    severity: "warning",
    sentence: "評価の区分は、尺度にある文字から選びます。",
    remedy: "一覧から選び直してください。",
    mendable: false,
    about: "node",
    find({ node, assessments }) {
      for (const [at, { marks }] of assessments.entries()) {
        for (const name in marks) {
          const scale: JudgementScale | undefined = JUDGEMENT_SCALES.find((each) => each.name === name);
          const unknown = marksOf(marks[name]).find(
            (mark) => scale !== undefined && !scale.marks.includes(mark),
          );
          if (scale === undefined || unknown === undefined) continue;
          return {
            node: node.id,
            indicator: null,
            year: null,
            detail: `${at}`,
            scale: name,
            message: `${placeOfNode(node)}の${name}「${unknown}」は、${scale.marks.join("・")}のどれでもありません。`,
            under: marks,
          };
        }
      }
      return null;
    },
  },
];

function countPerScale(
  assessments: readonly { marks: Record<string, string | string[]> }[],
): Map<string, number> {
  const counted = new Map<string, number>();
  for (const { marks } of assessments) {
    for (const name in marks)
      if (marksOf(marks[name]).length > 0) counted.set(name, (counted.get(name) ?? 0) + 1);
  }
  return counted;
}
