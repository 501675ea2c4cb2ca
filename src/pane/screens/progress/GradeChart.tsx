/** Grades per heading of the chosen level: the bars and the table behind them. */
import { lazy, useMemo } from "react";
import { type PlanSummary } from "../../../plan/summary";
import { formatYear } from "../../../plan/year";
import { ChartCard } from "../../parts/ChartCard";
import { barsOf, barsSentence, barsTable } from "./bars";

const StackedBars = lazy(() => import("../../parts/charts/StackedBars"));

export function GradeChart({ summary }: { summary: PlanSummary }) {
  const bars = useMemo(() => barsOf(summary), [summary]);
  const table = useMemo(() => barsTable(summary), [summary]);
  const what = summary.basis === "recorded" ? summary.total.scale : "評価";
  const title = `${summary.municipality}　${summary.level ?? "計画"}別の${what}（${formatYear(summary.year)}）`;
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
