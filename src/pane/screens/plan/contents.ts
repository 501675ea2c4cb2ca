/** What a plan contains, counted from its data: what a person wants to know before loading it. */
import { itemsOf } from "../../../plan/items";
import { judgementScalesOf } from "../../../plan/scales/judgements";
import { type Plan } from "../../../plan/plan";
import { departmentsOf, treeOf } from "../../../plan/tree";
import { formatYear } from "../../../plan/year";

export interface Contents {
  /** Name of the level somebody is responsible for: 取組項目. */
  itemLevel: string;
  /** Items, each once. */
  items: number;
  /** Items printed again under another heading. */
  repeats: number;
  indicators: number;
  departments: number;
  /** 令和3年度〜令和7年度 */
  period: string;
  /** How the plan judges: by targets of each year, by a final target, by recorded letters. */
  judgement: string;
}

export function contentsOf(plan: Plan): Contents {
  const tree = treeOf(plan);
  const items = itemsOf(tree);
  const repeats = items.filter(({ node }) => node.sameAs !== undefined).length;
  const departments = new Set(tree.inOrder.flatMap(departmentsOf).filter((name) => name.trim() !== ""));
  return {
    itemLevel: plan.expects.level === "" ? "項目" : plan.expects.level,
    items: items.length - repeats,
    repeats,
    indicators: plan.indicators.length,
    departments: departments.size,
    period: periodText(plan.period),
    judgement: judgementText(plan),
  };
}

export function periodText([first, last]: Plan["period"]): string {
  if (first === 0) return "期間の記載なし";
  return first === last ? formatYear(first) : `${formatYear(first)}〜${formatYear(last)}`;
}

function judgementText(plan: Plan): string {
  const scales = judgementScalesOf(plan).map(({ name }) => name);
  const recorded = scales.length === 0 ? [] : [`記録された評価（${scales.join("・")}）`];
  const computed = {
    yearly: ["年度ごとの目標値と実績値から達成率を計算"],
    final: ["最終年度の目標値に向かう進捗率を計算"],
    none: [],
  }[plan.expects.targets];
  const all = plan.indicators.length === 0 ? recorded : [...computed, ...recorded];
  return all.length === 0 ? "目標値も評価の記録もありません" : all.join("、");
}

/** 取組項目 120（再掲 13）・指標 146・担当課 45: only what there is. */
export function countsText(contents: Contents): string {
  const { itemLevel, items, repeats, indicators, departments } = contents;
  return [
    `${itemLevel} ${items}${repeats > 0 ? `（ほか再掲 ${repeats}）` : ""}`,
    ...(indicators > 0 ? [`指標 ${indicators}`] : []),
    ...(departments > 0 ? [`担当課 ${departments}`] : []),
  ].join("・");
}
