/** How a grade stands in a cell: its name; a state passes as the text it is; recorded judgements as their letters. */
import { type Grade } from "../../plan/scales/grade";
import { type PlanSummary } from "../../plan/summary/summary";
import { type Scalar } from "../definition";

export function gradeCell(grade: Grade): Scalar {
  return grade.kind === "grade" ? grade.name : grade.state;
}

/** A plan of recorded judgements has several scales; the first it records (進捗区分) is its grade. */
export function recordedScale({ total }: PlanSummary): string | null {
  return total.recorded[0]?.scale ?? null;
}

export function lettersCell(letters: readonly string[] | undefined): Scalar {
  return letters === undefined || letters.length === 0 ? "未入力" : letters.join("・");
}
