/** A table without rows: it shows one blank row that does not count, and the first entry takes its place. */
import { openWorkbook } from "../../../helpers/workbook";

type Context = Excel.RequestContext;
const sheetOf = (context: Context) => context.workbook.worksheets.getItem("Sheet1");

const emptyTable = async () => {
  const book = await openWorkbook();
  await book.write("A1:B1", [["指標", "目標"]]);
  await book.run(async (context) => void (sheetOf(context).tables.add("A1:B1", true).name = "計画"));
  const state = () =>
    book.run(async (context) => {
      const table = context.workbook.tables.getItem("計画");
      const range = table.getRange().load("address");
      table.rows.load("count,items");
      await context.sync();
      return [table.rows.count, table.rows.items.length, range.address];
    });
  return { book, state };
};

test("見出しだけから作った表は 0 行で、本体は空の 1 行", async () => {
  const { book, state } = await emptyTable();
  expect(await state()).toEqual([0, 0, "Sheet1!A1:B2"]);
  expect(await book.values("A2:B2")).toEqual([["", ""]]);
  expect(
    (await book.refusal(async (c) => c.workbook.tables.getItem("計画").rows.getItemAt(0).load())).code,
  ).toBe("InvalidArgument");
});

test("rows.add の最初の行は空の行に入る", async () => {
  const { book, state } = await emptyTable();
  await book.run(async (context) => {
    context.workbook.tables.getItem("計画").rows.add(undefined, [
      ["あ", 1],
      ["い", 2],
    ]);
  });
  expect(await state()).toEqual([2, 2, "Sheet1!A1:B3"]);
  expect(await book.values("A2:B3")).toEqual([
    ["あ", 1],
    ["い", 2],
  ]);
});

test("書き込めば 1 行目になる。空文字を書いても空のまま", async () => {
  const { book, state } = await emptyTable();
  await book.write("A2", [[""]]);
  expect((await state())[0]).toBe(0);
  await book.write("B2", [[5]]);
  expect(await state()).toEqual([1, 1, "Sheet1!A1:B2"]);
});

test("すべての行を消すと、また 0 行に戻る", async () => {
  const { book, state } = await emptyTable();
  await book.run(async (context) => {
    const { rows } = context.workbook.tables.getItem("計画");
    rows.add(undefined, [["あ", 1]]);
    rows.getItemAt(0).delete();
  });
  expect(await state()).toEqual([0, 0, "Sheet1!A1:B2"]);
  await book.run(async (context) => {
    context.workbook.tables.getItem("計画").rows.add(undefined, [["う", 3]]);
  });
  expect(await book.values("A2:B2")).toEqual([["う", 3]]);
});

test("初めから空の行を含めて作った表は 1 行と数える", async () => {
  const book = await openWorkbook();
  await book.write("A1:B1", [["指標", "目標"]]);
  const count = await book.run(async (context) => {
    const { rows } = sheetOf(context).tables.add("A1:B2", true);
    rows.load("count");
    await context.sync();
    return rows.count;
  });
  expect(count).toBe(1);
});

test("計算列のある空の表に足した行にも式が入る", async () => {
  const { book } = await emptyTable();
  await book.run(async (context) => {
    const { rows, columns } = context.workbook.tables.getItem("計画");
    rows.add(undefined, [["あ", 1]]);
    columns.add(undefined, [["倍"], ["=[@目標]*2"]]);
    rows.getItemAt(0).delete();
    rows.add(undefined, [["い", 4, null]] as unknown as string[][]);
  });
  expect(await book.values("A2:C2")).toEqual([["い", 4, 8]]);
});

test("見出しを消すと「列1」に戻り、その列を指す式も付いて行く", async () => {
  const book = await openWorkbook();
  await book.write("A1:B2", [
    ["指標", "目標"],
    ["あ", 5],
  ]);
  await book.run(async (context) => void (sheetOf(context).tables.add("A1:B2", true).name = "計画"));
  await book.write("D1", [["=SUM(計画[目標])"]]);
  await book.run(async (context) => void sheetOf(context).getRange("A1:B1").clear("Contents"));
  expect(await book.values("A1:B1")).toEqual([["列1", "列2"]]);
  expect(await book.formulas("D1")).toEqual([["=SUM(計画[列2])"]]);
  expect(await book.values("D1")).toEqual([[5]]);
});

test("loadRecursive は名を挙げて断る", async () => {
  const book = await openWorkbook();
  const { code, message } = await book.refusal(async (context) => {
    (context as unknown as { loadRecursive(object: unknown, options: object): void }).loadRecursive(
      context.workbook.worksheets,
      { WorksheetCollection: "name" },
    );
  });
  expect([code, message]).toEqual(["NotImplemented", expect.stringContaining("loadRecursive")]);
});
