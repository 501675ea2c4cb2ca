/** The first things a program does with a workbook, against the real office.js. */
import { openWorkbook } from "../../helpers/workbook";

test("値を書いて読む", async () => {
  const book = await openWorkbook();
  await book.write("A1:B2", [
    ["項目", "50%"],
    ["001", 3],
  ]);
  expect(await book.values("A1:B2")).toEqual([
    ["項目", 0.5],
    [1, 3],
  ]);
  expect(await book.texts("A1:B2")).toEqual([
    ["項目", "50%"],
    ["1", "3"],
  ]);
});

test("表を作り、名前を付け、行を足す", async () => {
  const book = await openWorkbook();
  await book.write("A1:B2", [
    ["指標", "目標"],
    ["経常収支比率", 91.8],
  ]);
  const rows = await book.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    const table = sheet.tables.add("A1:B2", true);
    table.name = "加須市";
    table.rows.add(undefined, [["実質公債費比率", 5]]);
    table.rows.load("items/values");
    table.columns.load("items/name");
    await context.sync();
    return [table.rows.items.map((row) => row.values), table.columns.items.map((column) => column.name)];
  });
  expect(rows).toEqual([
    [[["経常収支比率", 91.8]], [["実質公債費比率", 5]]],
    ["指標", "目標"],
  ]);
});

test("読み込む前に読むと PropertyNotLoaded", async () => {
  const book = await openWorkbook();
  const { code } = await book.refusal(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    return sheet.name;
  });
  expect(code).toBe("PropertyNotLoaded");
});

test("ない表は null オブジェクト、取りに行けば ItemNotFound", async () => {
  const book = await openWorkbook();
  const missing = await book.run(async (context) => {
    const table = context.workbook.tables.getItemOrNullObject("ない");
    await context.sync();
    return table.isNullObject;
  });
  expect(missing).toBe(true);
  const { code } = await book.refusal(async (context) => {
    context.workbook.tables.getItem("ない").load("name");
    await context.sync();
  });
  expect(code).toBe("ItemNotFound");
});
