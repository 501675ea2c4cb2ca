/** Which findings are shown: by severity, rule, 担当課 and whether they are accepted; and how many each choice would show. */
import { type Finding, type Severity } from "../../../plan/check";
import { NO_DEPARTMENT } from "../../../plan/summary/summary";

export type Acceptedness = "open" | "accepted" | "all";

export interface FindingFilter {
  severity: Severity | null;
  rule: string | null;
  department: string | null;
  accepted: Acceptedness;
}

export const NO_FILTER: FindingFilter = { severity: null, rule: null, department: null, accepted: "open" };

export const SEVERITIES = [
  { id: "error", name: "誤り" },
  { id: "warning", name: "注意" },
  { id: "note", name: "参考" },
] as const satisfies readonly { id: Severity; name: string }[];

export function severityName(severity: Severity): string {
  return SEVERITIES.find(({ id }) => id === severity)?.name ?? severity;
}

type Dimension = keyof FindingFilter;

function passes(finding: Finding, filter: FindingFilter, but: Dimension | null = null): boolean {
  const { severity, rule, department, accepted } = filter;
  return (
    (but === "severity" || severity === null || finding.severity === severity) &&
    (but === "rule" || rule === null || finding.rule === rule) &&
    (but === "department" || department === null || departmentsOf(finding).includes(department)) &&
    (but === "accepted" || accepted === "all" || (finding.acceptance !== null) === (accepted === "accepted"))
  );
}

function departmentsOf({ departments }: Finding): readonly string[] {
  return departments.length === 0 ? [NO_DEPARTMENT] : departments;
}

/** The shown ones, most serious first; within a severity in the order of the rules and of the plan. */
export function filterFindings(findings: readonly Finding[], filter: FindingFilter): Finding[] {
  const shown = findings.filter((finding) => passes(finding, filter));
  return SEVERITIES.flatMap(({ id }) => shown.filter(({ severity }) => severity === id));
}

export interface Choice {
  id: string;
  name: string;
  count: number;
}

export interface Facets {
  severities: (Choice & { id: Severity })[];
  rules: Choice[];
  departments: Choice[];
  accepted: (Choice & { id: Acceptedness })[];
}

/** Each choice with what it would show while the others stay as they are. What shows nothing is not offered. */
export function facetsOf(findings: readonly Finding[], filter: FindingFilter): Facets {
  const severities = new Map<string, number>();
  const rules = new Map<string, Choice>();
  const departments = new Map<string, Choice>();
  let open = 0;
  let accepted = 0;
  const count = (into: Map<string, Choice>, id: string, name: string): void => {
    const there = into.get(id);
    if (there === undefined) into.set(id, { id, name, count: 1 });
    else there.count += 1;
  };
  for (const finding of findings) {
    const { severity, rule, title } = finding;
    if (passes(finding, filter, "severity")) severities.set(severity, (severities.get(severity) ?? 0) + 1);
    if (passes(finding, filter, "rule")) count(rules, rule, title);
    if (passes(finding, filter, "department"))
      for (const name of departmentsOf(finding)) count(departments, name, name);
    if (passes(finding, filter, "accepted")) {
      if (finding.acceptance === null) open += 1;
      else accepted += 1;
    }
  }
  return {
    severities: SEVERITIES.map(({ id, name }) => ({ id, name, count: severities.get(id) ?? 0 })),
    rules: [...rules.values()],
    departments: [...departments.values()].sort((one, other) => other.count - one.count),
    accepted: [
      { id: "open", name: "未了承", count: open },
      { id: "accepted", name: "了承済み", count: accepted },
      { id: "all", name: "すべて", count: open + accepted },
    ],
  };
}
