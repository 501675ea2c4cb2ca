/** The screen 財政: 財政指標 of the plans into a budget workbook, and a ratio from its parts. */
import { makeStyles, Tab, TabList, tokens } from "@fluentui/react-components";
import { useStore } from "../../state/use-store";
import { fiscal } from "./fiscal-state";
import { IndicatorsView } from "./IndicatorsView";
import { isOneOf } from "./one-of";
import { RatioView } from "./RatioView";

const useStyles = makeStyles({
  root: { display: "grid", gap: tokens.spacingVerticalM, minWidth: 0, "& > *": { minWidth: 0 } },
});

const views = { indicators: "指標をシートに入れる", ratio: "比率を計算する" } as const;

export default function FiscalScreen() {
  const styles = useStyles();
  const view = useStore(fiscal, (state) => state.view);
  return (
    <div className={styles.root}>
      <TabList
        size="small"
        selectedValue={view}
        aria-label="財政の画面"
        onTabSelect={(_event, { value }) => {
          if (typeof value === "string" && isOneOf(views, value)) fiscal.set({ view: value });
        }}
      >
        {Object.entries(views).map(([value, label]) => (
          <Tab key={value} value={value} id={`fiscal-tab-${value}`} aria-controls="fiscal-view">
            {label}
          </Tab>
        ))}
      </TabList>
      <div id="fiscal-view" role="tabpanel" aria-labelledby={`fiscal-tab-${view}`}>
        {view === "indicators" ? <IndicatorsView /> : <RatioView />}
      </div>
    </div>
  );
}
