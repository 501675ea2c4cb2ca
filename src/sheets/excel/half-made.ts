/**
 * A sheet while it is being made: out of sight, with a mark in its first cell. Until it has that, its name is the mark: a
 * sheet cannot be added and marked in one step, and one that was only added is to be known as well.
 */

import type { Area } from "../address";
import { type CellValue, textOf } from "../cell-values";
import type { Kept } from "../kept";
import { LIST_HEADERS } from "../layout/settings-sheet";
import type { SheetSpec } from "../layout/sheet-spec";
import { sameName } from "../legal-names";
import { TEXT } from "../plan-cells";

export const UNFINISHED_MARK = "（計画アドインが作成中）";

export function isUnfinishedMark(cell: CellValue | undefined): boolean {
  return textOf(cell).startsWith(UNFINISHED_MARK);
}

/** Sheets that were added and not yet called what they are to be called. */
export function isBegunName(sheet: string): boolean {
  return sheet.startsWith(UNFINISHED_MARK);
}

/** `begunAs`: a free name that says what it is. */
export function beginSheet(workbook: Excel.Workbook, name: string, begunAs: string): void {
  const sheet = workbook.worksheets.add(begunAs);
  sheet.visibility = Excel.SheetVisibility.veryHidden;
  sheet.getRange("A1").values = [[UNFINISHED_MARK]];
  sheet.name = name;
}

type Cells = SheetSpec["values"][number]["cells"];

/** The title is the last thing a sheet gets. */
export function withMark(spec: SheetSpec): SheetSpec {
  const isTitle = ({ row, column }: Area): boolean => row === 0 && column === 0;
  const marked = ([[, ...first] = [], ...others]: Cells): Cells => [[UNFINISHED_MARK, ...first], ...others];
  const values = spec.values.map(({ area, cells }) => ({
    area,
    cells: isTitle(area) ? marked(cells) : cells,
  }));
  return { ...spec, values };
}

/** First into sight, then the title: a sheet that still has the mark is known to be unfinished. */
export function finishSheet(
  sheet: Excel.Worksheet,
  { title, hidden }: { title: string; hidden: boolean },
): void {
  sheet.visibility = hidden ? Excel.SheetVisibility.hidden : Excel.SheetVisibility.visible;
  const corner = sheet.getRange("A1");
  corner.numberFormat = [[TEXT]];
  corner.values = [[title]];
}

interface Table {
  name: string;
  sheet: string;
}

export interface Standing {
  /** `blank`: nothing at all on it, no picture and no colour either. */
  sheets: readonly { name: string; visibility: string; corner: CellValue; blank: boolean }[];
  plans: readonly Table[];
  kept: readonly { table: Table; kept: Kept | null }[];
  scales: readonly Table[];
  list: { sheet: string; matrix: readonly (readonly CellValue[])[] } | null;
}

/**
 * Sheets nobody has seen and nothing rests on. The mark alone does not make one: anybody can type it. A person may have typed
 * into what can be seen, and what belongs to a plan that stands is that plan's, whatever its first cell says.
 */
export function halfMadeSheets({ sheets, plans, kept, scales, list }: Standing): string[] {
  const holdsKept = (sheet: string): boolean => kept.some(({ table }) => table.sheet === sheet);
  const outOfSight = new Set(
    sheets.flatMap(({ name, visibility, corner, blank }) => {
      const marked =
        isUnfinishedMark(corner) &&
        (visibility === "VeryHidden" || (visibility === "Hidden" && holdsKept(name)));
      return marked || (isBegunName(name) && blank) ? [name] : [];
    }),
  );
  const stands = (table: string): boolean =>
    plans.some(({ name, sheet }) => sameName(name, table) && !outOfSight.has(sheet));
  const scalesInUse = [
    ...kept.flatMap((each) =>
      each.kept !== null && stands(each.kept.names.table) ? [each.kept.names.scaleTable] : [],
    ),
    ...plans.filter(({ name }) => stands(name)).map(({ name }) => usualScaleOf(name)),
  ];
  const tableAt = LIST_HEADERS.indexOf("表");
  const restedOn = new Set([
    ...kept.flatMap((each) =>
      each.kept !== null && stands(each.kept.names.table) ? [each.table.sheet] : [],
    ),
    ...scales.flatMap(({ name, sheet }) => (scalesInUse.some((used) => sameName(used, name)) ? [sheet] : [])),
    ...(list !== null && list.matrix.some((cells) => stands(textOf(cells[tableAt]))) ? [list.sheet] : []),
  ]);
  return [...outOfSight].filter((name) => !restedOn.has(name));
}

/** 表_加須市 → 尺度_加須市. */
export function usualScaleOf(planTable: string): string {
  return planTable.replace(/^表_/u, "尺度_");
}
