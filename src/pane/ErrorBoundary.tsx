/** Catches what no screen foresaw: says what happened, what was kept and what to do, and offers to go on. */
import { Button, MessageBar, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import { Component, type ReactNode } from "react";
import { fetchAgain } from "./parts/later";

/** In one piece: a line break in JSX is a space, which Japanese does not have. */
const sentence =
  "ブックの内容は変わっていません。「もう一度表示する」を押してください。同じ表示が続くときは、下の内容を情報担当に伝えてください。";

interface State {
  failure: Error | null;
}

export class ErrorBoundary extends Component<{ children: ReactNode }, State> {
  override state: State = { failure: null };

  static getDerivedStateFromError(failure: Error): State {
    return { failure };
  }

  override render() {
    const { failure } = this.state;
    if (failure === null) return this.props.children;
    return (
      <div role="alert" style={{ padding: 12, display: "grid", gap: 12 }}>
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>画面を表示できませんでした</MessageBarTitle>
            {sentence}
          </MessageBarBody>
        </MessageBar>
        <code style={{ overflowWrap: "anywhere" }}>{failure.message}</code>
        <Button
          appearance="primary"
          onClick={() => {
            fetchAgain();
            this.setState({ failure: null });
          }}
        >
          もう一度表示する
        </Button>
      </div>
    );
  }
}
