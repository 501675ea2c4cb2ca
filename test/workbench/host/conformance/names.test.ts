/** Names of every kind: a range, a constant, a formula, an array, an error; and what the workbook has none of. */
import { openWorkbook } from "../../../helpers/workbook";

test.each<[string, string, string, unknown, unknown[][], string[][]]>([
  ["計算した数", "=SUM(Sheet1!$A$1:$A$2)", "Double", 3, [[3]], [["Double"]]],
  ["計算した整数", "=5*2", "Double", 10, [[10]], [["Double"]]],
  ["整数の定数", "=5", "Integer", 5, [[5]], [["Double"]]],
  ["小数の定数", "=0.08", "Double", 0.08, [[0.08]], [["Double"]]],
  ["つないだ文字", '="計"&"画"', "String", "計画", [["計画"]], [["String"]]],
  ["比べた結果", "=1<2", "Boolean", true, [[true]], [["Boolean"]]],
  ["誤り", "=1/0", "Error", "#DIV/0!", [["#DIV/0!"]], [["Error"]]],
  ["消えた参照", "=#REF!", "Error", "#REF!", [["#REF!"]], [["Error"]]],
  ["配列", '={1,"二"}', "Array", '{1,"二"}', [[1, "二"]], [["Double", "String"]]],
  ["範囲", "=Sheet1!$A$1:$B$1", "Range", "Sheet1!$A$1:$B$1", [[1, "あ"]], [["Double", "String"]]],
  ["ほかの名前", "=元*2", "Double", 14, [[14]], [["Double"]]],
])("%s の名前は、種類と値を答える", async (_, formula, type, value, values, types) => {
  const book = await openWorkbook();
  await book.write("A1:B2", [
    [1, "あ"],
    [2, ""],
  ]);
  const answer = await book.run(async (context) => {
    context.workbook.names.add("元", "=7");
    const item = context.workbook.names.add("名前", formula).load("type,value");
    item.arrayValues.load("values,types");
    const place = item.getRangeOrNullObject();
    await context.sync();
    return [item.type, item.value, item.arrayValues.values, item.arrayValues.types, place.isNullObject];
  });
  expect(answer).toEqual([type, value, values, types, type !== "Range"]);
});

test("セルを直せば、計算する名前の値も変わる", async () => {
  const book = await openWorkbook();
  const total = () =>
    book.run(async (context) => {
      const item = context.workbook.names.getItem("合計").load("value");
      await context.sync();
      return item.value as unknown;
    });
  await book.run(async (context) => void context.workbook.names.add("合計", "=SUM(Sheet1!$A$1:$A$3)*2"));
  expect(await total()).toBe(0);
  await book.write("A1:A2", [[4], ["=A1+1"]]);
  expect(await total()).toBe(18);
});

test("ほかのブックへのリンクは一つもない。外を指す式は誤りになるだけ", async () => {
  const book = await openWorkbook();
  await book.write("A1", [["='[他.xlsx]Sheet1'!A1"]]);
  expect(await book.values("A1")).toEqual([["#REF!"]]);
  const answers = await book.run(async (context) => {
    const { linkedWorkbooks } = context.workbook;
    linkedWorkbooks.load("items");
    const none = linkedWorkbooks.getItemOrNullObject("他.xlsx");
    linkedWorkbooks.refreshAll();
    linkedWorkbooks.breakAllLinks();
    await context.sync();
    return [linkedWorkbooks.items.length, none.isNullObject];
  });
  expect(answers).toEqual([0, true]);
});

test("グラフの点がセルについて行くかを覚える", async () => {
  const book = await openWorkbook();
  const answers = await book.run(async (context) => {
    const { workbook } = context;
    workbook.load("chartDataPointTrack");
    await context.sync();
    const before = workbook.chartDataPointTrack;
    workbook.chartDataPointTrack = false;
    workbook.load("chartDataPointTrack");
    await context.sync();
    return [before, workbook.chartDataPointTrack];
  });
  expect(answers).toEqual([true, false]);
});

describe("load に渡す名前", () => {
  test("部材の名前でないものは読み飛ばす", async () => {
    const book = await openWorkbook();
    const answer = await book.run(async (context) => {
      const { worksheets } = context.workbook;
      worksheets.load("no-properties-needed");
      const sheet = worksheets.getFirst();
      sheet.getRange("A1:B2").values = [["あ", "い"], [1, 2]]; // prettier-ignore
      const table = sheet.tables.add("A1:B2", true);
      table.load("headerRowRange,name,weather/tomorrow");
      await context.sync();
      return [worksheets.items.length, table.name];
    });
    expect(answer).toEqual([1, "テーブル1"]);
  });

  test("isNullObject も書ける", async () => {
    const book = await openWorkbook();
    const answer = await book.run(async (context) => {
      const { worksheets } = context.workbook;
      const here = worksheets.getItemOrNullObject("Sheet1");
      here.load("isNullObject");
      const used = here.getUsedRangeOrNullObject();
      used.load(["isNullObject", "cellCount"]);
      const none = worksheets.getItemOrNullObject("ない");
      none.load("isNullObject,name");
      const cell = here.getRange("A1");
      cell.load({ address: true, isNullObject: true } as Excel.Interfaces.RangeLoadOptions);
      cell.values = [[1]];
      const filled = here.getUsedRangeOrNullObject(true);
      filled.load("isNullObject,address");
      await context.sync();
      return [here.isNullObject, used.isNullObject, none.isNullObject, cell.address, filled.address];
    });
    expect(answer).toEqual([false, true, true, "Sheet1!A1", "Sheet1!A1"]);
  });

  test("Excel にあってワークベンチにない性質は、名を挙げて断る", async () => {
    const book = await openWorkbook();
    const { code, message } = await book.refusal(async (context) =>
      context.workbook.worksheets.load("items/namedSheetViews"),
    );
    expect([code, message]).toEqual(["ApiNotFound", expect.stringContaining("namedSheetViews")]);
  });
});

describe("とびとびの範囲の名前", () => {
  test("種類は Range、範囲は一つには決まらない", async () => {
    const book = await openWorkbook();
    const answer = await book.run(async (context) => {
      const name = context.workbook.names.add("とびとび", "=Sheet1!$A$1:$A$2,Sheet1!$C$1");
      name.load("type,value,formula");
      const range = name.getRangeOrNullObject().load("address");
      await context.sync();
      return [name.type, name.value, name.formula, range.isNullObject];
    });
    const places = "Sheet1!$A$1:$A$2,Sheet1!$C$1";
    expect(answer).toEqual(["Range", places, `=${places}`, true]);
  });
});
