/** Dates in texts: programs write them as in the United States, whatever the workbook's region; people as in Japan. */
import { openWorkbook } from "../../helpers/workbook";

const JANUARY_31 = 45322;

test.each<[string, string, number, string]>([
  ["月/日/年", "1/31/2024", JANUARY_31, "m/d/yyyy"],
  ["月-日-年", "1-31-2024", JANUARY_31, "m/d/yyyy"],
  ["年が2けた", "1/31/24", JANUARY_31, "m/d/yyyy"],
  ["時刻つき", "1/31/2024 12:00", JANUARY_31 + 0.5, "m/d/yyyy h:mm"],
  ["月の名", "Jan 31, 2024", JANUARY_31, "d-mmm-yy"],
  ["月の名を間に", "31-Jan-2024", JANUARY_31, "d-mmm-yy"],
  ["年と月の名", "January 2024", JANUARY_31 - 30, "mmm-yy"],
  ["年が先", "2024/1/31", JANUARY_31, "yyyy/m/d"],
])("プログラムが書いた%sは日付になる", async (_, text, serial, format) => {
  const book = await openWorkbook();
  await book.write("A1", [[text]]);
  const cell = await book.run(async (context) => {
    const range = context.workbook.worksheets.getActiveWorksheet().getRange("A1").load("values,numberFormat");
    await context.sync();
    return [range.values[0]?.[0], range.numberFormat[0]?.[0]];
  });
  expect(cell).toEqual([serial, format]);
});

test("月の名と数は今年のその日、日でなければその年の月", async () => {
  const book = await openWorkbook();
  const year = new Date().getFullYear();
  await book.write("A1:D1", [["Mar-24", `=DATE(${year},3,24)`, "Mar-99", "=DATE(1999,3,1)"]]);
  const [[day, thatDay, month, thatMonth] = []] = await book.values("A1:D1");
  expect([day, month]).toEqual([thatDay, thatMonth]);
});

test.each(["13/31/2024", "2/30/2024", "1/31/20245", "Jan 32, 2024"])(
  "ない日付「%s」は文字のまま",
  async (text) => {
    const book = await openWorkbook();
    await book.write("A1", [[text]]);
    expect(await book.values("A1")).toEqual([[text]]);
  },
);

test("人が入れた月/日/年は、日本の Excel と同じく文字のまま。formulasLocal も", async () => {
  const book = await openWorkbook();
  const sheet = book.host.book().activeSheet;
  await book.host.applyUserEdit({ kind: "type", sheet, row: 0, column: 0, text: "1/31/2024" });
  await book.run(async (context) => {
    context.workbook.worksheets.getActiveWorksheet().getRange("B1").formulasLocal = [["1/31/2024"]];
  });
  expect(await book.values("A1:B1")).toEqual([["1/31/2024", "1/31/2024"]]);
});
