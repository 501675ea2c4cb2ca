/** 集計: the evaluation tables as the plans print them, as live formulas over the plan's table, with charts. */

import type { Plan } from "../../plan/plan";
import type { Scale } from "../../plan/scales/scale";
import { formatYear } from "../../plan/year";
import { markScalesOf, yearsOf } from "../columns";
import { EVALUATION_YEAR } from "./settings-sheet";
import { emptySheet, type SheetSpec, textWidth } from "./sheet-spec";
import { hintLook, TITLE_HEIGHT, titleLook } from "./style";
import { addComputed, spillColumns } from "./summary-computed";
import { cellAt, headingsOf, say, type SummaryNames } from "./summary-parts";
import { addRecorded } from "./summary-recorded";

export function summarySheet(plan: Plan, sheet: string, names: SummaryNames, scale: Scale): SheetSpec {
  const spec = emptySheet("集計", sheet, `${plan.title}　集計`);
  say(spec, 0, spec.title, titleLook);
  const recorded = markScalesOf(plan);
  const computed = "表は数式の結果なので、このシートには入力しません";
  const counting = "数え方もこのシートにあります";
  // Judgements are recorded once, not year by year.
  if (recorded.length > 0) say(spec, 1, `評価の記録を数えた表です。${computed}`, hintLook);
  else {
    spec.formulas.push({
      area: cellAt(1, 0),
      formula: `=${EVALUATION_YEAR}&${outsidePeriod(plan)}&"　（年度は「設定」で選びます。${computed}。${counting}）"`,
    });
    spec.looks.push({ area: cellAt(1, 0), look: hintLook });
  }
  spec.widths.push(
    { column: 0, columns: 1, characters: namesWidth(plan) },
    { column: 1, columns: spillColumns, characters: 11 },
  );
  if (recorded.length > 0) addRecorded(spec, plan, names, recorded);
  else addComputed(spec, plan, names, scale);
  spec.heights.push({ row: 0, points: TITLE_HEIGHT });
  spec.freeze = { rows: 2, columns: 1 };
  spec.page = { title: spec.title, paper: "a3", headerRows: [0, 1] };
  return spec;
}

/** Another plan of the workbook may be judged in a year this one does not have: an empty table alone would not say so. */
function outsidePeriod(plan: Plan): string {
  const years = yearsOf(plan);
  const [first = plan.period[0]] = years;
  const last = years.at(-1) ?? plan.period[1];
  const year = `PLAN.YEAR(${EVALUATION_YEAR})`;
  const words = `"（この計画の期間 ${formatYear(first)}〜${formatYear(last)} の外です）"`;
  return `IFERROR(IF(AND(${year}>=${first},${year}<=${last}),"",${words}),"")`;
}

/** Headings stand in one line, as what a formula spills does not make its row higher. */
function namesWidth(plan: Plan): number {
  const longest = Math.max(0, ...(headingsOf(plan)?.texts ?? []).map(textWidth));
  return Math.min(72, Math.max(34, longest + 2));
}
