/** The five tabs; 点検 carries the number of open findings. */
import { CounterBadge, makeStyles, Tab, TabList, tokens } from "@fluentui/react-components";
import { pane } from "../state/pane-state";
import { useStore } from "../state/use-store";
import { type ScreenId, screens } from "./screens";

const useStyles = makeStyles({
  list: {
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    justifyContent: "space-between",
    // Five tabs share the narrowest pane Excel allows (320 px) without scrolling.
    "& > button": { flexGrow: 1, justifyContent: "center", paddingInline: "4px" },
  },
  badge: { marginInlineStart: "4px" },
});

export function Tabs() {
  const styles = useStyles();
  const screen = useStore(pane, (state) => state.screen);
  const findings = useStore(pane, (state) => state.findings);
  const open = findings === null ? 0 : findings.errors + findings.warnings;
  return (
    <TabList
      className={styles.list}
      selectedValue={screen}
      onTabSelect={(_event, { value }) => pane.set({ screen: value as ScreenId })}
      aria-label="画面"
    >
      {screens.map(({ id, name }) => (
        <Tab key={id} value={id} id={`tab-${id}`} aria-controls="screen">
          {name}
          {id === "check" && open > 0 && (
            <CounterBadge
              className={styles.badge}
              size="small"
              count={open}
              overflowCount={99}
              color={findings && findings.errors > 0 ? "danger" : "informative"}
              aria-label={`未解決 ${open} 件`}
            />
          )}
        </Tab>
      ))}
    </TabList>
  );
}
