/** A plan of this workbook: where it stands, when it last changed, what can be done with it. */
import {
  Badge,
  Button,
  Card,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  Subtitle2,
  Text,
  tokens,
} from "@fluentui/react-components";
import { useMemo } from "react";
import { type WorkbookPlan } from "../../../sheets";
import { jump } from "../../intentions/jump";
import { repair } from "../../intentions/repair";
import { Facts } from "../../parts/Facts";
import { book } from "../../state/book";
import { pane } from "../../state/pane-state";
import { useStore } from "../../state/use-store";
import { contentsOf, countsText } from "./contents";
import { attentionFor, enteredCount, lastChangeText } from "./loaded-facts";
import { goTo } from "./stage";
import { askRemove } from "./steps";

const useStyles = makeStyles({
  card: { minWidth: 0, gap: tokens.spacingVerticalS },
  head: { display: "grid", gap: tokens.spacingVerticalXXS, justifyItems: "start" },
  title: { overflowWrap: "anywhere" },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

export function LoadedPlan({ loaded }: { loaded: WorkbookPlan }) {
  const styles = useStyles();
  const task = useStore(pane, (state) => state.task);
  const change = useStore(book, (state) => state.changes[loaded.plan.id] ?? null);
  const { plan, sheet, loadedOn, typedTargets } = loaded;
  const contents = useMemo(() => contentsOf(plan), [plan]);
  const { entered, indicators } = useMemo(() => enteredCount(loaded), [loaded]);
  const busy = task !== null;
  return (
    <Card className={styles.card} role="group" aria-label={`${plan.municipality} ${plan.title}`}>
      <div className={styles.head}>
        <Badge appearance="tint" color="success">
          {plan.municipality}・読み込み済み
        </Badge>
        <Subtitle2 as="h3" className={styles.title}>
          {plan.title}
        </Subtitle2>
        <Text>{countsText(contents)}</Text>
      </div>
      <Facts
        facts={[
          ["シート", sheet],
          ["最後の変更", lastChangeText(loadedOn, change)],
          ...(indicators > 0 ? [["実績値", `${entered}個 入力済み`] as const] : []),
        ]}
      />
      {attentionFor(loaded).map(({ tone, text }) => (
        <MessageBar key={text} intent={tone} layout="multiline">
          <MessageBarBody>{text}</MessageBarBody>
        </MessageBar>
      ))}
      {typedTargets.length > 0 && (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>目標値が {typedTargets.length}か所 書き換えられています</MessageBarTitle>
            改定として記録すると、理由と日付が改定履歴に残ります。
          </MessageBarBody>
          <MessageBarActions>
            <Button disabled={busy} onClick={() => goTo({ kind: "record", plan: plan.id })}>
              記録する
            </Button>
          </MessageBarActions>
        </MessageBar>
      )}
      <div className={styles.buttons}>
        <Button
          disabled={busy}
          aria-label={`${plan.title}のシートへ移動`}
          onClick={() => void jump({ plan: plan.id })}
        >
          シートへ移動
        </Button>
        {loaded.table === null && (
          <Button appearance="primary" disabled={busy} onClick={() => void repair(plan.id)}>
            修復
          </Button>
        )}
        <Button
          disabled={busy}
          aria-label={`${plan.title}を更新`}
          onClick={() =>
            goTo({ kind: "open", purpose: { kind: "update", plan: plan.id, title: plan.title } })
          }
        >
          更新
        </Button>
        <Button
          disabled={busy}
          aria-label={`${plan.title}を取り除く`}
          onClick={() => void askRemove(plan.id)}
        >
          取り除く
        </Button>
      </div>
    </Card>
  );
}
