/** What the columns of a CSV hold, told from their titles: the workbook's own, and the ones offices use for the same things. */

import type { Direction, Method, Year } from "../../plan/plan";
import { foldSpaces } from "../../plan/text-width";
import { yearIn } from "../indicator-table/columns";

export type CsvColumn =
  | { kind: "id" }
  | { kind: "level"; level: string }
  | { kind: "number" }
  | { kind: "departments" }
  | { kind: "sameAs" }
  | { kind: "detail" }
  | { kind: "remark" }
  | { kind: "indicator" }
  | { kind: "indicatorKind" }
  | { kind: "unit" }
  | { kind: "direction" }
  | { kind: "method" }
  | { kind: "cumulative" }
  | { kind: "note" }
  | { kind: "baselineYear" }
  | { kind: "baseline"; year: Year | null }
  | { kind: "year" }
  | { kind: "target"; year: Year | null }
  | { kind: "actual"; year: Year | null }
  | { kind: "mark"; scale: "進捗区分" | "取組区分" | "今後の方向性" }
  /** 達成率 and 評価 follow from the rest and are computed again. */
  | { kind: "computed" }
  | { kind: "other"; title: string };

/** Levels that plans have, from the top down: where a file does not number them, this is their order. */
const levelNames = [
  "視点",
  "基本目標",
  "目標",
  "基本政策",
  "政策",
  "編",
  "章",
  "節",
  "項",
  "分野",
  "施策の大綱",
  "基本施策",
  "大項目",
  "中項目",
  "施策",
  "個別施策",
  "施策の展開",
  "施策の方向性",
  "取組項目群",
  "小項目",
  "取組項目",
  "取組項目名",
  "主な事業・取組",
  "主な取組",
  "主な取り組み",
  "取組",
  "取り組み",
  "取組名",
  "主な事業",
  "事務事業",
  "事業",
  "事業名",
] as const;

const titles: readonly { is: RegExp; column: CsvColumn }[] = [
  { is: /^(?:id|ＩＤ)$/iu, column: { kind: "id" } },
  {
    is: /^(?:番号|取組番号|取組項目番号|項番|項目番号|通番|整理番号|no\.?|№)$/iu,
    column: { kind: "number" },
  },
  {
    is: /^(?:担当|所管|主管|関係|推進)(?:部署|部局|部?課|所属)?名?$|^所属$|^部署$|^担当課\(所管課\)$/u,
    column: { kind: "departments" },
  },
  { is: /^再掲元?$/u, column: { kind: "sameAs" } },
  { is: /^(?:取組|取り組み|事業)?(?:の)?(?:内容|概要)(?:\(.*\))?$/u, column: { kind: "detail" } },
  { is: /^計画の備考$/u, column: { kind: "remark" } },
  {
    is: /^(?:指標|指標名|指標の名称|成果指標|評価指標|目標指標|数値目標|KPI|KGI)$/iu,
    column: { kind: "indicator" },
  },
  { is: /^(?:種別|指標の?種別|指標区分|指標の種類)$/u, column: { kind: "indicatorKind" } },
  { is: /^単位$/u, column: { kind: "unit" } },
  { is: /^(?:方向|方向性|望ましい方向|目指す方向)$/u, column: { kind: "direction" } },
  { is: /^(?:方法|計算方法|算定方法)$/u, column: { kind: "method" } },
  { is: /^(?:累計|累積)$/u, column: { kind: "cumulative" } },
  { is: /^(?:注記|注)$/u, column: { kind: "note" } },
  { is: /^基準年度?$/u, column: { kind: "baselineYear" } },
  { is: /^(?:年度|会計年度|対象年度)$/u, column: { kind: "year" } },
  { is: /^進捗区分$/u, column: { kind: "mark", scale: "進捗区分" } },
  { is: /^(?:取組区分|取組評価)$/u, column: { kind: "mark", scale: "取組区分" } },
  { is: /^今後の方向性$/u, column: { kind: "mark", scale: "今後の方向性" } },
  { is: /^(?:達成率|進捗率|評価|判定)/u, column: { kind: "computed" } },
];

export function readCsvColumn(title: string): CsvColumn {
  const said = foldSpaces(title).replace(/^[※*■●]+/u, "");
  const level = /^階層(\d{1,2})[:：]?(.*)$/u.exec(said);
  if (level) return { kind: "level", level: level[2] || `階層${level[1]}` };
  const known = titles.find(({ is }) => is.test(said));
  if (known) return known.column;
  if ((levelNames as readonly string[]).includes(said))
    return { kind: "level", level: said.replace(/(?<=項目|取組|事業)名$/u, "") };
  if (said === "") return { kind: "other", title: "" };
  const year = yearIn(said);
  const rest = said.replace(/(?:令和|平成|昭和|西暦|[RHS])?(?:元|\d{1,4})年?度?末?|[()・:\-_末]|年度/giu, "");
  if (/^(?:基準値?|現状値?|現況値?|策定時(?:の値)?|当初値)$/u.test(rest)) return { kind: "baseline", year };
  if (/^(?:最終|中間)?目標値?$|^計画値?$/u.test(rest)) return { kind: "target", year };
  if (/^実績値?$/u.test(rest)) return { kind: "actual", year };
  if (/^(?:達成率|進捗率|評価|判定)$/u.test(rest)) return { kind: "computed" };
  if (rest === "" && year !== null) return { kind: "target", year };
  return { kind: "other", title: title.trim() };
}

/** 目標 is a level of some plans and the target of others: over numbers only it is the target, of a year nobody said. */
export function overNumbers(column: CsvColumn, cells: readonly string[]): CsvColumn {
  if (column.kind !== "level" || column.level !== "目標") return column;
  const said = cells.map((cell) => foldSpaces(cell)).filter((cell) => cell !== "");
  const numbers = said.length > 0 && said.every((cell) => /^[▲△+-]?[\d,]+(?:\.\d+)?%?$/u.test(cell));
  return numbers ? { kind: "target", year: null } : column;
}

/** A header: enough columns are known, and one of them names what the rows are about. */
export function readCsvColumns(cells: readonly string[]): CsvColumn[] | null {
  const columns = withRemark(cells.map(readCsvColumn));
  const known = columns.filter((column) => column.kind !== "other");
  const names = columns.some((column) => column.kind === "level" || column.kind === "indicator");
  const says = columns.some((column) => column.kind !== "level" && column.kind !== "other");
  const mostly =
    known.length * 2 >= columns.filter((column) => column.kind !== "other" || column.title !== "").length;
  return names && says && mostly && known.length >= 2 ? columns : null;
}

/** Beside 計画の備考, 備考 is what a user wrote for themselves; alone it is the plan's own. */
function withRemark(columns: CsvColumn[]): CsvColumn[] {
  if (columns.some(({ kind }) => kind === "remark")) return columns;
  return columns.map((column) =>
    column.kind === "other" && foldSpaces(column.title) === "備考" ? { kind: "remark" } : column,
  );
}

/** Levels in the order of the columns: a file puts what is above further to the left. */
export function levelsOf(columns: readonly CsvColumn[]): string[] {
  return [...new Set(columns.flatMap((column) => (column.kind === "level" ? [column.level] : [])))];
}

const directions: readonly { is: RegExp; direction: Direction }[] = [
  { is: /^(?:増やす|増加|増|上げる|上昇|向上|高める|↑|↗|up|\+)$/iu, direction: "up" },
  { is: /^(?:減らす|減少|減|下げる|低下|低減|抑える|抑制|↓|↘|down|-)$/iu, direction: "down" },
  { is: /^(?:維持|横ばい|現状維持|保つ|→|keep|=)$/iu, direction: "keep" },
  { is: /^(?:範囲|範囲内|band)$/iu, direction: "band" },
];

export function readDirection(text: string): Direction | null {
  const said = foldSpaces(text);
  return directions.find(({ is }) => is.test(said))?.direction ?? null;
}

export function readMethod(text: string): Method | null {
  const said = foldSpaces(text);
  return said === "達成率" || said === "進捗率" ? said : null;
}

/** null: neither yes nor no. */
export function readYesNo(text: string): boolean | null {
  const said = foldSpaces(text);
  if (/^(?:○|〇|◯|✓|✔|はい|有|あり|する|true|1|累計|yes|y)$/iu.test(said)) return true;
  if (/^(?:|×|✕|いいえ|無|なし|しない|false|0|no|n|-|－)$/iu.test(said)) return false;
  return null;
}

/** 目標値 over 令和3年度, 令和4年度, …: a title over several columns, and what each of them is in the row below. */
export function titlesOfTwoRows(upper: readonly string[], lower: readonly string[]): string[] | null {
  const said = lower.map((title) => foldSpaces(title));
  const isPart = (title: string) => title === "" || subtitle.test(title) || isOnlyYear(title);
  if (said.every((title) => title === "") || !said.every(isPart)) return null;
  let over = "";
  return Array.from({ length: Math.max(upper.length, lower.length) }, (_, index) => {
    const { [index]: above = "" } = upper;
    const { [index]: below = "" } = lower;
    const title = above.trim();
    if (title !== "") over = title;
    return said[index] ? `${over} ${below}` : title;
  });
}

const subtitle = /^(?:基準値?|現状値?|目標値?|実績値?|達成率|評価)$/u;

function isOnlyYear(title: string): boolean {
  return (
    yearIn(title) !== null &&
    /^(?:令和|平成|昭和|西暦|[RHS])?(?:元|\d{1,4})(?:年度?)?(?:\(.{1,10}\))?$/iu.test(title)
  );
}
