/** Where a person is on the screen 計画. Kept outside the screen: another tab and back, and nothing typed or chosen is lost. */
import { type Plan } from "../../../plan/plan";
import { type LoadPreview, type ReloadPreview, type RemovePreview } from "../../../sheets";
import { createStore } from "../../state/store";
import { type ReadDocument } from "./document";
import { type Cell, type Columns } from "../../../sheets/selection/columns";

/** What a document is for: a new plan, a newer version of one that is loaded, or 実績値 for one that is loaded. */
export type Purpose =
  | { kind: "load" }
  | { kind: "update"; plan: string; title: string }
  | { kind: "answers"; plan: string; title: string };

/** A list whose columns a person has to explain: a range of the sheet, a CSV. */
export interface UnexplainedTable {
  /** 選択範囲 加須市!A1:F20, 計画.csv */
  name: string;
  values: readonly (readonly Cell[])[];
}

export type Stage =
  | { kind: "list" }
  | { kind: "open"; purpose: Purpose }
  /** `columns`: null while nobody changed what they were taken for. */
  | { kind: "columns"; purpose: Purpose; table: UnexplainedTable; columns: Columns | null; back: Stage }
  | { kind: "review"; purpose: Purpose; document: ReadDocument; back: Stage }
  | {
      kind: "answers";
      purpose: Extract<Purpose, { kind: "answers" }>;
      document: ReadDocument;
      plan: Plan;
      back: Stage;
    }
  | { kind: "load"; plan: Plan; preview: LoadPreview; back: Stage }
  | { kind: "loaded"; plan: string; title: string; sheet: string }
  | { kind: "update"; plan: Plan; preview: ReloadPreview; back: Stage }
  | { kind: "updated"; plan: string; title: string; preview: ReloadPreview }
  | { kind: "remove"; preview: RemovePreview }
  | { kind: "record"; plan: string };

export interface PlanScreenState {
  stage: Stage;
  /** The text in the field for pasting, as typed so far. */
  pasted: string;
}

export const planScreen = createStore<PlanScreenState>({ stage: { kind: "list" }, pasted: "" });

export function goTo(stage: Stage): void {
  planScreen.set({ stage });
}
