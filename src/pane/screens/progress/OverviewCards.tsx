/** The cards on top of 進捗: how many, what is missing, the mean, the grade, the share of each grade. */
import { makeStyles, Text, tokens } from "@fluentui/react-components";
import { StatCard, StatCards } from "../../parts/StatCard";
import { OriginNotes } from "./OriginNotes";
import { type Overview, type Shares } from "./overview";

const useStyles = makeStyles({
  root: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", gap: tokens.spacingVerticalS },
  shares: {
    borderCollapse: "collapse",
    width: "100%",
    fontSize: tokens.fontSizeBase300,
    "& th, & td": {
      padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalS}`,
      borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
      textAlign: "end",
      fontVariantNumeric: "tabular-nums",
      fontWeight: tokens.fontWeightRegular,
    },
    "& th:first-child": { textAlign: "start" },
    "& caption": {
      textAlign: "start",
      fontWeight: tokens.fontWeightSemibold,
      paddingBlock: tokens.spacingVerticalXS,
    },
  },
});

export function OverviewCards({ overview }: { overview: Overview }) {
  const styles = useStyles();
  const { counts, states, mean, grade, gradeReason, interim, best, shares, notes } = overview;
  return (
    <div className={styles.root}>
      <StatCards label="集計">
        {[...counts, ...states].map(({ name, count }) => (
          <StatCard key={name} name={name} value={`${count}`} />
        ))}
        {mean !== null && (
          <StatCard wide name="達成率の平均（判定した指標／全指標）" value={mean} note={interim} />
        )}
        {grade !== null && <StatCard wide name="評価" value={grade} note={gradeReason} />}
        {best?.share != null && (
          <StatCard
            wide
            name={`${best.name} の割合`}
            value={`${best.share.toFixed(1)} %（${best.count}件）`}
          />
        )}
      </StatCards>
      {shares.map((each) => (
        <SharesTable key={each.name} shares={each} />
      ))}
      <OriginNotes notes={notes} />
    </div>
  );
}

function SharesTable({ shares: { name: what, judged, grades } }: { shares: Shares }) {
  const styles = useStyles();
  return (
    <table className={styles.shares}>
      <caption>
        {what}の内訳（判定 {judged}件）
      </caption>
      <thead>
        <tr>
          <th scope="col">区分</th>
          <th scope="col">件数</th>
          <th scope="col">割合</th>
        </tr>
      </thead>
      <tbody>
        {grades.map(({ name, count, share }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{count}</td>
            <td>{share === null ? <Text size={200}>判定なし</Text> : `${share.toFixed(1)} %`}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
