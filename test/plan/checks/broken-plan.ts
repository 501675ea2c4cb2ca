/** Plans with faults of every kind, ids used twice and parents in circles included. */

import fc from "fast-check";
import type { Indicator, Plan, PlanNode } from "../../../src/plan/plan";
import { planOf } from "../plan-parts";

export function brokenPlan(): fc.Arbitrary<Plan> {
  const id = fc.constantFrom("a", "b", "c", "d", "__proto__", "");
  const text = fc.constantFrom(
    "100",
    "0.5",
    "100％",
    "50人",
    "－",
    "",
    "実施",
    "1以上",
    "▲3",
    "3〜5",
    "主幹50・主査70",
    "類似団体平均以下",
    "?",
  );
  const node: fc.Arbitrary<PlanNode> = fc.record(
    {
      id,
      parent: fc.option(id),
      level: fc.constantFrom("目標", "施策", "取組項目", "細目"),
      number: fc.option(fc.constantFrom("1", "2", "4", "(1)", "①", "第1章", "1-2")),
      name: fc.constantFrom("広報", "広 報", "財政", ""),
      departments: fc.subarray(["市民協働推進課", "市民共働推進課", "", "DX課", "ＤＸ課"]),
      sameAs: id,
      remark: fc.boolean(),
    },
    { requiredKeys: ["id", "parent", "level", "number", "name", "departments"] },
  );
  const values = fc.dictionary(fc.constantFrom("2020", "2021", "2022", "2023", "2025", "2030"), text);
  const measured: fc.Arbitrary<Indicator> = fc.record({
    id,
    node: id,
    name: fc.constantFrom("回数", "実質公債費比率", ""),
    unit: fc.constantFrom(null, "", "％", "%", "人"),
    direction: fc.constantFrom(null, "up" as const, "down" as const, "keep" as const, "band" as const),
    kind: fc.constant(null),
    cumulative: fc.boolean(),
    note: fc.constantFrom(null, "隔年調査"),
    baseline: fc.option(fc.record({ year: fc.option(fc.constantFrom(2019, 2022)), text })),
    targets: values,
    actuals: values,
  });
  const marks = fc.constantFrom("A", "F", "", ["A", "B"]);
  const assessment = fc.record({
    node: id,
    marks: fc.dictionary(fc.constantFrom("進捗区分", "独自"), marks),
    departments: fc.constant<string[]>([]),
  });
  return fc
    .record({
      nodes: fc.array(node, { maxLength: 8 }),
      indicators: fc.array(measured, { maxLength: 6 }),
      assessments: fc.array(assessment, { maxLength: 3 }),
      period: fc.constantFrom<[number, number]>([2021, 2025], [2025, 2021], [2021, 9999]),
      targets: fc.constantFrom("yearly" as const, "final" as const, "none" as const),
    })
    .map(({ targets, ...parts }) =>
      planOf({ ...parts, expects: { level: "取組項目", departments: true, targets } }),
    );
}
