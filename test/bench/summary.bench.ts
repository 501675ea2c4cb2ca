/** How long 集計 takes, beside a version that filters all nodes and all indicators for every heading. */

import { rateOf } from "../../src/plan/progress/progress";
import type { Plan, PlanNode } from "../../src/plan/plan";
import { summarize } from "../../src/plan/summary/summary";
import { madePlan } from "./made-plan";
import { measured, printTable, type BenchRow } from "./table";

export function rows(): BenchRow[] {
  return [1_000, 10_000, 100_000].map((size) => {
    const plan = madePlan(size);
    return {
      what: "集計",
      size,
      ...measured(size > 50_000 ? 3 : 9, () => summarize(plan)),
      // At 100,000 the naive version takes many minutes.
      naiveMs: size > 10_000 ? null : measured(1, () => naive(plan)).cpuMs,
      peer: "全件を何度もたどる書き方",
      note: summarize(plan).total.printed,
    };
  });
}

/** The mean of every heading, each found by going through everything again. */
function naive(plan: Plan): number[] {
  const under = (id: string): PlanNode[] => {
    const children = plan.nodes.filter(({ parent }) => parent === id);
    return [...children, ...children.flatMap((child) => under(child.id))];
  };
  const headings = plan.nodes.filter(({ level }) => level !== plan.expects.level);
  return headings.map(({ id }) => {
    const items = under(id).filter(({ level }) => level === plan.expects.level);
    const means = items.map((item) => {
      const own = plan.indicators.filter(({ node }) => node === (item.sameAs ?? item.id));
      const rates = own.flatMap((indicator) => {
        const rate = rateOf(indicator, plan.period[1], { period: plan.period });
        return rate.kind === "rate" ? [Math.min(rate.value, 1)] : [];
      });
      return rates.reduce((sum, rate) => sum + rate, 0) / rates.length;
    });
    return means.reduce((sum, mean) => sum + mean, 0) / means.length;
  });
}

if (process.argv[1]?.endsWith("summary.bench.ts") === true) process.stdout.write(printTable("集計", rows()));
