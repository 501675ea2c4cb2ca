/** 了承 of one finding: why, and who. */
import { Button, Caption1, Field, Input, makeStyles, Textarea, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { accept } from "../../../plan/acceptance";
import { type Finding } from "../../../plan/check";
import { acceptFinding } from "../../intentions/accept";
import { preferences, remember } from "../../state/preferences";
import { useStore } from "../../state/use-store";
import { dayOf } from "./day";
import { checkView } from "./view";

const useStyles = makeStyles({
  root: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalS,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    "& input": { minWidth: 0 },
  },
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

export function AcceptForm({ finding, onDone }: { finding: Finding; onDone: () => void }) {
  const styles = useStyles();
  const who = useStore(preferences, (known) => known.who);
  const [by, setBy] = useState(who);
  const [reason, setReason] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const close = () => {
    checkView.set({ opened: null });
    onDone();
  };
  const run = async () => {
    const record = accept(finding, by, reason, dayOf(new Date()));
    if ("kind" in record) {
      setProblem(record.message);
      return;
    }
    remember({ who: by.trim() });
    const outcome = await acceptFinding(record);
    if (outcome.ok) close();
  };
  return (
    <form
      className={styles.root}
      aria-label="了承"
      // Our own sentence says what is missing, not the browser's.
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void run();
      }}
    >
      <Field
        label="了承の理由"
        required
        hint="例：計画書の記載どおりで、担当課に確認済み"
        {...(problem === null ? {} : { validationMessage: problem, validationState: "error" as const })}
      >
        <Textarea
          autoFocus
          value={reason}
          onChange={(_event, { value }) => {
            setReason(value);
            setProblem(null);
          }}
        />
      </Field>
      <Field
        label="了承した人"
        hint="一度入れると、この PC では次から入っています。空なら「記録なし」になります。"
      >
        <Input value={by} onChange={(_event, { value }) => setBy(value)} />
      </Field>
      <Caption1>
        点検シートに記録されます。元になったデータが変わると、了承は外れてもう一度ここに出ます。
      </Caption1>
      <div className={styles.actions}>
        <Button appearance="primary" type="submit">
          了承する
        </Button>
        <Button onClick={close}>やめる</Button>
      </div>
    </form>
  );
}
