/** An item as a row of a list: number, name, 担当課, 達成率, 評価. */
import { type PlanNode } from "../../plan/plan";
import { type ItemResult, type PlanSummary } from "../../plan/summary/summary";
import { type Scalar } from "../definition";
import { gradeCell, lettersCell, recordedScale } from "./grade";
import { rateCell } from "./rate";

export function itemHead({ itemLevel }: PlanSummary): Scalar[] {
  return ["番号", itemLevel === "" ? "項目" : itemLevel, "担当課", "達成率", "評価"];
}

export function itemRow(node: PlanNode, item: ItemResult, summary: PlanSummary): Scalar[] {
  return [
    node.number ?? "",
    node.name,
    item.departments.join("、"),
    summary.basis === "recorded" ? "対象外" : rateCell(item.rate),
    gradeWord(item, summary),
  ];
}

export function gradeWord(item: ItemResult, summary: PlanSummary): Scalar {
  const scale = summary.basis === "recorded" ? recordedScale(summary) : null;
  return scale === null ? gradeCell(item.grade) : lettersCell(item.marks[scale]);
}
