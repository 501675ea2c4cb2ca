/** よそのブックのシートを入れる・シートを写すとき、グラフ・図形・コメント・スタイルも一緒に来て、来たシートを指す. */
import { writeXlsx } from "../../../src/workbench/host/xlsx/write";
import { openWorkbook } from "../../helpers/workbook";
import { made } from "./reopened";

const file = async (): Promise<string> => {
  const book = await made((context, sheet) => {
    sheet.name = "実績";
    sheet.getRange("A1:B3").values = [
      ["課", "数"],
      ["財政課", 3],
      ["企画課", 5],
    ];
    sheet.charts.add("ColumnClustered", sheet.getRange("A1:B3"), "Columns").name = "課ごと";
    const [a, b] = [sheet.shapes.addTextBox("注"), sheet.shapes.addGeometricShape("Ellipse")];
    sheet.shapes.addGroup([a, b]).name = "まとまり";
    context.workbook.comments.add(sheet.getRange("B2"), "速報値").replies.add("確定した");
    context.workbook.styles.add("目標の欄");
    sheet.getRange("B2").style = "目標の欄";
  });
  return Buffer.from(writeXlsx(book).bytes).toString("base64");
};

test("入れたシートのグラフは、入れたシートのセルを指し、値とともに変わる", async () => {
  const base64 = await file();
  const book = await openWorkbook();
  await book.run(async (context) => {
    context.workbook.worksheets.getActiveWorksheet().name = "実績";
    context.workbook.insertWorksheetsFromBase64(base64);
    await context.sync();
    const sheet = context.workbook.worksheets.getItem("実績 (2)");
    sheet.getRange("B2").values = [[30]];
    const series = sheet.charts.getItem("課ごと").series.getItemAt(0);
    const values = series.getDimensionValues("Values");
    const from = series.getDimensionDataSourceString("Values");
    await context.sync();
    expect(values.value).toEqual([30, 5]);
    expect(from.value).toBe("'実績 (2)'!$B$2:$B$3");
  });
});

test.each(["入れた", "写した"])("%sシートの図形・コメント・スタイルは、そのシートのもの", async (how) => {
  const base64 = await file();
  const book = await openWorkbook();
  await book.run(async (context) => {
    context.workbook.insertWorksheetsFromBase64(base64);
    await context.sync();
    const first = context.workbook.worksheets.getItem("実績");
    const sheet = how === "写した" ? first.copy("End") : first;
    const members = sheet.shapes.getItem("まとまり").group.shapes.load("items/name");
    const comments = sheet.comments.load("items/content");
    const replies = sheet.comments.getItemByCell("B2").replies.load("items/content");
    const cell = sheet.getRange("B2").load("style");
    const style = context.workbook.styles.getItemOrNullObject("目標の欄");
    await context.sync();
    expect(members.items.map(({ name }) => name)).toEqual(["テキスト ボックス 2", "図形 3"]);
    expect(comments.items.map(({ content }) => content)).toEqual(["速報値"]);
    expect(replies.items.map(({ content }) => content)).toEqual(["確定した"]);
    expect(cell.style).toBe("目標の欄");
    expect(style.isNullObject).toBe(false);
    sheet.shapes.getItem("まとまり").delete();
    const left = sheet.shapes.getCount();
    await context.sync();
    expect(left.value).toBe(0);
  });
});

test("図形のグループを写すと、写した先のグループは写した図形を持つ", async () => {
  const base64 = await file();
  const book = await openWorkbook();
  await book.run(async (context) => {
    context.workbook.insertWorksheetsFromBase64(base64);
    await context.sync();
    const first = context.workbook.worksheets.getItem("実績");
    const copy = first.copy("End");
    copy.shapes.getItem("まとまり").left = 500;
    const [here, there] = [first, copy].map((sheet) =>
      sheet.shapes.getItem("まとまり").group.shapes.load("items/left"),
    );
    await context.sync();
    expect(here?.items.map(({ left }) => left)).toEqual([0, 0]);
    expect(there?.items.map(({ left }) => left)).toEqual([500, 500]);
  });
});
