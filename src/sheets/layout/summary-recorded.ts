/** 集計 of a plan that records its judgements: how often each letter was given, by heading. */

import type { Plan } from "../../plan/plan";
import { areaName } from "../address";
import { type Column, headerOf } from "../columns";
import { bracketed } from "../formulas";
import { letterChoices, RETIRED_MARK } from "../plan-cells";
import type { SheetSpec } from "./sheet-spec";
import { sectionLook } from "./style";
import {
  addHeader,
  cellAt,
  chartColumns,
  chartRows,
  headingsOf,
  say,
  type SummaryNames,
} from "./summary-parts";

/** 入間's way: for each scale of judgements how often each letter was given, by heading; a judgement of several letters counts for each. */
export function addRecorded(
  spec: SheetSpec,
  plan: Plan,
  names: SummaryNames,
  scales: readonly string[],
): void {
  const headings = headingsOf(plan);
  const choices = letterChoices(plan);
  const mirrors = plan.nodes.some(({ sameAs }) => sameAs !== undefined);
  const column = (each: Column): string => `${names.table}${bracketed(headerOf(each))}`;
  // What somebody is responsible for: judged or not, each counts.
  const depth = Math.max(0, plan.levels.indexOf(plan.expects.level));
  const item = { kind: "level", depth, name: plan.levels[depth] ?? plan.expects.level } as const;
  let row = 3;
  for (const scale of scales) {
    const letters = choices.get(scale) ?? [];
    if (letters.length === 0) continue;
    const lines = headings?.texts ?? [];
    const title = headings === null ? `${scale}の件数` : `${headings.level}ごとの${scale}`;
    say(spec, row, title, sectionLook);
    addHeader(spec, row + 1, [headings?.level ?? "区分", ...letters, "判定", "未入力", `${item.name}数`]);
    const only = `${mirrors ? `,${column({ kind: "original" })},"="` : ""},${column({ kind: "planRemark" })},"<>${RETIRED_MARK}*"`;
    const judged = letters.length + 1;
    const count = (line: number | null, position: number): string => {
      const under =
        line === null || headings === null
          ? ""
          : `${column({ kind: "level", depth: headings.depth, name: headings.level })},$A${row + 3 + line},`;
      const at = row + 2 + (line ?? lines.length);
      const beside = (column: number): string => areaName(cellAt(at, column));
      switch (position) {
        case letters.length + 1:
          return `=${beside(judged + 2)}-${beside(judged)}`;
        case letters.length + 2:
          return `=COUNTIFS(${under}${column(item)},"?*"${only})`;
        default: {
          const given =
            position < letters.length ? `"*"&${areaName(cellAt(row + 1, position + 1))}&"*"` : '"?*"';
          return `=COUNTIFS(${under}${column({ kind: "mark", scale })},${given}${only})`;
        }
      }
    };
    const counts = [...lines.map((_, line) => line), null].map((line) =>
      Array.from({ length: letters.length + 3 }, (_, position) => count(line, position)),
    );
    const named = { row: row + 2, column: 0, rows: counts.length, columns: 1 };
    spec.numberFormats.push({ area: named, format: "@" });
    spec.values.push({ area: named, cells: [...lines, "合計"].map((text) => [text]) });
    spec.formulas.push({ area: { ...named, column: 1, columns: letters.length + 3 }, formula: counts });
    spec.looks.push({
      area: { ...named, row: row + 2 + lines.length, rows: 1, columns: letters.length + 4 },
      look: { bold: true },
    });
    const beside = {
      row,
      column: letters.length + 5,
      rows: Math.max(counts.length + 3, chartRows),
      columns: chartColumns,
    };
    if (lines.length > 0) {
      spec.charts.push({
        kind: "BarStacked",
        title,
        source: { row: row + 1, column: 0, rows: lines.length + 1, columns: letters.length + 1 },
        place: beside,
        grades: letters.length,
      });
    }
    row += beside.rows + 2;
  }
}
