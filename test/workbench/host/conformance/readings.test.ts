/** What is only read: what Excel answers in a workbook prepared for it. */
import { openWorkbook } from "../../../helpers/workbook";

type Context = Excel.RequestContext;
const sheetOf = (context: Context) => context.workbook.worksheets.getItem("Sheet1");
const tableOf = (context: Context) => context.workbook.tables.getItem("表1");
const viewOf = (context: Context) => sheetOf(context).getRange("D1:E3").getVisibleView();
const axisOf = (context: Context) => sheetOf(context).charts.getItemAt(0).axes.valueAxis;

/** A table at D1:E3 with its second row hidden, and a chart of it. */
const prepare = async () => {
  const book = await openWorkbook();
  await book.write("D1:E3", [
    ["区分", "件数"],
    ["A", 1],
    ["B", "=1+1"],
  ]);
  await book.run(async (context) => {
    sheetOf(context).tables.add("D1:E3", true).name = "表1";
    sheetOf(context).charts.add("ColumnClustered", sheetOf(context).getRange("D1:E3"), "Auto");
    await context.sync();
    sheetOf(context).getRange("2:2").rowHidden = true;
    sheetOf(context).getRange("E3").numberFormat = [["0.0"]];
  });
  return book;
};

type Reading = readonly [
  member: string,
  /** Loads what is asked for and tells how to read it. */
  read: (context: Context) => {
    readonly load: { load(names: string): unknown };
    readonly names: string;
    readonly value: () => unknown;
  },
  expected: unknown,
];

const reading =
  <Item extends { load(names: string): unknown }>(
    find: (context: Context) => Item,
    names: string,
    value: (item: Item) => unknown,
  ): Reading[1] =>
  (context) => {
    const item = find(context);
    return { load: item, names, value: () => value(item) };
  };

const application = (context: Context) => context.workbook.application;
const culture = (context: Context) => application(context).cultureInfo;
const dates = (context: Context) => culture(context).datetimeFormat;
const workbook = (context: Context) => context.workbook;
const properties = (context: Context) => context.workbook.properties;

const READINGS: readonly Reading[] = [
  ["計算エンジンの版", reading(application, "calculationEngineVersion", (one) => one.calculationEngineVersion), 191029],
  ["計算は終わっている", reading(application, "calculationState", (one) => one.calculationState), "Done"],
  ["桁区切り", reading(application, "thousandsSeparator", (one) => one.thousandsSeparator), ","],
  ["小数点", reading(application, "decimalSeparator", (one) => one.decimalSeparator), "."],
  ["システムの区切り", reading(application, "useSystemSeparators", (one) => one.useSystemSeparators), true],
  ["循環参照は反復しない", reading((c) => application(c).iterativeCalculation, "enabled", (one) => one.enabled), false],
  ["反復の回数", reading((c) => application(c).iterativeCalculation, "maxIteration", (one) => one.maxIteration), 100],
  ["反復の変化", reading((c) => application(c).iterativeCalculation, "maxChange", (one) => one.maxChange), 0.001],
  ["地域", reading(culture, "name", (one) => one.name), "ja-JP"],
  ["日付の区切り", reading(dates, "dateSeparator", (one) => one.dateSeparator), "/"],
  ["短い日付", reading(dates, "shortDatePattern", (one) => one.shortDatePattern), "yyyy/MM/dd"],
  ["長い日付", reading(dates, "longDatePattern", (one) => one.longDatePattern), "yyyy年M月d日"],
  ["時刻の区切り", reading(dates, "timeSeparator", (one) => one.timeSeparator), ":"],
  ["長い時刻", reading(dates, "longTimePattern", (one) => one.longTimePattern), "H:mm:ss"],
  ["数の小数点", reading((c) => culture(c).numberFormat, "numberDecimalSeparator", (one) => one.numberDecimalSeparator), "."],
  ["数の桁区切り", reading((c) => culture(c).numberFormat, "numberGroupSeparator", (one) => one.numberGroupSeparator), ","],
  ["ブックは自動保存しない", reading(workbook, "autoSave", (one) => one.autoSave), false],
  ["ブックの計算エンジン", reading(workbook, "calculationEngineVersion", (one) => one.calculationEngineVersion), 191029],
  ["保存していない", reading(workbook, "isDirty", (one) => one.isDirty), true],
  ["まだ保存したことがない", reading(workbook, "previouslySaved", (one) => one.previouslySaved), false],
  ["表示桁数で計算しない", reading(workbook, "usePrecisionAsDisplayed", (one) => one.usePrecisionAsDisplayed), false],
  ["作成日", reading(properties, "creationDate", (one) => new Date(one.creationDate).getUTCFullYear() >= 2024), true],
  ["最後に保存した人", reading(properties, "lastAuthor", (one) => one.lastAuthor), ""],
  ["範囲のシート", reading((c) => sheetOf(c).getRange("B2").worksheet, "name", (one) => one.name), "Sheet1"],
  ["表の古い番号", reading(tableOf, "legacyId", (one) => /^\d+$/.test(one.legacyId)), true],
  ["見える行の数", reading(viewOf, "rowCount", (one) => one.rowCount), 2],
  ["見える列の数", reading(viewOf, "columnCount", (one) => one.columnCount), 2],
  ["見えるセルの番地", reading(viewOf, "cellAddresses", (one) => one.cellAddresses), [["Sheet1!D1", "Sheet1!E1"], ["Sheet1!D3", "Sheet1!E3"]]],
  ["見える式", reading(viewOf, "formulas", (one) => one.formulas), [["区分", "件数"], ["B", "=1+1"]]],
  ["見える式（地域の言葉）", reading(viewOf, "formulasLocal", (one) => one.formulasLocal), [["区分", "件数"], ["B", "=1+1"]]],
  ["見える式（R1C1）", reading(viewOf, "formulasR1C1", (one) => one.formulasR1C1), [["区分", "件数"], ["B", "=1+1"]]],
  ["見える表示形式", reading(viewOf, "numberFormat", (one) => one.numberFormat), [["General", "General"], ["General", "0.0"]]],
  ["見える文字", reading(viewOf, "text", (one) => one.text), [["区分", "件数"], ["B", "2.0"]]],
  ["見える値の型", reading(viewOf, "valueTypes", (one) => one.valueTypes), [["String", "String"], ["String", "Double"]]],
  ["グラフの点の値", reading((c) => sheetOf(c).charts.getItemAt(0).series.getItemAt(0).points.getItemAt(1), "value", (one) => one.value), 2],
]; // prettier-ignore

test.each(READINGS)("%s", async (_, read, expected) => {
  const book = await prepare();
  const found = await book.run(async (context) => {
    const { load, names, value } = read(context);
    load.load(names);
    await context.sync();
    return value();
  });
  expect(found).toEqual(expected);
});

test("コメントを書いた人と書式つきの言葉", async () => {
  const book = await prepare();
  const found = await book.run(async (context) => {
    const comment = context.workbook.comments.add("Sheet1!A1", "あ");
    comment.load("authorName,authorEmail,richContent");
    await context.sync();
    return [comment.authorName, comment.authorEmail, comment.richContent];
  });
  expect(found).toEqual(["ワークベンチの利用者", "", "あ"]);
});

test("つないでいない線の端には番号がない", async () => {
  const book = await prepare();
  const found = await book.run(async (context) => {
    const { line } = sheetOf(context).shapes.addLine(0, 0, 10, 10);
    line.load("beginConnectedSite,endConnectedSite");
    await context.sync();
    return [line.beginConnectedSite, line.endConnectedSite];
  });
  expect(found).toEqual([null, null]);
});

test("グラフの文字と塗りは部分ごとに覚える", async () => {
  const book = await prepare();
  const found = await book.run(async (context) => {
    const chart = sheetOf(context).charts.getItemAt(0);
    chart.legend.format.fill.setSolidColor("#EEEEEE");
    axisOf(context).title.format.font.bold = true;
    const parts = [
      chart.format.font,
      chart.legend.format.font,
      axisOf(context).format.font,
      axisOf(context).title.format.font,
    ];
    parts[0]?.set({ size: 12 });
    parts[1]?.set({ size: 9 });
    parts[2]?.set({ size: 8 });
    for (const part of parts) part.load("size,bold");
    await context.sync();
    return parts.map(({ size, bold }) => [size, bold]);
  });
  expect(found).toEqual([
    [12, false],
    [9, false],
    [8, false],
    [10, true],
  ]);
});

test("条件付き書式の見た目は消せ、規則は地域の言葉でも書ける", async () => {
  const book = await prepare();
  const found = await book.run(async (context) => {
    const formats = sheetOf(context).getRange("A1:A9").conditionalFormats;
    const preset = formats.add("PresetCriteria").preset;
    preset.rule = { criterion: "DuplicateValues" };
    const { fill, font, borders } = preset.format;
    fill.color = "#FF0000";
    font.bold = true;
    borders.left.style = "Dash";
    borders.top.style = "Dot";
    fill.clear();
    font.clear();
    const top = formats.add("TopBottom").topBottom;
    top.format.fill.color = "#00FF00";
    top.format.fill.load("color");
    const icons = formats.add("IconSet").iconSet;
    const criteria = [
      {} as Excel.ConditionalIconCriterion,
      { type: "Number", operator: "GreaterThanOrEqual", formula: "=3" } as Excel.ConditionalIconCriterion,
      { type: "Number", operator: "GreaterThanOrEqual", formula: "=7" } as Excel.ConditionalIconCriterion,
    ];
    icons.criteria = criteria;
    const rule = formats.add("Custom").custom.rule;
    rule.formulaLocal = "=A1>3";
    icons.load("criteria");
    rule.load("formula,formulaLocal");
    fill.load("color");
    font.load("bold");
    borders.left.load("style");
    borders.top.load("style");
    await context.sync();
    return [
      fill.color,
      font.bold,
      borders.left.style,
      borders.top.style,
      top.format.fill.color,
      icons.criteria.length,
      rule.formula,
      rule.formulaLocal,
    ];
  });
  expect(found).toEqual(["", false, "Dash", "Dot", "#00FF00", 3, "=A1>3", "=A1>3"]);
});
