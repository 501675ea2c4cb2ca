/** What a subject came to in a year: its rate and its grade, whether it is an indicator, an item, a heading, a 担当課 or the whole plan. */
import { gradeDetail } from "../../plan/scales/grade";
import { rateOf } from "../../plan/progress/indicator";
import { DEFAULT_SCALE } from "../../plan/scales/bundled";
import { type Year } from "../../plan/plan";
import { type Answer, notThere, type Scalar } from "../definition";
import { type Subject } from "../subjects/subject";
import { gradeCell, lettersCell, recordedScale } from "./grade";
import { rateCell } from "./rate";
import { summaryOf } from "./summary";

export function progressOf({ source, found }: Subject, year: Year): Answer {
  if (found === null) return rateCell(summaryOf(source, year).total.rate);
  switch (found.kind) {
    case "indicator":
      return rateCell(rateOf(found.indicator, year, { period: source.plan.period }));
    case "department": {
      const roll = summaryOf(source, year).departments.rows.find(({ key }) => key === found.department);
      return roll === undefined ? notThere(noItems(found.department)) : rateCell(roll.rate);
    }
    case "node": {
      const { itemOf, headingOf } = summaryOf(source, year);
      const result = itemOf.get(found.node.id) ?? headingOf.get(found.node.id);
      return result === undefined ? inside() : rateCell(result.rate);
    }
  }
}

export function gradeOfSubject({ source, found }: Subject, year: Year): Answer {
  if (found?.kind === "indicator") {
    const rate = rateOf(found.indicator, year, { period: source.plan.period });
    return gradeCell(gradeDetail(rate, source.scale ?? DEFAULT_SCALE));
  }
  const summary = summaryOf(source, year);
  if (found === null) return gradeCell(summary.total.grade);
  if (found.kind === "department") {
    const roll = summary.departments.rows.find(({ key }) => key === found.department);
    return roll === undefined ? notThere(noItems(found.department)) : gradeCell(roll.grade);
  }
  const item = summary.itemOf.get(found.node.id);
  if (item !== undefined) {
    const scale = recordedScale(summary);
    const recorded = summary.basis === "recorded" && scale !== null;
    return recorded ? lettersCell(item.marks[scale]) : gradeCell(item.grade);
  }
  const heading = summary.headingOf.get(found.node.id);
  return heading === undefined ? inside() : gradeCell(heading.grade);
}

function noItems(department: string): string {
  return `「${department}」が担当する項目がありません。`;
}

/** Below an item nothing is judged by itself. */
function inside(): Scalar {
  return "判定不能";
}
