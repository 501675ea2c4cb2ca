/** 点検 of 実績値 that cannot be meant: words where numbers are asked for, numbers ten times too large. */

import type { Target } from "../target";
import { formatYear } from "../year";
import { placeOfIndicator } from "./place";
import type { Rule } from "./rule";
import type { Cell } from "./survey";
import { anyNumber, familyOf } from "./value";

export const actuals: Rule[] = [
  {
    id: "actual-unreadable",
    title: "実績値が比べられない",
    severity: "warning",
    sentence: "数値の目標には数値の実績を、区分ごとの目標には区分ごとの実績を入れます。",
    remedy: "目標と同じ種類の値を入れてください。測らなかった年度は「－」を入れてください。",
    mendable: false,
    about: "indicator",
    find({ indicator, branch, targets, actuals: cells }) {
      // Numbers beside numbers are the rule, and need no closer look.
      if (
        cells.every(({ value }) => familyOf(value) === "quantity") &&
        targets.every(({ value }) => familyOf(value) === "quantity")
      )
        return null;
      return cells.flatMap(({ year, text, value }) => {
        const target = targets.find((cell) => cell.year === year) ?? targets.at(-1);
        if (target === undefined) return [];
        const wanted = familyOf(target.value);
        const there = familyOf(value);
        // Words such as 達成 and ○ answer a milestone; the rate itself says which of them it knows.
        if (there === "none" || there === wanted || wanted === "none" || wanted === "milestone") return [];
        return [
          {
            node: indicator.node,
            indicator: indicator.id,
            year,
            message:
              `${placeOfIndicator(indicator, branch)}の${formatYear(year)}の実績値「${text}」は、` +
              `目標値「${target.text}」と比べられません。`,
            remedy:
              wanted === "parts"
                ? `目標値と同じように、区分ごとの数値（${target.text}）で入れてください。`
                : "数値だけを入れてください。測らなかった年度は「－」を入れてください。",
            under: [text, target.text],
          },
        ];
      });
    },
  },
  {
    id: "actual-implausible",
    title: "実績値の桁が違う疑い",
    severity: "warning",
    sentence: "実績値は、目標値や基準値の10倍より小さいのが普通です。",
    remedy: "桁や単位を確かめてください。正しい値なら、理由を付けて了承してください。",
    mendable: false,
    about: "indicator",
    find({ indicator, branch, baseline, targets, actuals: cells }) {
      if (cells.length === 0) return null;
      const largest = largestOf(baseline, targets);
      if (largest === 0) return null;
      const isFar = (number: number | null) => number !== null && Math.abs(number) >= largest * 10;
      if (!cells.some(({ number }) => isFar(number))) return null;
      return cells.flatMap(({ year, text, number }) => {
        if (number === null || !isFar(number)) return [];
        const times = Math.floor(Math.abs(number) / largest);
        return [
          {
            node: indicator.node,
            indicator: indicator.id,
            year,
            message:
              `${placeOfIndicator(indicator, branch)}の${formatYear(year)}の実績値「${text}」は、` +
              `目標値・基準値の最大（${largest.toLocaleString("ja-JP")}）の${times.toLocaleString("ja-JP")}倍です。`,
            remedy:
              "桁や単位（円と千円など）を確かめてください。正しい値なら、理由を付けて了承してください。",
            under: [text, largest],
          },
        ];
      });
    },
  },
];

function largestOf(baseline: Target, targets: readonly Cell[]): number {
  let largest = Math.abs(anyNumber(baseline) ?? 0);
  for (const { value } of targets) largest = Math.max(largest, Math.abs(anyNumber(value) ?? 0));
  return largest;
}
