/** 月次報告を作る: a sheet of its own, a formatted table with totals, a chart, print settings. */
export const title = "報告書を作る";

export async function program(): Promise<unknown> {
  return Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    const old = worksheets.getItemOrNullObject("月次報告");
    await context.sync();
    if (!old.isNullObject) old.delete();
    const sheet = worksheets.add("月次報告");
    const rows = [
      ["4月", "窓口", 120, 0.42],
      ["4月", "電子", 165, 0.58],
      ["5月", "窓口", 98, 0.35],
      ["5月", "電子", 182, 0.65],
    ];
    const heading = sheet.getRange("A1:D1");
    heading.merge();
    heading.values = [["申請の受付件数", "", "", ""]];
    heading.format.font.bold = true;
    heading.format.font.size = 16;
    heading.format.horizontalAlignment = Excel.HorizontalAlignment.center;
    const table = sheet.tables.add("A3:D3", true);
    table.name = "受付";
    table.getHeaderRowRange().values = [["月", "方法", "件数", "割合"]];
    table.rows.add(undefined, rows);
    table.style = "TableStyleMedium9";
    table.showTotals = true;
    table.columns.getItem("件数").getTotalRowRange().formulas = [["=SUBTOTAL(109,[件数])"]];
    table.columns.getItem("割合").getDataBodyRange().numberFormat = [["0%"]];
    sheet.getUsedRange().format.autofitColumns();
    const chart = sheet.charts.add(
      Excel.ChartType.columnClustered,
      table.columns.getItem("件数").getDataBodyRange(),
    );
    chart.title.text = "件数";
    chart.setPosition("F3", "L18");
    sheet.pageLayout.orientation = Excel.PageOrientation.landscape;
    sheet.freezePanes.freezeRows(3);
    sheet.activate();
    const total = table.getTotalRowRange().load("values");
    const percents = table.columns.getItem("割合").getDataBodyRange().load("text");
    chart.load("name,height");
    await context.sync();
    return { total: total.values[0], percents: percents.text.flat(), tall: chart.height > 100 };
  });
}

export const expected = {
  total: ["集計", "", 565, 2],
  percents: ["42%", "58%", "35%", "65%"],
  tall: true,
};
