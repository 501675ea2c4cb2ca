/** 改定履歴 and 点検: sheets that grow line by line. */

import { type CellValue, textOf } from "../cell-values";
import { TEXT } from "../plan-cells";
import { emptySheet, type SheetKind, type SheetSpec } from "./sheet-spec";
import { bodyLook, headerLook, hintLook, TABLE_STYLE, TITLE_HEIGHT, titleLook } from "./style";

export interface RecordKind {
  kind: SheetKind;
  table: string;
  hint: string;
  columns: readonly { header: string; width: number }[];
}

export const HISTORY = {
  kind: "改定履歴",
  table: "改定履歴表",
  hint: "目標値の改定を、計画の更新と「記録する」のたびに一行ずつ残します。",
  columns: [
    { header: "計画ID", width: 12 },
    { header: "ID", width: 12 },
    { header: "指標", width: 30 },
    { header: "年度", width: 13 },
    { header: "改定前", width: 16 },
    { header: "改定後", width: 16 },
    { header: "改定日", width: 14 },
    { header: "理由", width: 40 },
    { header: "記録者", width: 16 },
  ],
} as const satisfies RecordKind;

export const FINDINGS = {
  kind: "点検",
  table: "点検結果表",
  hint: "「点検シートに記録」か「了承」をしたときの結果です。了承したものは、了承者と理由が入っています。",
  columns: [
    { header: "計画ID", width: 12 },
    { header: "規則", width: 16 },
    { header: "重要度", width: 12 },
    { header: "内容", width: 50 },
    { header: "直し方", width: 40 },
    { header: "場所", width: 30 },
    { header: "セル", width: 16 },
    { header: "了承者", width: 14 },
    { header: "了承の理由", width: 30 },
    { header: "了承日", width: 14 },
    { header: "照合", width: 20 },
  ],
} as const satisfies RecordKind;

/** Where each column of a record stands, whatever a person put between them; -1 where it is not. */
export function recordPositions({ columns }: RecordKind, header: readonly CellValue[]): number[] {
  const words = header.map((cell) => textOf(cell));
  return columns.map((column) => words.indexOf(column.header));
}

export function isRecordHeader(record: RecordKind, header: readonly CellValue[]): boolean {
  return !recordPositions(record, header).includes(-1);
}

/** A line of a record as its table stands: null leaves a column of the user's own alone. */
export function recordLine(
  cells: readonly string[],
  positions: readonly number[],
  width: number,
): (string | null)[] {
  const line = Array.from({ length: width }, (): string | null => null);
  positions.forEach((position, at) => {
    line[position] = cells[at] ?? "";
  });
  return line;
}

/** A table needs a row: an empty one waits for the first entry. */
export function recordSheet(record: RecordKind, name: string, table: string): SheetSpec {
  const spec = emptySheet(record.kind, name, record.kind);
  const columns = record.columns.length;
  const headerRow = 3;
  spec.numberFormats.push({ area: { row: 0, column: 0, rows: headerRow + 2, columns }, format: TEXT });
  spec.values.push(
    { area: { row: 0, column: 0, rows: 2, columns: 1 }, cells: [[spec.title], [record.hint]] },
    {
      area: { row: headerRow, column: 0, rows: 1, columns },
      cells: [record.columns.map(({ header }) => header)],
    },
  );
  spec.tables.push({
    name: table,
    area: { row: headerRow, column: 0, rows: 2, columns },
    style: TABLE_STYLE,
    filterButtons: true,
  });
  spec.looks.push(
    { area: { row: 0, column: 0, rows: 1, columns: 1 }, look: titleLook },
    { area: { row: 1, column: 0, rows: 1, columns: 1 }, look: hintLook },
    { area: { row: headerRow, column: 0, rows: 1, columns }, look: headerLook },
    { area: { row: headerRow + 1, column: 0, rows: 1, columns }, look: bodyLook },
  );
  spec.widths.push(...record.columns.map(({ width }, column) => ({ column, columns: 1, characters: width })));
  spec.freeze = { rows: headerRow + 1, columns: 0 };
  spec.heights.push({ row: 0, points: TITLE_HEIGHT });
  spec.page = { title: record.kind, paper: "a4", headerRows: [headerRow, headerRow] };
  return spec;
}
