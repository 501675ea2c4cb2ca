/** The plans of a workbook as the pane and the functions are told of them, with what could not be read. */

import { listed } from "../plan/checks/place";
import type { Scale } from "../plan/scales/scale";
import { parseYear } from "../plan/year";
import { areaName, fullAddress } from "./address";
import type { SheetProblem, WorkbookPlan, WorkbookReading } from "./contract";
import type { Survey } from "./excel/survey";
import type { FoundPlan } from "./found-plans";
import { nameOf } from "./merge/merge";
import { addressOf } from "./place-address";
import { isUnread, readScale } from "./scale-table";
import { typedTargets } from "./typed-targets";

export function readingOf(survey: Survey, found: readonly FoundPlan[]): WorkbookReading {
  const problems: SheetProblem[] = survey.kept
    .filter(({ kept, table }) => kept === null && !survey.halfMade.includes(table.sheet))
    .map(({ table }) => ({
      severity: "warning",
      message: "計画の控えが壊れています。どのセルが変更されたかは分かりませんが、表はそのまま読みます。",
      address: fullAddress(table.sheet, areaName(table.area)),
    }));
  return {
    plans: found.map(workbookPlan),
    problems: [...problems, ...lostPlans(survey, found)],
    evaluationYear: parseYear(survey.evaluationYear),
    unfinished: survey.halfMade.length + survey.untitled.length > 0 || survey.journal !== null,
  };
}

/** A kept copy without its table: somebody deleted the sheet or the table, and nothing else in the workbook would say so. */
function lostPlans(survey: Survey, found: readonly FoundPlan[]): SheetProblem[] {
  const ids = new Set(found.map(({ id }) => id));
  const lost = new Map(
    survey.kept.flatMap(({ kept, table }) =>
      kept === null || ids.has(kept.plan.id) || survey.halfMade.includes(table.sheet)
        ? []
        : [[kept.plan.id, { title: kept.plan.title, keptIn: table.sheet }] as const],
    ),
  );
  return [...lost.values()].map(({ title, keptIn }) => ({
    severity: "error",
    message: `「${title}」の表がこのブックに見つかりません。シートか表が削除されたようです。「元に戻す」か、前に保存したブックで戻せます。もう一度読み込むこともできますが、入力した実績値は戻りません。もう使わないときは、非表示のシート「${keptIn}」を再表示して削除すると、この知らせは消えます。`,
    address: null,
  }));
}

/** What was deleted is in no count any more, and nothing else in the sheet would say so. */
function rowsGone({ reading: { missing }, table }: FoundPlan): SheetProblem {
  return {
    severity: "error",
    message: `シート「${table.sheet}」から、計画の${missing.length}行が削除されています（${listed(missing.map(nameOf))}）。集計にも入りません。誤って削除したときは、Excel の「元に戻す」か、同じ計画での「更新」で行が戻ります（更新では、実績値は入力し直します）。計画から外したときは、外した版で「更新」すると、この知らせは消えます。`,
    address: null,
  };
}

/** A table somebody broke gives no grades at all, rather than those of another scale, and says so. */
function scaleOf({ scaleTable }: FoundPlan, problems: SheetProblem[]): Scale | null {
  if (scaleTable === null) return null;
  const { name, sheet, area, matrix } = scaleTable;
  const scale = readScale(matrix.slice(1), name);
  if (!isUnread(scale)) return scale;
  problems.push({
    severity: "error",
    message: `尺度の表「${name}」を読めません。${scale.reason}直すまで、この計画の評価は「判定不能」です。`,
    address: fullAddress(sheet, areaName({ ...area, row: area.row + scale.row, rows: 1 })),
  });
  return { name, measures: "達成率", rules: [] };
}

function workbookPlan(found: FoundPlan): WorkbookPlan {
  const { table, reading, kept, isTable } = found;
  const problems = [...reading.problems];
  if (!isTable) {
    problems.unshift({
      severity: "warning",
      message: "計画の表が通常の範囲に変換されています。「表に戻す」で直せます。",
      address: fullAddress(table.sheet, areaName(table.area)),
    });
  }
  if (table.withoutFormulas === true) {
    problems.unshift({
      severity: "error",
      message:
        "達成率の列に数式がありません。値だけで保存したブックでは、実績値を入れても、シートの達成率と評価は変わりません。数式のあるブックで続けてください。",
      address: null,
    });
  }
  if (reading.missing.length > 0) problems.push(rowsGone(found));
  const scale = scaleOf(found, problems);
  for (const copy of found.copies) {
    problems.push({
      severity: "note",
      message: `「${copy.sheet}」は同じ計画の写しです。「${table.sheet}」を計画として使います。`,
      address: fullAddress(copy.sheet, areaName(copy.area)),
    });
  }
  return {
    plan: reading.plan,
    sheet: table.sheet,
    table: isTable ? table.name : null,
    address: fullAddress(table.sheet, areaName(table.area)),
    name: found.planName,
    scaleTable: found.scaleTable?.name ?? null,
    scale,
    copies: found.copies.map(({ sheet }) => sheet),
    problems,
    typedTargets: typedTargets(found),
    retired: reading.retired,
    loadedOn: kept?.names.loadedOn ?? null,
    addressOf: (place) => addressOf(found, place),
  };
}
