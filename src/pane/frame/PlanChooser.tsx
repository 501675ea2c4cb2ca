/** Which plan the screens speak of: shown on every screen as soon as the workbook holds more than one. */
import { Dropdown, Field, makeStyles, Option, tokens } from "@fluentui/react-components";
import { book, choosePlan } from "../state/book";
import { useStore } from "../state/use-store";

const useStyles = makeStyles({
  root: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM} 0`,
  },
  // Fluent's dropdown asks for 250 px, more than a narrow pane has beside a label.
  chooser: { minWidth: 0, "& button": { minWidth: 0 } },
});

export function PlanChooser() {
  const styles = useStyles();
  const plans = useStore(book, (state) => state.plans);
  const chosen = useStore(book, (state) => state.chosen);
  if (plans.length < 2) return null;
  const nameOf = ({ plan }: (typeof plans)[number]): string => `${plan.municipality}　${plan.title}`;
  const shown = plans.find(({ plan }) => plan.id === chosen);
  return (
    <div className={styles.root}>
      <Field label="表示する計画" orientation="horizontal" size="small">
        <Dropdown
          className={styles.chooser}
          size="small"
          value={shown ? nameOf(shown) : ""}
          selectedOptions={chosen === null ? [] : [chosen]}
          onOptionSelect={(_event, { optionValue }) => {
            if (optionValue !== undefined) choosePlan(optionValue);
          }}
        >
          {plans.map((each) => (
            <Option key={each.plan.id} value={each.plan.id} text={nameOf(each)}>
              {nameOf(each)}
            </Option>
          ))}
        </Dropdown>
      </Field>
    </div>
  );
}
