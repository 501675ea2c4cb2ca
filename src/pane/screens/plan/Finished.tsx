/** What was done, and where to go from here. */
import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { jump } from "../../intentions/jump";
import { Panel } from "../../parts/Panel";
import { book } from "../../state/book";
import { openScreen, pane } from "../../state/pane-state";
import { useStore } from "../../state/use-store";
import { firstEntry } from "./first-entry";
import { goTo, type Stage } from "./stage";
import { StartupQuestion } from "./StartupQuestion";

const useStyles = makeStyles({
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

/** To where there is something to enter; to the sheet at least, as long as the plan has not been read back. */
function goToSheet(plan: string): void {
  const { plans, reading } = book.get();
  const loaded = plans.find((each) => each.plan.id === plan);
  void jump(loaded === undefined ? { plan } : firstEntry(loaded, reading?.evaluationYear ?? null));
}

export function Loaded({ stage }: { stage: Extract<Stage, { kind: "loaded" }> }) {
  const styles = useStyles();
  const task = useStore(pane, (state) => state.task);
  const recorded = useStore(book, ({ plans }) => {
    const loaded = plans.find(({ plan }) => plan.id === stage.plan)?.plan;
    return loaded !== undefined && loaded.indicators.length === 0 && loaded.assessments.length > 0;
  });
  const whatNext = recorded
    ? "区分の列で記号を選ぶと、集計で数えられます。"
    : "実績値の列に入力すると、達成率と評価が計算されます。";
  return (
    <Panel title="読み込みました" onBack={() => goTo({ kind: "list" })} backLabel="計画の一覧に戻る">
      <Text>
        「{stage.title}」がシート「{stage.sheet}
        」に入りました。{whatNext}
      </Text>
      <div className={styles.buttons}>
        <Button appearance="primary" disabled={task !== null} onClick={() => goToSheet(stage.plan)}>
          シートへ移動
        </Button>
        <Button onClick={() => openScreen("check")}>点検を見る</Button>
        <Button onClick={() => goTo({ kind: "list" })}>計画の一覧に戻る</Button>
      </div>
      <StartupQuestion />
    </Panel>
  );
}

export function Updated({ stage }: { stage: Extract<Stage, { kind: "updated" }> }) {
  const styles = useStyles();
  const task = useStore(pane, (state) => state.task);
  const { added, changed, gone, conflicts, revisions } = stage.preview;
  return (
    <Panel title="更新しました" onBack={() => goTo({ kind: "list" })} backLabel="計画の一覧に戻る">
      <Text>
        「{stage.title}」に、追加 {added.length}件、変更 {changed.length}件を反映しました。
        {gone.length > 0 ? `計画からなくなった ${gone.length}行は、印を付けて残しました。` : ""}
        {conflicts.length > 0 ? `入力と食い違った ${conflicts.length}か所は、選んだとおりにしました。` : ""}
        {revisions.length > 0 ? `目標値の改定 ${revisions.length}件はシート「改定履歴」にあります。` : ""}
      </Text>
      <div className={styles.buttons}>
        <Button appearance="primary" disabled={task !== null} onClick={() => goToSheet(stage.plan)}>
          シートへ移動
        </Button>
        <Button onClick={() => goTo({ kind: "list" })}>計画の一覧に戻る</Button>
      </div>
    </Panel>
  );
}
