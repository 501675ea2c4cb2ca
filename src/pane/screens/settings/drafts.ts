/** Scales and methods being edited, by plan: kept while a person looks at another screen. */
import { createStore } from "../../state/store";
import { type MethodDraft } from "./methods";
import { type Draft } from "./scale-draft";

export const drafts = createStore<{ byPlan: Readonly<Record<string, Draft | null>> }>({ byPlan: {} });

export const methodDrafts = createStore<{ byPlan: Readonly<Record<string, MethodDraft>> }>({ byPlan: {} });
