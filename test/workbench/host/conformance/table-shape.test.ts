/** What a table becomes: columns put in front of it, the totals row that appears by itself. */
import { openWorkbook, type OpenWorkbook } from "../../../helpers/workbook";

type Context = Excel.RequestContext;
const sheetOf = (context: Context) => context.workbook.worksheets.getItem("Sheet1");
const tableOf = (context: Context) => context.workbook.tables.getItem("計画");

const withTable = async (): Promise<OpenWorkbook> => {
  const book = await openWorkbook();
  await book.write("A1:C3", [
    ["指標", "目標", "実績"],
    ["あ", 10, 5],
    ["い", 20, 15],
  ]);
  await book.run(async (context) => void (sheetOf(context).tables.add("A1:C3", true).name = "計画"));
  return book;
};

describe("いちばん左に列を足す", () => {
  test("列は表の中に入り、前からの列は名前も式も変わらずに右へ寄る", async () => {
    const book = await withTable();
    await book.write("E1:F1", [["=SUM(計画[目標])", "=B2"]]);
    const added = await book.run(async (context) => {
      const column = tableOf(context).columns.add(0, undefined, "番号").load("name,index,values");
      const range = tableOf(context).getRange().load("address");
      await context.sync();
      return [column.name, column.index, column.values, range.address];
    });
    expect(added).toEqual(["番号", 0, [["番号"], [""], [""]], "Sheet1!A1:D3"]);
    expect(await book.values("A1:D2")).toEqual([
      ["番号", "指標", "目標", "実績"],
      ["", "あ", 10, 5],
    ]);
    expect(await book.formulas("F1:G1")).toEqual([["=SUM(計画[目標])", "=C2"]]);
  });

  test("値も一度に入る", async () => {
    const book = await withTable();
    await book.run(async (context) => void tableOf(context).columns.add(0, [["番号"], [1], [2]]));
    expect(await book.values("A1:B3")).toEqual([
      ["番号", "指標"],
      [1, "あ"],
      [2, "い"],
    ]);
  });
});

describe("集計行を出す", () => {
  test.each([
    ["数だけの列は合計", 15, "=SUBTOTAL(109,[実績])", 20],
    ["文字のある列は個数", "未", "=SUBTOTAL(103,[実績])", 2],
  ])("最後の列をまとめる：%s", async (_, last, formula, value) => {
    const book = await withTable();
    await book.write("C3", [[last]]);
    await book.run(async (context) => void (tableOf(context).showTotals = true));
    expect(await book.formulas("A4:C4")).toEqual([["集計", "", formula]]);
    expect(await book.values("C4")).toEqual([[value]]);
  });

  test("列の名前の角括弧は、式では ' を付けて書く", async () => {
    const book = await withTable();
    await book.write("C1", [["実績[人]"]]);
    await book.run(async (context) => void (tableOf(context).showTotals = true));
    expect(await book.values("C4")).toEqual([[20]]);
  });

  test("列が一つの表では見出しだけ", async () => {
    const book = await openWorkbook();
    await book.run(async (context) => {
      sheetOf(context).getRange("A1:A2").values = [["数"], [1]];
      sheetOf(context).tables.add("A1:A2", true).showTotals = true;
    });
    expect(await book.formulas("A3")).toEqual([["集計"]]);
  });
});
