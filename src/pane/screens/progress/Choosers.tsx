/** 年度, 担当課 and 階層 of 進捗. */
import { Field, makeStyles, Select, tokens } from "@fluentui/react-components";
import { type Year } from "../../../plan/plan";
import { formatYear } from "../../../plan/year";
import { progressView } from "./view";

const useStyles = makeStyles({
  root: {
    display: "grid",
    gridTemplateColumns: "repeat(2, minmax(0, 1fr))",
    // A narrow pane at 200 %: half of it would cut 令和3年度.
    "@media (max-width: 240px)": { gridTemplateColumns: "minmax(0, 1fr)" },
    gap: tokens.spacingHorizontalS,
    alignItems: "start",
    "& select": { minWidth: 0, width: "100%" },
  },
  wide: { gridColumn: "1 / -1" },
});

const everybody = "";

export function Choosers({
  years,
  year,
  evaluationYear,
  departments,
  department,
  levels,
  level,
}: {
  years: readonly Year[];
  year: Year;
  evaluationYear: Year | null;
  departments: readonly string[];
  department: string | null;
  levels: readonly string[];
  level: string | null;
}) {
  const styles = useStyles();
  return (
    <div className={styles.root} role="group" aria-label="表示する範囲">
      <Field
        label="年度"
        size="small"
        hint={
          evaluationYear === null
            ? "評価年度は設定されていません"
            : evaluationYear === year
              ? "評価年度"
              : `評価年度は${formatYear(evaluationYear)}`
        }
      >
        <Select
          value={String(year)}
          onChange={(_event, { value }) => progressView.set({ year: Number(value) })}
        >
          {years.map((each) => (
            <option key={each} value={each}>
              {formatYear(each)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label="階層" size="small">
        <Select value={level ?? ""} onChange={(_event, { value }) => progressView.set({ level: value })}>
          {levels.map((each) => (
            <option key={each}>{each}</option>
          ))}
        </Select>
      </Field>
      {departments.length > 0 && (
        <Field label="担当課" size="small" className={styles.wide}>
          <Select
            value={department ?? everybody}
            onChange={(_event, { value }) =>
              progressView.set({ department: value === everybody ? null : value })
            }
          >
            <option value={everybody}>すべての担当課（{departments.length}）</option>
            {departments.map((each) => (
              <option key={each}>{each}</option>
            ))}
          </Select>
        </Field>
      )}
    </div>
  );
}
