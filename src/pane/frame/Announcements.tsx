/** What is going on and what just happened, on top of every screen and read aloud by a screen reader. */
import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  ProgressBar,
  Text,
  tokens,
} from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons";
import { undo } from "../intentions/undo";
import { pane, type Task } from "../state/pane-state";
import { useStore } from "../state/use-store";

const useStyles = makeStyles({
  area: { display: "grid" },
  task: {
    display: "grid",
    gap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  taskLine: {
    display: "flex",
    justifyContent: "space-between",
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
  },
});

function Progress({ task }: { task: Task }) {
  const styles = useStyles();
  const counted = task.done !== undefined && task.total !== undefined && task.total > 0;
  return (
    <div className={styles.task}>
      <div className={styles.taskLine}>
        <Text>
          {task.label}
          {counted ? `（${task.done}／${task.total}）` : "…"}
        </Text>
        {task.cancel && (
          <Button size="small" onClick={task.cancel}>
            中止
          </Button>
        )}
      </div>
      <ProgressBar aria-label={task.label} {...(counted ? { value: task.done, max: task.total } : {})} />
    </div>
  );
}

export function Announcements() {
  const styles = useStyles();
  const task = useStore(pane, (state) => state.task);
  const notice = useStore(pane, (state) => state.notice);
  const undoable = useStore(pane, (state) => state.undoable);
  return (
    <div className={styles.area} aria-live="polite">
      {task && <Progress task={task} />}
      {notice && (
        <MessageBar intent={notice.tone} layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{notice.title}</MessageBarTitle>
            {notice.text}
          </MessageBarBody>
          <MessageBarActions
            containerAction={
              <Button
                appearance="transparent"
                icon={<DismissRegular />}
                aria-label="知らせを閉じる"
                onClick={() => pane.set({ notice: null })}
              />
            }
          >
            {notice.undoable === true && undoable !== null && (
              <Button size="small" disabled={task !== null} onClick={() => void undo()}>
                元に戻す（{undoable}）
              </Button>
            )}
          </MessageBarActions>
        </MessageBar>
      )}
    </div>
  );
}
