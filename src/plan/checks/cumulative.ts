/** 点検 of 累計: a running total never falls, and is not set beside the value of a single year. */

import { formatYear } from "../year";
import { placeOfIndicator } from "./place";
import type { Rule } from "./rule";
import type { Cell } from "./survey";
import { plainNumber } from "./value";

export const cumulative: Rule[] = [
  {
    id: "cumulative-falls",
    title: "累計が減る",
    severity: "warning",
    sentence: "累計は、年度が進んでも減りません。",
    remedy: "値を確かめてください。年度ごとの値なら「累計」の印を外してください。",
    mendable: false,
    about: "indicator",
    find({ indicator, branch, targets, actuals }) {
      if (!indicator.cumulative) return null;
      return [
        { what: "目標値", cells: targets },
        { what: "実績値", cells: actuals },
      ].flatMap(({ what, cells }) => {
        const fall = firstFall(cells);
        if (fall === null) return [];
        const { before, after } = fall;
        return [
          {
            node: indicator.node,
            indicator: indicator.id,
            year: after.year,
            detail: what,
            message:
              `${placeOfIndicator(indicator, branch)}は累計ですが、${what}が${formatYear(before.year)}の${before.text}から` +
              `${formatYear(after.year)}の${after.text}へ減っています。`,
            under: [what, before.year, before.text, after.year, after.text],
          },
        ];
      });
    },
  },
  {
    id: "cumulative-baseline",
    title: "累計の目標を単年度の基準値と比べている",
    severity: "warning",
    sentence: "累計の目標値は、同じ数え方の基準値と比べます。",
    remedy:
      "基準値を累計に直すか、計画期間の始めを0とする基準値にしてください。累計どうしなら、理由を付けて了承してください。",
    mendable: false,
    about: "indicator",
    find({ indicator, branch, baseline, targets }, { plan }) {
      if (!indicator.cumulative) return null;
      const start = plainNumber(baseline);
      const last = targets.at(-1);
      const end = last?.number ?? null;
      const from = indicator.baseline?.year ?? plan.period[0] - 1;
      if (last === undefined || start === null || end === null || start <= 0 || from >= last.year)
        return null;
      if (end < start && end > 0) {
        return {
          node: indicator.node,
          indicator: indicator.id,
          year: last.year,
          message:
            `${placeOfIndicator(indicator, branch)}の${formatYear(last.year)}の目標値（累計 ${last.text}）は、` +
            `累計なら基準値（${baseline.printed}）より小さくはなりません。数え方が違うのではありませんか。`,
          remedy:
            "基準値を累計に直すか、計画期間の始めを0とする基準値にしてください。年度ごとの値なら「累計」の印を外してください。",
          under: [indicator.baseline, last.year, last.text],
        };
      }
      // A stock (フォロワー数) grows slowly from where it stands. A total that starts anew reaches, with so many years,
      // about so many times a single year's value — which the baseline then must be.
      const years = last.year - Math.max(from, plan.period[0] - 1);
      const perYear = end / years;
      if (years < 2 || perYear < start * 0.6) return null;
      return {
        node: indicator.node,
        indicator: indicator.id,
        year: last.year,
        message:
          `${placeOfIndicator(indicator, branch)}の${formatYear(last.year)}の目標値（累計 ${last.text}）は${years}年分の合計とみられ、` +
          `1年あたりでは約${Math.round(perYear).toLocaleString("ja-JP")}です。基準値（${baseline.printed}）は単年度の値ではありませんか。`,
        under: [indicator.baseline, last.year, last.text],
      };
    },
  },
];

/** ▲30, ▲60: a reduction that adds up moves away from 0, so sizes are compared. */
function firstFall(cells: readonly Cell[]): { before: Cell; after: Cell } | null {
  let before: Cell | null = null;
  let size = 0;
  for (const after of cells) {
    if (after.number === null) continue;
    if (before !== null && Math.abs(after.number) < size) return { before, after };
    before = after;
    size = Math.abs(after.number);
  }
  return null;
}
