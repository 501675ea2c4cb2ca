/** The year the workbook is judged in: one cell of 設定 that 集計 and every function without a year use. */
import { Field, makeStyles, Select } from "@fluentui/react-components";
import { useMemo } from "react";
import { formatYear } from "../../../plan/year";
import { setEvaluationYear } from "../../intentions/settings";
import { book } from "../../state/book";
import { pane } from "../../state/pane-state";
import { useStore } from "../../state/use-store";
import { yearChoices } from "../../parts/year-choices";

const useStyles = makeStyles({ field: { "& select": { minWidth: 0 } } });

export function EvaluationYear() {
  const styles = useStyles();
  const plans = useStore(book, (state) => state.plans);
  const year = useStore(book, (state) => state.reading?.evaluationYear ?? null);
  const task = useStore(pane, (state) => state.task);
  const years = useMemo(
    () =>
      yearChoices(
        plans.map(({ plan }) => plan),
        year,
      ),
    [plans, year],
  );
  return (
    <Field
      className={styles.field}
      label="評価年度"
      hint="設定シートの「評価年度」です。集計と、年度を書かない関数がこの年度を使います。"
      {...(year === null
        ? { validationMessage: "設定シートの評価年度が読めません。選び直してください。" }
        : {})}
    >
      <Select
        disabled={task !== null}
        value={year === null ? "" : String(year)}
        onChange={(_event, { value }) => {
          if (value !== "" && Number(value) !== year) void setEvaluationYear(Number(value));
        }}
      >
        {year === null && <option value="">選んでください</option>}
        {years.map((each) => (
          <option key={each} value={String(each)}>
            {formatYear(each)}
          </option>
        ))}
      </Select>
    </Field>
  );
}
