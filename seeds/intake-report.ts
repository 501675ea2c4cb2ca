/** What was read from a document, in words for the person at the terminal. */

import type { Intake } from "../src/intake";
import { layoutNames } from "../src/intake/layout-names";
import type { Problem } from "../src/plan/plan";

export function describeIntake(file: string, { plan, kind, problems }: Intake): string {
  if (!plan) return `${file}: 読めませんでした（問題 ${problems.length} 件）`;
  const perLevel = plan.levels.map((level) => {
    const nodes = plan.nodes.filter((node) => node.level === level);
    const reprinted = nodes.filter((node) => node.sameAs !== undefined).length;
    return `${level} ${nodes.length}${reprinted > 0 ? `（うち再掲 ${reprinted}）` : ""}`;
  });
  const departments = new Set([...plan.nodes, ...plan.assessments].flatMap((owner) => owner.departments))
    .size;
  const targets = plan.indicators.reduce((sum, indicator) => sum + Object.keys(indicator.targets).length, 0);
  return [
    [`${file}: ${kind === null ? "" : layoutNames[kind]}`, plan.municipality, plan.title].join(" ").trimEnd(),
    `  ${perLevel.join("、")}`,
    `  指標 ${plan.indicators.length}、目標値 ${targets}、評価 ${plan.assessments.length}、担当課 ${departments}、問題 ${problems.length} 件`,
  ].join("\n");
}

export function describeProblems(file: string, problems: readonly Problem[]): string[] {
  return problems.map(({ severity, line, path, message }) => {
    const where = [
      file,
      ...(line === undefined ? [] : [String(line)]),
      ...(path === undefined ? [] : [path]),
    ].join(":");
    return `${where}: ${severity === "error" ? "誤り" : "注意"}: ${message}`;
  });
}
