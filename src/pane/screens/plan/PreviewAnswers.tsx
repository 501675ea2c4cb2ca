/** 実績値 that came back from a 担当課, before they go in: what is new, what differs from what is entered, and what nobody knows the row of. */
import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Subtitle2,
  Text,
  tokens,
} from "@fluentui/react-components";
import { useMemo, useState } from "react";
import { answersIn } from "../../../plan/answers";
import { takeAnswers } from "../../intentions/take-answers";
import { Facts } from "../../parts/Facts";
import { PagedList } from "../../parts/PagedList";
import { Panel } from "../../parts/Panel";
import { book } from "../../state/book";
import { pane } from "../../state/pane-state";
import { useStore } from "../../state/use-store";
import { KeepOrTake, type KeepOrTakeChoice } from "./KeepOrTake";
import { Problems } from "./Problems";
import { countsByDepartment, linesOf, type ReturnedLine, unknownText } from "./returned";
import { goTo, planScreen, type Stage } from "./stage";

const useStyles = makeStyles({
  part: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", gap: tokens.spacingVerticalS },
  line: { display: "grid", minWidth: 0, overflowWrap: "anywhere" },
  before: { color: tokens.colorNeutralForeground2 },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

export function PreviewAnswers({ stage }: { stage: Extract<Stage, { kind: "answers" }> }) {
  const styles = useStyles();
  const task = useStore(pane, (state) => state.task);
  const loaded = useStore(book, ({ plans }) => plans.find(({ plan }) => plan.id === stage.purpose.plan));
  const [which, setWhich] = useState<KeepOrTakeChoice>("keep");
  const { purpose, document, plan, back } = stage;
  const answers = useMemo(() => (loaded === undefined ? null : answersIn(loaded.plan, plan)), [loaded, plan]);
  if (loaded === undefined || answers === null)
    return (
      <Panel title="計画が見つかりません" onBack={() => goTo({ kind: "list" })} backLabel="計画の一覧に戻る">
        <Text>「{purpose.title}」がこのブックに見つかりません。計画の一覧で確かめてください。</Text>
      </Panel>
    );
  const { fresh, differing, same, unknown } = answers;
  const changes = which === "take" ? [...fresh, ...differing] : fresh;
  const nothing = fresh.length + differing.length === 0;
  const take = async (): Promise<void> => {
    const answer = await takeAnswers(purpose.plan, changes);
    if (!answer.ok) return;
    planScreen.set({ pasted: "" });
    goTo({ kind: "open", purpose });
  };
  return (
    <Panel title={nothing ? "新しい実績値はありません" : "取り込む実績値"} onBack={() => goTo(back)}>
      <Facts
        facts={[
          ["もと", document.name],
          ...(nothing ? [] : [["担当課", countsByDepartment(loaded, answers)] as const]),
          ["同じ値", `${same}個（そのまま）`],
        ]}
      />
      {plan.title !== "" && plan.title !== purpose.title && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            「{plan.title}」の実績値を「{purpose.title}
            」に取り込もうとしています。別の計画なら戻って選び直してください。
          </MessageBarBody>
        </MessageBar>
      )}
      {fresh.length > 0 && (
        <section className={styles.part}>
          <Subtitle2 as="h3">空いているセルに入る値 {fresh.length}個</Subtitle2>
          <Lines lines={linesOf(loaded, fresh)} label="空いているセルに入る値" />
        </section>
      )}
      {differing.length > 0 && (
        <section className={styles.part}>
          <Subtitle2 as="h3">シートの入力と違う値 {differing.length}個</Subtitle2>
          <Lines lines={linesOf(loaded, differing)} label="シートの入力と違う値" />
          <KeepOrTake
            question="違う値をどうしますか"
            take="届いた値にする"
            value={which}
            onChange={setWhich}
          />
        </section>
      )}
      {unknown.length > 0 && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            どの指標のものか決められない値が {unknown.length}
            個あります。取り込まないので、シートに手で入れてください。
            <PagedList items={unknown} label="決められない値">
              {(each) => <Text>{unknownText(each)}</Text>}
            </PagedList>
          </MessageBarBody>
        </MessageBar>
      )}
      {document.problems.length > 0 && (
        <section className={styles.part}>
          <Subtitle2 as="h3">届いた表の読み取り {document.problems.length}件</Subtitle2>
          <Problems problems={document.problems} text={document.text} />
        </section>
      )}
      <Text size={200}>実績値だけを取り込みます。備考、目標値、足した列は変わりません。</Text>
      <div className={styles.buttons}>
        {!nothing && (
          <Button
            appearance="primary"
            disabled={task !== null || changes.length === 0}
            onClick={() => void take()}
          >
            {changes.length}個を取り込む
          </Button>
        )}
        <Button disabled={task !== null} onClick={() => goTo({ kind: "list" })}>
          {nothing ? "計画の一覧に戻る" : "やめる"}
        </Button>
      </div>
    </Panel>
  );
}

function Lines({ lines, label }: { lines: readonly ReturnedLine[]; label: string }) {
  const styles = useStyles();
  return (
    <PagedList items={lines} label={label}>
      {({ place, departments, year, before, after, address }) => (
        <div className={styles.line}>
          <Text>
            {place}（{departments}）
          </Text>
          <Text size={200}>
            {year}：{before !== "" && <span className={styles.before}>{before} → </span>}
            <strong>{after}</strong>
            {address === null ? "" : `　${address}`}
          </Text>
        </div>
      )}
    </PagedList>
  );
}
