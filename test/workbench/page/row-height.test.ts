/** How tall rows stand that nobody gave a height: letters, wrapping, column width, and what is left out. */
import fc from "fast-check";
import type { Host } from "../../../src/workbench/host/host";
import { linesIn, tallRows } from "../../../src/workbench/page/display/row-height";
import { openWorkbook } from "../../helpers/workbook";

test.each<readonly [string, string, number, number, number]>([
  ["一行に入る", "経常収支比率", 11, 66, 1],
  ["一字だけはみ出す", "経常収支比率", 11, 65, 2],
  ["半角は半分ほど", "ABCDEFGHIJ", 10, 55, 1],
  ["半角も折り返す", "ABCDEFGHIJ", 10, 50, 2],
  ["改行は必ず行を分ける", "目標\n実績\n", 11, 200, 3],
  ["空の文字", "", 11, 50, 1],
  ["列が一字より狭くても終わる", "達成率", 11, 1, 3],
])("%s", (_, text, size, room, lines) => {
  expect(linesIn(text, size, room)).toBe(lines);
});

test("広い列のほうが行が増えることはない", () => {
  fc.assert(
    fc.property(
      fc.string(),
      fc.integer({ min: 8, max: 300 }),
      fc.integer({ min: 0, max: 300 }),
      (text, room, more) => {
        expect(linesIn(text, 11, room + more)).toBeLessThanOrEqual(linesIn(text, 11, room));
      },
    ),
  );
});

const heights = (host: Host) => {
  const [sheet] = host.book().sheets;
  return sheet ? [...tallRows(sheet)] : [];
};

describe("シートの行", () => {
  test("大きな文字、折り返した文字の行だけが高くなる", async () => {
    const book = await openWorkbook();
    await book.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.getRange("A1:A4").values = [
        ["標題"],
        ["長い名前の指標である"],
        ["長い名前の指標である"],
        [12345678901],
      ];
      sheet.getRange("A1").format.font.size = 16;
      sheet.getRange("A2").format.wrapText = true;
      sheet.getRange("A4").format.wrapText = true;
    });
    const rows = heights(book.host);
    expect(rows.map(([row]) => row)).toEqual([0, 1]);
    expect(rows[0]?.[1]).toBeCloseTo((16 / 11) * 18.75);
    expect(rows[1]?.[1]).toBeCloseTo(3 * 18.75);
  });

  test("列を広げると低くなり、高さを決めた行は数えられない", async () => {
    const book = await openWorkbook();
    const format = (set: (range: Excel.Range) => void) =>
      book.run(async (context) => set(context.workbook.worksheets.getActiveWorksheet().getRange("A1")));
    await format((range) => {
      range.values = [["長い名前の指標である"]];
      range.format.wrapText = true;
    });
    expect(heights(book.host)[0]?.[1]).toBeCloseTo(3 * 18.75);
    await format((range) => (range.format.columnWidth = 80));
    expect(heights(book.host)[0]?.[1]).toBeCloseTo(2 * 18.75);
    await format((range) => (range.format.columnWidth = 300));
    expect(heights(book.host)).toEqual([]);
    await format((range) => (range.format.columnWidth = 54));
    await format((range) => (range.format.rowHeight = 30));
    expect(heights(book.host)).toEqual([]);
  });

  test("いちばん高い行でも Excel の上限まで", async () => {
    const book = await openWorkbook();
    await book.run(async (context) => {
      const range = context.workbook.worksheets.getActiveWorksheet().getRange("A1");
      range.values = [["あ".repeat(2000)]];
      range.format.wrapText = true;
    });
    expect(heights(book.host)).toEqual([[0, 409.5]]);
  });
});
