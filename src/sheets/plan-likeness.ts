/** Which tables of the workbook hold a kept plan's rows, whatever somebody called them or wherever they were copied. */

import { cellIn, rowAt, textOf } from "./cell-values";
import type { SurveyedTable } from "./excel/survey";
import type { Kept } from "./kept";
import { sameName } from "./legal-names";
import { readHeader } from "./reading/header";
import { ownIdIn } from "./rows";

/** The tables that hold this plan's rows; the one that still has its name first, copies after. */
export function tablesOf(kept: Kept, tables: readonly SurveyedTable[]): SurveyedTable[] {
  const ids = new Set([...kept.plan.nodes, ...kept.plan.indicators].map(({ id }) => id));
  const share = (table: SurveyedTable): number => {
    const rows = idsIn(table);
    const known = rows.filter((id) => ids.has(ownIdIn(id).replace(/#\d+$/, ""))).length;
    return known / Math.max(1, Math.min(rows.length, ids.size));
  };
  const named = (table: SurveyedTable): boolean => sameName(table.name, kept.names.table);
  return tables
    .filter((table) => named(table) || share(table) > 0.5)
    .filter((table) => named(table) || otherwiseAlike(table, kept))
    .sort((one, other) => Number(named(other)) - Number(named(one)));
}

/** Ids such as 1, 2, 3 are in every plan: the headings tell. */
function otherwiseAlike(table: SurveyedTable, kept: Kept): boolean {
  const header = readHeader(rowAt(table.matrix, 0));
  const names = new Set(kept.plan.nodes.map(({ name }) => name));
  const deepest = Math.max(...header.columns.map((column) => (column?.kind === "level" ? column.depth : -1)));
  const position = header.at.get(`level ${deepest}`);
  const words = table.matrix
    .slice(1)
    .map((row) => textOf(cellIn(row, position)))
    .filter(Boolean);
  return words.length === 0 || words.filter((word) => names.has(word)).length * 2 > words.length;
}

function idsIn({ matrix }: SurveyedTable): string[] {
  const position = readHeader(rowAt(matrix, 0)).at.get("id");
  return matrix
    .slice(1)
    .map((row) => textOf(cellIn(row, position)))
    .filter((id) => id !== "");
}
