/** One indicator through the years: the one of the row selected in the workbook, or one a person picks. */
import {
  Button,
  Caption1,
  Field,
  makeStyles,
  Select,
  Switch,
  Text,
  tokens,
} from "@fluentui/react-components";
import { TableCellEditRegular } from "@fluentui/react-icons";
import { useEffect, useMemo, useState } from "react";
import { later } from "../../parts/later";
import { placeOfNode } from "../../../plan/checks/place";
import { type Year } from "../../../plan/plan";
import { formatYear } from "../../../plan/year";
import { type WorkbookPlan } from "../../../sheets";
import { EmptyState } from "../../frame/EmptyState";
import { jump } from "../../intentions/jump";
import { ChartCard } from "../../parts/ChartCard";
import { book, chosenPlan } from "../../state/book";
import { preferences } from "../../state/preferences";
import { useStore } from "../../state/use-store";
import { followSelection, indicatorAt } from "./selected-indicator";
import { seriesOf, seriesSentence, seriesTable } from "./series";
import { progressView } from "./view";

const SeriesLine = later(() => import("../../parts/charts/SeriesLine"));

const useStyles = makeStyles({
  root: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    gap: tokens.spacingVerticalM,
    minWidth: 0,
    "& select": { minWidth: 0, width: "100%" },
  },
  facts: { overflowWrap: "anywhere" },
});

export function IndicatorLine({
  plan,
  year,
  department,
}: {
  plan: WorkbookPlan;
  year: Year;
  department: string | null;
}) {
  const styles = useStyles();
  const decimals = useStore(preferences, (state) => state.decimals);
  const wanted = useStore(progressView, (view) => view.indicator);
  const following = useStore(progressView, (view) => view.following);
  const [outside, setOutside] = useState(false);
  const { indicators, nodes } = plan.plan;

  useEffect(() => {
    if (!following) return;
    return followSelection((selected) => {
      const now = chosenPlan(book.get());
      const indicator = now === null ? null : indicatorAt(now, selected);
      setOutside(indicator === null);
      if (indicator !== null) progressView.set({ indicator });
    });
  }, [following, plan]);

  const numbered = useMemo(() => new Map(nodes.map((node) => [node.id, node])), [nodes]);
  const offered = useMemo(
    () =>
      department === null
        ? indicators
        : indicators.filter(({ node }) => numbered.get(node)?.departments.includes(department) ?? false),
    [indicators, numbered, department],
  );
  const indicator = indicators.find(({ id }) => id === wanted) ?? offered[0];
  const series = useMemo(
    () => (indicator === undefined ? null : seriesOf(plan.plan, indicator, plan.scale, decimals)),
    [plan, indicator, decimals],
  );
  if (indicator === undefined || series === null) {
    return (
      <EmptyState title="指標がありません">
        この計画には目標値を持つ指標がありません。評価の記録は「集計」と「一覧」で見られます。
      </EmptyState>
    );
  }
  const node = numbered.get(indicator.node);
  return (
    <div className={styles.root}>
      <Switch
        label="シートで選んだ行に合わせる"
        checked={following}
        onChange={(_event, { checked }) => progressView.set({ following: checked })}
      />
      {following && outside && (
        <Caption1 role="status">
          選択中のセルは指標の行ではありません。最後に見た指標を表示しています。
        </Caption1>
      )}
      <Field label="指標" size="small">
        <Select
          value={indicator.id}
          onChange={(_event, { value }) => progressView.set({ indicator: value, following: false })}
        >
          {(offered.includes(indicator) ? offered : [indicator, ...offered]).map(({ id, name, node: at }) => (
            <option key={id} value={id}>
              {numbered.get(at)?.number ?? ""} {name}
            </option>
          ))}
        </Select>
      </Field>
      <div className={styles.facts}>
        {node !== undefined && (
          <Text block>
            {placeOfNode(node)}
            {node.departments.length > 0 ? `（${node.departments.join("、")}）` : ""}
          </Text>
        )}
        {series.baseline !== null && (
          <Caption1 block>
            基準値{series.baseline.year === null ? "" : `（${formatYear(series.baseline.year)}）`}：
            {series.baseline.text}
          </Caption1>
        )}
        {indicator.note !== null && <Caption1 block>注記：{indicator.note}</Caption1>}
        {!series.drawable && <Caption1 block>数値で表せない目標のため、表で示します。</Caption1>}
      </div>
      <ChartCard
        key={indicator.id}
        title={`${indicator.name}${indicator.unit === null ? "" : `（${indicator.unit}）`}の推移`}
        table={seriesTable(series)}
      >
        {series.drawable
          ? (width) => (
              <SeriesLine
                width={width}
                points={series.points}
                baseline={series.baseline === null ? null : { label: "基準", ...series.baseline }}
                sentence={seriesSentence(series)}
              />
            )
          : null}
      </ChartCard>
      <Button
        icon={<TableCellEditRegular />}
        onClick={() => void jump({ plan: plan.plan.id, indicator: indicator.id, column: "actual", year })}
      >
        {formatYear(year)}の実績値のセルへ
      </Button>
    </div>
  );
}
