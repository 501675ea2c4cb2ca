/** A planner's own list: which row is its header and what each column probably is, as a first guess for a person to put right. */

import type { Year } from "../../plan/plan";
import { foldSpaces } from "../../plan/text-width";
import { parseYear } from "../../plan/year";
import { type CellValue, isBlank, textOf } from "../cell-values";
import { meaningOf } from "../columns";

export type Role =
  | { kind: "level"; name: string }
  | {
      kind:
        | "number"
        | "departments"
        | "indicator"
        | "indicatorKind"
        | "unit"
        | "direction"
        | "note"
        | "baseline"
        | "baselineYear";
    }
  | { kind: "target" | "actual"; year: Year }
  | { kind: "ignore" };

export interface Mapping {
  /** First row with data, from 0: what is above is header. */
  firstRow: number;
  /** One per column of the selection. */
  roles: Role[];
  /** The words above each column, for the person who checks. */
  headers: string[];
}

/** Words of headers, most telling first. */
const wordRoles: [RegExp, (words: string) => Role][] = [
  [/^(?:no\.?|№|番号|項番|整理番号|取組番号|id)$/i, () => ({ kind: "number" })],
  [/(?:担当|所管|主管)(?:課|部署|部|室|係)?|課名/, () => ({ kind: "departments" })],
  [/(?:指標|kpi|kgi)(?:名|項目)?$|測定項目/i, () => ({ kind: "indicator" })],
  [/^(?:種別|区分|指標の種類)$/, () => ({ kind: "indicatorKind" })],
  [/^単位$/, () => ({ kind: "unit" })],
  [/^(?:方向|増減)/, () => ({ kind: "direction" })],
  [/^(?:基準|現状)年度?$/, () => ({ kind: "baselineYear" })],
  [/^(?:基準|現状|現況)(?:値)?/, () => ({ kind: "baseline" })],
  [/^(?:注記|注|摘要)$/, () => ({ kind: "note" })],
  [
    /(?:取組|事業|項目|施策|目標|視点|分野|基本方針|方針|柱|政策|章|節|項)(?:名|名称|項目|群|の方向性)?$/,
    (name) => ({ kind: "level", name }),
  ],
];

export function guessMapping(matrix: readonly (readonly CellValue[])[]): Mapping {
  const width = Math.max(0, ...matrix.map((row) => row.length));
  const headerRow = bestHeaderRow(matrix);
  const next = matrix[headerRow + 1] ?? [];
  const twoRows = headerRow >= 0 && isYearsRow(next);
  const headers = Array.from({ length: width }, (_, column) => {
    const upper = filledFromLeft(matrix[headerRow] ?? [], column, twoRows);
    return twoRows ? `${upper} ${textOf(next[column])}`.trim() : upper;
  });
  const roles = headers.map(roleOf);
  return { firstRow: headerRow + (twoRows ? 2 : 1), roles: withoutDoubles(roles), headers };
}

export function roleOf(header: string): Role {
  const words = foldSpaces(header);
  if (words === "") return { kind: "ignore" };
  const own = meaningOf(header);
  if (own !== null) {
    switch (own.kind) {
      case "level":
        return { kind: "level", name: own.name };
      case "target":
      case "actual":
        return { kind: own.kind, year: own.year };
      case "number":
      case "departments":
      case "indicator":
      case "indicatorKind":
      case "unit":
      case "direction":
      case "note":
      case "baseline":
      case "baselineYear":
        return { kind: own.kind };
      default:
        break;
    }
  }
  const year = yearIn(words);
  if (year !== null) {
    if (/基準|現状|現況/.test(words)) return { kind: "baseline" };
    return { kind: /実績|実施結果|結果/.test(words) ? "actual" : "target", year };
  }
  return wordRoles.find(([pattern]) => pattern.test(words))?.[1](words) ?? { kind: "ignore" };
}

/** 目標値（R3）, 令和3年度 計画値, 2021実績. */
function yearIn(words: string): Year | null {
  const found = /(?:令和|平成|[RH])(?:元|\d{1,2})(?:年度?)?|(?:19|20)\d{2}(?:年度?)?/i.exec(words);
  return found === null ? null : parseYear(found[0]);
}

function bestHeaderRow(matrix: readonly (readonly CellValue[])[]): number {
  let best = -1;
  let most = 1;
  matrix.slice(0, 20).forEach((row, at) => {
    const known = row.filter(
      (cell) => typeof cell === "string" && cell.length <= 30 && roleOf(cell).kind !== "ignore",
    ).length;
    if (known > most) [best, most] = [at, known];
  });
  return best;
}

function isYearsRow(row: readonly CellValue[]): boolean {
  const filled = row.filter((cell) => !isBlank(cell));
  return filled.length > 0 && filled.every((cell) => yearIn(foldSpaces(textOf(cell))) !== null);
}

/** A merged header holds its words in its first cell only. */
function filledFromLeft(row: readonly CellValue[], column: number, merged: boolean): string {
  for (let at = column; merged && at > 0 && isBlank(row[at]); at--)
    if (!isBlank(row[at - 1])) return textOf(row[at - 1]);
  return textOf(row[column]);
}

/** Two columns cannot both be the unit: the first one is. Levels may be many. */
function withoutDoubles(roles: Role[]): Role[] {
  const seen = new Set<string>();
  return roles.map((role) => {
    const key =
      role.kind === "level" ? `level ${role.name}` : "year" in role ? `${role.kind} ${role.year}` : role.kind;
    if (role.kind !== "ignore" && seen.has(key)) return { kind: "ignore" };
    seen.add(key);
    return role;
  });
}
