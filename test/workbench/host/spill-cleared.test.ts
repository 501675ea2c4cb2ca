/** A spill goes when its anchor is emptied, whoever empties it. */
import { openWorkbook } from "../../helpers/workbook";

test("こぼれた数式の元のセルを空にすると、こぼれたセルも空になる", async () => {
  const book = await openWorkbook();
  await book.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    sheet.getRange("A1:A3").values = [[1], [2], [3]];
    sheet.getRange("C1").formulas = [["=A1:A3*10"]];
    await context.sync();
  });
  expect(await book.values("C1:C3")).toEqual([[10], [20], [30]]);
  await book.run(async (context) => {
    context.workbook.worksheets.getActiveWorksheet().getRange("C1").values = [[""]];
    await context.sync();
  });
  expect(await book.values("C1:C3")).toEqual([[""], [""], [""]]);
  await book.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    sheet.getRange("C1").formulas = [["=A1:A3*10"]];
    await context.sync();
    sheet.getRange("C1").clear("Contents");
    await context.sync();
  });
  expect(await book.values("C1:C3")).toEqual([[""], [""], [""]]);
  await book.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    sheet.getRange("C1").formulas = [["=A1:A3*10"]];
    await context.sync();
    sheet.getRange("C1").formulas = [[""]];
    sheet.getRange("C1").numberFormat = [["General"]];
    await context.sync();
  });
  expect(await book.values("C1:C3")).toEqual([[""], [""], [""]]);
});
