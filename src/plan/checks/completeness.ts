/** 点検 of completeness: every item has a 担当課, an indicator and a target for every year, as far as the plan prints them. */

import type { Year } from "../plan";
import { departmentsOf, originalOf } from "../tree";
import { withinItem } from "../items";
import { placeOfIndicator, placeOfNode, placeOfYears } from "./place";
import type { Rule } from "./rule";

export const completeness: Rule[] = [
  {
    id: "department-missing",
    title: "担当課がない",
    severity: "error",
    sentence: "取組項目には担当課が必要です。",
    remedy: "「担当課」の列に課名を入れてください。",
    mendable: true,
    about: "item",
    find(item, { plan, tree }) {
      if (!plan.expects.departments || item.node.level !== plan.expects.level) return null;
      if (departmentsOf(item).some((name) => name.trim() !== "")) return null;
      const original = originalOf(item, tree.byId);
      const known = original === item ? [] : departmentsOf(original).filter((name) => name.trim() !== "");
      return {
        node: item.node.id,
        indicator: null,
        year: null,
        message: `${placeOfNode(item.node)}に担当課がありません。`,
        under: [item.node.departments, item.node.name],
        ...(known.length > 0 && {
          remedy: `再掲元の担当課「${known.join("、")}」を入れてください。`,
          changes: [{ kind: "department", node: item.node.id, before: item.node.departments, after: known }],
        }),
      };
    },
  },
  {
    id: "indicator-missing",
    title: "指標がない",
    severity: "error",
    sentence: "目標値を定める計画の取組項目には、指標が一つ以上必要です。",
    remedy: "指標の名称、単位、方向、目標値を入れた行を追加してください。",
    mendable: false,
    about: "item",
    find(item, { plan, tree, isItem }) {
      if (plan.expects.targets === "none" || item.node.level !== plan.expects.level) return null;
      const within = withinItem(originalOf(item, tree.byId), isItem);
      if (within.some(({ indicators }) => indicators.length > 0)) return null;
      return {
        node: item.node.id,
        indicator: null,
        year: null,
        message: `${placeOfNode(item.node)}に指標がなく、目標値もありません。`,
        // A plan with one final target is often measured on some of its headings only.
        severity: plan.expects.targets === "yearly" ? "error" : "warning",
        under: [item.node.name, item.node.sameAs ?? null],
      };
    },
  },
  {
    id: "target-missing",
    title: "目標値がない",
    severity: "error",
    sentence: "指標には、計画期間の各年度（最終目標だけの計画では目標年度）の目標値が必要です。",
    remedy:
      "目標値を入れてください。測らない年度は「－」を入れ、注記に理由（隔年調査など）を書いてください。",
    mendable: false,
    about: "indicator",
    find({ indicator, branch, targets }, { plan }) {
      if (plan.expects.targets === "none") return null;
      const [first, last] = plan.period;
      if (plan.expects.targets === "final") {
        if (targets.length > 0) return null;
        return {
          node: indicator.node,
          indicator: indicator.id,
          year: last,
          message: `${placeOfIndicator(indicator, branch)}に目標値がありません。`,
          remedy: `${placeOfYears([last])}など、目標とする年度の目標値を入れてください。`,
          under: [indicator.name, indicator.targets],
        };
      }
      if (targets.length > last - first && targets.every(({ year }) => year >= first && year <= last))
        return null;
      const place = placeOfIndicator(indicator, branch);
      const there = new Set(targets.map(({ year }) => year));
      return yearsOf(first, last)
        .filter((year) => !there.has(year))
        .map((year) => ({
          node: indicator.node,
          indicator: indicator.id,
          year,
          message: `${place}に${placeOfYears([year])}の目標値がありません。`,
          remedy:
            "目標値を入れてください。測らない年度なら「－」を入れ、注記に隔年調査などの理由を書いてください。",
          under: [indicator.name, indicator.targets[year] ?? null],
        }));
    },
  },
];

/** A period typed as 2021–20250 is a slip, not twenty thousand missing targets. */
const longestPeriod = 60;

function yearsOf(first: Year, last: Year): Year[] {
  const count = Math.max(0, Math.min(last - first + 1, longestPeriod));
  return Array.from({ length: count }, (_, at) => first + at);
}
