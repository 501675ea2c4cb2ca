/** What a rule found in a plan, and who accepted it. */

import type { CellChange, Severity } from "./checks/rule";
import type { Year } from "./plan";

export interface Finding {
  rule: string;
  title: string;
  severity: Severity;
  node: string | null;
  indicator: string | null;
  year: Year | null;
  /** Of a recorded judgement: in which scale. */
  scale?: string;
  /** 担当課 of the place, for whoever filters by it. */
  departments: string[];
  message: string;
  remedy: string;
  mendable: boolean;
  /** The cells 修正 would change; empty where a person has to decide. */
  changes: CellChange[];
  /** The finding and the data under it, in one text: see 了承. */
  fingerprint: string;
  acceptance: Acceptance | null;
}

/** One row of the 点検 sheet's record: who accepted what and why. */
export interface Acceptance {
  rule: string;
  node: string | null;
  indicator: string | null;
  year: number | null;
  /** The finding and the data under it; a finding with another fingerprint is another finding. */
  fingerprint: string;
  by: string;
  reason: string;
  /** The day, as the caller writes it; this file has no clock. */
  at: string | null;
}
