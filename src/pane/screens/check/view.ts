/** What a person chose on 点検; kept while the pane is open. */
import { createStore } from "../../state/store";
import { type FindingFilter, NO_FILTER } from "./filter";

export interface CheckView extends FindingFilter {
  /** The finding whose 修正 or 了承 is open, by its fingerprint; `many`: 修正 of all that are shown. */
  opened: { kind: "mend" | "accept"; fingerprint: string } | { kind: "many" } | null;
}

export const checkView = createStore<CheckView>({ ...NO_FILTER, opened: null });
