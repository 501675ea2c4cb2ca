/** Widths and heights that fit what is written, estimated: full-width characters count two, bold a little more. */
import { sheetIn, updateSheet, type Draft } from "../draft";
import { styleOf } from "./effective";
import { eachCell } from "../cells/grid";
import type { Rectangle } from "../cells/rectangle";
import { DEFAULT_ROW_HEIGHT, usualColumnWidth } from "../sheets/sheet";
import { styleValue } from "./style";
import { shownText } from "../cells/values-as-json";

const isWide = (code: number): boolean =>
  code >= 0x1100 && !(code >= 0xff61 && code <= 0xffdc) && !(code >= 0x2000 && code <= 0x206f);

/** Halves of a full-width character. */
export const breadth = (text: string): number => {
  let sum = 0;
  for (const character of text) sum += isWide(character.codePointAt(0) ?? 0) ? 2 : 1;
  return sum;
};

const PADDING = 6;

const widthOf = (text: string, size: number, bold: boolean): number =>
  Math.max(...text.split("\n").map(breadth)) * size * (bold ? 0.56 : 0.52) + PADDING;

export const autofitColumns = (draft: Draft, id: string, area: Rectangle): void => {
  const sheet = sheetIn(draft, id);
  const widths = new Map<number, number>();
  eachCell(sheet.grid, area, (cell, row, column) => {
    if (cell.value === null) return;
    const style = styleOf(sheet, cell, row, column);
    const text = shownText(cell, styleValue(style, "numberFormat"));
    if (text === "") return;
    const width = widthOf(text, styleValue(style, "fontSize"), styleValue(style, "bold"));
    widths.set(column, Math.max(widths.get(column) ?? 0, width));
  });
  const columns = new Map(sheet.columns);
  for (const [column, width] of widths) {
    columns.set(column, { ...columns.get(column), size: Math.min(Math.ceil(width * 4) / 4, 1790) });
  }
  updateSheet(draft, id, { columns });
};

export const autofitRows = (draft: Draft, id: string, area: Rectangle): void => {
  const sheet = sheetIn(draft, id);
  const heights = new Map<number, number>();
  eachCell(sheet.grid, area, (cell, row, column) => {
    if (cell.value === null) return;
    const style = styleOf(sheet, cell, row, column);
    const text = shownText(cell, styleValue(style, "numberFormat"));
    const size = styleValue(style, "fontSize");
    const room = (sheet.columns.get(column)?.size ?? usualColumnWidth(sheet)) - PADDING;
    const lines = text
      .split("\n")
      .reduce(
        (sum, line) =>
          sum +
          (styleValue(style, "wrapText") ? Math.max(1, Math.ceil((breadth(line) * size * 0.52) / room)) : 1),
        0,
      );
    const height = Math.min(409.5, lines * size * (DEFAULT_ROW_HEIGHT / 11));
    heights.set(row, Math.max(heights.get(row) ?? 0, height));
  });
  const rows = new Map(sheet.rows);
  for (const [row, height] of heights) {
    const { size: _, ...line } = rows.get(row) ?? {};
    rows.set(row, height > DEFAULT_ROW_HEIGHT ? { ...line, size: Math.round(height * 4) / 4 } : line);
  }
  updateSheet(draft, id, { rows });
};
