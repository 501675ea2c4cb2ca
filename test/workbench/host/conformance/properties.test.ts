/** Properties that are set and read back through the real office.js: what a fresh object answers, and what it answers after it was set. */
import { openWorkbook, type OpenWorkbook } from "../../../helpers/workbook";

type Context = Excel.RequestContext;
/** Member, where the object is, what a fresh one answers, what is set, what is answered then (when it differs). */
type Case = readonly [
  member: string,
  find: (context: Context) => unknown,
  fresh: unknown,
  set: unknown,
  then?: unknown,
];

const sheet = (context: Context) => context.workbook.worksheets.getItem("Sheet1");
const cell = (context: Context) => sheet(context).getRange("B2");
const format = (context: Context) => cell(context).format;
const border = (context: Context) => format(context).borders.getItem("EdgeBottom");
const layout = (context: Context) => sheet(context).pageLayout;
const header = (context: Context) => layout(context).headersFooters.defaultForAllPages;
const table = (context: Context) => context.workbook.tables.getItem("表1");
const chart = (context: Context) => sheet(context).charts.getItem("グラフ 1");
const series = (context: Context) => chart(context).series.getItemAt(0);
const axis = (context: Context) => chart(context).axes.valueAxis;
const properties = (context: Context) => context.workbook.properties;

/** A sheet with a table at D1:E3 and a chart of it. */
const prepare = async (): Promise<OpenWorkbook> => {
  const book = await openWorkbook();
  await book.write("D1:E3", [
    ["区分", "件数"],
    ["A", 1],
    ["B", 2],
  ]);
  await book.run(async (context) => {
    sheet(context).tables.add("D1:E3", true).name = "表1";
    sheet(context).charts.add("ColumnClustered", sheet(context).getRange("D1:E3"), "Auto");
    sheet(context).getRange("B9").conditionalFormats.add("Custom");
    await context.sync();
  });
  return book;
};

const custom = (context: Context) => sheet(context).getRange("B9").conditionalFormats.getItemAt(0).custom;

const CASES: readonly Case[] = [
  ["Application.calculationMode", (c) => c.application, "Automatic", "Manual"],
  ["Runtime.enableEvents", (c) => c.runtime, true, false],
  ["Worksheet.name", sheet, "Sheet1", "Sheet1"],
  ["Worksheet.tabColor", sheet, "", "#ffa500", "#FFA500"],
  ["Worksheet.standardWidth", sheet, 8.38, 12],
  ["Worksheet.showGridlines", sheet, true, false],
  ["Worksheet.showHeadings", sheet, true, false],
  ["Worksheet.enableCalculation", sheet, true, false],
  ["Worksheet.position", sheet, 0, 0],
  ["Worksheet.visibility", sheet, "Visible", "Visible"],
  ["Range.values", cell, [[""]], [["文字"]]],
  ["Range.formulas", cell, [[""]], [["=1+1"]]],
  ["Range.formulasLocal", cell, [[""]], [["=1+1"]]],
  ["Range.formulasR1C1", cell, [[""]], [["=R[-1]C"]]],
  ["Range.numberFormat", cell, [["General"]], [["0.0%"]]],
  ["Range.numberFormatLocal", cell, [["G/標準"]], [["0.0%"]]],
  ["Range.rowHidden", cell, false, true],
  ["Range.columnHidden", cell, false, true],
  ["RangeFormat.horizontalAlignment", format, "General", "Center"],
  ["RangeFormat.verticalAlignment", format, "Bottom", "Top"],
  ["RangeFormat.wrapText", format, false, true],
  ["RangeFormat.textOrientation", format, 0, 90],
  ["RangeFormat.readingOrder", format, "Context", "LeftToRight"],
  ["RangeFormat.shrinkToFit", format, false, true],
  ["RangeFormat.indentLevel", format, 0, 2],
  ["RangeFormat.autoIndent", format, false, true],
  ["RangeFormat.columnWidth", format, 54, 120],
  ["RangeFormat.rowHeight", format, 18.75, 30],
  ["RangeFormat.useStandardWidth", format, true, true],
  ["RangeFormat.useStandardHeight", format, true, true],
  ["RangeFill.color", (c) => format(c).fill, "#FFFFFF", "yellow", "#FFFF00"],
  ["RangeFill.pattern", (c) => format(c).fill, "None", "Checker"],
  ["RangeFill.patternColor", (c) => format(c).fill, "#000000", "#112233"],
  ["RangeFill.tintAndShade", (c) => format(c).fill, 0, 0.5],
  ["RangeFill.patternTintAndShade", (c) => format(c).fill, 0, -0.5],
  ["RangeFont.name", (c) => format(c).font, "游ゴシック", "Meiryo UI"],
  ["RangeFont.size", (c) => format(c).font, 11, 14],
  ["RangeFont.color", (c) => format(c).font, "#000000", "#F00", "#FF0000"],
  ["RangeFont.bold", (c) => format(c).font, false, true],
  ["RangeFont.italic", (c) => format(c).font, false, true],
  ["RangeFont.underline", (c) => format(c).font, "None", "Double"],
  ["RangeFont.strikethrough", (c) => format(c).font, false, true],
  ["RangeFont.subscript", (c) => format(c).font, false, true],
  ["RangeFont.superscript", (c) => format(c).font, false, true],
  ["RangeFont.tintAndShade", (c) => format(c).font, 0, 0.25],
  ["RangeBorder.style", border, "None", "Continuous"],
  ["RangeBorder.weight", border, "Thin", "Thick"],
  ["RangeBorder.color", border, "#000000", "#00ff00", "#00FF00"],
  ["RangeBorderCollection.tintAndShade", (c) => format(c).borders, 0, 0],
  ["RangeBorder.tintAndShade", border, 0, 0],
  ["FormatProtection.locked", (c) => format(c).protection, true, false],
  ["FormatProtection.formulaHidden", (c) => format(c).protection, false, true],
  [
    "DataValidation.rule",
    (c) => cell(c).dataValidation,
    {},
    { list: { inCellDropDown: true, source: "A,B" } },
  ],
  ["DataValidation.ignoreBlanks", (c) => cell(c).dataValidation, true, false],
  [
    "DataValidation.prompt",
    (c) => cell(c).dataValidation,
    { message: "", showPrompt: true, title: "" },
    { message: "91.8 のように入力", showPrompt: true, title: "目標" },
  ],
  [
    "DataValidation.errorAlert",
    (c) => cell(c).dataValidation,
    { message: "", showAlert: true, style: "Stop", title: "" },
    { message: "いけません", showAlert: true, style: "Warning", title: "点検" },
  ],
  ["Table.name", table, "表1", "表1"],
  ["Table.style", table, "TableStyleMedium2", "TableStyleLight9"],
  ["Table.showBandedRows", table, true, false],
  ["Table.showBandedColumns", table, false, true],
  ["Table.highlightFirstColumn", table, false, true],
  ["Table.highlightLastColumn", table, false, true],
  ["Table.showFilterButton", table, true, false],
  ["Table.showHeaders", table, true, false],
  ["Table.showTotals", table, false, true],
  ["TableColumn.name", (c) => table(c).columns.getItemAt(1), "件数", "人数"],
  ["TableColumn.values", (c) => table(c).columns.getItemAt(1), [["件数"], [1], [2]], [["人数"], [3], [4]]],
  ["TableRow.values", (c) => table(c).rows.getItemAt(0), [["A", 1]], [["あ", 9]]],
  ["PageLayout.orientation", layout, "Portrait", "Landscape"],
  ["PageLayout.paperSize", layout, "A4", "A3"],
  ["PageLayout.blackAndWhite", layout, false, true],
  ["PageLayout.draftMode", layout, false, true],
  ["PageLayout.printErrors", layout, "AsDisplayed", "Dash"],
  ["PageLayout.printComments", layout, "NoComments", "EndSheet"],
  ["PageLayout.printOrder", layout, "DownThenOver", "OverThenDown"],
  ["PageLayout.zoom", layout, { scale: 100 }, { horizontalFitToPages: 1 }],
  ["PageLayout.centerHorizontally", layout, false, true],
  ["PageLayout.centerVertically", layout, false, true],
  ["PageLayout.printHeadings", layout, false, true],
  ["PageLayout.printGridlines", layout, false, true],
  ["PageLayout.firstPageNumber", layout, "", 3],
  ["PageLayout.leftMargin", layout, 50.4, 36],
  ["PageLayout.rightMargin", layout, 50.4, 36],
  ["PageLayout.topMargin", layout, 54, 36],
  ["PageLayout.bottomMargin", layout, 54, 36],
  ["PageLayout.headerMargin", layout, 21.6, 36],
  ["PageLayout.footerMargin", layout, 21.6, 36],
  ["HeaderFooterGroup.state", (c) => layout(c).headersFooters, "Default", "OddAndEven"],
  ["HeaderFooterGroup.useSheetMargins", (c) => layout(c).headersFooters, true, false],
  ["HeaderFooterGroup.useSheetScale", (c) => layout(c).headersFooters, true, false],
  ["HeaderFooter.leftHeader", header, "", "&D"],
  ["HeaderFooter.centerHeader", header, "", "計画"],
  ["HeaderFooter.rightHeader", header, "", "&T"],
  ["HeaderFooter.leftFooter", header, "", "企画課"],
  ["HeaderFooter.centerFooter", header, "", "&P/&N"],
  ["HeaderFooter.rightFooter", header, "", "&A"],
  ["Chart.name", chart, "グラフ 1", "グラフ 1"],
  ["Chart.top", chart, 100, 20],
  ["Chart.left", chart, 200, 30],
  ["Chart.width", chart, 360, 400],
  ["Chart.height", chart, 216, 300],
  ["Chart.chartType", chart, "ColumnClustered", "Line"],
  ["Chart.style", chart, 201, 4],
  ["Chart.plotBy", chart, "Columns", "Rows"],
  ["Chart.plotVisibleOnly", chart, true, false],
  ["Chart.displayBlanksAs", chart, "NotPlotted", "Zero"],
  ["ChartTitle.text", (c) => chart(c).title, "件数", "達成状況"],
  ["ChartTitle.visible", (c) => chart(c).title, true, false],
  ["ChartTitle.overlay", (c) => chart(c).title, false, true],
  ["ChartTitle.position", (c) => chart(c).title, "Top", "Bottom"],
  ["ChartTitle.horizontalAlignment", (c) => chart(c).title, "Center", "Left"],
  ["ChartTitle.verticalAlignment", (c) => chart(c).title, "Center", "Top"],
  ["ChartTitle.showShadow", (c) => chart(c).title, false, true],
  ["ChartLegend.visible", (c) => chart(c).legend, true, false],
  ["ChartLegend.position", (c) => chart(c).legend, "Bottom", "Right"],
  ["ChartLegend.overlay", (c) => chart(c).legend, false, true],
  ["ChartLegend.showShadow", (c) => chart(c).legend, false, true],
  ["ChartDataLabels.showValue", (c) => chart(c).dataLabels, false, true],
  ["ChartDataLabels.showSeriesName", (c) => chart(c).dataLabels, false, true],
  ["ChartDataLabels.showCategoryName", (c) => chart(c).dataLabels, false, true],
  ["ChartDataLabels.showLegendKey", (c) => chart(c).dataLabels, false, true],
  ["ChartDataLabels.showPercentage", (c) => chart(c).dataLabels, false, true],
  ["ChartDataLabels.position", (c) => chart(c).dataLabels, "OutsideEnd", "Center"],
  ["ChartDataLabels.separator", (c) => chart(c).dataLabels, ", ", "／"],
  ["ChartDataLabels.numberFormat", (c) => chart(c).dataLabels, "General", "0.0"],
  ["ChartAxis.minimum", axis, 0, 1],
  ["ChartAxis.maximum", axis, 2.5, 100],
  ["ChartAxis.majorUnit", axis, 0.5, 20],
  ["ChartAxis.minorUnit", axis, 0.1, 5],
  ["ChartAxis.visible", axis, true, false],
  ["ChartAxis.numberFormat", axis, "General", "0%"],
  ["ChartAxis.reversePlotOrder", axis, false, true],
  ["ChartAxis.tickLabelPosition", axis, "NextToAxis", "Low"],
  ["ChartAxis.displayUnit", axis, "None", "Thousands"],
  ["ChartAxis.categoryType", axis, "Automatic", "TextAxis"],
  ["ChartAxis.scaleType", axis, "Linear", "Logarithmic"],
  ["ChartAxisTitle.text", (c) => axis(c).title, "", "件"],
  ["ChartAxisTitle.visible", (c) => axis(c).title, false, true],
  ["ChartGridlines.visible", (c) => axis(c).majorGridlines, true, false],
  ["ChartFont.bold", (c) => chart(c).title.format.font, false, true],
  ["ChartFont.italic", (c) => chart(c).title.format.font, false, true],
  ["ChartFont.color", (c) => chart(c).title.format.font, "#595959", "#000000"],
  ["ChartFont.name", (c) => chart(c).title.format.font, "游ゴシック", "Meiryo UI"],
  ["ChartFont.size", (c) => chart(c).title.format.font, 10, 18],
  ["ChartFont.underline", (c) => chart(c).title.format.font, "None", "Single"],
  ["ChartPlotArea.top", (c) => chart(c).plotArea, expect.any(Number), 10],
  ["ChartPlotArea.left", (c) => chart(c).plotArea, expect.any(Number), 10],
  ["ChartPlotArea.width", (c) => chart(c).plotArea, expect.any(Number), 10],
  ["ChartPlotArea.height", (c) => chart(c).plotArea, expect.any(Number), 10],
  ["ChartSeries.name", series, "件数", "人数"],
  ["ChartSeries.chartType", series, "ColumnClustered", "Line"],
  ["ChartSeries.hasDataLabels", series, false, true],
  ["ChartSeries.filtered", series, false, true],
  ["ChartSeries.gapWidth", series, 219, 100],
  ["ChartSeries.overlap", series, -27, 0],
  ["ChartSeries.markerStyle", series, "Automatic", "Circle"],
  ["ChartSeries.markerSize", series, 5, 8],
  ["ChartSeries.markerBackgroundColor", series, "", "#FF0000"],
  ["ChartSeries.markerForegroundColor", series, "", "#00FF00"],
  ["ChartSeries.smooth", series, false, true],
  ["ChartSeries.axisGroup", series, "Primary", "Secondary"],
  ["ChartSeries.doughnutHoleSize", series, 75, 50],
  ["ChartSeries.gradientMinimumColor", series, "", "#FF0000"],
  ["ChartSeries.gradientMinimumType", series, "ExtremeValue", "Number"],
  ["ChartSeries.gradientMinimumValue", series, 0, 5],
  ["ChartSeries.gradientMidpointColor", series, "", "#FF0000"],
  ["ChartSeries.gradientMidpointType", series, "ExtremeValue", "Number"],
  ["ChartSeries.gradientMidpointValue", series, 0, 5],
  ["ChartSeries.gradientMaximumColor", series, "", "#FF0000"],
  ["ChartSeries.gradientMaximumType", series, "ExtremeValue", "Number"],
  ["ChartSeries.gradientMaximumValue", series, 0, 5],
  ["ChartSeries.gradientStyle", series, "TwoPhaseColor", "ThreePhaseColor"],
  ["ChartSeries.invertColor", series, "#FFFFFF", "#FF0000"],
  ["ChartSeries.parentLabelStrategy", series, "None", "Banner"],
  ["ChartBinOptions.type", (c) => series(c).binOptions, "Auto", "BinCount"],
  ["ChartBinOptions.count", (c) => series(c).binOptions, 0, 7],
  ["ChartBinOptions.width", (c) => series(c).binOptions, 0, 2.5],
  ["ChartBinOptions.allowOverflow", (c) => series(c).binOptions, false, true],
  ["ChartBinOptions.allowUnderflow", (c) => series(c).binOptions, false, true],
  ["ChartBinOptions.overflowValue", (c) => series(c).binOptions, 0, 90],
  ["ChartBinOptions.underflowValue", (c) => series(c).binOptions, 0, 10],
  [
    "ChartBoxwhiskerOptions.quartileCalculation",
    (c) => series(c).boxwhiskerOptions,
    "Exclusive",
    "Inclusive",
  ],
  ["ChartBoxwhiskerOptions.showInnerPoints", (c) => series(c).boxwhiskerOptions, false, true],
  ["ChartBoxwhiskerOptions.showMeanLine", (c) => series(c).boxwhiskerOptions, false, true],
  ["ChartBoxwhiskerOptions.showMeanMarker", (c) => series(c).boxwhiskerOptions, true, false],
  ["ChartBoxwhiskerOptions.showOutlierPoints", (c) => series(c).boxwhiskerOptions, true, false],
  ["ChartMapOptions.labelStrategy", (c) => series(c).mapOptions, "None", "ShowAll"],
  ["ChartMapOptions.level", (c) => series(c).mapOptions, "Automatic", "City"],
  ["ChartMapOptions.projectionType", (c) => series(c).mapOptions, "Automatic", "Albers"],
  ["ChartSeries.plotOrder", series, 1, 1],
  ["ChartLineFormat.color", (c) => series(c).format.line, "", "#FF0000"],
  ["ChartLineFormat.weight", (c) => series(c).format.line, 2.25, 1],
  ["ChartLineFormat.lineStyle", (c) => series(c).format.line, "Continuous", "Dash"],
  ["ChartGridlines.visible", (c) => chart(c).axes.seriesAxis.minorGridlines, false, true],
  ["ConditionalFormatRule.formulaR1C1", (c) => custom(c).rule, "", "=RC[-1]=1"],
  ["ConditionalRangeBorder.style", (c) => custom(c).format.borders.right, "None", "Dash"],
  ["DocumentProperties.title", properties, "", "行政経営プラン"],
  ["DocumentProperties.subject", properties, "", "計画"],
  ["DocumentProperties.author", properties, "", "企画課"],
  ["DocumentProperties.keywords", properties, "", "KPI"],
  ["DocumentProperties.comments", properties, "", "メモ"],
  ["DocumentProperties.category", properties, "", "計画"],
  ["DocumentProperties.manager", properties, "", "課長"],
  ["DocumentProperties.company", properties, "", "加須市"],
  ["DocumentProperties.revisionNumber", properties, 0, 2],
];

interface Loadable {
  load(name: string): void;
  [name: string]: unknown;
}

for (const [member, find, fresh, set, then = set] of CASES) {
  test(member, async () => {
    const name = member.split(".")[1] ?? "";
    const book = await prepare();
    const read = () =>
      book.run(async (context) => {
        const object = find(context) as Loadable;
        object.load(name);
        await context.sync();
        return object[name];
      });
    expect(await read()).toEqual(fresh);
    await book.run(async (context) => {
      (find(context) as Loadable)[name] = set;
      await context.sync();
    });
    expect(await read()).toEqual(then);
  });
}
