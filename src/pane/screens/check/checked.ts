/** What 点検 looked at, in numbers: said also when it found nothing, so that silence is not taken for neglect. */
import { RULES } from "../../../plan/check";
import { itemsOf } from "../../../plan/items";
import { type Plan } from "../../../plan/plan";
import { treeOf } from "../../../plan/tree";

export interface CheckedWhat {
  /** 取組項目 146件、指標 161件、…. */
  sentence: string;
  rules: { id: string; title: string; sentence: string }[];
}

export function checkedWhat(plan: Plan): CheckedWhat {
  const items = itemsOf(treeOf(plan));
  // As on the plan's card: a 再掲 is no item of its own.
  const repeats = items.filter(({ node }) => node.sameAs !== undefined).length;
  const filled = (cells: Record<string, string> | undefined): number =>
    Object.values(cells ?? {}).filter((text) => text.trim() !== "").length;
  const targets = plan.indicators.reduce((sum, { targets: cells }) => sum + filled(cells), 0);
  const actuals = plan.indicators.reduce((sum, { actuals: cells }) => sum + filled(cells), 0);
  const counted = [
    [plan.expects.level, items.length - repeats, repeats > 0 ? `件（ほか再掲 ${repeats}）` : "件"],
    ["指標", plan.indicators.length, "件"],
    ["目標値", targets, "セル"],
    ["実績値", actuals, "セル"],
    ["評価の記録", plan.assessments.length, "件"],
  ] as const;
  const said = counted.flatMap(([name, count, unit]) => (count > 0 ? [`${name} ${count}${unit}`] : []));
  return {
    sentence: `${said.join("、")}を${RULES.length}の規則で確かめました。`,
    rules: RULES.map(({ id, title, sentence }) => ({ id, title, sentence })),
  };
}
