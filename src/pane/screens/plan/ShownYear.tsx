/** Which year's columns stand open in the sheet of a plan: one of them, or all. */
import { Field, makeStyles, Select } from "@fluentui/react-components";
import { useState } from "react";
import { formatYear } from "../../../plan/year";
import { type WorkbookPlan } from "../../../sheets";
import { showYear } from "../../intentions/years";
import { yearChoices } from "../../parts/year-choices";
import { pane } from "../../state/pane-state";
import { useStore } from "../../state/use-store";

const useStyles = makeStyles({ field: { "& select": { minWidth: 0 } } });

export function ShownYear({ loaded: { plan } }: { loaded: WorkbookPlan }) {
  const styles = useStyles();
  const task = useStore(pane, (state) => state.task);
  // A person can open and fold columns in the sheet too: what was chosen here is no state of the workbook.
  const [chosen, setChosen] = useState("");
  const years = yearChoices([plan], null);
  if (plan.indicators.length === 0 || years.length < 2) return null;
  const show = async (value: string): Promise<void> => {
    const shown = await showYear(plan.id, value === "all" ? "all" : Number(value));
    // What could not be shown is not what stands open.
    if (!shown.ok) setChosen("");
  };
  return (
    <Field className={styles.field} label="シートに出す年度">
      <Select
        disabled={task !== null}
        value={chosen}
        onChange={(_event, { value }) => {
          setChosen(value);
          if (value !== "") void show(value);
        }}
      >
        <option value="">選んでください</option>
        {years.map((year) => (
          <option key={year} value={String(year)}>
            {formatYear(year)}
          </option>
        ))}
        <option value="all">すべての年度</option>
      </Select>
    </Field>
  );
}
