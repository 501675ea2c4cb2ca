/** The scale of a plan in a small table, with what an edit would change before it is written. */
import { Button, makeStyles, MessageBar, MessageBarBody, Text, tokens } from "@fluentui/react-components";
import { AddRegular } from "@fluentui/react-icons";
import { useDeferredValue, useMemo } from "react";
import { originNote } from "../../../plan/scales/origin";
import { DEFAULT_SCALE, SCALES } from "../../../plan/scales/bundled";
import { type WorkbookPlan } from "../../../sheets";
import { writeScale } from "../../intentions/settings";
import { book } from "../../state/book";
import { pane } from "../../state/pane-state";
import { useStore } from "../../state/use-store";
import { drafts } from "./drafts";
import { gradeChanges } from "./grade-changes";
import { GradeMoves } from "./GradeMoves";
import {
  changed,
  draftOf,
  draftProblems,
  isEdited,
  moved,
  scaleOf,
  withoutRow,
  withRow,
} from "./scale-draft";
import { ScaleRule } from "./ScaleRule";
import { ScaleTemplate } from "./ScaleTemplate";

const useStyles = makeStyles({
  rows: { display: "grid", gap: tokens.spacingVerticalS, margin: 0, padding: 0, listStyleType: "none" },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

export function ScaleEditor({ loaded }: { loaded: WorkbookPlan }) {
  const styles = useStyles();
  const task = useStore(pane, (state) => state.task);
  const evaluationYear = useStore(book, (state) => state.reading?.evaluationYear ?? null);
  const { plan } = loaded;
  const scale = loaded.scale ?? DEFAULT_SCALE;
  const kept = useStore(drafts, (state) => state.byPlan[plan.id] ?? null);
  const fresh = useMemo(() => draftOf(scale), [scale]);
  const draft = kept ?? fresh;
  const settled = useDeferredValue(draft);
  // A table in the sheet that cannot be read has rules, and that none are here is said by itself.
  const isUnread = scale.rules.length === 0;
  const problems = useMemo(
    () => (isUnread && settled === fresh ? [] : draftProblems(settled)),
    [fresh, isUnread, settled],
  );
  const broken = problems.some(({ severity }) => severity === "error");
  const edited = isEdited(draft, scale);
  const year = evaluationYear ?? plan.period[0];
  const changes = useMemo(
    // Judging a whole plan twice is for whoever has changed something.
    () => (broken || !edited ? null : gradeChanges(year, { plan, scale }, { plan, scale: scaleOf(settled) })),
    [broken, edited, plan, year, scale, settled],
  );
  const note = broken ? null : originNote(scaleOf(settled));
  const keep = (next: typeof draft | null): void =>
    drafts.set(({ byPlan }) => ({ byPlan: { ...byPlan, [plan.id]: next } }));
  if (loaded.scaleTable === null)
    return (
      <MessageBar intent="warning" layout="multiline">
        <MessageBarBody>
          この計画の尺度の表が設定シートに見つかりません。計画の画面の「更新」で作り直せます。
        </MessageBarBody>
      </MessageBar>
    );
  return (
    <>
      {isUnread && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>
            設定シートの尺度の表を読めないため、評価は「判定不能」です。どこが読めないかは、計画と点検の画面に出ています。設定シートで直すか、ここで作り直して書き込んでください。
          </MessageBarBody>
        </MessageBar>
      )}
      <Text>上から順に、最初に当てはまる評価になります。率は小数第1位までの、表示どおりの値で比べます。</Text>
      <ol className={styles.rows}>
        {draft.rules.map((rule, at) => (
          <ScaleRule
            key={rule.key}
            rule={rule}
            at={at}
            last={draft.rules.length - 1}
            onChange={(part) => keep(changed(draft, rule.key, part))}
            onMove={(by) => keep(moved(draft, rule.key, by))}
            onRemove={() => keep(withoutRow(draft, rule.key))}
          />
        ))}
      </ol>
      <div className={styles.buttons}>
        <Button icon={<AddRegular />} onClick={() => keep(withRow(draft))}>
          評価を加える
        </Button>
        <ScaleTemplate
          onChoose={(name) => {
            const chosen = SCALES.find((each) => each.name === name);
            if (chosen !== undefined) keep(draftOf(chosen));
          }}
        />
      </div>
      {problems.map(({ message, severity }) => (
        <MessageBar key={message} intent={severity} layout="multiline">
          <MessageBarBody>{message}</MessageBarBody>
        </MessageBar>
      ))}
      {changes !== null && <GradeMoves changes={changes} />}
      {note !== null && <Text size={200}>{note}</Text>}
      <div className={styles.buttons}>
        <Button
          appearance="primary"
          disabled={task !== null || !edited || broken || settled !== draft}
          onClick={() =>
            void writeScale(plan.id, scaleOf(draft)).then((answer) => {
              if (answer.ok) keep(null);
            })
          }
        >
          設定シートに書き込む
        </Button>
        <Button disabled={!edited} onClick={() => keep(null)}>
          変更をやめる
        </Button>
      </div>
    </>
  );
}
