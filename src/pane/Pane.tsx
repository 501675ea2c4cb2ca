/** The task pane as a whole: theme, error boundary, and the screen that is open. */
import { FluentProvider, Text, Title3 } from "@fluentui/react-components";
import { ErrorBoundary } from "./ErrorBoundary";
import { useOfficeTheme } from "./office-theme";

export function Pane() {
  const theme = useOfficeTheme();
  return (
    <FluentProvider theme={theme} style={{ minHeight: "100%" }}>
      <ErrorBoundary>
        <main style={{ padding: 16, display: "grid", gap: 8 }}>
          <Title3 as="h1">計画アドイン</Title3>
          <Text>セルに =PLAN. と入力すると、年度をそろえる関数が使えます。</Text>
        </main>
      </ErrorBoundary>
    </FluentProvider>
  );
}
