/** What the 財政 screen remembers while the pane is open, so that looking at another screen loses nothing. */
import { type FiscalName } from "../../../plan/fiscal/fiscal";
import { publishedPlans, unreadPlanFiles } from "../../../functions/plans/published-plans";
import { type UnreadFile } from "../../../functions/plans/server-plans";
import { type Plan, type Year } from "../../../plan/plan";
import { type BroughtWorkbook } from "../../../sheets";
import { createStore } from "../../state/store";
import { type Form, type Series } from "./block-choice";
import { type LineInputs, noLineInputs } from "./fiscal-rows";
import { type Matching } from "./part-matching";
import { type Picked } from "./ratio-block";
import { type RatioMode } from "./ratio-input";

export interface FiscalState {
  view: "indicators" | "ratio";
  published: readonly Plan[] | null;
  /** The planners' workbooks that were brought in. */
  brought: readonly BroughtWorkbook[];
  /** Files of the server's plans/ folder that could not be read. */
  unread: readonly UnreadFile[];
  /** The bundled plans could not be fetched. */
  publishedFailed: boolean;
  lineInputs: LineInputs;
  /** Keys of the chosen rows, in the order they were chosen. */
  chosen: readonly string[];
  /** null: every year of the chosen rows. */
  years: readonly Year[] | null;
  series: readonly Series[];
  direction: "across" | "down";
  headings: boolean;
  sourceLine: boolean;
  form: Form;
  ratio: FiscalName;
  mode: RatioMode;
  values: Readonly<Record<string, readonly string[]>>;
  picked: Picked;
  matching: Matching | null;
  ratioForm: "linked" | "list";
}

export const fiscal = createStore<FiscalState>({
  view: "indicators",
  published: null,
  brought: [],
  unread: [],
  publishedFailed: false,
  lineInputs: noLineInputs,
  chosen: [],
  years: null,
  series: ["目標値"],
  direction: "across",
  headings: true,
  sourceLine: true,
  form: "formula",
  ratio: "経常収支比率",
  mode: "parts",
  values: {},
  picked: {},
  matching: null,
  ratioForm: "list",
});

/** The published plans (bundled, and the server's own) are fetched when this screen or a function first asks for them. */
export async function loadPublished(): Promise<void> {
  if (fiscal.get().published !== null) return;
  fiscal.set({ publishedFailed: false });
  try {
    const plans = await publishedPlans();
    fiscal.set({ published: plans.map(({ plan }) => plan), unread: unreadPlanFiles() });
  } catch {
    fiscal.set({ publishedFailed: true });
  }
}
