/** A made-up plan of any size in the shape of 加須's: five levels, yearly targets, 担当課, a 再掲 in every twenty items. */

import type { Indicator, Plan, PlanNode } from "../../src/plan/plan";

export function madePlan(indicatorCount: number): Plan {
  const nodes: PlanNode[] = [];
  const indicators: Indicator[] = [];
  const put = (level: string, parent: string | null, number: number, name: string): string => {
    const id = `${level}-${nodes.length}`;
    nodes.push({ id, parent, level, number: String(number), name, departments: [] });
    return id;
  };
  const goals = Math.max(2, Math.ceil(indicatorCount / 400));
  const tops = [put("視点", null, 1, "協働"), put("視点", null, 2, "市役所")];
  let item = 0;
  for (let goal = 0; indicators.length < indicatorCount; goal++) {
    const goalId = put("目標", tops[goal % 2] ?? null, goal + 1, `目標その${goal}`);
    for (let policy = 0; policy < 4 && indicators.length < indicatorCount; policy++) {
      const policyId = put("施策", goalId, policy + 1, `施策${goal}の${policy}`);
      for (
        let place = 0;
        place < Math.ceil(indicatorCount / goals / 4) && indicators.length < indicatorCount;
        place++
      ) {
        item++;
        const departments = [`第${item % 97}課`, ...(item % 13 === 0 ? [`第${(item + 5) % 97}課`] : [])];
        const node: PlanNode = {
          id: `i${item}`,
          parent: policyId,
          level: "取組項目",
          number: String(item),
          name: `取組${item}`,
          departments,
        };
        nodes.push(node);
        if (item % 20 === 0) {
          const original = nodes.at(-2);
          if (original?.level === "取組項目" && original.sameAs === undefined)
            Object.assign(node, {
              sameAs: original.id,
              name: original.name,
              departments: original.departments,
            });
          continue;
        }
        for (let own = 0; own <= item % 2 && indicators.length < indicatorCount; own++)
          indicators.push(made(node.id, item, own));
      }
    }
  }
  return {
    format: "plan/1",
    id: "made",
    municipality: "仮市",
    code: "112101",
    title: "仮の計画",
    period: [2021, 2025],
    source: { title: "仮の計画" },
    corrections: [],
    expects: { level: "取組項目", departments: true, targets: "yearly" },
    levels: ["視点", "目標", "施策", "取組項目"],
    nodes,
    indicators,
    assessments: [],
  };
}

function made(node: string, item: number, own: number): Indicator {
  const start = 40 + (item % 997);
  const targets = Object.fromEntries(
    [2021, 2022, 2023, 2024, 2025].map((year) => [year, String(start + year - 2020)]),
  );
  const actual = (year: number) => String(start + ((item * 7 + year + own) % 12) - 4);
  const actuals =
    item % 31 === 0
      ? {}
      : Object.fromEntries([2021, 2022, 2023, 2024, 2025].map((year) => [year, actual(year)]));
  return {
    id: `${node}-${own}`,
    node,
    name: `指標${own}（人数）`,
    unit: "人",
    direction: "up",
    kind: null,
    cumulative: false,
    note: null,
    baseline: { year: 2019, text: String(start) },
    targets,
    actuals,
  };
}
