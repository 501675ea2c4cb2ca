/** What the page around the pane offers to the pane's page. */
import type { Association } from "../host/calc/custom";
import type { Executor } from "../host/seam";

/** The pane's page as the workbench sees it. */
export interface PaneSide {
  readonly window: Window;
  readonly associations: ReadonlyMap<string, Association>;
}

export interface Workbench {
  readonly host: Executor;
  /** `Office` for one pane's window. */
  office(pane: PaneSide): object;
}
