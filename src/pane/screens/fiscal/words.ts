/** Short phrases of the 財政 screen made from what a row or a line is. */
import { type Year } from "../../../plan/plan";
import { formatYear } from "../../../plan/year";
import { type FiscalRow, type Line, type Verdict } from "./fiscal-rows";

export function nameWithUnit({ indicator: { name, unit } }: Pick<FiscalRow, "indicator">): string {
  return unit === null ? name : `${name}（${unit}）`;
}

/** What is chosen, plan by plan: a choice can lie in a plan that is folded up. */
export function chosenTexts(rows: readonly Pick<FiscalRow, "source" | "indicator">[]): string[] {
  const bySource = new Map<string, { from: string; names: string[] }>();
  for (const { source, indicator } of rows) {
    const { municipality, title } = source.plan;
    const origin = source.kind === "published" ? "公表時" : `シート「${source.sheet}」`;
    const known = bySource.get(source.key) ?? { from: `${municipality || title}（${origin}）`, names: [] };
    known.names.push(indicator.name);
    bySource.set(source.key, known);
  }
  return [...bySource.values()].map(({ from, names }) => `${from}：${names.join("、")}`);
}

const directionNames = {
  up: "高いほどよい",
  down: "低いほどよい",
  keep: "維持",
  band: "範囲内がよい",
} as const;

export function directionText({ indicator: { direction } }: FiscalRow): string {
  return direction === null ? "向き 未設定" : directionNames[direction];
}

export function baselineText({ indicator: { baseline } }: FiscalRow): string {
  if (baseline === null) return "基準値 未設定";
  const year = baseline.year === null ? "" : `（${formatYear(baseline.year)}）`;
  return `基準値 ${baseline.text}${year}`;
}

/** Words and a mark, so that nobody has to tell colours apart. */
export function verdictText(verdict: Verdict): string {
  switch (verdict.kind) {
    case "met":
      return `○ 達成 ${verdict.rate}`;
    case "missed":
      return `× 未達成 ${verdict.rate}`;
    case "onTheWay":
      return `… ${verdict.rate}（目標は${formatYear(verdict.targetYear)}）`;
    case "open":
      return verdict.text;
  }
}

export function lineText({ kind, line }: Line, unit: string | null): string {
  return line.kind === "line" ? `${kind}基準 ${line.printed}${unit ?? ""}` : `${kind}基準 ${line.state}`;
}

/** What stands for the plan's targets: 令和3〜7年度, or the one final year. */
export function yearsText(years: readonly Year[]): string {
  const [first] = years;
  const last = years.at(-1);
  if (first === undefined || last === undefined) return "目標値 未設定";
  return first === last ? formatYear(first) : `${formatYear(first)}〜${formatYear(last)}`;
}
