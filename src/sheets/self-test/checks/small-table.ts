/** A table in the upper left corner of the check's own sheet. */

import { areaName } from "../../address";
import { type Bench } from "../check";

export function tableOf(
  { sheet, name }: Bench,
  cells: readonly (readonly (string | number)[])[],
): Excel.Table {
  const [header = []] = cells;
  const columns = header.length;
  const range = sheet.getRange(areaName({ row: 0, column: 0, rows: cells.length, columns }));
  range.values = cells.map((row) => [...row]);
  const table = sheet.tables.add(range, true);
  table.name = name("表_自己検査");
  return table;
}
