/** How a plan's table looks: headers, what is to be filled in, what is computed, widths for Japanese text, colours of grades. */

import type { Area } from "../address";
import { columnName } from "../address";
import type { Column } from "../columns";
import { RETIRED_MARK } from "../plan-cells";
import { HEADER_ROW, type PlanSheetParts } from "./plan-parts";
import { runsBy } from "./runs";
import { type SheetSpec, textWidth } from "./sheet-spec";
import {
  awaitedColors,
  computedLook,
  copyLook,
  entryHeaderLook,
  entryLook,
  gradeColors,
  headerLook,
  ladderColors,
  nothingToEnterColors,
  otherYearHeaderLook,
  retiredColors,
} from "./style";

export function headerLooks(columns: readonly Column[]): SheetSpec["looks"] {
  return runsBy(columns, headerLookOf).map(([first, count, look]) => ({
    area: { row: HEADER_ROW, column: first, rows: 1, columns: count },
    look,
  }));
}

function headerLookOf(column: Column): typeof headerLook {
  if (column.kind === "actual" || column.kind === "mark") return entryHeaderLook;
  return "year" in column && column.year % 2 === 0 ? otherYearHeaderLook : headerLook;
}

export function columnLook(column: Column, area: Area): SheetSpec["looks"] {
  switch (column.kind) {
    case "actual":
    case "mark":
      return [{ area, look: entryLook }];
    case "rate":
      return [{ area, look: computedLook }];
    case "copy":
      return [{ area, look: copyLook }];
    default:
      return [];
  }
}

const fixedWidths: Partial<Record<Column["kind"], number>> = {
  id: 9,
  number: 7,
  original: 9,
  indicatorKind: 10,
  unit: 8,
  direction: 8,
  method: 8,
  cumulative: 6,
  planRemark: 10,
  baselineYear: 13,
  baseline: 10,
  target: 12,
  actual: 12,
  rate: 12,
  grade: 16,
  mark: 15,
  remark: 30,
  copy: 10,
};

export function widthsOf({ columns, contents }: PlanSheetParts): SheetSpec["widths"] {
  const levels = columns.filter(({ kind }) => kind === "level").length;
  const widths = columns.map((column, at) => {
    const fixed = fixedWidths[column.kind];
    if (fixed !== undefined) return fixed;
    // Beside the ID it carries the words above the table, which must not be cut where the columns begin to scroll.
    if (column.kind === "level" && column.depth === levels - 1) return widest(column, columns);
    // Names wrap: half of the longest in a line, within what can be read and what fits on the page.
    const longest = Math.max(0, ...contents.map((row) => textWidth(String(row[at]?.value ?? "")) / 2));
    const narrowest = column.kind === "indicator" ? 20 : 12;
    return Math.ceil(Math.min(widest(column, columns), Math.max(narrowest, longest + 2)));
  });
  return runsBy(widths, (width) => width).map(([column, count, characters]) => ({
    column,
    columns: count,
    characters,
  }));
}

export function conditionalsOf(
  columns: readonly Column[],
  body: Area,
  grades: readonly string[],
): SheetSpec["conditionals"] {
  const originalAt = columns.findIndex(({ kind }) => kind === "original");
  const indicatorAt = columns.findIndex(({ kind }) => kind === "indicator");
  const ofColumns = columns.flatMap((column, at): SheetSpec["conditionals"] => {
    const area = { ...body, column: at, columns: 1 };
    switch (column.kind) {
      case "grade":
        return [...grades, "未入力"].map((text, order) => ({
          area,
          rule: { kind: "equals", text, ...colorOf(text, order) },
        }));
      case "rate":
        return [{ area, rule: { kind: "equals", text: "未入力", ...colorOf("未入力", 0) } }];
      case "actual": {
        const row = body.row + 1;
        const cell = `${columnName(at)}${row}`;
        const target = `${columnName(at - 1)}${row}`;
        const original = `$${columnName(originalAt)}${row}`;
        // Only cells of the same row: a rule may not look further without being edited once (office-js#5299).
        const awaited = `=AND(${cell}="",${target}<>"",${target}<>"－",${original}="")`;
        const nothing = `=AND(${cell}="",$${columnName(indicatorAt)}${row}="",${original}="")`;
        return [
          { area, rule: { kind: "formula", formula: awaited, ...awaitedColors } },
          { area, rule: { kind: "formula", formula: nothing, ...nothingToEnterColors } },
        ];
      }
      default:
        return [];
    }
  });
  return [...ofColumns, ...retiredRows(columns, body)];
}

/** By its mark, not by a fill of its own: whatever somebody coloured in the row is there again should it return to the plan. */
function retiredRows(columns: readonly Column[], body: Area): SheetSpec["conditionals"] {
  const markAt = columns.findIndex(({ kind }) => kind === "planRemark");
  if (markAt < 0) return [];
  const mark = `$${columnName(markAt)}${body.row + 1}`;
  const formula = `=LEFT(${mark},${RETIRED_MARK.length})="${RETIRED_MARK}"`;
  return [{ area: body, rule: { kind: "formula", formula, ...retiredColors } }];
}

function colorOf(grade: string, order: number): { fill: string; color: string } {
  return (
    gradeColors[grade] ??
    ladderColors[Math.min(order, ladderColors.length - 1)] ?? { fill: "#FFFFFF", color: "#000000" }
  );
}

/** The upper levels are folded most of the time: wide, so that they do not make every row high. */
function widest(column: Column, columns: readonly Column[]): number {
  if (column.kind === "departments") return 16;
  const levels = columns.filter(({ kind }) => kind === "level").length;
  return column.kind === "level" && column.depth < levels - 1 ? 40 : 26;
}
