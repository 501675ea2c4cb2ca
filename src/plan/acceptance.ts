/** 了承: a finding somebody accepted with a reason. It stays accepted as long as the data it rests on is unchanged. */

import type { Acceptance, Finding } from "./finding";

export type { Acceptance } from "./finding";

export type AcceptanceRefused = { kind: "refused"; message: string };

/** The record to keep, or a refusal where nobody could later tell who accepted it or why. */
export function accept(
  finding: Finding,
  by: string,
  reason: string,
  at: string | null = null,
): Acceptance | AcceptanceRefused {
  if (reason.trim() === "")
    return { kind: "refused", message: "了承の理由がありません。理由を入れてください。" };
  const { rule, node, indicator, year, fingerprint } = finding;
  const who = by.trim() === "" ? "記録なし" : by.trim();
  return { rule, node, indicator, year, fingerprint, by: who, reason: reason.trim(), at };
}

/** Findings with their acceptances; the later record of two for the same finding counts. */
export function withAcceptances(findings: readonly Finding[], accepted: readonly Acceptance[]): Finding[] {
  if (accepted.length === 0) return [...findings];
  const byFingerprint = new Map(accepted.map((record) => [record.fingerprint, record]));
  return findings.map((finding) => {
    const acceptance = byFingerprint.get(finding.fingerprint) ?? null;
    return acceptance === finding.acceptance ? finding : { ...finding, acceptance };
  });
}

/** Records no finding answers to any more: what they accepted was mended, or the data under it changed. */
export function lapsedAcceptances(
  findings: readonly Finding[],
  accepted: readonly Acceptance[],
): Acceptance[] {
  const there = new Set(findings.map(({ fingerprint }) => fingerprint));
  return accepted.filter(({ fingerprint }) => !there.has(fingerprint));
}

export function openFindings(findings: readonly Finding[]): Finding[] {
  return findings.filter(({ acceptance }) => acceptance === null);
}
