/** A plan as the workbook would hand it to the pane: every indicator and every item without one in a row of its own, from row 6 on. */
import { type Plan } from "../../src/plan/plan";
import { type WorkbookPlan } from "../../src/sheets";

const columns = {
  row: "A",
  name: "F",
  departments: "H",
  unit: "L",
  baseline: "R",
  target: "S",
  actual: "T",
} as const;

export function workbookPlan(plan: Plan, sheet = "試験市"): WorkbookPlan {
  const rows = [
    ...plan.indicators.map(({ id }) => `i:${id}`),
    ...plan.nodes
      .filter(({ id }) => !plan.indicators.some(({ node }) => node === id))
      .map(({ id }) => `n:${id}`),
  ];
  return {
    plan,
    sheet,
    table: "計画_試験市",
    address: `${sheet}!A5:AQ160`,
    name: sheet,
    scaleTable: null,
    scale: null,
    copies: [],
    problems: [],
    typedTargets: [],
    retired: [],
    loadedOn: null,
    addressOf: ({ indicator, node, column = "row" }) => {
      const own = plan.indicators.find((each) => each.node === node);
      const key = indicator != null ? `i:${indicator}` : own !== undefined ? `i:${own.id}` : `n:${node}`;
      const at = rows.indexOf(key);
      return at === -1 || !(column in columns)
        ? null
        : `${sheet}!${columns[column as keyof typeof columns]}${at + 6}`;
    },
  };
}
