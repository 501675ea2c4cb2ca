/** The columns of a plan's table: which there are, in which order, what their headers say, and what a header means when read back. */

import { type Plan, type Year } from "../plan/plan";
import { foldSpaces } from "../plan/text-width";
import { formatYear, parseYear } from "../plan/year";
import { oncePerPlan } from "./once-per-plan";

/** What a column holds. `year` columns repeat per fiscal year, `mark` columns per scale of recorded judgements. */
export type Column =
  | { kind: "level"; depth: number; name: string }
  | YearColumn
  | { kind: "mark"; scale: string }
  | SingleColumn;

type YearColumn = { [Kind in YearColumnKind]: { kind: Kind; year: Year } }[YearColumnKind];
type SingleColumn = { [Kind in SingleColumnKind]: { kind: Kind } }[SingleColumnKind];

export type SingleColumnKind = keyof typeof singleHeaders;
export type YearColumnKind = keyof typeof yearHeaders;

const singleHeaders = {
  id: "ID",
  number: "番号",
  departments: "担当課",
  original: "再掲元",
  indicator: "指標",
  indicatorKind: "種別",
  unit: "単位",
  direction: "方向",
  method: "方法",
  cumulative: "累計",
  note: "注記",
  planRemark: "計画の備考",
  baselineYear: "基準年度",
  baseline: "基準値",
  remark: "備考",
  copy: "再掲用",
} as const;

const yearHeaders = { target: "目標値", actual: "実績値", rate: "達成率", grade: "評価" } as const;

/** Other words people give the same column when they rename it. */
const otherHeaders: Record<string, SingleColumnKind> = {
  所管課: "departments",
  担当部署: "departments",
  指標名: "indicator",
  基準年: "baselineYear",
  現状値: "baseline",
};

export const KNOWN_MARK_SCALES: readonly string[] = ["進捗区分", "取組区分", "今後の方向性"];

const yearColumnKinds = ["target", "actual", "rate", "grade"] as const satisfies readonly YearColumnKind[];
export const COLUMNS_PER_YEAR = yearColumnKinds.length;

/** What defines an indicator beside its name and its 基準値, in order. */
export const definitionColumns = [
  "indicatorKind",
  "unit",
  "direction",
  "method",
  "cumulative",
  "note",
  "planRemark",
  "baselineYear",
] as const satisfies readonly SingleColumnKind[];

/** The columns the loader writes for a plan, in order. */
export function columnsOf(plan: Plan): Column[] {
  const single = (kind: SingleColumnKind): Column => ({ kind });
  return [
    single("id"),
    ...plan.levels.map((name, depth): Column => ({ kind: "level", depth, name })),
    ...(["number", "departments", "original"] as const).map(single),
    ...markScalesOf(plan).map((scale): Column => ({ kind: "mark", scale })),
    ...(["indicator", ...definitionColumns, "baseline"] as const).map(single),
    ...yearsOf(plan).flatMap((year) => yearColumnKinds.map((kind): Column => ({ kind, year }))),
    single("remark"),
    ...(plan.nodes.some(({ sameAs }) => sameAs !== undefined) ? [single("copy")] : []),
  ];
}

/** What a 再掲 row shows of its original as it stands now. Everything else is the plan's own and written as it is. */
export const mirroredColumns = oncePerPlan((plan): readonly Column[] =>
  columnsOf(plan).filter(({ kind }) => kind === "mark" || yearColumnKinds.some((each) => each === kind)),
);

/** The years that have columns: the whole period, and any year a value stands in. None for a plan that records judgements only. */
export const yearsOf = oncePerPlan((plan): readonly Year[] => {
  if (plan.indicators.length === 0 && plan.assessments.length > 0) return [];
  const [first, last] = plan.period;
  const years = new Set(Array.from({ length: Math.max(0, last - first + 1) }, (_, n) => first + n));
  for (const { targets, actuals } of plan.indicators) {
    for (const year of Object.keys(targets)) years.add(Number(year));
    for (const year of Object.keys(actuals ?? {})) years.add(Number(year));
  }
  return [...years].sort((one, other) => one - other);
});

/** The scales a plan records judgements in, in the order they are first used. */
export const markScalesOf = oncePerPlan((plan): readonly string[] => [
  ...new Set(plan.assessments.flatMap(({ marks }) => Object.keys(marks))),
]);

export function headerOf(column: Column): string {
  switch (column.kind) {
    case "level":
      return `階層${column.depth + 1} ${column.name}`;
    case "target":
    case "actual":
    case "rate":
    case "grade":
      return `${yearHeaders[column.kind]} ${formatYear(column.year)}`;
    case "mark":
      return column.scale;
    default:
      return singleHeaders[column.kind];
  }
}

/** Two columns are the same when they mean the same, whatever their place. */
export function columnKey(column: Column): string {
  switch (column.kind) {
    case "level":
      return `level ${column.depth}`;
    case "target":
    case "actual":
    case "rate":
    case "grade":
      return `${column.kind} ${column.year}`;
    case "mark":
      return `mark ${column.scale}`;
    default:
      return column.kind;
  }
}

export type DerivedColumn = Extract<Column, { kind: "rate" | "grade" | "copy" }>;

/** Whether the add-in computes the column: never read back, never an entry of the user's. */
export function isDerived(column: Column): column is DerivedColumn {
  return column.kind === "rate" || column.kind === "grade" || column.kind === "copy";
}

/** Whether the user fills the column in: never changed by an update of the plan. */
export function isUsers(column: Column): boolean {
  return column.kind === "actual" || column.kind === "remark" || column.kind === "mark";
}

const single = new Map<string, SingleColumnKind>([
  ...Object.entries(singleHeaders).map(
    ([kind, header]) => [foldSpaces(header), kind as SingleColumnKind] as const,
  ),
  ...Object.entries(otherHeaders),
]);
const yearKinds = new Map<string, YearColumnKind>(
  Object.entries(yearHeaders).map(([kind, header]) => [header, kind as YearColumnKind]),
);

/**
 * What a header means, in whatever width and spacing it is written; null for a column of the user's own.
 * `scales` are the plan's own names of judgements, where they are known.
 */
export function meaningOf(header: unknown, scales: readonly string[] = KNOWN_MARK_SCALES): Column | null {
  if (typeof header !== "string") return null;
  const words = foldSpaces(header);
  const kind = single.get(words) ?? single.get(words.toUpperCase());
  if (kind !== undefined) return { kind };
  const level = /^\s*階\s*層\s*(\d{1,2})\s*(.*)$/su.exec(header.replace(/[０-９]/g, halfWidthDigit));
  if (level !== null) {
    const [, depth, name = ""] = level;
    return { kind: "level", depth: Number(depth) - 1, name: name.trim() };
  }
  const scale = scales.find((name) => foldSpaces(name) === words);
  if (scale !== undefined) return { kind: "mark", scale };
  const [what, when] = yearlyParts(words);
  const year = parseYear(when);
  const yearKind = yearKinds.get(what) ?? yearKinds.get(`${what}値`);
  return year === null || yearKind === undefined ? null : { kind: yearKind, year };
}

/** 実績値 令和3年度, 実績（R3）; of what is entered also with the year first: 令和3年度実績, R3の実績値. */
function yearlyParts(words: string): [what: string, when: string] {
  const [, first, year = ""] = /^(目標値?|実績値?|達成率|評価)[(（]?(.+?)[)）]?$/u.exec(words) ?? [];
  if (first !== undefined) return [first, year];
  const [, when = "", last = ""] = /^(.+?)の?(目標値?|実績値?)$/u.exec(words) ?? [];
  return [last, when];
}

function halfWidthDigit(digit: string): string {
  return String.fromCharCode(digit.charCodeAt(0) - 0xfee0);
}
