/** What stands where a screen needs a plan: why there is none yet, and once the workbook has been read, the screen's own next step. */
import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  Spinner,
  tokens,
} from "@fluentui/react-components";
import { type ReactNode } from "react";
import { readWorkbook } from "../start";
import { book } from "../state/book";
import { useStore } from "../state/use-store";

const waitingSentence =
  "セルを編集中なら Enter か Esc で終え、開いたままのダイアログがあれば閉じてください。返事があればそのまま続きます。ブックは変更していません。";

const useStyles = makeStyles({
  waiting: { display: "grid", gap: tokens.spacingVerticalM, justifyItems: "start" },
});

export function OnceRead({ children }: { children: ReactNode }) {
  const styles = useStyles();
  const status = useStore(book, (state) => state.status);
  const slow = useStore(book, (state) => state.slow);
  const refusal = useStore(book, (state) => state.refusal);
  switch (status) {
    case "read":
      return children;
    case "waiting":
      return (
        <div className={styles.waiting} role="status">
          <Spinner size="tiny" label="ブックを読んでいます" labelPosition="after" />
          {slow && (
            <MessageBar intent="warning" layout="multiline">
              <MessageBarBody>
                <MessageBarTitle>Excel の返事を待っています</MessageBarTitle>
                {waitingSentence}
              </MessageBarBody>
            </MessageBar>
          )}
        </div>
      );
    case "refused":
      return (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>ブックを読めませんでした</MessageBarTitle>
            {refusal?.message}
          </MessageBarBody>
          <MessageBarActions>
            <Button onClick={() => void readWorkbook()}>もう一度読む</Button>
          </MessageBarActions>
        </MessageBar>
      );
  }
}
