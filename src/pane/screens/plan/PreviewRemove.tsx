/** What removing a plan would take out, and what stays because a person wrote there. */
import { Button, makeStyles, MessageBar, MessageBarBody, Text, tokens } from "@fluentui/react-components";
import { type RemovePreview } from "../../../sheets";
import { Facts } from "../../parts/Facts";
import { PagedList } from "../../parts/PagedList";
import { Panel } from "../../parts/Panel";
import { pane } from "../../state/pane-state";
import { useStore } from "../../state/use-store";
import { cellRuns } from "./cell-runs";
import { Sheets } from "./PreviewLoad";
import { consequenceOf, takesSomething } from "./removed";
import { goTo } from "./stage";
import { confirmRemove } from "./steps";

const useStyles = makeStyles({
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

export function PreviewRemove({ preview }: { preview: RemovePreview }) {
  const styles = useStyles();
  const task = useStore(pane, (state) => state.task);
  const { planId, title, sheets, names, touched } = preview;
  return (
    <Panel
      title={`「${title}」を取り除く`}
      onBack={() => goTo({ kind: "list" })}
      backLabel="計画の一覧に戻る"
    >
      <Sheets sheets={sheets} />
      <Facts facts={[["消える名前", names.length === 0 ? "なし" : names.join("、")]]} />
      <Text>{consequenceOf(preview)}</Text>
      {touched.length > 0 && (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>
            入力や書き込みのあるセルが {touched.length}個あるので、そのシートは残します。
            <PagedList items={cellRuns(touched).slice(0, 300)} label="入力のあるセル">
              {(address) => <Text size={200}>{address}</Text>}
            </PagedList>
          </MessageBarBody>
        </MessageBar>
      )}
      <div className={styles.buttons}>
        <Button
          appearance="primary"
          disabled={task !== null || !takesSomething(preview)}
          onClick={() => void confirmRemove(planId)}
        >
          取り除く
        </Button>
        <Button disabled={task !== null} onClick={() => goTo({ kind: "list" })}>
          やめる
        </Button>
      </div>
    </Panel>
  );
}
