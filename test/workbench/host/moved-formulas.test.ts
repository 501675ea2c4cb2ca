/** A formula that is replaced or moved shows its own result, also where that is what was there before. */
import { openWorkbook } from "../../helpers/workbook";

type Context = Excel.RequestContext;
const sheetOf = (context: Context) => context.workbook.worksheets.getItem("Sheet1");

test.each([
  ["=1+1", "=2*1", 2],
  ["=NA()", "=1*NA()", "#N/A"],
  ["=1/0", "=2/0", "#DIV/0!"],
  ['="達成"', '=IF(TRUE,"達成","")', "達成"],
])("%s を %s に書き換えると %p", async (first, second, result) => {
  const book = await openWorkbook();
  await book.write("C1", [[first]]);
  await book.write("C1", [[second]]);
  expect(await book.values("C1")).toEqual([[result]]);
});

test("並べ替えた式は、移った先で計算される", async () => {
  const book = await openWorkbook();
  await book.write("A1:C3", [
    [3, "=ROW()", "=SUM(A$1:A$3)"],
    [1, "=ROW()", "=SUM(A$1:A$3)+0"],
    [2, "=ROW()*10", "=SUM(A$1:A3)"],
  ]);
  await book.run(
    async (context) =>
      void sheetOf(context)
        .getRange("A1:C3")
        .sort.apply([{ key: 0 }]),
  );
  expect(await book.values("A1:C3")).toEqual([
    [1, 1, 6],
    [2, 20, 3],
    [3, 3, 6],
  ]);
});

test("行の挿入で動いた =ROW() は新しい行の番号になり、元に戻せば戻る", async () => {
  const book = await openWorkbook();
  await book.write("A1:A3", [["=ROW()"], ["=ROW()"], ["=ROW()"]]);
  await book.run(async (context) => void sheetOf(context).getRange("2:2").insert("Down"));
  expect(await book.values("A1:A4")).toEqual([[1], [""], [3], [4]]);
  await book.host.undo();
  expect(await book.values("A1:A4")).toEqual([[1], [2], [3], [""]]);
});

test("表を範囲に変えると、表の中の [@値] も番地に変わり、値は同じ", async () => {
  const book = await openWorkbook();
  await book.write("A1:B3", [
    ["値", "倍"],
    [3, ""],
    [5, ""],
  ]);
  await book.run(async (context) => {
    const table = context.workbook.worksheets.getActiveWorksheet().tables.add("A1:B3", true);
    table.columns.getItem("倍").getDataBodyRange().formulas = [["=[@値]*2"], ["=[@値]*2"]];
    await context.sync();
    table.convertToRange();
  });
  expect((await book.formulas("B2:B3")).flat().join()).not.toContain("[");
  expect(await book.values("B2:B3")).toEqual([[6], [10]]);
});
