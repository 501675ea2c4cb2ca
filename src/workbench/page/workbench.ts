/** What the page around the pane offers to the pane's page. */
import type { Association } from "../host/calc/custom/definition";
import type { Executor } from "../host/seam";
import type { Dialogs } from "./frame/dialogs";

export interface Workbench {
  readonly host: Executor;
  readonly office: object;
  readonly dialogs: Dialogs;
  /** To a window that this page opened: the workbook it is for. */
  handOver(): string | undefined;
  /** The pane's scripts have run: these are its functions. */
  paneLoaded(associations: ReadonlyMap<string, Association>): void;
}
