/** The screen 財政: 財政指標 of the plans into a budget workbook, and a ratio from its parts. */
import { makeStyles, ToggleButton, tokens } from "@fluentui/react-components";
import { useStore } from "../../state/use-store";
import { fiscal } from "./fiscal-state";
import { IndicatorsView } from "./IndicatorsView";
import { RatioView } from "./RatioView";

const useStyles = makeStyles({
  root: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    gap: tokens.spacingVerticalM,
    minWidth: 0,
    "& > *": { minWidth: 0 },
  },
  views: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalXS },
});

const views = [
  { id: "indicators", name: "指標をシートに入れる" },
  { id: "ratio", name: "比率を計算する" },
] as const;

export default function FiscalScreen() {
  const styles = useStyles();
  const view = useStore(fiscal, (state) => state.view);
  return (
    <div className={styles.root}>
      {/* Buttons, not Fluent's TabList: see frame/Tabs. */}
      <div className={styles.views} role="group" aria-label="財政の画面">
        {views.map(({ id, name }) => (
          <ToggleButton
            key={id}
            size="small"
            checked={view === id}
            appearance={view === id ? "primary" : "subtle"}
            aria-controls="fiscal-view"
            onClick={() => fiscal.set({ view: id })}
          >
            {name}
          </ToggleButton>
        ))}
      </div>
      <div id="fiscal-view">{view === "indicators" ? <IndicatorsView /> : <RatioView />}</div>
    </div>
  );
}
