/** The self-test as the pane remembers it: whether its page is open, and the report of the last run. */
import { type Entry, type SelfTestReport } from "../../sheets/self-test";
import { createStore } from "../state/store";

export interface SelfTestState {
  open: boolean;
  report: { entries: readonly Entry[]; left: readonly string[]; text: string } | null;
}

export const selfTest = createStore<SelfTestState>({ open: false, report: null });

/**
 * A view of the pane, not a page to go to: leaving the page would end the runtime that the functions in the cells live in.
 * taskpane.html?selftest opens it from the start.
 */
export function isAskedFor(search: string): boolean {
  return new URLSearchParams(search).has("selftest");
}

export function reported(report: SelfTestReport, text: string): void {
  selfTest.set({ report: { entries: report.entries, left: report.left, text } });
}
