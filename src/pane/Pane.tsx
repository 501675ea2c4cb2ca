/** The task pane as a whole: theme, tabs, announcements, and the screen that is open, loaded when first shown. */
import { FluentProvider, makeStyles, Spinner, tokens } from "@fluentui/react-components";
import { type ComponentType, Suspense } from "react";
import { ErrorBoundary } from "./ErrorBoundary";
import { Announcements } from "./frame/Announcements";
import { PlanChooser } from "./frame/PlanChooser";
import { type ScreenId } from "./frame/screens";
import { Tabs } from "./frame/Tabs";
import { useOfficeTheme } from "./office-theme";
import { later } from "./parts/later";
import { pane } from "./state/pane-state";
import { useStore } from "./state/use-store";

const shown: Record<ScreenId, ComponentType> = {
  plan: later(() => import("./screens/plan/PlanScreen")),
  progress: later(() => import("./screens/progress/ProgressScreen")),
  check: later(() => import("./screens/check/CheckScreen")),
  fiscal: later(() => import("./screens/fiscal/FiscalScreen")),
  settings: later(() => import("./screens/settings/SettingsScreen")),
};

const useStyles = makeStyles({
  root: { height: "100%", display: "grid", gridTemplateRows: "auto minmax(0, 1fr)", overflow: "hidden" },
  /** For screen readers only: the host already shows the add-in's name above the pane. */
  name: { position: "absolute", width: "1px", height: "1px", overflow: "hidden", clipPath: "inset(50%)" },
  main: { display: "grid", minHeight: 0 },
  screen: {
    overflowY: "auto",
    padding: tokens.spacingHorizontalM,
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    alignContent: "start",
    gap: tokens.spacingVerticalL,
  },
});

function OpenScreen() {
  const screen = useStore(pane, (state) => state.screen);
  const Screen = shown[screen];
  return (
    <Suspense fallback={<Spinner label="画面を読み込んでいます" />}>
      <Screen />
    </Suspense>
  );
}

export function Pane() {
  const theme = useOfficeTheme();
  const styles = useStyles();
  const screen = useStore(pane, (state) => state.screen);
  return (
    // The provider's classes also go to every dropdown's layer, which must not be laid out like the pane: the frame is its own.
    <FluentProvider theme={theme} style={{ height: "100%" }}>
      <div className={styles.root}>
        <header>
          <h1 className={styles.name}>計画アドイン</h1>
          <Tabs />
          <Announcements />
          <PlanChooser />
        </header>
        <main className={styles.main}>
          <div
            id="screen"
            role="tabpanel"
            aria-labelledby={`tab-${screen}`}
            className={styles.screen}
            tabIndex={-1}
          >
            {/* Keyed by screen: a screen that failed does not take the others with it. */}
            <ErrorBoundary key={screen}>
              <OpenScreen />
            </ErrorBoundary>
          </div>
        </main>
      </div>
    </FluentProvider>
  );
}
