/** The screen 進捗: how far the chosen plan is in a year, by heading, item, indicator and 担当課. */
import { Button, makeStyles, ToggleButton, tokens } from "@fluentui/react-components";
import { useMemo } from "react";
import { type WorkbookPlan } from "../../../sheets";
import { EmptyState } from "../../frame/EmptyState";
import { OnceRead } from "../../frame/OnceRead";
import { book, chosenPlan } from "../../state/book";
import { openScreen } from "../../state/pane-state";
import { preferences } from "../../state/preferences";
import { useStore } from "../../state/use-store";
import { atLevel, departmentShown, departmentsIn, levelShown, levelsOf, yearShown, yearsOf } from "./choices";
import { Choosers } from "./Choosers";
import { GradeChart } from "./GradeChart";
import { IndicatorLine } from "./IndicatorLine";
import { overviewOf } from "./overview";
import { OverviewCards } from "./OverviewCards";
import { OriginNotes } from "./OriginNotes";
import { OwedList } from "./OwedList";
import { ProgressTreeView } from "./ProgressTreeView";
import { summaryOf } from "./summaries";
import { type ProgressPart, progressView } from "./view";

const parts = [
  { id: "chart", name: "集計" },
  { id: "tree", name: "一覧" },
  { id: "indicator", name: "推移" },
  { id: "owed", name: "未入力" },
] as const satisfies readonly { id: ProgressPart; name: string }[];

const useStyles = makeStyles({
  root: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", gap: tokens.spacingVerticalM, minWidth: 0 },
  views: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalXS },
  part: { minWidth: 0 },
});

export default function ProgressScreen() {
  const plan = useStore(book, chosenPlan);
  if (plan !== null) return <Progress plan={plan} />;
  return (
    <OnceRead>
      <EmptyState
        title="進捗を表示する計画がありません"
        action={
          <Button appearance="primary" onClick={() => openScreen("plan")}>
            計画を読み込む
          </Button>
        }
      >
        計画を読み込むと、達成率と評価をここで見られます。
      </EmptyState>
    </OnceRead>
  );
}

function Progress({ plan }: { plan: WorkbookPlan }) {
  const styles = useStyles();
  const evaluationYear = useStore(book, (state) => state.reading?.evaluationYear ?? null);
  const chosenYear = useStore(progressView, (view) => view.year);
  const chosenDepartment = useStore(progressView, (view) => view.department);
  const chosenLevel = useStore(progressView, (view) => view.level);
  const decimals = useStore(preferences, (state) => state.decimals);
  const part = useStore(progressView, (view) => view.part);

  const years = useMemo(() => yearsOf(plan.plan), [plan]);
  const departments = useMemo(() => departmentsIn(plan.plan), [plan]);
  const year = yearShown(plan.plan, chosenYear, evaluationYear);
  const department = departmentShown(departments, chosenDepartment);
  const whole = summaryOf(plan.plan, year, department, plan.scale);
  const level = levelShown(whole, chosenLevel);
  const summary = useMemo(() => atLevel(whole, level), [whole, level]);
  const overview = useMemo(() => overviewOf(summary, decimals), [summary, decimals]);

  return (
    <div className={styles.root}>
      <Choosers
        years={years}
        year={year}
        evaluationYear={evaluationYear}
        departments={departments}
        department={department}
        levels={levelsOf(whole)}
        level={level}
      />
      <div className={styles.views} role="group" aria-label="進捗の見方">
        {parts.map(({ id, name }) => (
          <ToggleButton
            key={id}
            size="small"
            checked={part === id}
            appearance={part === id ? "primary" : "subtle"}
            aria-controls="progress-part"
            onClick={() => progressView.set({ part: id })}
          >
            {name}
          </ToggleButton>
        ))}
      </div>
      <div id="progress-part" className={styles.part}>
        {part === "chart" && (
          <div className={styles.root}>
            <OverviewCards overview={overview} />
            <GradeChart summary={summary} />
          </div>
        )}
        {part === "tree" && (
          <div className={styles.root}>
            <ProgressTreeView plan={plan} summary={summary} />
            <OriginNotes notes={overview.notes} />
          </div>
        )}
        {part === "indicator" && <IndicatorLine plan={plan} year={year} department={department} />}
        {part === "owed" && <OwedList plan={plan} summary={summary} department={department} />}
      </div>
    </div>
  );
}
