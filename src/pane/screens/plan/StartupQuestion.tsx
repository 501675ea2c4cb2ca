/** Asked once: whether a workbook with a plan starts the add-in by itself. */
import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from "@fluentui/react-components";
import { canStartWithWorkbook, setStartup } from "../../intentions/startup";
import { pane } from "../../state/pane-state";
import { preferences } from "../../state/preferences";
import { useStore } from "../../state/use-store";

export function StartupQuestion() {
  const answered = useStore(preferences, (state) => state.startup);
  const task = useStore(pane, (state) => state.task);
  if (answered !== null || !canStartWithWorkbook()) return null;
  return (
    <MessageBar intent="info" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>次に開いたときも、計画アドインを始めますか</MessageBarTitle>
        始めておくと、このブックを開いたときから点検と再計算が自動で働きます。次からは聞きません（設定で変えられます）。
      </MessageBarBody>
      <MessageBarActions>
        <Button disabled={task !== null} onClick={() => void setStartup(true)}>
          一緒に始める
        </Button>
        <Button disabled={task !== null} onClick={() => void setStartup(false)}>
          始めない
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
