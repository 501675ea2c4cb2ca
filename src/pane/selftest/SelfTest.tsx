/** The page ?selftest: a warning, a button, and what this Excel does and does not do as the add-in takes it to. */
import {
  Badge,
  Button,
  Field,
  makeStyles,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  Text,
  Textarea,
  tokens,
} from "@fluentui/react-components";
import { type Entry, type Verdict } from "../../sheets/self-test";
import { Panel } from "../parts/Panel";
import { pane } from "../state/pane-state";
import { useStore } from "../state/use-store";
import { copyReport, testExcel } from "./run-self-test";
import { selfTest } from "./self-test";

const useStyles = makeStyles({
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  list: { display: "grid", gap: tokens.spacingVerticalM, margin: 0, padding: 0, listStyleType: "none" },
  entry: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", gap: tokens.spacingVerticalXXS },
  seen: { color: tokens.colorNeutralForeground3, overflowWrap: "anywhere", whiteSpace: "pre-wrap" },
  fact: { overflowWrap: "anywhere" },
});

const looks = {
  違う: "danger",
  試せない: "warning",
  一致: "success",
} as const satisfies Record<Verdict, string>;
/** What differs is what a person looks for. */
const order: readonly Verdict[] = ["違う", "試せない", "一致"];

export default function SelfTest() {
  const styles = useStyles();
  const task = useStore(pane, (state) => state.task);
  const report = useStore(selfTest, (state) => state.report);
  return (
    <Panel title="この Excel の自己検査" onBack={() => selfTest.set({ open: false })} backLabel="設定に戻る">
      <Text>
        この Excel
        が、計画アドインの見込みどおりに動くかを調べます。計画の読み込み、入力、読み戻し、数式の挿入、取り除きと、Excel
        について前提にしていることを一つずつ試し、結果を報告にまとめます。
      </Text>
      <MessageBar intent="warning" layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>新しい空白のブックで行ってください</MessageBarTitle>
          検査のあいだ、シートを作っては消します。終わるとブックは空に戻ります。値、表、名前、グラフのどれかがあるブックでは始めません。終わるまで数分、Excel
          を操作しないでください。
        </MessageBarBody>
      </MessageBar>
      <div className={styles.buttons}>
        <Button appearance="primary" disabled={task !== null} onClick={() => void testExcel()}>
          自己検査を始める
        </Button>
      </div>
      {report !== null && (
        <>
          <Text as="p" weight="semibold">
            {order.map((verdict) => `${verdict} ${count(report.entries, verdict)}`).join("、")}
          </Text>
          <Text>
            {report.left.length === 0
              ? "ブックは空に戻りました。"
              : `片付けられなかったもの：${report.left.join("、")}。このブックは保存せずに閉じてください。`}
          </Text>
          <div className={styles.buttons}>
            <Button disabled={task !== null} onClick={() => void copyReport(report.text)}>
              報告をコピー
            </Button>
          </div>
          <Field label="報告（情報担当に送る文章）">
            <Textarea readOnly rows={6} value={report.text} />
          </Field>
          <ul className={styles.list} aria-label="検査の結果">
            {sorted(report.entries).map(({ id, fact, verdict, seen }) => (
              <li key={id} className={styles.entry}>
                <span className={styles.fact}>
                  <Badge appearance="tint" color={looks[verdict]}>
                    {verdict}
                  </Badge>{" "}
                  {fact}
                </span>
                <span className={styles.seen}>{seen}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Panel>
  );
}

function count(entries: readonly Entry[], verdict: Verdict): number {
  return entries.filter((entry) => entry.verdict === verdict).length;
}

function sorted(entries: readonly Entry[]): Entry[] {
  return [...entries].sort((one, other) => order.indexOf(one.verdict) - order.indexOf(other.verdict));
}
