/** The 指標 argument: a subject that must be one indicator; an item with only one stands for it. */
import { type Indicator, type PlanNode } from "../../plan/plan";
import { isRefusal, notThere, type Refusal, wrongUse } from "../definition";
import { type GivenCell, omitted } from "../each-cell";
import { type SourcePlan } from "../plans/source-plan";
import { type Chosen } from "../plans/which-plan";
import { type Subject, subjectOf } from "./subject";

export interface OneIndicator {
  source: SourcePlan;
  indicator: Indicator;
}

export function indicatorOf(cell: GivenCell, chosen: Chosen): OneIndicator | Refusal {
  if (cell === omitted) {
    return wrongUse("指標を指定してください。番号（83）や指標名（「経常収支比率」など）が使えます。");
  }
  const subject = subjectOf(cell, chosen);
  return isRefusal(subject) ? subject : soleIndicator(subject);
}

export function soleIndicator({ source, found }: Subject): OneIndicator | Refusal {
  if (found === null) return wrongUse("指標を指定してください。");
  switch (found.kind) {
    case "indicator":
      return { source, indicator: found.indicator };
    case "department":
      return wrongUse(
        `「${found.department}」は担当課です。値を取り出すには指標を指定してください。一覧は PLAN.ITEMS("${found.department}") で出せます。`,
      );
    case "node": {
      const [only, ...others] = found.indicators;
      if (only !== undefined && others.length === 0) return { source, indicator: only };
      return only === undefined ? noIndicator(source, found.node) : several(found.node, [only, ...others]);
    }
  }
}

function several(node: PlanNode, indicators: readonly Indicator[]): Refusal {
  const listed = indicators
    .slice(0, 6)
    .map(({ id, name, unit }) => `「${id}」＝${name}${unit === null ? "" : `（${unit}）`}`);
  const more = indicators.length > 6 ? `、ほか${indicators.length - 6}件` : "";
  return wrongUse(
    `${called(node)}には指標が${indicators.length}つあります：${listed.join("、")}${more}。「」の中の書き方で指定してください。`,
  );
}

function noIndicator({ plan }: SourcePlan, node: PlanNode): Refusal {
  if (plan.indicators.length === 0 && plan.assessments.length > 0) {
    return notThere(
      `${called(node)}には指標がありません。この計画は評価の区分を記録しています。PLAN.GRADE を使ってください。`,
    );
  }
  if (node.level === plan.expects.level) {
    return notThere(`${called(node)}には指標がありません。指標のある対象を指定してください。`);
  }
  return wrongUse(
    `${called(node)}は${node.level}です。値を取り出すには指標か、指標が1つの${plan.expects.level}を指定してください。`,
  );
}

function called({ level, number, name }: PlanNode): string {
  return number === null ? `${level}「${name}」` : `${level}${number}「${name}」`;
}
