/** By which method each indicator is judged, and whether the plan's form or a person decided it. */
import { type Indicator, type Method, type Plan } from "../../../plan/plan";
import { foldSpaces } from "../../../plan/text-width";
import { treeOf } from "../../../plan/tree";

export interface MethodLine {
  indicator: string;
  name: string;
  /** 取組項目 83 経常収支比率の改善 */
  item: string;
  method: Method | null;
  /** Entered in the column 方法; else it follows from the targets. */
  chosen: boolean;
}

export function methodLines(plan: Plan): MethodLine[] {
  const { byId } = treeOf(plan);
  return plan.indicators.map((indicator) => {
    const node = byId.get(indicator.node)?.node;
    return {
      indicator: indicator.id,
      name: indicator.unit === null ? indicator.name : `${indicator.name}（${indicator.unit}）`,
      item: [node?.level, node?.number, node?.name].filter((part) => part != null && part !== "").join(" "),
      method: indicator.method ?? usualMethod(indicator),
      chosen: indicator.method !== undefined,
    };
  });
}

/** Targets for each year are compared with; a single one is walked to. See plan/progress-indicator. */
function usualMethod({ targets }: Indicator): Method | null {
  const years = Object.values(targets).filter((text) => text.trim() !== "").length;
  if (years === 0) return null;
  return years === 1 ? "進捗率" : "達成率";
}

/** Width and spaces in what is looked for do not matter. */
export function methodsFound(lines: readonly MethodLine[], wanted: string): MethodLine[] {
  const folded = foldSpaces(wanted).toLowerCase();
  if (folded === "") return [...lines];
  return lines.filter(({ name, item }) => foldSpaces(`${name}${item}`).toLowerCase().includes(folded));
}

export function methodText({ method, chosen }: MethodLine): string {
  if (method === null) return "目標値なし";
  return chosen ? `${method}（指定）` : `${method}（自動）`;
}
