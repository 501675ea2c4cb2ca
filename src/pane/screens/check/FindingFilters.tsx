/** The filters of 点検: severity as buttons with their counts, rule, 担当課 and 了承 as lists. */
import { Button, Field, makeStyles, Select, ToggleButton, tokens } from "@fluentui/react-components";
import { type Severity } from "../../../plan/check";
import { type Facets, type FindingFilter, NO_FILTER } from "./filter";
import { SeverityIcon } from "./SeverityIcon";
import { checkView } from "./view";

const useStyles = makeStyles({
  root: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", gap: tokens.spacingVerticalS },
  severities: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalXS },
  lists: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fit, minmax(min(100%, 130px), 1fr))",
    gap: tokens.spacingHorizontalS,
    "& > *": { minWidth: 0 },
    "& select": { minWidth: 0, width: "100%" },
  },
});

const all = "";

export function FindingFilters({ filter, facets }: { filter: FindingFilter; facets: Facets }) {
  const styles = useStyles();
  const { severity, rule, department, accepted } = filter;
  const press = (id: Severity) => checkView.set({ severity: severity === id ? null : id });
  const narrowed = severity !== null || rule !== null || department !== null;
  return (
    <div className={styles.root} role="group" aria-label="絞り込み">
      <div className={styles.severities}>
        {facets.severities.map(({ id, name, count }) => (
          <ToggleButton
            key={id}
            size="small"
            checked={severity === id}
            icon={<SeverityIcon severity={id} />}
            onClick={() => press(id)}
          >
            {name} {count}
          </ToggleButton>
        ))}
      </div>
      <div className={styles.lists}>
        <Field label="規則" size="small">
          <Select
            value={rule ?? all}
            onChange={(_event, { value }) => checkView.set({ rule: value === all ? null : value })}
          >
            <option value={all}>すべての規則</option>
            {facets.rules.map(({ id, name, count }) => (
              <option key={id} value={id}>
                {name}（{count}）
              </option>
            ))}
          </Select>
        </Field>
        <Field label="担当課" size="small">
          <Select
            value={department ?? all}
            onChange={(_event, { value }) => checkView.set({ department: value === all ? null : value })}
          >
            <option value={all}>すべての担当課</option>
            {facets.departments.map(({ id, name, count }) => (
              <option key={id} value={id}>
                {name}（{count}）
              </option>
            ))}
          </Select>
        </Field>
        <Field label="了承" size="small">
          <Select
            value={accepted}
            onChange={(_event, { value }) => {
              const chosen = facets.accepted.find(({ id }) => id === value);
              if (chosen !== undefined) checkView.set({ accepted: chosen.id });
            }}
          >
            {facets.accepted.map(({ id, name, count }) => (
              <option key={id} value={id}>
                {name}（{count}）
              </option>
            ))}
          </Select>
        </Field>
      </div>
      {narrowed && (
        <div>
          <Button size="small" onClick={() => checkView.set({ ...NO_FILTER, accepted })}>
            絞り込みを解除
          </Button>
        </div>
      )}
    </div>
  );
}
