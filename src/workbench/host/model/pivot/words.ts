/** What a Japanese Excel writes into a PivotTable, and the English names that programs look for. */
import type { Pivot, PivotData } from "./pivot";

export const ROW_LABELS = "行ラベル";
export const COLUMN_LABELS = "列ラベル";
export const GRAND_TOTAL = "総計";
export const ALL = "(すべて)";
export const SEVERAL = "(複数のアイテム)";
export const BLANK_ITEM = "(空白)";
export const BLANK_ITEM_ENGLISH = "(blank)";

/** By Excel's word for the function: as it is called here, and in English. */
const SUMMARIES: Readonly<Record<string, readonly [japanese: string, english: string]>> = {
  Sum: ["合計", "Sum"],
  Count: ["個数", "Count"],
  Average: ["平均", "Average"],
  Max: ["最大", "Max"],
  Min: ["最小", "Min"],
  Product: ["積", "Product"],
  CountNumbers: ["数値の個数", "Count"],
  StandardDeviation: ["標本標準偏差", "StdDev"],
  StandardDeviationP: ["標準偏差", "StdDevp"],
  Variance: ["標本分散", "Var"],
  VarianceP: ["分散", "Varp"],
};

export const SUMMARY_FUNCTIONS = Object.keys(SUMMARIES);

const fieldName = (pivot: Pivot, { field }: PivotData): string =>
  pivot.fields.find(({ id }) => id === field)?.name ?? field;

const numbered = (data: PivotData): string => (data.repeat > 1 ? String(data.repeat) : "");

/** What the values are called: `合計 / 件数`, unless somebody named them. */
export const captionOf = (pivot: Pivot, data: PivotData): string =>
  data.caption ?? `${SUMMARIES[data.summarizeBy]?.[0] ?? ""} / ${fieldName(pivot, data)}${numbered(data)}`;

/** `Sum of 件数`: what an English Excel would call them, by which programs written there ask for them. */
export const englishCaptionOf = (pivot: Pivot, data: PivotData): string =>
  data.caption ?? `${SUMMARIES[data.summarizeBy]?.[1] ?? ""} of ${fieldName(pivot, data)}${numbered(data)}`;

export const subtotalOf = (item: string): string => `${item} 集計`;
export const totalOf = (caption: string): string => `全体の ${caption}`;

export const dataByName = (pivot: Pivot, name: string): PivotData | undefined => {
  const wanted = name.toLowerCase();
  const called = (caption: (pivot: Pivot, data: PivotData) => string) =>
    pivot.data.find((data) => caption(pivot, data).toLowerCase() === wanted);
  return pivot.data.find(({ id }) => id === name) ?? called(captionOf) ?? called(englishCaptionOf);
};
