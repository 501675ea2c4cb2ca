/** グラフを作る: one of each kind over the same table, with titles, axes, colours, labels, and one taken away again. */
export const title = "グラフ作り";

export async function program(): Promise<unknown> {
  return Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add("図");
    sheet.getRange("A1:C5").values = [
      ["年度", "歳入", "歳出"],
      ["R3", 41000, 39500],
      ["R4", 42500, 41200],
      ["R5", 43100, 42900],
      ["R6", 44800, 43600],
    ];
    const source = sheet.getRange("A1:C5");
    const kinds = [Excel.ChartType.columnClustered, Excel.ChartType.line, Excel.ChartType.pie] as const;
    kinds.forEach((kind, at) => {
      const chart = sheet.charts.add(kind, source, Excel.ChartSeriesBy.columns);
      chart.name = `図${at + 1}`;
      chart.title.text = "歳入と歳出";
      chart.top = 130 + at * 20;
      chart.left = 10 + at * 250;
      chart.width = 240;
      chart.height = 160;
      chart.legend.position = "Bottom";
    });
    const first = sheet.charts.getItem("図1");
    first.axes.valueAxis.minimum = 30000;
    first.axes.valueAxis.displayUnit = "Thousands";
    first.axes.valueAxis.title.text = "千円";
    const series = first.series.getItemAt(0);
    series.format.fill.setSolidColor("#2F75B5");
    series.hasDataLabels = true;
    series.gapWidth = 80;
    const added = first.series.add("見込み");
    added.setValues(sheet.getRange("B2:B5"));
    added.setXAxisValues(sheet.getRange("A2:A5"));
    sheet.charts.getItem("図3").delete();
    sheet.charts.load("items/name,items/chartType");
    first.series.load("items/name");
    await context.sync();
    return {
      charts: sheet.charts.items.map(({ name, chartType }) => [name, chartType]),
      series: first.series.items.map(({ name }) => name),
    };
  });
}

export const expected = {
  charts: [
    ["図1", "ColumnClustered"],
    ["図2", "Line"],
  ],
  series: ["歳入", "歳出", "見込み"],
};
