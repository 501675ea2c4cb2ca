/** By which method each indicator is judged, whether the plan's form or a person decided it, and what another choice would do. */
import { type Indicator, type Method, type Plan, type Year } from "../../../plan/plan";
import { rateOf } from "../../../plan/progress/progress";
import { printState } from "../../../plan/progress/rate";
import { foldSpaces } from "../../../plan/text-width";
import { treeOf } from "../../../plan/tree";
import { type MethodChange } from "../../../sheets";
import { printRate } from "../../parts/print-rate";
import { type Decimals } from "../../state/preferences";

export interface MethodLine {
  indicator: string;
  name: string;
  /** 取組項目 83 経常収支比率の改善 */
  item: string;
  /** Entered in the column 方法; null: it follows from the targets. */
  entered: Method | null;
  /** What follows from the targets; null where there are none. */
  usual: Method | null;
}

export function methodLines(plan: Plan): MethodLine[] {
  const { byId } = treeOf(plan);
  return plan.indicators.map((indicator) => {
    const node = byId.get(indicator.node)?.node;
    return {
      indicator: indicator.id,
      name: indicator.unit === null ? indicator.name : `${indicator.name}（${indicator.unit}）`,
      item: [node?.level, node?.number, node?.name].filter((part) => part != null && part !== "").join(" "),
      entered: indicator.method ?? null,
      usual: usualMethod(indicator),
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

export function usualText({ usual }: MethodLine): string {
  return `自動（${usual ?? "目標値なし"}）`;
}

/** What a person chose and has not written yet: indicator → method, null for 自動. */
export type MethodDraft = Readonly<Record<string, Method | null>>;

/** A choice that says what the sheet says already is none. */
export function methodChanges({ indicators }: Plan, draft: MethodDraft): MethodChange[] {
  return indicators.flatMap(({ id, method }) => {
    const after = draft[id];
    const before = method ?? null;
    return after === undefined || after === before ? [] : [{ indicator: id, before, after }];
  });
}

export function withMethods(plan: Plan, changes: readonly MethodChange[]): Plan {
  const chosen = new Map(changes.map(({ indicator, after }) => [indicator, after]));
  return {
    ...plan,
    indicators: plan.indicators.map((indicator) => {
      const after = chosen.get(indicator.id);
      if (after === undefined) return indicator;
      const { method: _before, ...rest } = indicator;
      return after === null ? rest : { ...rest, method: after };
    }),
  };
}

/** 達成率 98.7 %, 判定不能（基準値 なし）: the rate of a year, as it would be by this method. */
export function rateText(
  plan: Plan,
  indicator: string,
  { year, decimals }: { year: Year; decimals: Decimals },
): string {
  const found = plan.indicators.find(({ id }) => id === indicator);
  if (found === undefined) return "";
  const rate = rateOf(found, year, { period: plan.period });
  return rate.kind === "rate" ? `${rate.method} ${printRate(rate.value, decimals)}` : printState(rate);
}
