/** 点検: asks every rule of a plan and gives what was found, each with its place, its sentence and how to mend it. */

import { withAcceptances } from "./acceptance";
import type { Rule, Slip } from "./checks/rule";
import { RULES } from "./checks/rules";
import { surveyOf } from "./checks/survey";
import type { Acceptance, Finding } from "./finding";
import { fingerprintOf } from "./fingerprint";
import type { Plan } from "./plan";
import { departmentsOf } from "./tree";

export interface CheckOptions {
  /** What was accepted before. */
  accepted?: readonly Acceptance[];
  /** Only these rules; all where not given. */
  rules?: readonly Rule[];
}

/** Findings in the order of the rules and, within a rule, of the plan. The same plan gives the same findings. */
export function checkPlan(plan: Plan, { accepted = [], rules = RULES }: CheckOptions = {}): Finding[] {
  const survey = surveyOf(plan);
  const findings: Finding[] = [];
  const seen = new Map<string, number>();
  for (const rule of rules) {
    const keep = (slip: Slip) => findings.push(findingOf(rule, slip, departmentsAt(slip), seen));
    switch (rule.about) {
      case "plan":
        rule.find(survey).forEach(keep);
        break;
      case "node":
        for (const branch of survey.tree.inOrder) each(rule.find(branch, survey), keep);
        break;
      case "item":
        for (const item of survey.items) each(rule.find(item, survey), keep);
        break;
      case "indicator":
        for (const reading of survey.readings) each(rule.find(reading, survey), keep);
        break;
    }
  }
  return withAcceptances(findings, accepted);

  function departmentsAt({ node }: Slip): string[] {
    const branch = node === null ? undefined : survey.tree.byId.get(node);
    return branch === undefined ? [] : departmentsOf(branch);
  }
}

function each(found: Slip | Slip[] | null, keep: (slip: Slip) => void): void {
  if (found === null) return;
  if (Array.isArray(found)) found.forEach(keep);
  else keep(found);
}

function findingOf(rule: Rule, slip: Slip, departments: string[], seen: Map<string, number>): Finding {
  const { node, indicator, year, message, remedy = rule.remedy, changes = [] } = slip;
  const data = fingerprintOf([rule.id, node, indicator, year, slip.detail ?? null, slip.under]);
  // Rows copied with their ids give the same finding again; each still has to be accepted by itself.
  const earlier = seen.get(data) ?? 0;
  seen.set(data, earlier + 1);
  return {
    rule: rule.id,
    title: rule.title,
    severity: slip.severity ?? rule.severity,
    node,
    indicator,
    year,
    ...(slip.scale === undefined ? {} : { scale: slip.scale }),
    departments,
    message,
    remedy,
    mendable: changes.length > 0,
    changes,
    fingerprint: earlier === 0 ? data : `${data}-${earlier + 1}`,
    acceptance: null,
  };
}

export { RULES } from "./checks/rules";
export type { CellChange, Rule, Severity } from "./checks/rule";
export type { Finding } from "./finding";
