/** 一つの操作が、計算の結果を見てから書く: 書いた数式も計算される. */
import { openWorkbook } from "../../helpers/workbook";

test("ほかの数式が計算し直されるのと同じ要求で表を広げても、埋まった数式は空のまま残らない", async () => {
  const book = await openWorkbook();
  await book.write("A1:B1", [[1, "=A1+1"]]);
  await book.write("D1:E3", [
    ["値", "倍"],
    [3, ""],
    [4, ""],
  ]);
  await book.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    sheet.tables.add("D1:E2", true).name = "表";
    await context.sync();
    sheet.getRange("E2").formulas = [["=[@値]*2"]];
    await context.sync();
  });
  await book.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    sheet.getRange("A1").values = [[5]];
    context.workbook.tables.getItem("表").resize("D1:E3");
    await context.sync();
  });
  expect(await book.values("A1:E3")).toEqual([
    [5, 6, "", "値", "倍"],
    ["", "", "", 3, 6],
    ["", "", "", 4, 8],
  ]);
});
