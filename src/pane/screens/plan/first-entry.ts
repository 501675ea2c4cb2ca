/** Where entering goes on: the first cell of a year that waits for an actual, or for a judgement. */
import { marksOf } from "../../../plan/scales/judgements";
import { type Year } from "../../../plan/plan";
import { rateOf } from "../../../plan/progress/progress";
import { type Place, type WorkbookPlan } from "../../../sheets";

/** The beginning of the plan where nothing waits, or where the sheet has no such cell. */
export function firstEntry(loaded: WorkbookPlan, evaluationYear: Year | null): Place {
  const { plan } = loaded;
  const place = plan.indicators.length > 0 ? ofActuals(loaded, evaluationYear) : ofJudgements(loaded);
  return place !== null && loaded.addressOf(place) !== null ? { plan: plan.id, ...place } : { plan: plan.id };
}

type InPlan = Omit<Place, "plan">;

function ofActuals({ plan }: WorkbookPlan, evaluationYear: Year | null): InPlan | null {
  const [first, last] = plan.period;
  const year =
    evaluationYear !== null && evaluationYear >= first && evaluationYear <= last ? evaluationYear : first;
  const waits = plan.indicators.find((each) => {
    const rate = rateOf(each, year, { period: plan.period });
    return rate.kind === "state" && rate.state === "未入力";
  });
  const { id } = waits ?? plan.indicators[0] ?? {};
  return id === undefined ? null : { indicator: id, column: "actual", year };
}

function ofJudgements({ plan }: WorkbookPlan): InPlan | null {
  const [scale] = plan.assessments.flatMap(({ marks }) => Object.keys(marks));
  if (scale === undefined) return null;
  const waits = plan.assessments.find(({ marks }) => marksOf(marks[scale]).length === 0);
  const { node } = waits ?? plan.assessments[0] ?? {};
  return node === undefined ? null : { node, column: "mark", scale };
}
