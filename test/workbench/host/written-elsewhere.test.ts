/** What programs written against an English Excel count on: names it gives, words in any case, looks of whole columns. */
import { openWorkbook, type OpenWorkbook } from "../../helpers/workbook";

type Context = Excel.RequestContext;
const sheetOf = (context: Context) => context.workbook.worksheets.getItem("Sheet1");

const listed = async (): Promise<OpenWorkbook> => {
  const book = await openWorkbook();
  await book.write("A1:B3", [
    ["年度", "件数"],
    ["R5", 3],
    ["R6", 4],
  ]);
  return book;
};

test("名前を付けない表とグラフは、Table1・Chart 1 と尋ねても見つかる", async () => {
  const book = await listed();
  const names = await book.run(async (context) => {
    context.workbook.tables.add("Sheet1!A1:B3", true);
    sheetOf(context).charts.add("Line", sheetOf(context).getRange("A1:B3"));
    const table = context.workbook.tables.getItem("Table1").load("name");
    const chart = sheetOf(context).charts.getItem("Chart 1").load("name");
    const none = context.workbook.tables.getItemOrNullObject("Table2");
    await context.sync();
    return [table.name, chart.name, none.isNullObject];
  });
  expect(names).toEqual(["テーブル1", "グラフ 1", true]);
});

test("グラフの種類は大文字小文字を問わず、ない種類は断る", async () => {
  const book = await listed();
  const types = await book.run(async (context) => {
    const chart = sheetOf(context).charts.add("pie" as "Pie", sheetOf(context).getRange("A1:B3"));
    chart.load("chartType");
    await context.sync();
    const first = chart.chartType;
    chart.chartType = "columnclustered" as "ColumnClustered";
    chart.load("chartType");
    await context.sync();
    return [first, chart.chartType];
  });
  expect(types).toEqual(["Pie", "ColumnClustered"]);
  const unknown = await book.refusal(async (c) => {
    sheetOf(c).charts.add("Flower" as "Pie", sheetOf(c).getRange("A1:B3"));
  });
  expect(unknown.code).toBe("InvalidArgument");
});

test("列全体・行全体にも罫線を引ける", async () => {
  const book = await listed();
  const styles = await book.run(async (context) => {
    const sides = [
      "InsideHorizontal",
      "InsideVertical",
      "EdgeTop",
      "EdgeBottom",
      "EdgeLeft",
      "EdgeRight",
    ] as const;
    for (const address of ["D:E", "8:9"]) {
      for (const side of sides)
        sheetOf(context).getRange(address).format.borders.getItem(side).style = "Continuous";
    }
    const inside = ["D5", "E5", "G8"].map((address) =>
      ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight"].map((side) =>
        sheetOf(context)
          .getRange(address)
          .format.borders.getItem(side as "EdgeTop")
          .load("style"),
      ),
    );
    await context.sync();
    return inside.map((cell) => cell.every(({ style }) => style === "Continuous"));
  });
  expect(styles).toEqual([true, true, true]);
});

test.each([
  ["d-mmm", "31-Jan"],
  ["mmm-yy", "Jan-24"],
  ["mmmm d, yyyy", "January 31, 2024"],
  ["dddd", "Wednesday"],
  ["aaaa", "水曜日"],
  ["h:mm AM/PM", "12:00 AM"],
])("日本の Excel でも、書式 %s は「%s」と出る", async (format, expected) => {
  const book = await openWorkbook();
  await book.write("A1", [[45322]]);
  await book.run(async (context) => void (sheetOf(context).getRange("A1").numberFormat = [[format]]));
  expect(await book.texts("A1")).toEqual([[expected]]);
});

test("RAND のような式があっても、計算はいつか終わる", async () => {
  const book = await openWorkbook();
  await book.run(
    async (context) => void (sheetOf(context).getRange("A1:C3").formulas = "=RAND()*17" as never),
  );
  await book.host.settled();
  const [first] = (await book.values("A1")).flat();
  await book.host.calculate();
  expect((await book.values("A1")).flat()[0]).not.toBe(first);
});

test("グループにした図形は、シートの図形としては一つになる", async () => {
  const book = await openWorkbook();
  const counts = await book.run(async (context) => {
    const { shapes } = sheetOf(context);
    const made = ["RoundRectangle", "Rectangle"].map((kind) => shapes.addGeometricShape(kind as "Rectangle"));
    shapes.addLine(0, 0, 10, 10);
    shapes.addGroup(made);
    shapes.load("items/type");
    const count = shapes.getCount();
    await context.sync();
    const group = shapes.items.find(({ type }) => type === "Group");
    group?.group.shapes.load("items/type");
    await context.sync();
    return [shapes.items.map(({ type }) => type), count.value, group?.group.shapes.items.length];
  });
  expect(counts).toEqual([["Line", "Group"], 2, 2]);
});
