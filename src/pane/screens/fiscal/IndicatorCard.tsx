/** One 財政指標 of one plan: chosen or not, its targets and actuals by year, and the lines it is held against. */
import { Badge, Checkbox, makeStyles, Spinner, Text, tokens } from "@fluentui/react-components";
import { Suspense } from "react";
import { later } from "../../parts/later";
import { formatYear } from "../../../plan/year";
import { type FiscalRow } from "./fiscal-rows";
import { fiscal } from "./fiscal-state";
import { baselineText, directionText, lineText, nameWithUnit, verdictText } from "./words";

const TargetChart = later(() => import("./TargetChart"));

const useStyles = makeStyles({
  card: {
    display: "grid",
    gap: tokens.spacingVerticalXS,
    paddingBlock: tokens.spacingVerticalS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  name: { fontWeight: tokens.fontWeightSemibold },
  facts: { color: tokens.colorNeutralForeground2, overflowWrap: "anywhere" },
  years: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fill, minmax(5.5em, 1fr))",
    gap: tokens.spacingHorizontalXS,
    margin: 0,
    "& div": { display: "grid" },
    "& dt": { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
    "& dd": { margin: 0, fontVariantNumeric: "tabular-nums", overflowWrap: "anywhere" },
  },
  table: {
    width: "100%",
    borderCollapse: "collapse",
    fontSize: tokens.fontSizeBase200,
    "& th, & td": {
      textAlign: "start",
      verticalAlign: "top",
      padding: `2px ${tokens.spacingHorizontalXS}`,
      borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
      overflowWrap: "anywhere",
    },
    "& th": { fontWeight: tokens.fontWeightSemibold },
  },
  reached: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalXS },
});

function toggle(key: string, wanted: boolean): void {
  fiscal.set(({ chosen }) => ({
    chosen: wanted ? [...chosen, key] : chosen.filter((each) => each !== key),
  }));
}

export function IndicatorCard({ row, chosen }: { row: FiscalRow; chosen: boolean }) {
  const styles = useStyles();
  const hasActuals = row.years.some(({ actual }) => actual !== null);
  return (
    <article className={styles.card} aria-label={nameWithUnit(row)}>
      <Checkbox
        label={{ children: nameWithUnit(row), className: styles.name }}
        checked={chosen}
        onChange={(_event, { checked }) => toggle(row.key, checked === true)}
      />
      <Text size={200} className={styles.facts}>
        {[baselineText(row), directionText(row)].join("　")}
      </Text>
      {row.source.kind === "workbook" ? <Years row={row} /> : <Targets row={row} />}
      {hasActuals && (
        <Suspense fallback={<Spinner size="tiny" label="グラフを読み込んでいます" />}>
          <TargetChart row={row} />
        </Suspense>
      )}
      {row.lines.length > 0 && (
        <Text size={200} className={styles.facts}>
          法定の基準：{row.lines.map((line) => lineText(line, row.ratio.unit)).join("、")}
        </Text>
      )}
    </article>
  );
}

/** A published plan has targets only. */
function Targets({ row }: { row: FiscalRow }) {
  const styles = useStyles();
  if (row.years.length === 0) return <Text size={200}>目標値がありません。</Text>;
  return (
    <dl className={styles.years} aria-label="年度ごとの目標値">
      {row.years.map(({ year, target }) => (
        <div key={year}>
          <dt>{formatYear(year)}</dt>
          <dd>{target ?? "－"}</dd>
        </div>
      ))}
    </dl>
  );
}

function Years({ row }: { row: FiscalRow }) {
  const styles = useStyles();
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">年度</th>
          <th scope="col">目標値</th>
          <th scope="col">実績値</th>
          <th scope="col">達成</th>
        </tr>
      </thead>
      <tbody>
        {row.years.map(({ year, target, actual, verdict, reached }) => (
          <tr key={year}>
            <th scope="row">{formatYear(year)}</th>
            <td>{target ?? "未設定"}</td>
            <td>
              {actual ?? "未入力"}
              <span className={styles.reached}>
                {reached.map(({ line }) => (
                  <Badge key={line} size="small" color="danger" appearance="outline">
                    {line}基準以上
                  </Badge>
                ))}
              </span>
            </td>
            <td>{actual === null ? "－" : verdictText(verdict)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
