/** A plan of this workbook: where it stands, when it last changed, what can be done with it. */
import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from "@fluentui/react-components";
import { useMemo } from "react";
import { type WorkbookPlan } from "../../../sheets";
import { jump } from "../../intentions/jump";
import { repair } from "../../intentions/repair";
import { Facts } from "../../parts/Facts";
import { book } from "../../state/book";
import { pane } from "../../state/pane-state";
import { useStore } from "../../state/use-store";
import { contentsOf } from "./contents";
import { firstEntry } from "./first-entry";
import { attentionFor, enteredCount, lastChangeText } from "./loaded-facts";
import { PlanCard } from "./PlanCard";
import { ShownYear } from "./ShownYear";
import { goTo } from "./stage";
import { askRemove } from "./steps";

export function LoadedPlan({ loaded }: { loaded: WorkbookPlan }) {
  const task = useStore(pane, (state) => state.task);
  const change = useStore(book, (state) => state.changes[loaded.plan.id] ?? null);
  const evaluationYear = useStore(book, (state) => state.reading?.evaluationYear ?? null);
  const { plan, sheet, loadedOn, typedTargets } = loaded;
  const contents = useMemo(() => contentsOf(plan), [plan]);
  const { entered, indicators } = useMemo(() => enteredCount(loaded), [loaded]);
  const busy = task !== null;
  return (
    <PlanCard
      plan={plan}
      contents={contents}
      loaded
      buttons={
        <>
          <Button
            disabled={busy}
            aria-label={`${plan.title}のシートへ移動`}
            onClick={() => void jump(firstEntry(loaded, evaluationYear))}
          >
            シートへ移動
          </Button>
          {loaded.table === null && (
            <Button appearance="primary" disabled={busy} onClick={() => void repair(plan.id)}>
              修復
            </Button>
          )}
          {indicators > 0 && (
            <Button
              disabled={busy}
              aria-label={`${plan.title}に実績値を取り込む`}
              onClick={() =>
                goTo({ kind: "open", purpose: { kind: "answers", plan: plan.id, title: plan.title } })
              }
            >
              実績値を取り込む
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
        </>
      }
    >
      <Facts
        facts={[
          ["シート", sheet],
          ["最後の変更", lastChangeText(loadedOn, change)],
          ...(indicators > 0 ? [["実績値", `${entered}個 入力済み`] as const] : []),
        ]}
      />
      <ShownYear loaded={loaded} />
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
    </PlanCard>
  );
}
