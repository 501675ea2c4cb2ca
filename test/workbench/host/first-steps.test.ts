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

test("数式は計算され、参照先が変われば変わる", async () => {
  const book = await openWorkbook();
  await book.write("A1:A3", [[1], [2], ["=SUM(A1:A2)"]]);
  expect(await book.values("A3")).toEqual([[3]]);
  await book.write("A1", [[10]]);
  expect(await book.values("A3")).toEqual([[12]]);
});

test("同じ要求の中で書いた数式の値を読める", async () => {
  const book = await openWorkbook();
  const values = await book.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    sheet.getRange("A1:B1").formulas = [[2, "=A1*3"]];
    const range = sheet.getRange("B1").load("values");
    await context.sync();
    return range.values;
  });
  expect(values).toEqual([[6]]);
});

test("構造化参照は表と一緒に動く", async () => {
  const book = await openWorkbook();
  await book.write("A1:B3", [
    ["指標", "目標"],
    ["あ", 1],
    ["い", 2],
  ]);
  await book.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    sheet.tables.add("A1:B3", true).name = "計画表";
    sheet.getRange("D1").formulas = [["=SUM(計画表[目標])"]];
  });
  expect(await book.values("D1")).toEqual([[3]]);
  await book.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    sheet.getRange("1:1").insert("Down");
    context.workbook.tables.getItem("計画表").rows.add(undefined, [["う", 4]]);
  });
  expect(await book.values("D2")).toEqual([[7]]);
  await book.write("B2", [["目標値"]]);
  expect(await book.formulas("D2")).toEqual([["=SUM(計画表[目標値])"]]);
});

test("スピルは広がり、ふさがれると #SPILL! になる", async () => {
  const book = await openWorkbook();
  await book.write("A1", [["=SEQUENCE(3)"]]);
  expect(await book.values("A1:A3")).toEqual([[1], [2], [3]]);
  await book.write("A2", [["邪魔"]]);
  expect(await book.values("A1:A3")).toEqual([["#SPILL!"], ["邪魔"], [""]]);
});

test("元に戻す、やり直す", async () => {
  const book = await openWorkbook();
  await book.write("A1", [[1]]);
  await book.write("B1", [["=A1*2"]]);
  await book.write("A1", [[5]]);
  expect(await book.values("A1:B1")).toEqual([[5, 10]]);
  await book.host.undo();
  expect(await book.values("A1:B1")).toEqual([[1, 2]]);
  await book.host.redo();
  expect(await book.values("A1:B1")).toEqual([[5, 10]]);
});

test("変更はイベントで届く", async () => {
  const book = await openWorkbook();
  const heard: string[] = [];
  await book.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    sheet.load("id");
    context.workbook.worksheets.onChanged.add(
      async (event) => void heard.push(`${event.address} ${event.details?.valueAfter} ${event.source}`),
    );
    await context.sync();
  });
  await book.write("B2", [[7]]);
  await book.host.settled();
  expect(heard).toEqual(["B2 7 Local"]);
});

test("isNullObject を load しても、あるものはあり、ないものはない", async () => {
  const book = await openWorkbook();
  const seen = await book.run(async (context) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject("Sheet1").load("isNullObject");
    const none = context.workbook.worksheets.getItemOrNullObject("ない").load("isNullObject, name");
    const range = sheet.getRange("B2").load(["isNullObject", "address"] as never);
    context.workbook.worksheets.load("items/$none");
    await context.sync();
    return [sheet.isNullObject, none.isNullObject, range.address];
  });
  expect(seen).toEqual([false, true, "Sheet1!B2"]);
});
