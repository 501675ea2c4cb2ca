/** What the columns of an indicator table hold, told from its header row. */

import { parseYear } from "../../plan/year";
import type { Year } from "../../plan/plan";
import { foldSpaces } from "../../plan/text-width";

export type Column =
  | { kind: "name" }
  | { kind: "unit" }
  | { kind: "departments" }
  | { kind: "baseline"; year: Year | null }
  | { kind: "target"; year: Year | null }
  | { kind: "actual"; year: Year | null }
  /** A column whose content is no fact of the plan: 解説, 算出方法. */
  | { kind: "other"; title: string };

const dated =
  /(?:令和|平成|昭和|西暦|[RHS])?(?:元|\d{1,4})年?度?(?:\((?:令和|平成|昭和|西暦|[RHS])?(?:元|\d{1,4})(?:年度?)?\))?(?:年度)?/giu;

/** The first fiscal year a header names: 現状値 (平成30年度), 2029 年度 目標値. */
export function yearIn(text: string): Year | null {
  for (const [match] of foldSpaces(text).matchAll(dated)) {
    const year = parseYear(match);
    if (year !== null) return year;
  }
  return null;
}

export function readColumn(title: string): Column {
  const said = foldSpaces(title);
  if (/^(?:指標(?:名|項目|の名称)?|成果指標|評価指標|項目|名称|数値目標|目標指標|KPI|KGI)$/iu.test(said))
    return { kind: "name" };
  if (/^単位$/u.test(said)) return { kind: "unit" };
  if (/^(?:担当|所管)(?:部?課|部署)?名?$/u.test(said)) return { kind: "departments" };
  if (/解説|算出|説明|考え方|出典|備考/u.test(said)) return { kind: "other", title: title.trim() };
  if (/基準|現状|現況|策定時|当初値/u.test(said)) return { kind: "baseline", year: yearIn(said) };
  if (/実績/u.test(said)) return { kind: "actual", year: yearIn(said) };
  if (/目標|めざそう値/u.test(said)) return { kind: "target", year: yearIn(said) };
  return { kind: "other", title: title.trim() };
}

/** A header names a value to start from and one to reach. An empty first column, or the first one not understood, is the name. */
export function readColumns(cells: readonly string[]): Column[] | null {
  const columns = cells.map(readColumn);
  const has = (kind: Column["kind"]) => columns.some((column) => column.kind === kind);
  if (!has("baseline") || !has("target")) return null;
  if (!columns.some((column) => column.kind === "name")) {
    const first = columns.findIndex((column) => column.kind === "other");
    if (first < 0) return null;
    columns[first] = { kind: "name" };
  }
  return columns;
}
