/** What an update would add, change and leave behind, cell by cell, and what 改定履歴 asks before it is done. */
import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Subtitle2,
  Text,
  tokens,
} from "@fluentui/react-components";
import { type ReactNode, useMemo, useState } from "react";
import { answersIn, judgementsDiffering } from "../../../plan/answers";
import { type Plan } from "../../../plan/plan";
import { type ChangePreview } from "../../../sheets";
import { PagedList } from "../../parts/PagedList";
import { Panel } from "../../parts/Panel";
import { book } from "../../state/book";
import { pane } from "../../state/pane-state";
import { preferences, remember } from "../../state/preferences";
import { useStore } from "../../state/use-store";
import { KeepOrTake, type KeepOrTakeChoice } from "./KeepOrTake";
import { leftOut } from "./left-out";
import { mostlyGone } from "./mostly-gone";
import { dayText, type Revision, revisionProblems } from "./revision";
import { RevisionForm } from "./RevisionForm";
import { goTo, type Stage } from "./stage";
import { confirmUpdate } from "./steps";

const useStyles = makeStyles({
  part: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", gap: tokens.spacingVerticalS },
  change: { display: "grid" },
  before: { color: tokens.colorNeutralForeground2 },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

export function PreviewUpdate({ stage }: { stage: Extract<Stage, { kind: "update" }> }) {
  const styles = useStyles();
  const task = useStore(pane, (state) => state.task);
  const { plan, preview, back } = stage;
  const { added, changed, gone, conflicts, revisions, problems, same } = preview;
  const [typed, setTyped] = useState<Revision>({
    reason: "",
    date: dayText(new Date()),
    who: preferences.get().who,
  });
  const [keep, setKeep] = useState<KeepOrTakeChoice>("keep");
  const rows = useStore(
    book,
    ({ plans }) => plans.find((each) => each.plan.id === plan.id)?.plan.indicators.length ?? 0,
  );
  const partial = mostlyGone(preview, rows);
  const ready = Object.keys(revisionProblems(typed)).length === 0;
  if (same)
    return (
      <Panel title="変わるところはありません" onBack={() => goTo(back)}>
        <Text>「{preview.title}」は、シートにある計画と同じ内容です。ブックは変更していません。</Text>
        <LeftOut plan={plan} />
        <div className={styles.buttons}>
          <Button onClick={() => goTo({ kind: "list" })}>計画の一覧に戻る</Button>
        </div>
      </Panel>
    );
  return (
    <Panel title={`「${preview.title}」を更新`} onBack={() => goTo(back)}>
      <Text>入力済みの実績値と備考は変わりません。</Text>
      {partial !== null && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{partial}</MessageBarBody>
        </MessageBar>
      )}
      <LeftOut plan={plan} />
      <Changes title="追加される行" count={added.length}>
        <PagedList items={added} label="追加される行">
          {({ id, name }) => (
            <Text>
              {name}（{id}）
            </Text>
          )}
        </PagedList>
      </Changes>
      <Changes title="変わるセル" count={changed.length}>
        <PagedList items={changed} label="変わるセル">
          {(change) => <Change change={change} />}
        </PagedList>
      </Changes>
      <Changes title="計画からなくなる行（印を付けて残します）" count={gone.length}>
        <PagedList items={gone} label="計画からなくなる行">
          {({ name, address }) => (
            <Text>
              {name}
              {address === null ? "" : `（${address}）`}
            </Text>
          )}
        </PagedList>
      </Changes>
      {conflicts.length > 0 && (
        <Changes title="入力と新しい版が食い違うセル" count={conflicts.length}>
          <PagedList items={conflicts} label="食い違うセル">
            {(change) => <Change change={change} />}
          </PagedList>
          <KeepOrTake
            question="食い違うセルをどうしますか"
            take="新しい版の値にする"
            value={keep}
            onChange={setKeep}
          />
        </Changes>
      )}
      {problems.map(({ message, address }) => (
        <MessageBar key={`${address} ${message}`} intent="warning" layout="multiline">
          <MessageBarBody>
            {address === null ? "" : `${address}：`}
            {message}
          </MessageBarBody>
        </MessageBar>
      ))}
      <section className={styles.part}>
        <Subtitle2 as="h3">改定履歴に残すこと</Subtitle2>
        <Text>目標値の改定 {revisions.length}件が、シート「改定履歴」に一行ずつ残ります。</Text>
        <RevisionForm typed={typed} onChange={setTyped} />
      </section>
      <div className={styles.buttons}>
        <Button
          appearance="primary"
          disabled={task !== null || !ready}
          onClick={() => {
            remember({ who: typed.who.trim() });
            void confirmUpdate(plan, {
              reason: typed.reason.trim(),
              date: typed.date.trim(),
              ...(typed.who.trim() === "" ? {} : { who: typed.who.trim() }),
              conflicts: keep,
            });
          }}
        >
          この内容で更新する
        </Button>
        <Button disabled={task !== null} onClick={() => goTo({ kind: "list" })}>
          やめる
        </Button>
      </div>
    </Panel>
  );
}

function LeftOut({ plan }: { plan: Plan }) {
  const loaded = useStore(book, ({ plans }) => plans.find((each) => each.plan.id === plan.id));
  const sentences = useMemo(() => {
    if (loaded === undefined) return [];
    const { fresh, differing } = answersIn(loaded.plan, plan);
    const actuals = fresh.length + differing.length;
    return leftOut({ actuals, judgements: judgementsDiffering(loaded.plan, plan) });
  }, [loaded, plan]);
  return sentences.map((sentence) => (
    <MessageBar key={sentence} intent="warning" layout="multiline">
      <MessageBarBody>{sentence}</MessageBarBody>
    </MessageBar>
  ));
}

function Changes({ title, count, children }: { title: string; count: number; children: ReactNode }) {
  const styles = useStyles();
  return (
    <section className={styles.part}>
      <Subtitle2 as="h3">
        {title} {count}件
      </Subtitle2>
      {count > 0 && children}
    </section>
  );
}

function Change({
  change,
}: {
  change: Pick<ChangePreview, "name" | "column" | "before" | "after" | "address">;
}) {
  const styles = useStyles();
  const { name, column, before, after, address } = change;
  return (
    <div className={styles.change}>
      <Text>
        {name}　{column}
      </Text>
      <Text size={200}>
        <span className={styles.before}>{before === "" ? "（空）" : before}</span> →{" "}
        <strong>{after === "" ? "（空）" : after}</strong>
        {address === null ? "" : `　${address}`}
      </Text>
    </div>
  );
}
