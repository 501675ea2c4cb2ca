/** Copying, finding, replacing, removing duplicates, the visible part of a range, points of a chart: what Excel does. */
import { openWorkbook, type OpenWorkbook } from "../../../helpers/workbook";

type Context = Excel.RequestContext;
const sheetOf = (context: Context) => context.workbook.worksheets.getItem("Sheet1");

const block = async (): Promise<OpenWorkbook> => {
  const book = await openWorkbook();
  await book.run(async (context) => {
    const sheet = sheetOf(context);
    sheet.getRange("A1:B2").formulas = [
      [1, 2],
      ["=A1+B1", "'001"],
    ];
    sheet.getRange("A1").numberFormat = [["0.0%"]];
    sheet.getRange("A1").format.fill.color = "#FFFF00";
  });
  return book;
};

describe("Range.copyFrom", () => {
  test("一つのセルに置けば元の大きさになり、式はずれ、書式と文字はそのまま", async () => {
    const book = await block();
    const look = await book.run(async (context) => {
      const target = sheetOf(context).getRange("D4");
      target.copyFrom("A1:B2");
      target.load("numberFormat,format/fill/color");
      await context.sync();
      return [target.numberFormat[0]?.[0], target.format.fill.color];
    });
    expect(await book.formulas("D4:E5")).toEqual([
      [1, 2],
      ["=D4+E4", "001"],
    ]);
    expect(await book.values("D5:E5")).toEqual([[3, "001"]]);
    expect(look).toEqual(["0.0%", "#FFFF00"]);
  });

  test.each([
    ["Values", [[3]], [["General"]]],
    ["Formulas", [["=D1+E1"]], [["General"]]],
    ["Formats", [[""]], [["General"]]],
    ["Link", [["=Sheet1!$A$2"]], [["General"]]],
  ] as const)("%s だけを写す", async (type, formulas, formats) => {
    const book = await block();
    await book.run(async (context) => void sheetOf(context).getRange("D2").copyFrom("A2", type));
    expect(await book.formulas("D2")).toEqual(formulas);
    const read = await book.run(async (context) => {
      const range = sheetOf(context).getRange("D2").load("numberFormat");
      await context.sync();
      return range.numberFormat;
    });
    expect(read).toEqual(formats);
  });

  test("倍数の大きさには繰り返し、空白は飛ばせ、行と列を入れ替えられる", async () => {
    const book = await openWorkbook();
    await book.write("A1:B1", [["あ", ""]]);
    await book.write("D1:G1", [["残", "残", "残", "残"]]);
    await book.run(async (context) => {
      sheetOf(context).getRange("D1:G1").copyFrom("A1:B1", "Values", true);
      sheetOf(context).getRange("A5").copyFrom("D1:G1", "Values", false, true);
    });
    expect(await book.values("D1:G1")).toEqual([["あ", "残", "あ", "残"]]);
    expect(await book.values("A5:A8")).toEqual([["あ"], ["残"], ["あ"], ["残"]]);
  });

  test("入力規則と条件付き書式も付いて行き、他のシートからも写せる", async () => {
    const book = await openWorkbook();
    const rule = await book.run(async (context) => {
      sheetOf(context).getRange("A1").dataValidation.rule = { custom: { formula: "=B1>0" } };
      const format = sheetOf(context).getRange("A1").conditionalFormats.add("CellValue");
      format.cellValue.rule = { formula1: "=0", operator: "LessThan" };
      const other = context.workbook.worksheets.add("写し");
      const target = other.getRange("C3");
      target.copyFrom("Sheet1!A1");
      target.dataValidation.load("rule");
      target.conditionalFormats.load("items/type");
      await context.sync();
      return [target.dataValidation.rule, target.conditionalFormats.items.map(({ type }) => type)];
    });
    expect(rule).toEqual([{ custom: { formula: "=D3>0" } }, ["CellValue"]]);
  });

  test("保護されたシートと、はみ出す先は断る", async () => {
    const book = await block();
    const fault = (work: (sheet: Excel.Worksheet) => void) =>
      book.refusal(async (context) => work(sheetOf(context))).then(({ code }) => code);
    expect(await fault((sheet) => sheet.getRange("XFD1").copyFrom("A1:B1"))).toBe("InvalidArgument");
    expect(await fault((sheet) => sheet.getRange("D1").copyFrom("なし"))).toBe("InvalidArgument");
    await book.run(async (context) => sheetOf(context).protection.protect());
    expect(await fault((sheet) => sheet.getRange("D1").copyFrom("A1"))).toBe("AccessDenied");
  });
});

describe("検索と置換", () => {
  const words = async () => {
    const book = await openWorkbook();
    await book.write("A1:B3", [
      ["Food", "seafood"],
      ["達成率", "=LEN(A1)"],
      [50, "50*"],
    ]);
    return book;
  };
  const find = (book: OpenWorkbook, from: string, text: string, criteria: Excel.SearchCriteria = {}) =>
    book.run(async (context) => {
      const range = sheetOf(context).getRange(from).findOrNullObject(text, criteria).load("address");
      await context.sync();
      return range.isNullObject ? null : range.address.replace("Sheet1!", "");
    });

  test.each<[string, string, Excel.SearchCriteria, string | null]>([
    ["A1:B3", "food", {}, "A1"],
    ["A1:B3", "food", { matchCase: true }, "B1"],
    ["A1:B3", "food", { searchDirection: "Backwards" }, "B1"],
    ["A1:B3", "food", { completeMatch: true, matchCase: true }, null],
    ["A1:B3", "LEN(", {}, "B2"],
    ["A1:B3", "達*率", { completeMatch: true }, "A2"],
    ["A1:B3", "50~*", {}, "B3"],
    ["A1", "food", {}, "B1"],
    ["A2:B3", "seafood", {}, null],
  ])("Range.find %s の %p %j → %p", async (from, text, criteria, to) => {
    expect(await find(await words(), from, text, criteria)).toBe(to);
  });

  test("Range.find は無ければ ItemNotFound", async () => {
    const book = await words();
    const { code } = await book.refusal(async (c) =>
      sheetOf(c).getRange("A1:B3").find("無い", {}).load("address"),
    );
    expect(code).toBe("ItemNotFound");
  });

  test("Worksheet.findAll はすべての場所、findAllOrNullObject は無ければ null", async () => {
    const book = await words();
    const found = await book.run(async (context) => {
      const all = sheetOf(context).findAll("food", {}).load("address");
      const none = sheetOf(context).findAllOrNullObject("無い", {});
      await context.sync();
      return [all.address, none.isNullObject];
    });
    expect(found).toEqual(["Sheet1!A1,Sheet1!B1", true]);
  });

  test("Range.replaceAll と Worksheet.replaceAll は直したセルの数を返し、打ち直したように読まれる", async () => {
    const book = await words();
    const counts = await book.run(async (context) => {
      const inRange = sheetOf(context).getRange("A1:A3").replaceAll("FOOD", "5", {});
      await context.sync();
      const inSheet = sheetOf(context).replaceAll("LEN", "LENB", { completeMatch: false });
      await context.sync();
      return [inRange.value, inSheet.value];
    });
    expect(counts).toEqual([1, 1]);
    expect(await book.values("A1:B1")).toEqual([[5, "seafood"]]);
    expect(await book.formulas("B2")).toEqual([["=LENB(A1)"]]);
  });
});

describe("Range.removeDuplicates", () => {
  test("初めの行が残り、下は詰められ、範囲の外は動かない", async () => {
    const book = await openWorkbook();
    await book.write("A1:C5", [
      ["課", "数", "外"],
      ["企画", 1, 1],
      ["企画", 1, 2],
      ["財政", 1, 3],
      ["企画", 2, 4],
    ]);
    const result = await book.run(async (context) => {
      const { removed, uniqueRemaining } = await load(
        context,
        sheetOf(context).getRange("A1:B5").removeDuplicates([0], true),
      );
      return [removed, uniqueRemaining];
    });
    expect(result).toEqual([2, 2]);
    expect(await book.values("A1:C5")).toEqual([
      ["課", "数", "外"],
      ["企画", 1, 1],
      ["財政", 1, 2],
      ["", "", 3],
      ["", "", 4],
    ]);
  });

  test("列の番号が範囲の外なら InvalidArgument", async () => {
    const book = await openWorkbook();
    const { code } = await book.refusal(
      async (context) => void sheetOf(context).getRange("A1:B5").removeDuplicates([2], true),
    );
    expect(code).toBe("InvalidArgument");
  });

  const load = async (context: Context, result: Excel.RemoveDuplicatesResult) => {
    result.load("removed,uniqueRemaining");
    await context.sync();
    return result;
  };
});

describe("Range.getVisibleView", () => {
  test("フィルターで見えている行と、隠れていない列だけ", async () => {
    const book = await openWorkbook();
    await book.write("A1:C4", [
      ["課", "隠", "数"],
      ["企画", "x", 1],
      ["財政", "x", "=1+1"],
      ["企画", "x", 3],
    ]);
    const answer = await book.run(async (context) => {
      const sheet = sheetOf(context);
      const table = sheet.tables.add("A1:C4", true);
      table.columns.getItem("課").filter.applyValuesFilter(["財政"]);
      sheet.getRange("B:B").columnHidden = true;
      const view = table.getRange().getVisibleView();
      view.load(
        "values,formulas,formulasLocal,formulasR1C1,text,numberFormat,valueTypes,rowCount,columnCount,index,cellAddresses",
      );
      view.rows.load("items/values,items/index");
      const second = view.rows.getItemAt(1).getRange().load("address");
      const whole = view.getRange().load("address");
      await context.sync();
      return {
        ...view.toJSON(),
        rows: view.rows.items.map((row) => [row.index, row.values[0]]),
        addresses: [second.address, whole.address],
      };
    });
    expect(answer).toEqual({
      values: [
        ["課", "数"],
        ["財政", 2],
      ],
      formulas: [
        ["課", "数"],
        ["財政", "=1+1"],
      ],
      formulasLocal: [
        ["課", "数"],
        ["財政", "=1+1"],
      ],
      formulasR1C1: [
        ["課", "数"],
        ["財政", "=1+1"],
      ],
      text: [
        ["課", "数"],
        ["財政", "2"],
      ],
      numberFormat: [
        ["General", "General"],
        ["General", "General"],
      ],
      valueTypes: [
        ["String", "String"],
        ["String", "Double"],
      ],
      rowCount: 2,
      columnCount: 2,
      index: 0,
      cellAddresses: [
        ["Sheet1!A1", "Sheet1!C1"],
        ["Sheet1!A3", "Sheet1!C3"],
      ],
      rows: [
        [0, ["課", "数"]],
        [1, ["財政", 2]],
      ],
      addresses: ["Sheet1!A3:C3", "Sheet1!A1:C4"],
    });
  });
});

describe("グラフの点とデータ ラベルの書式", () => {
  test("ChartPoint と ChartDataLabelFormat は設定したとおりに答える", async () => {
    const book = await openWorkbook();
    await book.write("A1:B3", [
      ["区分", "件数"],
      ["A", 3],
      ["B", 4],
    ]);
    const answer = await book.run(async (context) => {
      const chart = sheetOf(context).charts.add(
        "ColumnClustered",
        sheetOf(context).getRange("A1:B3"),
        "Auto",
      );
      chart.dataLabels.format.font.size = 15;
      chart.dataLabels.format.font.color = "black";
      chart.dataLabels.format.fill.setSolidColor("white");
      const { points } = chart.series.getItemAt(0);
      const point = points.getItemAt(1);
      point.format.fill.setSolidColor("red");
      point.format.fill.clear();
      point.hasDataLabel = true;
      point.markerStyle = "Circle";
      point.markerSize = 7;
      point.markerBackgroundColor = "#00ff00";
      point.markerForegroundColor = "blue";
      points.load("count");
      point.load("value,hasDataLabel,markerStyle,markerSize,markerBackgroundColor,markerForegroundColor");
      chart.dataLabels.format.font.load("size,color");
      await context.sync();
      const { size, color } = chart.dataLabels.format.font;
      return [points.count, size, color, point.toJSON()];
    });
    expect(answer).toEqual([
      2,
      15,
      "#000000",
      {
        format: {},
        value: 4,
        hasDataLabel: true,
        markerStyle: "Circle",
        markerSize: 7,
        markerBackgroundColor: "#00FF00",
        markerForegroundColor: "#0000FF",
      },
    ]);
  });
});

test("Worksheet.onChanged の details は、入れた式の計算された値を伝える", async () => {
  const book = await openWorkbook();
  const heard: unknown[] = [];
  await book.run(async (context) => {
    sheetOf(context).onChanged.add(async ({ details }) => void heard.push(details.valueAfter));
    await context.sync();
  });
  await book.write("A1", [["=1+1"]]);
  await book.host.settled();
  expect(heard).toEqual([2]);
});
