/** Hyperlinks of cells: where they lead, and which cells carry them. */
import type { Rectangle } from "../cells/rectangle";

export interface Target {
  readonly address?: string;
  /** A place in this workbook: `Sheet1!A1`. */
  readonly documentReference?: string;
  readonly screenTip?: string;
}
export interface Link extends Target {
  readonly area: Rectangle;
}
