/** Targets typed into the sheet since the plan was loaded: which of them are a revision, why and from when. */
import { Button, Checkbox, makeStyles, Text, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { formatYear } from "../../../plan/year";
import { type TypedTarget } from "../../../sheets";
import { record } from "../../intentions/record";
import { PagedList } from "../../parts/PagedList";
import { Panel } from "../../parts/Panel";
import { book } from "../../state/book";
import { pane } from "../../state/pane-state";
import { preferences, remember } from "../../state/preferences";
import { useStore } from "../../state/use-store";
import { dayText, type Revision, revisionProblems } from "./revision";
import { RevisionForm } from "./RevisionForm";
import { goTo } from "./stage";

const useStyles = makeStyles({
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  label: { overflowWrap: "anywhere" },
});

const keyOf = ({ indicator, year }: TypedTarget): string => `${indicator} ${year}`;

export function RecordTargets({ planId }: { planId: string }) {
  const styles = useStyles();
  const task = useStore(pane, (state) => state.task);
  const loaded = useStore(book, (state) => state.plans.find(({ plan }) => plan.id === planId) ?? null);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [typed, setTyped] = useState<Revision>({
    reason: "",
    date: dayText(new Date()),
    who: preferences.get().who,
  });
  const targets = loaded?.typedTargets ?? [];
  const chosen = targets.filter((target) => !left.has(keyOf(target)));
  const ready = chosen.length > 0 && Object.keys(revisionProblems(typed)).length === 0;
  const back = (): void => goTo({ kind: "list" });
  if (targets.length === 0)
    return (
      <Panel title="記録する改定はありません" onBack={back} backLabel="計画の一覧に戻る">
        <Text>書き換えられた目標値はありません。</Text>
        <div className={styles.buttons}>
          <Button onClick={back}>計画の一覧に戻る</Button>
        </div>
      </Panel>
    );
  return (
    <Panel title="目標値の改定を記録" onBack={back} backLabel="計画の一覧に戻る">
      <Text>書き換えられた目標値のうち、改定として残すものを選んでください。</Text>
      <PagedList items={targets} label="書き換えられた目標値">
        {(target) => {
          const key = keyOf(target);
          return (
            <Checkbox
              checked={!left.has(key)}
              onChange={(_event, { checked }) => {
                const next = new Set(left);
                if (checked === true) next.delete(key);
                else next.add(key);
                setLeft(next);
              }}
              label={
                <span className={styles.label}>
                  {target.name}　目標値 {formatYear(target.year)}：
                  {target.before === "" ? "（空）" : target.before} →{" "}
                  <strong>{target.after === "" ? "（空）" : target.after}</strong>
                  {target.address === null ? "" : `　${target.address}`}
                </span>
              }
            />
          );
        }}
      </PagedList>
      <RevisionForm typed={typed} onChange={setTyped} />
      <div className={styles.buttons}>
        <Button
          appearance="primary"
          disabled={task !== null || !ready}
          onClick={() => {
            remember({ who: typed.who.trim() });
            void record(planId, chosen, {
              reason: typed.reason.trim(),
              date: typed.date.trim(),
              ...(typed.who.trim() === "" ? {} : { who: typed.who.trim() }),
            }).then((answer) => {
              if (answer.ok) back();
            });
          }}
        >
          {chosen.length}件を記録する
        </Button>
        <Button disabled={task !== null} onClick={back}>
          やめる
        </Button>
      </div>
    </Panel>
  );
}
