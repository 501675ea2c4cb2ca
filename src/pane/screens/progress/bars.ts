/** The bars of grades per heading: a segment per grade and per state, so that every bar adds up to all of its items. */
import { STATE_NAMES } from "../../../plan/progress/rate";
import { type PlanSummary, type Roll, summaryTable } from "../../../plan/summary/summary";
import { type TableData } from "../../parts/table-data";
import { bestShare } from "./overview";

export interface BarPart {
  name: string;
  count: number;
  /** Place in the scale, best first; null for a state. */
  grade: number | null;
}

export interface BarRow {
  key: string;
  label: string;
  n: number;
  judged: number;
  parts: BarPart[];
  /** 目標達成+概ね達成 83.3 %（10/12）. */
  best: string | null;
}

export interface Bars {
  /** What stands in the legend: only what some bar has. */
  names: { name: string; grade: number | null }[];
  rows: BarRow[];
}

export function barsOf({ rows }: PlanSummary): Bars {
  const names = [...new Set(rows.flatMap(({ grades }) => grades.map(({ name }) => name)))];
  const made = rows.map((roll) => barOf(roll, names));
  const used = new Set(
    made.flatMap(({ parts }) => parts.flatMap(({ name, count }) => (count > 0 ? [name] : []))),
  );
  const legend = [
    ...names.map((name, grade) => ({ name, grade })),
    ...STATE_NAMES.map((name) => ({ name, grade: null })),
  ].filter(({ name, grade }) => grade !== null || used.has(name));
  return { names: legend, rows: made };
}

function barOf(roll: Roll, names: readonly string[]): BarRow {
  const best = bestShare(roll);
  return {
    key: roll.key,
    label: roll.number === null || roll.number === "" ? roll.name : `${roll.number} ${roll.name}`,
    n: roll.n,
    judged: roll.judged,
    parts: [
      ...names.map((name, grade) => ({
        name,
        grade,
        count: roll.grades.find((each) => each.name === name)?.count ?? 0,
      })),
      ...STATE_NAMES.map((name) => ({ name, grade: null, count: roll.states[name] })),
    ],
    best:
      best === null || best.share === null
        ? null
        : `${best.name} ${best.share.toFixed(1)} %（${best.count}/${roll.judged}）`,
  };
}

/** The table behind the bars; a plan of recorded judgements gets the share of its best letters beside. */
export function barsTable(summary: PlanSummary): TableData {
  const { headers, rows: numbers } = summaryTable(summary);
  // Percentages as printed: 80.0 beside 66.7.
  const isPercent = headers.map((header) => header.endsWith("（％）") || header === "達成率");
  const rows = numbers.map((row) =>
    row.map((cell, at) => (typeof cell === "number" && isPercent[at] === true ? cell.toFixed(1) : cell)),
  );
  const lines = [...summary.rows, summary.total];
  const best = summary.basis === "recorded" ? lines.map(bestShare) : [];
  const name = best.find((each) => each !== null)?.name;
  if (name === undefined) return { headers, rows };
  return {
    headers: [...headers, `${name}（％）`],
    rows: rows.map((row, at) => [...row, best[at]?.share?.toFixed(1) ?? ""]),
  };
}

/** The chart in words, for whoever does not see it. */
export function barsSentence({ rows }: Bars, level: string | null): string {
  const lines = rows.map(({ label, n, parts }) => {
    const counted = parts.filter(({ count }) => count > 0).map(({ name, count }) => `${name}${count}件`);
    return `${label}は${n}件中${counted.join("、")}`;
  });
  return `${level ?? "計画"}ごとの評価の内訳。${lines.join("。")}`;
}
