/** Which plan the screens speak of: shown on every screen as soon as the workbook holds more than one. */
import { Field, makeStyles, Select, tokens } from "@fluentui/react-components";
import { book, choosePlan } from "../state/book";
import { useStore } from "../state/use-store";

const useStyles = makeStyles({
  root: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM} 0`,
  },
  chooser: { minWidth: 0, "& select": { minWidth: 0, textOverflow: "ellipsis" } },
});

export function PlanChooser() {
  const styles = useStyles();
  const plans = useStore(book, (state) => state.plans);
  const chosen = useStore(book, (state) => state.chosen);
  if (plans.length < 2) return null;
  const nameOf = ({ plan }: (typeof plans)[number]): string => `${plan.municipality}　${plan.title}`;
  return (
    <div className={styles.root}>
      <Field label="表示する計画" orientation="horizontal" size="small">
        <Select
          className={styles.chooser}
          size="small"
          value={chosen ?? ""}
          onChange={(_event, { value }) => choosePlan(value)}
        >
          {plans.map((each) => (
            <option key={each.plan.id} value={each.plan.id}>
              {nameOf(each)}
            </option>
          ))}
        </Select>
      </Field>
    </div>
  );
}
