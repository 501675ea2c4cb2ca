/** 尺度_…: a scale of grades as a table people edit, and back. */

import type { Plan } from "../plan/plan";
import { type Origin, type Scale, type ScaleRule } from "../plan/scales/scale";
import { DEFAULT_SCALE, SCALES } from "../plan/scales/bundled";
import type { Bound } from "../plan/target";
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

/** The rows of the table, without header; null where a rule cannot be read. */
export function readScale(rows: readonly (readonly CellValue[])[], name: string): Scale | null {
  const rules: ScaleRule[] = [];
  for (const [grade, condition, percent, nameFrom, numberFrom] of rows) {
    if (isBlank(grade)) continue;
    const bound = bounds.find((each) => each === textOf(condition)) ?? null;
    const number = isBlank(percent) ? NaN : Number(textOf(percent).normalize("NFKC").replace("%", ""));
    if (bound !== null && !Number.isFinite(number)) return null;
    rules.push({
      name: textOf(grade),
      bound,
      percent: bound === null ? null : number,
      nameFrom: originOf(nameFrom),
      numberFrom: originOf(numberFrom),
    });
  }
  return rules.length === 0 ? null : { name, measures: "達成率", rules };
}

function originOf(cell: CellValue | undefined): Origin {
  return textOf(cell) === "計画" ? "計画" : "アドイン";
}
