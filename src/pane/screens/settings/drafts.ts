/** Scales being edited, by plan: kept while a person looks at another screen. */
import { createStore } from "../../state/store";
import { type Draft } from "./scale-draft";

export const drafts = createStore<{ byPlan: Readonly<Record<string, Draft | null>> }>({ byPlan: {} });
