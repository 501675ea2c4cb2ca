/** 数え方: what stands among the tables of 集計, for whoever is asked how its numbers come about. */

import type { Plan } from "../../plan/plan";
import type { Scale } from "../../plan/scales/scale";
import { ratingsOf } from "../../plan/summary/ratings";

/** One sentence in a line, each only where it says something of this plan. */
export function countingNotes(plan: Plan, scale: Scale): string[] {
  const item = plan.expects.level;
  const rated = ratingsOf(plan, scale);
  const cap = Math.max(100, ...scale.rules.map(({ percent }) => percent ?? 0));
  return [
    `割合は、判定した${item}に対するものです。未入力・対象外・判定不能は入りません。`,
    `達成率は、判定した${item}の平均です。${item}の達成率は、その指標の平均です。${cap} % を超える分は ${cap} % として平均します。`,
    ...(rated === null
      ? []
      : [
          `${Object.keys(rated.levels).join("・")}と全体の評価は、達成率ではなく、判定した${item}のうち「${rated.met.join("」「")}」の割合で決まります。担当課の評価は達成率で決まります。`,
        ]),
    ...(plan.expects.targets === "final"
      ? ["目標が最終年度だけの指標は、その年度になるまで進捗率を示すだけで、判定不能に数えます。"]
      : []),
    ...(plan.nodes.some(({ sameAs }) => sameAs !== undefined)
      ? [
          `再掲の${item}は、載っている見出しのそれぞれで数え、「合計」では一つと数えます。見出しごとの数を足しても、合計とは合いません。`,
        ]
      : []),
    ...(plan.nodes.some(({ departments }) => departments.length > 1)
      ? [
          `二つ以上の課が担当する${item}は、課のそれぞれで数えます。「合計（延べ）」は、そのため全体の数より多くなります。`,
        ]
      : []),
    "一つでも未入力の指標があれば、見出しや全体の評価の言葉は出しません（判定不能）。",
  ];
}
