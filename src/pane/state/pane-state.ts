/** What the pane remembers while it is open, apart from what each screen keeps for itself. */
import { type ScreenId } from "../frame/screens";
import { createStore } from "./store";

/** What happened, in a sentence: shown on top until it is dismissed or something newer happens. */
export interface Notice {
  tone: "success" | "warning" | "error" | "info";
  title: string;
  text?: string;
  /** What was done can be taken back from here. */
  undoable?: boolean;
}

/** Work under way: what, how far, and how to stop it where it can be stopped. */
export interface Task {
  label: string;
  done?: number;
  total?: number;
  cancel?: () => void;
}

export interface PaneState {
  screen: ScreenId;
  notice: Notice | null;
  task: Task | null;
  /** Number of open errors and warnings, for the badge on 点検; null while nobody has looked. */
  findings: { errors: number; warnings: number } | null;
  /** What 元に戻す would take back, in words; null where there is nothing. */
  undoable: string | null;
}

export const pane = createStore<PaneState>({
  screen: "plan",
  notice: null,
  task: null,
  findings: null,
  undoable: null,
});

/** Opens a screen. What went well elsewhere has been read by then; what went wrong stays until somebody closes it. */
export function openScreen(screen: ScreenId): void {
  pane.set(({ screen: from, notice }) => {
    const read = screen !== from && (notice?.tone === "success" || notice?.tone === "info");
    return read ? { screen, notice: null } : { screen };
  });
}
