/** The year the workbook is judged in: one cell of 設定 that 集計 and every function without a year use. */
import { Dropdown, Field, makeStyles, Option } from "@fluentui/react-components";
import { useMemo } from "react";
import { formatYear } from "../../../plan/year";
import { setEvaluationYear } from "../../intentions/settings";
import { book } from "../../state/book";
import { pane } from "../../state/pane-state";
import { useStore } from "../../state/use-store";
import { yearChoices } from "./years";

const useStyles = makeStyles({ field: { "& button": { minWidth: 0 } }, dropdown: { minWidth: 0 } });

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
      <Dropdown
        className={styles.dropdown}
        disabled={task !== null}
        value={year === null ? "" : formatYear(year)}
        selectedOptions={year === null ? [] : [String(year)]}
        onOptionSelect={(_event, { optionValue }) => {
          if (optionValue !== undefined && Number(optionValue) !== year)
            void setEvaluationYear(Number(optionValue));
        }}
      >
        {years.map((each) => (
          <Option key={each} value={String(each)}>
            {formatYear(each)}
          </Option>
        ))}
      </Dropdown>
    </Field>
  );
}
