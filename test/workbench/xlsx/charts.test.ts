/** グラフ: .xlsx に書いて読み戻すと同じグラフで、部品は Excel の書く形をしている. */
import type { Chart } from "../../../src/workbench/host/model/charts/chart";
import { CHART_KINDS } from "../../../src/workbench/host/xlsx/drawing/chart-kinds";
import { sentence } from "../../../src/workbench/host/xlsx/problems";
import { writeXlsx } from "../../../src/workbench/host/xlsx/write";
import { bare, firstSheet, made, partsOf, reopened } from "./reopened";
import { disorder } from "./schema-order";

const TABLE = [
  ["年度", "A", "B", "C"],
  ["令和3年度", 12, 5, 1],
  ["令和4年度", 10, 7, null],
  ["令和5年度", 15, 3, 2],
];

const withChart = (
  type: string,
  work: (chart: Excel.Chart, sheet: Excel.Worksheet) => void | Promise<void>,
) =>
  made(async (_, sheet) => {
    sheet.getRange("A1:D4").values = TABLE;
    sheet.getRange("C:C").format.columnWidth = 91.5;
    sheet.getRange("2:2").format.rowHeight = 40.5;
    const chart = sheet.charts.add(type as Excel.ChartType, sheet.getRange("A1:D4"), "Columns");
    await work(chart, sheet);
  });

const onlyChart = (charts: readonly Chart[]): Chart => {
  const [chart] = charts;
  if (!chart || charts.length > 1) throw new Error("グラフは一つのはず");
  return bare(chart);
};

describe("種類", () => {
  test("書けるものは、どれも同じ種類の同じグラフに戻る", async () => {
    const types = [...CHART_KINDS.keys()];
    const book = await made((_, sheet) => {
      sheet.getRange("A1:D4").values = TABLE;
      for (const type of types) sheet.charts.add(type as Excel.ChartType, sheet.getRange("A1:D4"), "Columns");
    });
    const again = firstSheet(reopened(book)).charts;
    expect(again.map(({ chartType }) => chartType)).toEqual(types);
    expect(bare(again)).toEqual(bare(firstSheet(book).charts));
    expect(disorder(partsOf(book))).toEqual([]);
  });

  test("ここで書けない種類は、グラフの名前とともに告げる", async () => {
    const book = await withChart("Treemap", () => undefined);
    expect(writeXlsx(book).problems.map(sentence)).toEqual([
      "Sheet1：グラフ「グラフ 1」（Treemap）。この種類のグラフは .xlsx に保存しません。残すには、ワークベンチの形式（.workbench.json）でも保存してください。",
    ]);
  });
});

const same = async (
  type: string,
  work: (chart: Excel.Chart, sheet: Excel.Worksheet) => void | Promise<void>,
) => {
  const book = await withChart(type, work);
  expect(disorder(partsOf(book))).toEqual([]);
  const [was, is] = [book, reopened(book)].map((each) => onlyChart(firstSheet(each).charts));
  expect(is).toEqual(was);
  return partsOf(book)["xl/charts/chart1.xml"] ?? "";
};

describe("同じに戻る", () => {
  test("場所：セルの途中から途中まで、隠れた列をまたいでも", async () => {
    await same("ColumnClustered", (chart, sheet) => {
      sheet.getRange("E:E").columnHidden = true;
      chart.set({ name: "目標ごとの評価", left: 130.5, top: 61.2, width: 400.4, height: 250 });
    });
  });

  test("場所は、始まりと終わりのセルと、そこからの長さで書く。隠れた列に幅はない", async () => {
    const book = await withChart("ColumnClustered", (chart, sheet) => {
      sheet.getRange("E:E").columnHidden = true;
      chart.set({ left: 130.5, top: 61.2, width: 400.4, height: 250 });
    });
    const corner = (name: string, ...[col, colOff, row, rowOff]: readonly number[]) =>
      `<xdr:${name}><xdr:col>${col}</xdr:col><xdr:colOff>${colOff}</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>${rowOff}</xdr:rowOff></xdr:${name}>`;
    // A・B・D 54、C 91.5、E 0、F から 54 ずつ。1 行目 18.75、2 行目 40.5、あとは 18.75。1 pt は 12,700.
    const xml = partsOf(book)["xl/drawings/drawing1.xml"] ?? "";
    expect(xml).toContain(corner("from", 2, 22.5 * 12_700, 2, Math.round(1.95 * 12_700)));
    expect(xml).toContain(corner("to", 10, Math.round(7.4 * 12_700), 15, Math.round(8.2 * 12_700)));
  });

  test("題・凡例・地・枠・字", async () => {
    await same("ColumnStacked", (chart) => {
      chart.title.text = "目標ごとの\n評価";
      chart.title.format.font.set({ size: 18, bold: true, color: "#C00000", name: "Meiryo" });
      chart.title.overlay = true;
      chart.legend.position = "Right";
      chart.legend.format.font.italic = true;
      chart.format.fill.setSolidColor("#FFF2CC");
      chart.format.border.set({ color: "#0000FF", weight: 2, lineStyle: "Dash" });
      chart.plotArea.format.fill.setSolidColor("#F2F2F2");
      chart.plotArea.set({ left: 40, top: 30, width: 200, height: 120 });
    });
  });

  test("題も凡例も消す。空白は 0 とみなし、隠れたセルも描く", async () => {
    await same("Line", (chart) => {
      chart.title.visible = false;
      chart.legend.visible = false;
      chart.displayBlanksAs = "Zero";
      chart.plotVisibleOnly = false;
    });
  });

  test("軸：端・目盛・題・表示単位・対数・向き・補助の線", async () => {
    await same("BarClustered", ({ axes: { valueAxis, categoryAxis } }) => {
      valueAxis.set({ minimum: 0, maximum: 100, majorUnit: 20, minorUnit: 5, numberFormat: "0%" });
      valueAxis.set({ displayUnit: "Thousands", majorTickMark: "Outside", tickLabelPosition: "High" });
      valueAxis.title.text = "達成率";
      valueAxis.majorGridlines.visible = false;
      valueAxis.minorGridlines.visible = true;
      valueAxis.format.line.color = "#70AD47";
      categoryAxis.set({ reversePlotOrder: true, tickLabelSpacing: 2, textOrientation: 45 });
      categoryAxis.format.font.set({ size: 12, color: "#333333" });
      categoryAxis.format.line.clear();
    });
    await same("ColumnClustered", ({ axes: { valueAxis, categoryAxis } }) => {
      valueAxis.set({ scaleType: "Logarithmic", logBase: 2, visible: false });
      categoryAxis.categoryType = "TextAxis";
    });
  });

  test("系列：色・すきま・線・印・一つの点の色", async () => {
    await same("ColumnClustered", async (chart) => {
      chart.series.load("items");
      await chart.context.sync();
      for (const series of chart.series.items) series.set({ gapWidth: 60, overlap: 20 });
      const series = chart.series.getItemAt(1);
      series.format.fill.setSolidColor("#7030A0");
      series.points.getItemAt(2).format.fill.setSolidColor("#FF0000");
    });
    await same("LineMarkers", (chart) => {
      const series = chart.series.getItemAt(0);
      series.format.line.set({ color: "#00B050", weight: 3, lineStyle: "Dot" });
      series.set({ markerStyle: "Diamond", markerSize: 9, smooth: true });
      series.set({ markerBackgroundColor: "#FFFFFF", markerForegroundColor: "#00B050" });
      series.points.getItemAt(1).set({ markerStyle: "Star", markerSize: 12 });
    });
  });

  test("円とドーナツ：始まりの角度・穴の大きさ・一切れの色", async () => {
    await same("Pie", (chart) => {
      chart.series.getItemAt(0).points.getItemAt(1).format.fill.setSolidColor("#808080");
    });
    await same("Doughnut", async (chart) => {
      chart.series.load("items");
      await chart.context.sync();
      for (const series of chart.series.items) series.set({ firstSliceAngle: 90, doughnutHoleSize: 40 });
    });
  });

  test("データ ラベル：グラフの全部に、系列の一つに、点の一つに", async () => {
    await same("ColumnClustered", (chart) => {
      chart.dataLabels.set({
        showValue: true,
        showCategoryName: true,
        position: "InsideEnd",
        separator: "／",
      });
      chart.dataLabels.set({ numberFormat: "0.0" });
      chart.dataLabels.format.font.set({ size: 12, color: "#FFFFFF" });
    });
    await same("Line", (chart) => {
      const series = chart.series.getItemAt(0);
      series.hasDataLabels = true;
      series.dataLabels.set({ showValue: true, position: "Top" });
      chart.series.getItemAt(1).points.getItemAt(0).hasDataLabel = true;
    });
  });

  test("組み合わせ：折れ線を重ね、第 2 軸に、系列を一つ外す", async () => {
    const xml = await same("ColumnClustered", (chart) => {
      const rate = chart.series.getItemAt(2);
      rate.chartType = "LineMarkers";
      rate.axisGroup = "Secondary";
      chart.series.getItemAt(0).filtered = true;
      const second = chart.axes.getItem("Value", "Secondary");
      second.title.text = "率";
      second.maximum = 8;
      second.numberFormat = "0.0";
    });
    expect(xml.match(/<c:valAx>/g)).toHaveLength(2);
    expect(xml).toContain("filteredBarSeries");
  });

  test("近似曲線：種類・次数・区間・先と手前・切片・色", async () => {
    const xml = await same("XYScatter", (chart) => {
      const { trendlines } = chart.series.getItemAt(0);
      trendlines
        .add("Linear")
        .set({ forwardPeriod: 2, backwardPeriod: 0.5, intercept: 3, showEquation: true });
      const curve = trendlines.add("Polynomial");
      curve.set({ polynomialOrder: 3, name: "見通し & 実績", showRSquared: true });
      curve.format.line.set({ color: "#FF0000", weight: 3, lineStyle: "Dash" });
      chart.series.getItemAt(1).trendlines.add("MovingAverage").movingAveragePeriod = 3;
    });
    expect(xml.match(/<c:trendline>/g)).toHaveLength(3);
  });

  test("近似曲線を持てない種類では、そうと告げる", async () => {
    const book = await withChart("ColumnStacked", (chart) => {
      chart.series.getItemAt(0).trendlines.add("Linear");
    });
    expect(writeXlsx(book).problems.map(({ what }) => what)).toEqual([
      "グラフ「グラフ 1」の一部の設定（series.1.trendlines）",
    ]);
  });

  test("系列の名前を文字で、値をほかのシートから", async () => {
    const book = await made((context, sheet) => {
      const other = context.workbook.worksheets.add("値'1 年");
      other.getRange("A1:B3").values = [
        ["課", "数"],
        ["財政課", 3],
        ["企画課", 5],
      ];
      const chart = sheet.charts.add("Pie", other.getRange("A1:B3"), "Columns");
      chart.series.getItemAt(0).name = "課ごとの数";
    });
    const again = reopened(book);
    expect(onlyChart(firstSheet(again).charts).series).toEqual(onlyChart(firstSheet(book).charts).series);
    expect(partsOf(book)["xl/charts/chart1.xml"]).toContain("<c:f>'値''1 年'!$B$2:$B$3</c:f>");
  });
});

test("系列の式と、いま見える値を、Excel と同じに書く", async () => {
  const xml = await same("ColumnClustered", () => undefined);
  expect(xml).toContain(
    '<c:tx><c:strRef><c:f>Sheet1!$B$1</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>A</c:v></c:pt></c:strCache></c:strRef></c:tx>',
  );
  expect(xml).toContain(
    '<c:cat><c:strRef><c:f>Sheet1!$A$2:$A$4</c:f><c:strCache><c:ptCount val="3"/><c:pt idx="0"><c:v>令和3年度</c:v></c:pt>',
  );
  expect(xml).toContain(
    '<c:f>Sheet1!$D$2:$D$4</c:f><c:numCache><c:formatCode>General</c:formatCode><c:ptCount val="3"/><c:pt idx="0"><c:v>1</c:v></c:pt><c:pt idx="2"><c:v>2</c:v></c:pt></c:numCache>',
  );
});

test("書けない設定は、その名前で告げる", async () => {
  const book = await withChart("ColumnClustered", (chart) => {
    chart.title.showShadow = true;
    chart.series.getItemAt(1).showShadow = true;
  });
  expect(writeXlsx(book).problems.map(({ what }) => what)).toEqual([
    "グラフ「グラフ 1」の一部の設定（title.showShadow、series.2.showShadow）",
  ]);
});
