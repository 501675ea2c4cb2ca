/** The five tabs; 点検 carries the number of open findings. */
import { CounterBadge, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { type KeyboardEvent, useRef } from "react";
import { openScreen, pane } from "../state/pane-state";
import { useStore } from "../state/use-store";
import { type ScreenId, screens } from "./screens";

/*
 * Fluent's TabList puts focusable elements hidden from screen readers on either side of itself, which axe rightly dislikes.
 * Five buttons and the arrow keys of the ARIA pattern need no library.
 */
const useStyles = makeStyles({
  list: {
    display: "flex",
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  tab: {
    // Five tabs share the narrowest pane Excel allows (320 px) without scrolling.
    flexGrow: 1,
    display: "flex",
    alignItems: "center",
    justifyContent: "center",
    minWidth: 0,
    minHeight: "44px",
    padding: "0 4px",
    border: "none",
    borderBottom: "3px solid transparent",
    backgroundColor: "transparent",
    color: tokens.colorNeutralForeground2,
    fontFamily: "inherit",
    fontSize: tokens.fontSizeBase300,
    cursor: "pointer",
    ":hover": { color: tokens.colorNeutralForeground1, borderBottomColor: tokens.colorNeutralStroke1 },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  selected: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    borderBottomColor: tokens.colorCompoundBrandStroke,
    ":hover": { borderBottomColor: tokens.colorCompoundBrandStroke },
    // High contrast takes the colours away: the line of the open tab stays a colour of the system's.
    "@media (forced-colors: active)": { borderBottomColor: "Highlight" },
  },
  badge: { marginInlineStart: "4px" },
});

/** The tab a key leads to; null where the key leads nowhere. */
export function tabAfter(key: string, from: ScreenId): ScreenId | null {
  const at = screens.findIndex(({ id }) => id === from);
  const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: screens.length - 1 }[key];
  if (to === undefined) return null;
  return screens[(to + screens.length) % screens.length]?.id ?? null;
}

export function Tabs() {
  const styles = useStyles();
  const list = useRef<HTMLDivElement>(null);
  const screen = useStore(pane, (state) => state.screen);
  const findings = useStore(pane, (state) => state.findings);
  const open = findings === null ? 0 : findings.errors + findings.warnings;
  const move = (event: KeyboardEvent): void => {
    const next = tabAfter(event.key, screen);
    if (next === null) return;
    event.preventDefault();
    openScreen(next);
    list.current?.querySelector<HTMLElement>(`#tab-${next}`)?.focus();
  };
  return (
    <div ref={list} role="tablist" aria-label="画面" className={styles.list} onKeyDown={move}>
      {screens.map(({ id, name }) => (
        <button
          key={id}
          type="button"
          role="tab"
          id={`tab-${id}`}
          aria-controls="screen"
          aria-selected={id === screen}
          tabIndex={id === screen ? 0 : -1}
          className={mergeClasses(styles.tab, id === screen && styles.selected)}
          onClick={() => openScreen(id)}
        >
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
        </button>
      ))}
    </div>
  );
}
