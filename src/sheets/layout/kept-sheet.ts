/** The hidden sheet with the kept copy of a plan. */

import { type Kept, KEPT_HEADERS, keptRows } from "../kept-copy";
import { TEXT } from "../plan-cells";
import { emptySheet, type SheetSpec } from "./sheet-spec";
import { headerLook, hintLook, TABLE_STYLE, titleLook } from "./style";

const HEADER_ROW = 2;

export function keptSheet(kept: Kept): SheetSpec {
  const rows = keptRows(kept);
  const spec = emptySheet("控え", kept.names.sheets.kept, `${kept.plan.title}（控え）`);
  const width = KEPT_HEADERS.length;
  spec.hidden = true;
  spec.numberFormats.push({
    area: { row: 0, column: 0, rows: HEADER_ROW + 1 + rows.length, columns: width },
    format: TEXT,
  });
  spec.values.push(
    {
      area: { row: 0, column: 0, rows: 2, columns: 1 },
      cells: [
        [spec.title],
        [
          "読み込んだとき（または最後に記録したとき）の計画の写しです。どのセルが入力・変更されたかを見分けるために使います。",
        ],
      ],
    },
    { area: { row: HEADER_ROW, column: 0, rows: 1, columns: width }, cells: [[...KEPT_HEADERS]] },
    {
      area: { row: HEADER_ROW + 1, column: 0, rows: rows.length, columns: width },
      cells: rows.map((row) => row.map(String)),
    },
  );
  spec.tables.push({
    name: kept.names.keptTable,
    area: { row: HEADER_ROW, column: 0, rows: rows.length + 1, columns: width },
    style: TABLE_STYLE,
    filterButtons: false,
  });
  spec.looks.push(
    { area: { row: 0, column: 0, rows: 1, columns: 1 }, look: titleLook },
    { area: { row: 1, column: 0, rows: 1, columns: 1 }, look: hintLook },
    { area: { row: HEADER_ROW, column: 0, rows: 1, columns: width }, look: headerLook },
  );
  spec.widths.push(
    { column: 0, columns: 2, characters: 8 },
    { column: 2, columns: 1, characters: 14 },
    { column: 3, columns: 1, characters: 120 },
  );
  return spec;
}
