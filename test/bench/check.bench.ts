/** How long 点検 takes, beside a version that filters all indicators for every item and compares every name with every other. */

import { checkPlan } from "../../src/plan/check";
import { parseTarget } from "../../src/plan/target";
import type { Plan } from "../../src/plan/plan";
import { madePlan } from "./made-plan";
import { measured, printTable, type BenchRow } from "./table";

export function rows(): BenchRow[] {
  return [1_000, 10_000, 100_000].map((size) => {
    const plan = madePlan(size);
    return {
      what: "点検",
      size,
      ...measured(size > 50_000 ? 3 : 9, () => checkPlan(plan)),
      // At 100,000 the naive version takes minutes.
      naiveMs: size > 10_000 ? null : measured(1, () => naive(plan)).cpuMs,
      peer: "全件を何度もたどる書き方",
      note: `${checkPlan(plan).length} findings, all rules`,
    };
  });
}

/** Only three of the rules, each as one would first write it. */
function naive(plan: Plan): string[] {
  const findings: string[] = [];
  const items = plan.nodes.filter(({ level }) => level === plan.expects.level);
  for (const node of items) {
    const own = plan.indicators.filter((indicator) => indicator.node === (node.sameAs ?? node.id));
    if (node.departments.length === 0) findings.push(node.id);
    for (const { id, targets } of own) {
      for (let year = plan.period[0]; year <= plan.period[1]; year++) {
        if (parseTarget(targets[year]).kind === "missing") findings.push(id);
      }
    }
    const twins = items.filter((other) => other !== node && other.number === node.number);
    if (twins.length > 0) findings.push(node.id);
  }
  return findings;
}

if (process.argv[1]?.endsWith("check.bench.ts") === true) process.stdout.write(printTable("点検", rows()));
