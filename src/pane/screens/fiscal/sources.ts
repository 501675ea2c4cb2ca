/** The plans whose 財政指標 can be had: those of this workbook first, then the published ones, and how a formula names each. */
import { type Plan } from "../../../plan/plan";
import { ratioOfIndicator } from "../../../plan/fiscal/names";
import { type BroughtWorkbook, type WorkbookPlan } from "../../../sheets";

export type Source =
  /** As it stands in this workbook, actuals included. */
  | {
      kind: "workbook";
      key: string;
      plan: Plan;
      sheet: string;
      argument: string;
      /** The planners' file its hidden sheet was brought from; null for a plan that was loaded here. */
      brought: Pick<BroughtWorkbook, "file" | "date"> | null;
    }
  /** As the municipality published it. */
  | { kind: "published"; key: string; plan: Plan; argument: string };

export type LoadedPlan = Pick<WorkbookPlan, "plan" | "sheet" | "name" | "table">;

export function sourcesAtHand(
  loaded: readonly LoadedPlan[],
  published: readonly Plan[],
  brought: readonly BroughtWorkbook[] = [],
): Source[] {
  const ofWorkbook = loaded.map(({ plan, sheet, name, table }): Source => ({
    kind: "workbook",
    key: `workbook ${plan.id}`,
    plan,
    sheet,
    argument: rangeArgument(plan, name, table),
    brought: brought.find(({ sheets }) => sheets.includes(sheet)) ?? null,
  }));
  const ofMunicipality = published.map((plan): Source => ({
    kind: "published",
    key: `published ${plan.id}`,
    plan,
    argument: quotedText(`${namedOnce(plan, published)}（公表時）`),
  }));
  return [...ofWorkbook, ...ofMunicipality];
}

/** Excel sees a range and recalculates by itself; the name is a text only where nobody left a name or a table. */
function rangeArgument(plan: Plan, name: string | null, table: string | null): string {
  if (name !== null) return name;
  return table === null ? quotedText(plan.municipality || plan.title) : `${table}[#All]`;
}

/** The municipality's name where it has one plan, else the plan's title. */
function namedOnce(plan: Plan, all: readonly Plan[]): string {
  const same = all.filter(({ municipality }) => municipality === plan.municipality);
  return same.length > 1 || plan.municipality === "" ? plan.title : plan.municipality;
}

/** A text inside a formula. */
export function quotedText(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

/** 加須市「第3次加須市行政経営プラン」 */
export function planLabel({ municipality, title }: Plan): string {
  return municipality === "" ? `「${title}」` : `${municipality}「${title}」`;
}

/** Where its values come from, in the words of the pane. */
export function originLabel(source: Source): string {
  switch (source.kind) {
    case "workbook":
      return source.brought === null
        ? `このブックの計画（シート「${source.sheet}」）`
        : `企画課のブック「${source.brought.file}」（${source.brought.date}に取り込み）`;
    case "published":
      return "公表時";
  }
}

export function hasFiscalIndicators({ plan }: Source): boolean {
  return plan.indicators.some(({ name }) => ratioOfIndicator(name) !== null);
}
