/** 見出し行のある CSV・TSV: the columns are found by their titles, a row is an item or one of its indicators. */

import type { Annotations } from "../annotations";
import { emptyPlan, type Layout, type Reading } from "../layout";
import type { Line } from "../lines";
import { missingParticulars } from "../missing-particulars";
import { levelsOf } from "./columns";
import { headerProblems, openTable, recognises } from "./header";
import { levelWithoutName, planOfTable } from "./plan-of-table";
import { readRow } from "./rows";
import { consumeRecord, newReading } from "./table-reading";

export const csv = {
  kind: "csv",
  recognises,
  read,
} as const satisfies Layout;

function read(lines: readonly Line[], annotations: Annotations): Reading {
  const table = openTable(lines);
  if (!table) return { plan: emptyPlan(), problems: [], sources: [], consumed: new Set() };
  const levels = levelsOf(table.columns);
  const state = newReading(levels.at(-1) ?? levelWithoutName, headerProblems(table));
  consumeRecord(state, table.record);
  for (const record of table.rows) readRow(state, table, levels, record);
  const reading = planOfTable(state, table, levels);
  return { ...reading, problems: [...reading.problems, ...missingParticulars(reading.plan, annotations)] };
}
