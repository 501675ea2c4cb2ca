/** What came back from a 担当課, in the words of the screen: where each value goes, and which 担当課 they are of. */
import { type ActualChange, type Answers, type UnknownAnswer } from "../../../plan/answers";
import { formatYear } from "../../../plan/year";
import { NO_DEPARTMENT } from "../../../plan/summary/summary";
import { type WorkbookPlan } from "../../../sheets";
import { placeOfChange } from "../../../sheets/place-of-change";
import { placeInWords } from "../check/place";

export interface ReturnedLine {
  place: string;
  departments: string;
  year: string;
  before: string;
  after: string;
  address: string | null;
}

export function linesOf(loaded: WorkbookPlan, changes: readonly ActualChange[]): ReturnedLine[] {
  const departmentsOf = departmentsIn(loaded);
  return changes.map((change) => ({
    place: placeInWords(loaded.plan, { node: null, indicator: change.indicator, year: null }),
    departments: departmentsOf(change).join("、"),
    year: formatYear(change.year),
    before: change.before,
    after: change.after,
    address: loaded.addressOf(placeOfChange(change)),
  }));
}

/** 財政課 6個、職員課 2個: a file of the wrong 担当課 shows at once. */
export function countsByDepartment(loaded: WorkbookPlan, { fresh, differing }: Answers): string {
  const departmentsOf = departmentsIn(loaded);
  const counts = new Map<string, number>();
  for (const change of [...fresh, ...differing])
    for (const name of departmentsOf(change)) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts]
    .sort(([, one], [, other]) => other - one)
    .map(([name, count]) => `${name} ${count}個`)
    .join("、");
}

export function unknownText({ item, indicator, year, value }: UnknownAnswer): string {
  return `${item === "" ? "" : `「${item}」の`}指標「${indicator}」　${formatYear(year)}：${value}`;
}

function departmentsIn({ plan }: WorkbookPlan): (change: ActualChange) => readonly string[] {
  const nodes = new Map(plan.nodes.map((node) => [node.id, node]));
  const indicators = new Map(plan.indicators.map((indicator) => [indicator.id, indicator]));
  return ({ indicator }) => {
    const departments = nodes.get(indicators.get(indicator)?.node ?? "")?.departments ?? [];
    return departments.length === 0 ? [NO_DEPARTMENT] : departments;
  };
}
