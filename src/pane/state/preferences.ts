/** What a person told the pane once and should not be asked again: kept on this machine, never in the workbook. */
import { createStore } from "./store";

export interface Preferences {
  /** Who records revisions, as asked once; empty where nobody has said. */
  who: string;
  /** Whether workbooks with a plan start the add-in by themselves; null while nobody was asked. */
  startup: "always" | "never" | null;
  /** Digits after the point in rates the pane shows. What is graded always has one. */
  decimals: Decimals;
}

export type Decimals = 1 | 2 | 3;

const place = "keikaku-addin";
const nothingSaid: Preferences = { who: "", startup: null, decimals: 1 };

/** Whatever stands in the storage, as far as it makes sense. */
export function readPreferences(text: string | null): Preferences {
  try {
    const said: unknown = JSON.parse(text ?? "{}");
    if (typeof said !== "object" || said === null) return nothingSaid;
    const { who, startup, decimals } = said as Record<string, unknown>;
    return {
      who: typeof who === "string" ? who : "",
      startup: startup === "always" || startup === "never" ? startup : null,
      decimals: decimals === 2 || decimals === 3 ? decimals : 1,
    };
  } catch {
    return nothingSaid;
  }
}

/** Storage is closed to panes in some browsers: then a preference lasts as long as the pane. */
function stored(): string | null {
  try {
    return localStorage.getItem(place);
  } catch {
    return null;
  }
}

export const preferences = createStore<Preferences>(readPreferences(stored()));

export function remember(change: Partial<Preferences>): void {
  preferences.set(change);
  try {
    localStorage.setItem(place, JSON.stringify(preferences.get()));
  } catch {
    // See `stored`.
  }
}
