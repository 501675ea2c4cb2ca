/** 尺度_…: a scale of grades as a table people edit, and back. */

import type { Plan } from "../plan/plan";
import { type Origin, type Scale, type ScaleRule } from "../plan/scales/scale";
import { DEFAULT_SCALE, SCALES } from "../plan/scales/bundled";
import type { Bound } from "../plan/target";
import { foldSpaces } from "../plan/text-width";
import { type CellValue, isBlank, textOf } from "./cell-values";
import { markScalesOf } from "./columns";

export const SCALE_HEADERS = ["評価", "条件", "達成率（％）", "名前の出所", "数値の出所"] as const;
const OTHERWISE = "それ以外";
const bounds: readonly Bound[] = ["以上", "超", "以下", "未満"];
export const SCALE_CONDITIONS: readonly string[] = [...bounds, OTHERWISE];

/** The scale a plan starts with: five letters where it records 進捗区分, else 加須's four grades. */
export function firstScaleOf(plan: Plan): Scale {
  const letters = SCALES.find(({ name }) => name === "A-E");
  return markScalesOf(plan).includes("進捗区分") && letters !== undefined ? letters : DEFAULT_SCALE;
}

export function scaleRows(scale: Scale): (string | number)[][] {
  return scale.rules.map(({ name, bound, percent, nameFrom, numberFrom }) => [
    name,
    bound ?? OTHERWISE,
    percent ?? "",
    nameFrom,
    numberFrom,
  ]);
}

export function isScaleHeader(header: readonly CellValue[]): boolean {
  return SCALE_HEADERS.slice(0, 3).every((name, at) => textOf(header[at]) === name);
}

/** A scale table that is none: in which of its rows, below the header, what stands that cannot be meant. */
export interface UnreadScale {
  row: number;
  reason: string;
}

/** The rows of the table, without header. */
export function readScale(rows: readonly (readonly CellValue[])[], name: string): Scale | UnreadScale {
  const rules: ScaleRule[] = [];
  for (const [row, cells] of rows.entries()) {
    const [grade, condition, percent, nameFrom, numberFrom] = cells;
    if (isBlank(grade)) continue;
    const limit = limitOf(condition, percent);
    if (typeof limit === "string") return { row: row + 1, reason: `「${textOf(grade)}」の${limit}` };
    rules.push({
      name: textOf(grade),
      ...limit,
      nameFrom: originOf(nameFrom),
      numberFrom: originOf(numberFrom),
    });
  }
  return rules.length === 0
    ? { row: 1, reason: "評価が1つもありません。" }
    : { name, measures: "達成率", rules };
}

export function isUnread(scale: Scale | UnreadScale): scale is UnreadScale {
  return "reason" in scale;
}

/** A mistyped 条件 read as それ以外 would give every rate that grade. */
function limitOf(
  condition: CellValue | undefined,
  percent: CellValue | undefined,
): Pick<ScaleRule, "bound" | "percent"> | string {
  const written = foldSpaces(textOf(condition));
  const bound = bounds.find((each) => each === written) ?? null;
  const number = textOf(percent).normalize("NFKC").replace("%", "").trim();
  if (bound === null) {
    if (written === OTHERWISE || (written === "" && number === "")) return { bound: null, percent: null };
    const known = SCALE_CONDITIONS.join("・");
    return written === ""
      ? `条件が空です。${known}のどれかにしてください。`
      : `条件「${textOf(condition)}」は使えません。${known}のどれかにしてください。`;
  }
  if (number === "" || !Number.isFinite(Number(number)))
    return number === ""
      ? "達成率が空です。80 のような数にしてください。"
      : `達成率「${textOf(percent)}」を数として読めません。80 のような数にしてください。`;
  return { bound, percent: Number(number) };
}

function originOf(cell: CellValue | undefined): Origin {
  return textOf(cell) === "計画" ? "計画" : "アドイン";
}
