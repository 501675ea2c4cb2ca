/** How a finding names a place: 取組項目83「経常収支比率の改善」の指標「経常収支比率」, years with their words. */

import type { Indicator, PlanNode, Year } from "../plan";
import type { Branch } from "../tree";
import { formatYear } from "../year";

export function placeOfNode({ level, number, name }: PlanNode): string {
  const called = `「${name.trim() === "" ? "名称なし" : name}」`;
  const printed = number ?? "";
  // 第1章 says itself what it is; 83 does not.
  return /\p{L}/u.test(printed.replace(/第/g, "")) ? `${printed}${called}` : `${level}${printed}${called}`;
}

export function placeOfIndicator(indicator: Indicator, branch: Branch | null): string {
  const name = indicator.name.trim() === "" ? "名称なし" : indicator.name;
  return branch === null ? `指標「${name}」` : `${placeOfNode(branch.node)}の指標「${name}」`;
}

/** 令和4年度、令和6年度 — or 令和3年度から令和7年度まで where they follow one another. */
export function placeOfYears(years: readonly Year[]): string {
  const [first] = years;
  const last = years.at(-1);
  if (first === undefined || last === undefined) return "";
  const inARow = years.length > 2 && last - first === years.length - 1;
  return inARow ? `${formatYear(first)}から${formatYear(last)}まで` : years.map(formatYear).join("、");
}

/** At most five of them, then how many more. */
export function listed(names: readonly string[]): string {
  const shown = names.slice(0, 5).map((name) => `「${name}」`);
  const more = names.length - shown.length;
  return more > 0 ? `${shown.join("、")}ほか${more}件` : shown.join("、");
}
