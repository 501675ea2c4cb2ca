/** The screen 点検: what is missing or doubtful in the chosen plan, with the way to each cell, 修正 and 了承. */
import { Button, makeStyles, Spinner, Subtitle2, Text, tokens } from "@fluentui/react-components";
import { useCallback, useMemo, useRef } from "react";
import { type Finding } from "../../../plan/check";
import { type WorkbookPlan } from "../../../sheets";
import { EmptyState } from "../../frame/EmptyState";
import { OnceRead } from "../../frame/OnceRead";
import { writeFindings } from "../../intentions/write-findings";
import { VirtualRows } from "../../parts/VirtualRows";
import { book, chosenPlan } from "../../state/book";
import { findings, lookAgain } from "../../state/findings";
import { openScreen } from "../../state/pane-state";
import { useStore } from "../../state/use-store";
import { CheckedWhat } from "./CheckedWhat";
import { facetsOf, filterFindings } from "./filter";
import { FindingCard } from "./FindingCard";
import { FindingFilters } from "./FindingFilters";
import { mendableOf } from "./mend-preview";
import { MendPreview } from "./MendPreview";
import { SheetProblems } from "./SheetProblems";
import { headline } from "./headline";
import { checkView } from "./view";

const useStyles = makeStyles({
  root: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", gap: tokens.spacingVerticalM, minWidth: 0 },
  status: { outlineStyle: "none", display: "grid", gap: tokens.spacingVerticalXS },
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

export default function CheckScreen() {
  const plan = useStore(book, chosenPlan);
  const byPlan = useStore(findings, (state) => state.byPlan);
  const failed = useStore(findings, (state) => state.failed);
  if (plan === null) {
    return (
      <OnceRead>
        <EmptyState
          title="点検する計画がありません"
          action={
            <Button appearance="primary" onClick={() => openScreen("plan")}>
              計画を読み込む
            </Button>
          }
        >
          計画を読み込むと、担当課や年度ごとの目標値の漏れをここで確かめられます。
        </EmptyState>
      </OnceRead>
    );
  }
  const found = byPlan?.get(plan.plan.id);
  if (found === undefined)
    return failed === null ? <Spinner label="点検しています" /> : <CheckFailed said={failed} />;
  return <Check plan={plan} found={found} />;
}

function CheckFailed({ said }: { said: string }) {
  return (
    <EmptyState
      title="点検できませんでした"
      action={
        <Button appearance="primary" onClick={lookAgain}>
          もう一度点検する
        </Button>
      }
    >
      シートの内容は変わっていません。続くときは次の内容を情報担当に伝えてください：{said}
    </EmptyState>
  );
}

function Check({ plan, found }: { plan: WorkbookPlan; found: readonly Finding[] }) {
  const styles = useStyles();
  const looking = useStore(findings, (state) => state.looking);
  const filter = useStore(checkView, (view) => view);
  const { opened } = filter;
  const shown = useMemo(() => filterFindings(found, filter), [found, filter]);
  const facets = useMemo(() => facetsOf(found, filter), [found, filter]);
  const mendable = useMemo(() => mendableOf(shown), [shown]);
  const status = useRef<HTMLDivElement>(null);
  // What was acted on is gone or changed: the keyboard goes on from the count above.
  const onDone = useCallback(() => status.current?.focus(), []);
  return (
    <div className={styles.root}>
      <div ref={status} tabIndex={-1} role="status" className={styles.status}>
        <Subtitle2 as="h2">{headline(found, plan.problems.length)}</Subtitle2>
        {looking && (
          <Spinner size="tiny" labelPosition="after" label="シートが変わったため、点検し直しています" />
        )}
      </div>
      <SheetProblems problems={plan.problems} />
      {found.length > 0 && <FindingFilters filter={filter} facets={facets} />}
      <div className={styles.actions}>
        {mendable.length > 1 && (
          <Button
            size="small"
            aria-expanded={opened?.kind === "many"}
            onClick={() => checkView.set({ opened: opened?.kind === "many" ? null : { kind: "many" } })}
          >
            修正できる{mendable.length}件をまとめて確認
          </Button>
        )}
        <Button size="small" onClick={() => void writeFindings()}>
          点検シートに記録
        </Button>
      </div>
      {opened?.kind === "many" && mendable.length > 1 && (
        <MendPreview plan={plan} findings={mendable} onDone={onDone} />
      )}
      {found.length > 0 && (
        <Text role="status">
          {shown.length === 0
            ? "この条件に当てはまるものはありません。"
            : `${shown.length}件を表示しています。`}
        </Text>
      )}
      {shown.length > 0 && (
        <VirtualRows
          rows={shown}
          keyOf={({ fingerprint }) => fingerprint}
          estimate={150}
          list={{ role: "list", "aria-label": "点検の指摘" }}
          rowProps={(_row, at) => ({
            role: "listitem",
            "aria-posinset": at + 1,
            "aria-setsize": shown.length,
          })}
        >
          {(finding) => (
            <FindingCard
              plan={plan}
              finding={finding}
              opened={
                opened !== null && opened.kind !== "many" && opened.fingerprint === finding.fingerprint
                  ? opened.kind
                  : null
              }
              onDone={onDone}
            />
          )}
        </VirtualRows>
      )}
      <CheckedWhat plan={plan.plan} />
    </div>
  );
}
