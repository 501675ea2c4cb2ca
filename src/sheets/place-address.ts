/** Where a place of a plan stands in its sheet: the cell a finding, a jump or a correction means. */

import { cellName, fullAddress } from "./address";
import { type Column, columnKey } from "./columns";
import type { Place, PlaceColumn } from "./contract";
import type { SurveyedTable } from "./excel/survey";
import type { FoundPlan } from "./found-plans";
import type { TableReading } from "./reading/plan-table";

const columnOfPlace: Record<
  Exclude<PlaceColumn, "row" | "name" | "target" | "actual" | "rate" | "grade" | "mark">,
  Column
> = {
  departments: { kind: "departments" },
  unit: { kind: "unit" },
  direction: { kind: "direction" },
  method: { kind: "method" },
  baseline: { kind: "baseline" },
  remark: { kind: "remark" },
};

export function addressOf({ table, reading }: FoundPlan, place: Omit<Place, "plan">): string | null {
  const { indicator, node, year, scale } = place;
  const row = indicator != null ? reading.rowOfIndicator.get(indicator) : rowOfNode(reading, node);
  const { column: kind = "row" } = place;
  switch (kind) {
    case "row":
      // The plan as a whole begins with its first row, under the headers.
      if (indicator == null && node == null)
        return fullAddress(table.sheet, cellName(table.area.row + 1, table.area.column));
      return cellAddress(table, reading, row, { kind: "id" });
    case "name":
      return cellAddress(
        table,
        reading,
        row,
        indicator != null ? { kind: "indicator" } : levelColumn(reading, node),
      );
    case "target":
    case "actual":
    case "rate":
    case "grade":
      return year == null ? null : cellAddress(table, reading, row, { kind, year });
    case "mark":
      return scale === undefined ? null : cellAddress(table, reading, row, { kind, scale });
    default:
      return cellAddress(table, reading, row, columnOfPlace[kind]);
  }
}

/** A heading has no row of its own: the first row below it shows it. */
function rowOfNode(reading: TableReading, node: string | null | undefined): number | undefined {
  if (node == null) return undefined;
  const own = reading.rowOfNode.get(node);
  if (own !== undefined) return own;
  const child = reading.plan.nodes.find(({ parent }) => parent === node);
  return child === undefined ? undefined : rowOfNode(reading, child.id);
}

/** Columns of levels are known by their depth. */
function levelColumn({ plan }: TableReading, node: string | null | undefined): Column {
  const own = plan.nodes.find(({ id }) => id === node);
  return { kind: "level", depth: plan.levels.findIndex((level) => level === own?.level), name: "" };
}

export function cellAddress(
  table: SurveyedTable,
  reading: TableReading,
  row: number | undefined,
  column: Column,
): string | null {
  const position = reading.header.at.get(columnKey(column));
  if (row === undefined || position === undefined) return null;
  return fullAddress(table.sheet, cellName(table.area.row + row, table.area.column + position));
}
