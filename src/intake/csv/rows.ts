/** One row of a table: the cells sorted by what their columns hold, then whose row it is. */

import { readCsvColumns, type CsvColumn } from "./columns";
import type { Table } from "./header";
import { addDraft, readIndicator } from "./indicators";
import { itemOf } from "./items";
import type { CsvRecord, Field } from "./records";
import { consumeRecord, warn, type Row, type TableReading } from "./table-reading";

export function readRow(
  state: TableReading,
  table: Table,
  levels: readonly string[],
  record: CsvRecord,
): void {
  const cells = table.columns.flatMap((column, index) => {
    const field = record.fields[index];
    return field && field.text.trim() !== "" ? [{ column, field }] : [];
  });
  if (cells.length === 0) return consumeRecord(state, record);
  const surplus = record.fields.slice(table.columns.length).filter((field) => field.text.trim() !== "");
  const [first] = surplus;
  if (first) {
    warn(
      state,
      record.first,
      `${record.first}行は見出しより列が多く、「${first.text.trim().slice(0, 20)}」から後は取り込めません。区切りを確かめてください。`,
    );
  }
  if (cells.every(({ column, field }) => isSameTitle(column, field))) return consumeRecord(state, record);
  const field = (kind: CsvColumn["kind"]) => cells.find((cell) => cell.column.kind === kind)?.field ?? null;
  const row: Row = {
    path: cells.flatMap((cell) =>
      cell.column.kind === "level" ? [{ level: cell.column.level, field: cell.field }] : [],
    ),
    id: field("id"),
    number: field("number"),
    departments: field("departments"),
    sameAs: field("sameAs"),
    detail: field("detail"),
    remark: field("remark"),
    marks: cells.flatMap((cell) =>
      cell.column.kind === "mark" ? [{ scale: cell.column.scale, field: cell.field }] : [],
    ),
    line: record.first,
  };
  const draft = readIndicator(state, cells);
  const item = itemOf(state, levels, row, draft !== null);
  if (!item) {
    warn(
      state,
      record.first,
      `${record.first}行は、どの項目の行か分かりません。項目の名称を書いてください。`,
    );
    return consumeRecord(state, record);
  }
  if (draft) {
    addDraft(item, draft, row.id);
    state.lastDraft = draft;
  }
  consumeRecord(state, record);
}

/** A header row repeated at the top of each printed page. */
function isSameTitle(column: CsvColumn, field: Field): boolean {
  const said = readCsvColumns([field.text, "取組項目", "単位"])?.[0];
  return said !== undefined && JSON.stringify(said) === JSON.stringify(column) && column.kind !== "other";
}
