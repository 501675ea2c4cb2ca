/** What the screen 計画 begins with: the plans of the workbook, the published ones, and a plan of one's own. */
import {
  Button,
  makeStyles,
  mergeClasses,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  Subtitle2,
  Text,
  tokens,
} from "@fluentui/react-components";
import { ArrowUndoRegular, DocumentAddRegular, TableRegular } from "@fluentui/react-icons";
import { undo } from "../../intentions/undo";
import { useDrop } from "../../frame/drop-file";
import { OnceRead } from "../../frame/OnceRead";
import { book } from "../../state/book";
import { pane } from "../../state/pane-state";
import { useStore } from "../../state/use-store";
import { LoadedPlan } from "./LoadedPlan";
import { published } from "./published.made";
import { PublishedPlan } from "./PublishedPlan";
import { goTo } from "./stage";
import { StartupQuestion } from "./StartupQuestion";
import { chooseColumns, dropFile } from "./steps";

const useStyles = makeStyles({
  over: { outline: `2px dashed ${tokens.colorBrandStroke1}`, outlineOffset: "4px" },
  root: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", gap: tokens.spacingVerticalXL },
  part: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", gap: tokens.spacingVerticalM },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

export function PlanList() {
  const styles = useStyles();
  const task = useStore(pane, (state) => state.task);
  const { over, handlers } = useDrop({
    onFile: (file) => {
      if (task === null) void dropFile(file);
    },
  });
  return (
    <div className={mergeClasses(styles.root, over && styles.over)} {...handlers}>
      <LoadedPlans />
      <PublishedPlans />
      <OwnPlan />
    </div>
  );
}

function LoadedPlans() {
  const styles = useStyles();
  const reading = useStore(book, (state) => state.reading);
  const plans = useStore(book, (state) => state.plans);
  const undoable = useStore(pane, (state) => state.undoable);
  const task = useStore(pane, (state) => state.task);
  return (
    <section className={styles.part} aria-labelledby="loaded-plans">
      <Subtitle2 as="h2" id="loaded-plans">
        読み込み済みの計画
      </Subtitle2>
      {reading?.unfinished === true && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>前の操作が途中で終わっています</MessageBarTitle>
            作りかけのシートが残っています。入力は失われていません。次に読み込みか更新をすると、片付けてから続けます。
          </MessageBarBody>
        </MessageBar>
      )}
      {reading?.problems.map(({ severity, message, address }) => (
        <MessageBar
          key={`${address}${message}`}
          intent={severity === "error" ? "error" : "warning"}
          layout="multiline"
        >
          <MessageBarBody>
            {message}
            {address === null ? "" : `（${address}）`}
          </MessageBarBody>
        </MessageBar>
      ))}
      {plans.length === 0 && (
        <OnceRead>
          <Text>
            このブックにはまだ計画がありません。下の計画か自分の市町村の計画を読み込むと、取組項目ごとに目標値と実績値を入力できるシートができます。
          </Text>
        </OnceRead>
      )}
      {plans.map((each) => (
        <LoadedPlan key={each.plan.id} loaded={each} />
      ))}
      {plans.length > 0 && <StartupQuestion />}
      {undoable !== null && (
        <div className={styles.buttons}>
          <Button icon={<ArrowUndoRegular />} disabled={task !== null} onClick={() => void undo()}>
            元に戻す（{undoable}）
          </Button>
        </div>
      )}
    </section>
  );
}

function PublishedPlans() {
  const styles = useStyles();
  const plans = useStore(book, (state) => state.plans);
  const loaded = new Set(plans.map(({ plan }) => plan.id));
  const others = published.filter(({ id }) => !loaded.has(id));
  return (
    <section className={styles.part} aria-labelledby="published-plans">
      <Subtitle2 as="h2" id="published-plans">
        公表されている計画
      </Subtitle2>
      {others.map((plan) => (
        <PublishedPlan key={plan.id} plan={plan} />
      ))}
      {others.length === 0 && <Text>付属の計画はすべて読み込まれています。</Text>}
    </section>
  );
}

function OwnPlan() {
  const styles = useStyles();
  const task = useStore(pane, (state) => state.task);
  return (
    <section className={styles.part} aria-labelledby="own-plan">
      <Subtitle2 as="h2" id="own-plan">
        自分の市町村の計画
      </Subtitle2>
      <Text>
        計画書の文章、指標の表、CSV、計画ファイル（JSON）、またはシート上の一覧から読み込めます。書き込む前に内容と問題を確かめられます。
      </Text>
      <div className={styles.buttons}>
        <Button
          icon={<DocumentAddRegular />}
          onClick={() => goTo({ kind: "open", purpose: { kind: "load" } })}
        >
          ファイル・貼り付けから
        </Button>
        <Button
          icon={<TableRegular />}
          disabled={task !== null}
          onClick={() => void chooseColumns({ kind: "load" })}
        >
          選択範囲から
        </Button>
      </div>
    </section>
  );
}
