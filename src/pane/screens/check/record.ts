/** The rows of the 点検 sheet: every finding of every plan, and what was accepted before and is no longer found. */
import { type Acceptance } from "../../../plan/acceptance";
import { type Finding } from "../../../plan/check";
import { type FindingRow, type WorkbookPlan } from "../../../sheets";
import { severityName } from "./filter";
import { addressOfFinding, placeInWords } from "./place";

export interface Checked {
  plan: WorkbookPlan;
  findings: readonly Finding[];
}

/** What becomes of an acceptance: a new one, or one taken back. */
export type AcceptanceChange =
  { kind: "accept"; acceptance: Acceptance } | { kind: "withdraw"; fingerprint: string };

/**
 * `kept` are the accepted rows as the sheet holds them: what somebody wrote there stays word for word, and a row whose
 * finding is gone stays too, because it is the record of a decision.
 */
export function recordRows(
  checked: readonly Checked[],
  kept: readonly FindingRow[],
  change: AcceptanceChange | null = null,
): FindingRow[] {
  const accepted = new Map(kept.map((row) => [row.key, row.accepted]));
  if (change?.kind === "accept") {
    const { fingerprint, by, reason, at } = change.acceptance;
    accepted.set(fingerprint, { by, why: reason, on: at ?? "" });
  }
  if (change?.kind === "withdraw") accepted.delete(change.fingerprint);
  const rows = checked.flatMap(({ plan, findings }) =>
    findings.map((finding): FindingRow => ({
      plan: plan.plan.id,
      rule: finding.title,
      severity: severityName(finding.severity),
      message: finding.message,
      remedy: finding.remedy,
      place: placeInWords(plan.plan, finding),
      address: addressOfFinding(plan, finding),
      key: finding.fingerprint,
      accepted: accepted.get(finding.fingerprint) ?? null,
    })),
  );
  const there = new Set(rows.map(({ key }) => key));
  const gone = kept.filter(({ key }) => !there.has(key) && accepted.has(key));
  return [...rows, ...gone];
}
