/** Who still owes which actuals (or judgements) in a year, by 担当課. */
import { type Plan, type Year } from "../../../plan/plan";
import { NO_DEPARTMENT, type PlanSummary } from "../../../plan/summary/summary";
import { formatYear } from "../../../plan/year";
import { type TableData } from "../../parts/table-data";

export interface Owed {
  key: string;
  node: string;
  /** null: a judgement of the item itself is owed. */
  indicator: string | null;
  number: string | null;
  item: string;
  name: string;
  year: Year;
}

export interface DepartmentOwed {
  department: string;
  owed: Owed[];
  /** What is to be entered at all in the year: everything but 対象外. */
  expected: number;
}

/** Those who owe most come first; those who owe nothing are there too, at the end. */
export function owedByDepartment(
  plan: Plan,
  summary: PlanSummary,
  only: string | null = null,
): DepartmentOwed[] {
  const nodes = new Map(plan.nodes.map((node) => [node.id, node]));
  const indicators = new Map(plan.indicators.map((indicator) => [indicator.id, indicator]));
  const found = new Map<string, DepartmentOwed>();
  const shelf = (department: string): DepartmentOwed => {
    const there = found.get(department) ?? { department, owed: [], expected: 0 };
    found.set(department, there);
    return there;
  };
  const scales = scalesIn(summary);
  for (const item of summary.items) {
    if (item.sameAs !== null) continue;
    const missing = scales.filter((scale) => (item.marks[scale] ?? []).length === 0);
    const node = nodes.get(item.node);
    const named = item.departments.filter((name) => name.trim() !== "");
    const departments = (named.length === 0 ? [NO_DEPARTMENT] : named).filter(
      (name) => only === null || name === only,
    );
    const face = {
      node: item.node,
      number: node?.number ?? null,
      item: node?.name ?? item.node,
      year: summary.year,
    };
    const wanted: { owes: boolean; owed: Owed }[] =
      summary.basis === "recorded"
        ? [
            {
              owes: missing.length > 0 || scales.length === 0,
              owed: {
                ...face,
                key: item.node,
                indicator: null,
                name: missing.length === scales.length ? "評価の記録" : missing.join("、"),
              },
            },
          ]
        : item.measured
            .filter(({ rate }) => rate.kind === "rate" || rate.state !== "対象外")
            .map(({ indicator, rate }) => ({
              owes: rate.kind === "state" && rate.state === "未入力",
              owed: {
                ...face,
                key: indicator,
                indicator,
                name: indicators.get(indicator)?.name ?? indicator,
              },
            }));
    for (const department of departments) {
      const mine = shelf(department);
      for (const { owes, owed } of wanted) {
        mine.expected += 1;
        if (owes) mine.owed.push(owed);
      }
    }
  }
  return [...found.values()].sort((one, other) => other.owed.length - one.owed.length);
}

/** The scales this plan judges in: each is owed by every item, as the counts have it. */
function scalesIn({ items }: PlanSummary): string[] {
  const used = items.flatMap(({ marks }) =>
    Object.entries(marks).flatMap(([scale, letters]) => (letters.length > 0 ? [scale] : [])),
  );
  return [...new Set(used)];
}

/** Who owes what, in a sentence; a plan that names no 担当課 is counted by what is to be entered. */
export function owedSentence(what: string, all: readonly DepartmentOwed[]): string {
  const owing = all.filter(({ owed }) => owed.length > 0);
  const [only] = all;
  const nobody = all.length === 1 && only?.department === NO_DEPARTMENT;
  if (owing.length === 0) return `${what}は、すべて${nobody ? "" : "の担当課で"}入力されています。`;
  return nobody
    ? `${what}の未入力は ${only.owed.length}件です（${only.expected}件中）。`
    : `${what}が未入力の担当課は ${owing.length}課です（${all.length}課中）。`;
}

/** What a planner sends round: a line per cell that waits. */
export function owedTable(owing: readonly DepartmentOwed[]): TableData {
  return {
    headers: ["担当課", "年度", "番号", "取組", "未入力のもの"],
    rows: owing.flatMap(({ department, owed }) =>
      owed.map(({ year, number, item, name }) => [department, formatYear(year), number ?? "", item, name]),
    ),
  };
}
