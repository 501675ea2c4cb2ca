/** The made-up plan the self-test loads: a few rows with one of everything a sheet can get wrong. */

import { emptyIndicator } from "../../intake/layout";
import type { Indicator, Plan } from "../../plan/plan";
import { freeName } from "../legal-names";

const indicator = (
  id: string,
  node: string,
  name: string,
  unit: string | null,
  targets: Record<string, string>,
  rest: Partial<Indicator> = {},
): Indicator => ({ ...emptyIndicator(), id, node, name, unit, direction: "up", targets, ...rest });

export const editedIndicator = indicator("1-1", "1", "発行の回数", "回", {
  "2021": "12",
  "2022": "12.0",
  "2023": "1,200",
});

export const samplePlan: Plan = {
  format: "plan/1",
  id: "self-test",
  municipality: "自己検査市",
  code: "112101",
  title: "自己検査の計画",
  period: [2021, 2023],
  source: { title: "自己検査のための架空の計画" },
  corrections: [],
  expects: { level: "取組", departments: true, targets: "yearly" },
  levels: ["目標", "取組"],
  nodes: [
    { id: "目標1", parent: null, level: "目標", number: "1", name: "架空の目標", departments: [] },
    { id: "1", parent: "目標1", level: "取組", number: "1", name: "架空の取組", departments: ["架空課"] },
    { id: "2", parent: "目標1", level: "取組", number: "2", name: "=1+1", departments: ["@課", "架空課"] },
    { id: "3", parent: "目標1", level: "取組", number: "3", name: "'引用で始まる名前", departments: [] },
    {
      id: "4",
      parent: "目標1",
      level: "取組",
      number: "4",
      name: "架空の取組",
      departments: ["架空課"],
      sameAs: "1",
    },
  ],
  indicators: [
    editedIndicator,
    indicator(
      "1-2",
      "1",
      "割合",
      "％",
      { "2021": "50.0", "2022": "－", "2023": "60％" },
      { method: "進捗率", baseline: { year: 2019, text: "40" } },
    ),
    indicator(
      "2-1",
      "2",
      "+計画",
      null,
      { "2021": "方針検討", "2022": "策定", "2023": "1以上" },
      { direction: null, note: "-注記" },
    ),
    indicator(
      "3-1",
      "3",
      "時間",
      "時間",
      { "2021": "▲30", "2022": "▲45", "2023": "'60" },
      { direction: "down", baseline: { year: 2019, text: "56" } },
    ),
  ],
  assessments: [],
};

/** As the loader names a plan's table where no other is called so. */
export function tableName(plan: Plan): string {
  return freeName(`表_${plan.municipality}`, []);
}
