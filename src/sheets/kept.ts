/** What is kept of a plan in its workbook: the plan as it was loaded or last recorded, and how its parts were named. */

import type { Plan } from "../plan/plan";

/** How the workbook's parts were named when they were made. Renaming them breaks nothing: they are found by what they hold. */
export interface KeptNames {
  /** Format of the workbook this copy was written in. */
  version: number;
  /** Grows with every update: of two copies the later one counts. */
  serial: number;
  table: string;
  scaleTable: string;
  name: string;
  keptTable: string;
  sheets: { plan: string; summary: string; kept: string };
  loadedOn: string;
}

export interface Kept {
  plan: Plan;
  names: KeptNames;
}
