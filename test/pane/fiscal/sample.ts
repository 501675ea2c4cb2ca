/** A plan with 財政指標 in every state: met, missed, not entered, beyond a statutory line, with a name that two items share. */
import { type Indicator, type Plan } from "../../../src/plan/plan";
import { type LoadedPlan } from "../../../src/pane/screens/fiscal/sources";

function indicator(
  part: Partial<Indicator> & Pick<Indicator, "id" | "node" | "name" | "targets">,
): Indicator {
  return {
    unit: "％",
    direction: "down",
    kind: null,
    cumulative: false,
    note: null,
    baseline: { year: 2019, text: "89.3" },
    ...part,
  };
}

export const plan: Plan = {
  format: "plan/1",
  id: "midori",
  municipality: "緑市",
  code: "112101",
  title: "緑市財政計画",
  period: [2021, 2023],
  source: { title: "緑市財政計画" },
  corrections: [],
  expects: { level: "取組", departments: false, targets: "yearly" },
  levels: ["取組"],
  nodes: ["1", "2", "3"].map((number) => ({
    id: number,
    parent: null,
    level: "取組",
    number,
    name: `取組${number}`,
    departments: [],
  })),
  indicators: [
    indicator({
      id: "1-1",
      node: "1",
      name: "経常収支比率",
      targets: { "2021": "91.8", "2022": "91.7", "2023": "91.6" },
      actuals: { "2021": "91.5", "2022": "92.0" },
    }),
    indicator({
      id: "2-1",
      node: "2",
      name: "実質公債費比率",
      baseline: null,
      targets: { "2021": "18.0", "2022": "17.5％", "2023": "17.0" },
      actuals: { "2021": "18.4" },
    }),
    indicator({ id: "3-1", node: "3", name: "市税の収納率", direction: "up", targets: { "2023": "98.0" } }),
    indicator({ id: "3-2", node: "3", name: "研修の回数", unit: "回", targets: { "2023": "5" } }),
  ],
  assessments: [],
};

export const loaded: LoadedPlan = { plan, sheet: "緑市", name: "緑市", table: "表_緑市" };
