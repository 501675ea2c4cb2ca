/** The fields of a revision. The name is asked once and kept on this machine: Excel does not tell who is typing. */
import { Field, Input, makeStyles, Textarea, tokens } from "@fluentui/react-components";
import { type Revision, revisionProblems } from "./revision";

const useStyles = makeStyles({
  form: { display: "grid", gap: tokens.spacingVerticalS, "& input": { minWidth: 0 } },
});

export function RevisionForm({ typed, onChange }: { typed: Revision; onChange: (typed: Revision) => void }) {
  const styles = useStyles();
  const problems = revisionProblems(typed);
  return (
    <div className={styles.form}>
      <Field label="改定の理由" required hint="例：中間見直しによる">
        <Textarea
          value={typed.reason}
          onChange={(_event, { value }) => onChange({ ...typed, reason: value })}
        />
      </Field>
      <Field
        label="改定日"
        required
        {...(problems.date === undefined
          ? {}
          : { validationMessage: problems.date, validationState: "error" as const })}
      >
        <Input value={typed.date} onChange={(_event, { value }) => onChange({ ...typed, date: value })} />
      </Field>
      <Field
        label="記録者"
        hint="一度入れると、この PC では次から入っています。空なら「記録なし」になります。"
      >
        <Input value={typed.who} onChange={(_event, { value }) => onChange({ ...typed, who: value })} />
      </Field>
    </div>
  );
}
