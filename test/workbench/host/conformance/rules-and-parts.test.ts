/** Validation, conditional formats, settings, XML parts, charts, range areas and the application, through the real office.js. */
import { openWorkbook, type OpenWorkbook } from "../../../helpers/workbook";

type Context = Excel.RequestContext;
const sheetOf = (context: Context) => context.workbook.worksheets.getItem("Sheet1");
const refusedWith = (book: OpenWorkbook, batch: (context: Context) => void) =>
  book.refusal(async (context) => {
    batch(context);
    await context.sync();
  });

describe("入力規則", () => {
  test.each<readonly [string, Excel.DataValidationRule, string]>([
    ["List", { list: { inCellDropDown: true, source: "A,B,C" } }, "List"],
    ["WholeNumber", { wholeNumber: { formula1: 1, formula2: 9, operator: "Between" } }, "WholeNumber"],
    ["Decimal", { decimal: { formula1: 0, operator: "GreaterThan" } }, "Decimal"],
    ["TextLength", { textLength: { formula1: 5, operator: "LessThan" } }, "TextLength"],
    ["Date", { date: { formula1: "2021-04-01", operator: "GreaterThan" } }, "Date"],
    ["Time", { time: { formula1: "09:00", operator: "GreaterThan" } }, "Time"],
    ["Custom", { custom: { formula: "=ISNUMBER(A1)" } }, "Custom"],
  ])("DataValidation.type: %s", async (_, rule, type) => {
    const book = await openWorkbook();
    const answer = await book.run(async (context) => {
      const { dataValidation } = sheetOf(context).getRange("A1:A3");
      dataValidation.rule = rule;
      dataValidation.load("type");
      await context.sync();
      return dataValidation.type;
    });
    expect(answer).toBe(type);
  });

  test("範囲を元にした一覧、getInvalidCells、valid、clear、まちまち", async () => {
    const book = await openWorkbook();
    await book.write("D1:D2", [["A"], ["B"]]);
    const answer = await book.run(async (context) => {
      const sheet = sheetOf(context);
      const range = sheet.getRange("A1:A3");
      range.values = [["A"], ["X"], [""]];
      range.dataValidation.rule = { list: { inCellDropDown: true, source: sheet.getRange("D1:D2") } };
      range.dataValidation.load("valid,rule");
      const bad = range.dataValidation.getInvalidCells().load("address");
      const mixed = sheet.getRange("A1:B1").dataValidation.load("type");
      await context.sync();
      const first = [
        range.dataValidation.valid,
        range.dataValidation.rule.list?.source,
        bad.address,
        mixed.type,
      ];
      range.dataValidation.clear();
      range.dataValidation.load("type");
      const none = range.dataValidation.getInvalidCellsOrNullObject();
      await context.sync();
      return [first, range.dataValidation.type, none.isNullObject];
    });
    expect(answer).toEqual([[null, "=Sheet1!$D$1:$D$2", "Sheet1!A2", "Inconsistent"], "None", true]);
  });

  test("数式の規則も valid と getInvalidCells に数えられ、参照はセルごとに動く", async () => {
    const book = await openWorkbook();
    const answer = await book.run(async (context) => {
      const range = sheetOf(context).getRange("A1:A3");
      range.values = [[1], ["文字"], [3]];
      range.dataValidation.rule = { custom: { formula: "=ISNUMBER(A1)" } };
      range.dataValidation.load("valid");
      const bad = range.dataValidation.getInvalidCells().load("address");
      await context.sync();
      return [range.dataValidation.valid, bad.address];
    });
    expect(answer).toEqual([null, "Sheet1!A2"]);
  });

  test("打ち込みは規則に止められ、プログラムの書き込みは止められない", async () => {
    const book = await openWorkbook();
    await book.run(async (context) => {
      const { dataValidation } = sheetOf(context).getRange("A1");
      dataValidation.rule = { wholeNumber: { formula1: 1, formula2: 9, operator: "Between" } };
      dataValidation.errorAlert = { message: "1 から 9 まで", showAlert: true, style: "Stop", title: "" };
    });
    const sheet = book.host.book().activeSheet;
    expect(await book.host.applyUserEdit({ kind: "type", sheet, row: 0, column: 0, text: "50" })).toEqual({
      kind: "refused",
      code: "InvalidArgument",
      message: "1 から 9 まで",
    });
    expect(await book.values("A1")).toEqual([[""]]);
    await book.write("A1", [[50]]);
    expect(await book.values("A1")).toEqual([[50]]);
  });

  test.each<readonly [string, (c: Context) => void]>([
    [
      "255 字を超える一覧",
      (c) =>
        void (sheetOf(c).getRange("A1").dataValidation.rule = {
          list: { inCellDropDown: true, source: "あ".repeat(256) },
        }),
    ],
    [
      "二つの規則",
      (c) =>
        void (sheetOf(c).getRange("A1").dataValidation.rule = {
          list: { inCellDropDown: true, source: "A" },
          custom: { formula: "=TRUE" },
        }),
    ],
    [
      "上限のない Between",
      (c) =>
        void (sheetOf(c).getRange("A1").dataValidation.rule = {
          decimal: { formula1: 1, operator: "Between" },
        }),
    ],
  ])("%s は InvalidArgument", async (_, batch) => {
    const book = await openWorkbook();
    expect((await refusedWith(book, batch)).code).toBe("InvalidArgument");
  });
});

describe("条件付き書式", () => {
  test("ConditionalFormatCollection と ConditionalFormat", async () => {
    const book = await openWorkbook();
    const answer = await book.run(async (context) => {
      const formats = sheetOf(context).getRange("A1:B9").conditionalFormats;
      const first = formats.add("CellValue");
      first.cellValue.rule = { formula1: "=100", operator: "GreaterThanOrEqual" };
      first.cellValue.format.fill.color = "#C6EFCE";
      first.cellValue.format.font.color = "#006100";
      first.cellValue.format.font.bold = true;
      first.stopIfTrue = true;
      const second = formats.add("Custom");
      second.custom.rule.formula = '=$A1="未入力"';
      second.custom.format.font.italic = true;
      second.custom.format.font.strikethrough = true;
      second.custom.format.font.underline = "Single";
      second.custom.format.numberFormat = "0.0";
      second.custom.format.borders.getItem("EdgeBottom").style = "Continuous";
      second.custom.format.borders.bottom.color = "#FF0000";
      await context.sync();
      formats.load("items/type,items/priority,items/stopIfTrue,items/id");
      const count = formats.getCount();
      first.load("type,id");
      first.cellValue.load("rule");
      first.cellValue.format.fill.load("color");
      first.cellValue.format.font.load("color,bold");
      second.custom.rule.load("formula,formulaLocal");
      second.custom.format.load("numberFormat");
      second.custom.format.font.load("italic,strikethrough,underline");
      second.custom.format.borders.bottom.load("style,color,sideIndex");
      second.custom.format.borders.load("count");
      const range = first.getRange().load("address");
      const ranges = first.getRanges().load("address");
      const wrong = first.customOrNullObject;
      wrong.load("rule/formula");
      const at = formats.getItemAt(0).load("type");
      await context.sync();
      const again = formats.getItem(first.id).load("type");
      await context.sync();
      return [
        formats.items.map((one) => [one.type, one.priority, one.stopIfTrue]),
        count.value,
        first.cellValue.rule,
        [
          first.cellValue.format.fill.color,
          first.cellValue.format.font.color,
          first.cellValue.format.font.bold,
        ],
        [
          second.custom.rule.formula,
          second.custom.format.numberFormat,
          second.custom.format.font.italic,
          second.custom.format.font.strikethrough,
          second.custom.format.font.underline,
        ],
        [
          second.custom.format.borders.bottom.style,
          second.custom.format.borders.bottom.color,
          second.custom.format.borders.bottom.sideIndex,
          second.custom.format.borders.count,
        ],
        [range.address, ranges.address],
        wrong.isNullObject,
        [at.type, again.type],
      ];
    });
    expect(answer).toEqual([
      [
        ["Custom", 0, false],
        ["CellValue", 1, true],
      ],
      2,
      { formula1: "=100", operator: "GreaterThanOrEqual" },
      ["#C6EFCE", "#006100", true],
      ['=$A1="未入力"', "0.0", true, true, "Single"],
      ["Continuous", "#FF0000", "EdgeBottom", 4],
      ["Sheet1!A1:B9", "Sheet1!A1:B9"],
      true,
      ["Custom", "CellValue"],
    ]);
  });

  test("ConditionalFormat.priority、delete、clearAll", async () => {
    const book = await openWorkbook();
    const answer = await book.run(async (context) => {
      const formats = sheetOf(context).getRange("A1").conditionalFormats;
      const older = formats.add("CellValue");
      formats.add("Custom");
      older.priority = 0;
      formats.load("items/type");
      await context.sync();
      const order = formats.items.map((one) => one.type);
      older.delete();
      const left = formats.getCount();
      await context.sync();
      formats.clearAll();
      const none = formats.getCount();
      await context.sync();
      return [order, left.value, none.value];
    });
    expect(answer).toEqual([["CellValue", "Custom"], 1, 0]);
  });

  test("ほかの種類の規則も、置いたものが返る", async () => {
    const book = await openWorkbook();
    const answer = await book.run(async (context) => {
      const formats = sheetOf(context).getRange("A1:A9").conditionalFormats;
      const scale = formats.add("ColorScale").colorScale;
      scale.criteria = {
        minimum: { type: "LowestValue", color: "red" },
        maximum: { type: "HighestValue", color: "green" },
      };
      const bar = formats.add("DataBar").dataBar;
      bar.showDataBarOnly = true;
      bar.barDirection = "LeftToRight";
      bar.axisColor = "blue";
      bar.axisFormat = "None";
      bar.lowerBoundRule = { type: "Number", formula: "=0" };
      bar.upperBoundRule = { type: "Number", formula: "=100" };
      bar.positiveFormat.fillColor = "#00FF00";
      bar.positiveFormat.gradientFill = false;
      bar.positiveFormat.borderColor = "#00FF00";
      bar.negativeFormat.fillColor = "#FF0000";
      bar.negativeFormat.borderColor = "#FF0000";
      bar.negativeFormat.matchPositiveFillColor = true;
      bar.negativeFormat.matchPositiveBorderColor = true;
      const icons = formats.add("IconSet").iconSet;
      icons.style = "ThreeArrows";
      icons.reverseIconOrder = true;
      icons.showIconOnly = true;
      const top = formats.add("TopBottom").topBottom;
      top.rule = { rank: 3, type: "BottomItems" };
      const words = formats.add("ContainsText").textComparison;
      words.rule = { operator: "Contains", text: "遅れ" };
      words.format.font.color = "red";
      const preset = formats.add("PresetCriteria").preset;
      preset.rule = { criterion: "DuplicateValues" };
      scale.load("threeColorScale,criteria");
      bar.load("showDataBarOnly,barDirection,axisColor,axisFormat,lowerBoundRule,upperBoundRule");
      bar.positiveFormat.load("fillColor,gradientFill,borderColor");
      bar.negativeFormat.load("fillColor,borderColor,matchPositiveFillColor,matchPositiveBorderColor");
      icons.load("style,reverseIconOrder,showIconOnly,criteria");
      top.load("rule");
      words.load("rule");
      preset.load("rule");
      await context.sync();
      return [
        scale.threeColorScale,
        [
          bar.showDataBarOnly,
          bar.barDirection,
          bar.axisColor,
          bar.axisFormat,
          bar.lowerBoundRule.formula,
          bar.upperBoundRule.type,
        ],
        [
          bar.positiveFormat.fillColor,
          bar.positiveFormat.gradientFill,
          bar.negativeFormat.fillColor,
          bar.negativeFormat.matchPositiveFillColor,
        ],
        [icons.style, icons.reverseIconOrder, icons.showIconOnly],
        [top.rule.rank, words.rule.text, preset.rule.criterion],
      ];
    });
    expect(answer).toEqual([
      false,
      [true, "LeftToRight", "#0000FF", "None", "=0", "Number"],
      ["#00FF00", false, "#FF0000", true],
      ["ThreeArrows", true, true],
      [3, "遅れ", "DuplicateValues"],
    ]);
  });
});

describe("設定と XML", () => {
  test("SettingCollection.add、getItem、getCount、items、Setting.value、key、delete", async () => {
    const book = await openWorkbook();
    const answer = await book.run(async (context) => {
      const { settings } = context.workbook;
      settings.add("計画", { 名: "加須市", 年: [3, 7] });
      settings.add("版", 1);
      settings.add("版", 2);
      settings.load("items/key,items/value");
      const count = settings.getCount();
      const one = settings.getItem("計画").load("value,key");
      await context.sync();
      one.value = "変えた";
      settings.getItem("版").delete();
      const none = settings.getItemOrNullObject("版");
      await context.sync();
      const again = settings.getItem("計画").load("value");
      await context.sync();
      return [settings.items.map((item) => item.key), count.value, one.key, none.isNullObject, again.value];
    });
    expect(answer).toEqual([["計画", "版"], 2, "計画", true, "変えた"]);
  });

  test("CustomXmlPartCollection と名前空間", async () => {
    const book = await openWorkbook();
    const answer = await book.run(async (context) => {
      const parts = context.workbook.customXmlParts;
      const part = parts
        .add('<?xml version="1.0"?><p:plan xmlns:p="urn:plan"><p:v>1</p:v></p:plan>')
        .load("id,namespaceUri");
      parts.add("<other/>");
      const xml = part.getXml();
      const count = parts.getCount();
      const scoped = parts.getByNamespace("urn:plan");
      const only = scoped.getOnlyItem().load("id");
      const scopedCount = scoped.getCount();
      const none = parts.getByNamespace("urn:none").getOnlyItemOrNullObject();
      parts.load("items/namespaceUri");
      scoped.load("items/id");
      await context.sync();
      const found = parts.getItem(part.id).load("id");
      const inScope = scoped.getItemOrNullObject(part.id);
      const lost = parts.getItemOrNullObject("{ない}");
      found.setXml('<plan xmlns="urn:plan"/>');
      const next = found.getXml();
      await context.sync();
      found.delete();
      const left = parts.getCount();
      await context.sync();
      return [
        part.namespaceUri,
        xml.value.includes("<p:v>1</p:v>"),
        count.value,
        only.id === part.id,
        scopedCount.value,
        none.isNullObject,
        parts.items.map((one) => one.namespaceUri),
        scoped.items.length,
        inScope.isNullObject,
        lost.isNullObject,
        next.value,
        left.value,
      ];
    });
    expect(answer).toEqual([
      "urn:plan",
      true,
      2,
      true,
      1,
      true,
      ["urn:plan", ""],
      1,
      false,
      true,
      '<plan xmlns="urn:plan"/>',
      1,
    ]);
  });

  test.each([["文字"], ["<a>"], ["<a></b>"], [""]])("XML でない %p は断られる", async (xml) => {
    const book = await openWorkbook();
    expect((await refusedWith(book, (c) => void c.workbook.customXmlParts.add(xml))).code).toBe(
      "InvalidArgument",
    );
  });
});

describe("グラフ", () => {
  test("ChartCollection、ChartSeriesCollection、ChartSeries は元の範囲を覚えている", async () => {
    const book = await openWorkbook();
    await book.write("A1:C3", [
      ["区分", "目標", "実績"],
      ["A", 1, 2],
      ["B", 3, 4],
    ]);
    const answer = await book.run(async (context) => {
      const sheet = sheetOf(context);
      const chart = sheet.charts.add("ColumnStacked", sheet.getRange("A1:C3"), "Columns").load("id,name");
      chart.setPosition("E2", "H10");
      chart.load("top,left,height");
      chart.series.load("count,items/name");
      const values = chart.series.getItemAt(1).getDimensionValues("Values");
      const source = chart.series.getItemAt(1).getDimensionDataSourceString("Values");
      const kind = chart.series.getItemAt(1).getDimensionDataSourceType("Values");
      const categories = chart.series.getItemAt(0).getDimensionValues("Categories");
      const count = sheet.charts.getCount();
      sheet.charts.load("count,items/name");
      const byName = sheet.charts.getItem("グラフ 1").load("id");
      const home = chart.worksheet.load("name");
      const at = sheet.charts.getItemAt(0).load("name");
      await context.sync();
      const first = [
        chart.top,
        chart.left,
        chart.height,
        chart.series.count,
        chart.series.items.map((one) => one.name),
        values.value,
        source.value,
        kind.value,
        categories.value,
        count.value,
        sheet.charts.count,
        byName.id === chart.id,
        home.name,
        at.name,
      ];
      const added = chart.series.add("平均");
      added.setValues(sheet.getRange("B2:B3"));
      added.setXAxisValues(sheet.getRange("A2:A3"));
      added.format.fill.setSolidColor("red");
      added.format.fill.clear();
      chart.format.fill.setSolidColor("#FFFFFF");
      chart.title.format.fill.clear();
      chart.axes.getItem("Category").load("visible");
      chart.axes.categoryAxis.format.fill.clear();
      chart.plotArea.format.fill.clear();
      chart.series.getItemAt(0).delete();
      const left = chart.series.getCount();
      chart.setData(sheet.getRange("A1:B3"), "Columns");
      const reset = chart.series.getCount();
      await context.sync();
      chart.delete();
      const none = sheet.charts.getItemOrNullObject("グラフ 1");
      await context.sync();
      return [first, left.value, reset.value, none.isNullObject];
    });
    expect(answer).toEqual([
      [
        18.75,
        216,
        168.75,
        2,
        ["目標", "実績"],
        [2, 4],
        "Sheet1!$C$2:$C$3",
        "LocalRange",
        ["A", "B"],
        1,
        1,
        true,
        "Sheet1",
        "グラフ 1",
      ],
      2,
      1,
      true,
    ]);
  });
});

test("RangeAreas: address、areaCount、cellCount、format、areas、clear、getEntireRow …", async () => {
  const book = await openWorkbook();
  await book.write("A1:C3", [
    [1, 2, 3],
    [4, 5, 6],
    [7, 8, 9],
  ]);
  const answer = await book.run(async (context) => {
    const sheet = sheetOf(context);
    const areas = sheet
      .getRanges("A1:A2,C3")
      .load("address,addressLocal,areaCount,cellCount,isEntireColumn,isEntireRow");
    areas.format.fill.color = "yellow";
    areas.areas.load("items/address");
    const count = areas.areas.getCount();
    const one = areas.areas.getItemAt(1).load("address");
    const rows = areas.getEntireRow().load("address");
    const columns = areas.getEntireColumn().load("address");
    const offset = areas.getOffsetRangeAreas(1, 0).load("address");
    const cut = areas.getIntersection("A1:B9").load("address");
    const used = areas.getUsedRangeAreas(true).load("address");
    const fill = sheet.getRange("C3").load("format/fill/color");
    const home = areas.worksheet.load("name");
    areas.setDirty();
    areas.calculate();
    areas.conditionalFormats.add("Custom");
    areas.dataValidation.load("type");
    await context.sync();
    const first = [
      areas.address,
      areas.addressLocal,
      areas.areaCount,
      areas.cellCount,
      areas.isEntireColumn,
      areas.isEntireRow,
      areas.areas.items.map((item) => item.address),
      count.value,
      one.address,
      rows.address,
      columns.address,
      offset.address,
      cut.address,
      used.address,
      fill.format.fill.color,
      home.name,
      areas.dataValidation.type,
    ];
    areas.clear("Contents");
    await context.sync();
    return first;
  });
  expect(answer).toEqual([
    "Sheet1!A1:A2,Sheet1!C3", "Sheet1!A1:A2,Sheet1!C3", 2, 3, false, false, ["Sheet1!A1:A2", "Sheet1!C3"], 2, "Sheet1!C3",
    "Sheet1!1:2,Sheet1!3:3", "Sheet1!A:A,Sheet1!C:C", "Sheet1!A2:A3,Sheet1!C4", "Sheet1!A1:A2", "Sheet1!A1:A2,Sheet1!C3", "#FFFF00", "Sheet1", "None",
  ]); // prettier-ignore
  expect(await book.values("A1:C3")).toEqual([
    ["", 2, 3],
    ["", 5, 6],
    [7, 8, ""],
  ]);
});

test("Application と文化、Workbook の読み取り", async () => {
  const book = await openWorkbook();
  const answer = await book.run(async (context) => {
    const { application } = context.workbook;
    application.load(
      "calculationEngineVersion,calculationState,decimalSeparator,thousandsSeparator,useSystemSeparators",
    );
    application.iterativeCalculation.load("enabled,maxIteration,maxChange");
    application.cultureInfo.load("name");
    application.cultureInfo.numberFormat.load("numberDecimalSeparator,numberGroupSeparator");
    application.cultureInfo.datetimeFormat.load(
      "dateSeparator,longDatePattern,shortDatePattern,timeSeparator,longTimePattern",
    );
    application.suspendApiCalculationUntilNextSync();
    application.suspendScreenUpdatingUntilNextSync();
    context.workbook.load(
      "name,readOnly,isDirty,autoSave,previouslySaved,usePrecisionAsDisplayed,calculationEngineVersion",
    );
    context.workbook.properties.load("lastAuthor,creationDate");
    const shared = context.workbook.getIsActiveCollabSession();
    await context.sync();
    return [
      application.calculationState,
      application.decimalSeparator,
      application.iterativeCalculation.maxIteration,
      application.cultureInfo.name,
      application.cultureInfo.numberFormat.numberGroupSeparator,
      application.cultureInfo.datetimeFormat.longDatePattern,
      context.workbook.name,
      context.workbook.readOnly,
      shared.value,
    ];
  });
  expect(answer).toEqual(["Done", ".", 100, "ja-JP", ",", "yyyy年M月d日", "ブック1.xlsx", false, false]);
});

test("手動計算では calculate まで変わらない", async () => {
  const book = await openWorkbook();
  await book.write("A1:B1", [[1, "=A1*2"]]);
  await book.run(async (context) => void (context.workbook.application.calculationMode = "Manual"));
  await book.write("A1", [[5]]);
  expect(await book.values("B1")).toEqual([[2]]);
  await book.run(async (context) => context.workbook.application.calculate("Recalculate"));
  expect(await book.values("B1")).toEqual([[10]]);
});
