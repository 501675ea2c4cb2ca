/** Grades per heading of the chosen level: the bars and the table behind them. */
import { useMemo } from "react";
import { later } from "../../parts/later";
import { type PlanSummary } from "../../../plan/summary/summary";
import { formatYear } from "../../../plan/year";
import { ChartCard } from "../../parts/ChartCard";
import { barsOf, barsSentence, barsTable } from "./bars";

const StackedBars = later(() => import("../../parts/charts/StackedBars"));

export function GradeChart({ summary }: { summary: PlanSummary }) {
  const bars = useMemo(() => barsOf(summary), [summary]);
  const table = useMemo(() => barsTable(summary), [summary]);
  const what = summary.basis === "recorded" ? summary.total.scale : "評価";
  // A recorded judgement looks back on the whole period: no single year is its own.
  const when = summary.basis === "recorded" ? "" : `（${formatYear(summary.year)}）`;
  const title = `${summary.municipality}　${summary.level ?? "計画"}別の${what}${when}`;
  return (
    <ChartCard title={title} table={table}>
      {bars.rows.length === 0
        ? null
        : (width) => (
            <StackedBars
              rows={bars.rows}
              names={bars.names}
              width={width}
              sentence={barsSentence(bars, summary.level)}
            />
          )}
    </ChartCard>
  );
}
