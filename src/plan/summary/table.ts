/** A roll-up as a table with one header row: what the 集計 sheet holds and =PLAN.SUMMARY spills. */

import { printGrade } from "../scales/grade";
import { percentOf } from "../percent";
import { STATE_NAMES } from "../progress/rate";
import type { PlanSummary, Roll, Tally } from "./shape";

export type TableCell = string | number;

export interface SummaryTable {
  headers: string[];
  /** One per line of the roll-up; the last is the total. Shares are percentages as printed: 37.5. */
  rows: TableCell[][];
}

/** Lines by heading of a level, or by 担当課, with the total as the last one. */
export function summaryTable(summary: PlanSummary, by: "level" | "担当課" = "level"): SummaryTable {
  const rolls = by === "担当課" ? summary.departments.rows : summary.rows;
  const total = by === "担当課" ? summary.departments.total : summary.total;
  const lines = [...rolls, total];
  // Several letters in one judgement (ア・イ) make columns of their own, and not every line has them.
  const grades = [...new Set(lines.flatMap((roll) => roll.grades.map(({ name }) => name)))];
  const rated = lines.some(({ met }) => met !== null);
  const computed = summary.basis === "computed";
  return {
    headers: [
      by === "担当課" ? "担当課" : (summary.level ?? "計画"),
      "項目数",
      "判定",
      ...grades,
      ...grades.map((name) => `${name}（％）`),
      ...STATE_NAMES,
      ...(computed ? ["達成率", "平均に入った指標", "指標数"] : []),
      ...(rated ? ["達成・概ね達成", "達成・概ね達成（％）"] : []),
      ...(computed ? ["評価"] : []),
    ],
    rows: lines.map((roll) => [
      nameOf(roll),
      roll.n,
      roll.judged,
      ...grades.map((name) => gradeNamed(roll, name)?.count ?? 0),
      ...grades.map((name) => shareCell(gradeNamed(roll, name)?.share ?? (roll.judged > 0 ? 0 : null))),
      ...STATE_NAMES.map((state) => roll.states[state]),
      ...(computed ? [meanCell(roll), roll.indicators.judged, roll.indicators.n] : []),
      ...(rated ? [roll.met?.count ?? 0, shareCell(roll.met?.share ?? null)] : []),
      ...(computed ? [printGrade(roll.grade)] : []),
    ]),
  };
}

/** 区分 × 件数 × 割合, as the plans print their overall result; what could not be judged stands below, without a share. */
export function gradeTable(tally: Tally): SummaryTable {
  const { scale, n, judged, grades, states } = tally;
  const withState = STATE_NAMES.filter((state) => states[state] > 0);
  return {
    headers: [scale, "件数", "割合（％）"],
    rows: [
      ...grades.map(({ name, count, share }): TableCell[] => [name, count, shareCell(share)]),
      ["判定した項目", judged, shareCell(judged > 0 ? 100 : null)],
      ...withState.map((state): TableCell[] => [state, states[state], ""]),
      ["合計", n, ""],
    ],
  };
}

function nameOf({ number, name }: Roll): string {
  return number === null || number === "" ? name : `${number} ${name}`;
}

function gradeNamed({ grades }: Tally, name: string) {
  return grades.find((grade) => grade.name === name);
}

/** A percentage as printed, as a number a sheet can chart; empty where there is nothing to take a share of. */
function shareCell(share: number | null): TableCell {
  return share ?? "";
}

/** The mean as a percentage, or the state in its place: never 0 for nothing. */
function meanCell({ rate }: Roll): TableCell {
  return rate.kind === "rate" ? (percentOf(rate.value) ?? "判定不能") : rate.state;
}
