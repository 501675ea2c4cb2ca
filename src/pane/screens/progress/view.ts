/** What a person chose on 進捗; kept while the pane is open, also while another screen shows. */
import { type Year } from "../../../plan/plan";
import { createStore } from "../../state/store";

export type ProgressPart = "chart" | "tree" | "indicator" | "owed";

export interface ProgressView {
  part: ProgressPart;
  year: Year | null;
  department: string | null;
  level: string | null;
  /** Keys of the tree; null: nobody opened or closed anything yet. */
  open: ReadonlySet<string> | null;
  /** The row of the tree a person is at. */
  active: string | null;
  /** The indicator whose line is shown. */
  indicator: string | null;
  /** Whether the line follows the cell selected in the workbook. */
  following: boolean;
}

export const progressView = createStore<ProgressView>({
  part: "chart",
  year: null,
  department: null,
  level: null,
  open: null,
  active: null,
  indicator: null,
  following: true,
});
