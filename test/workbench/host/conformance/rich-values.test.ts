/** `valuesAsJson`: values with more to them than a number or a text, as today's Excel has them in cells. */
import { openWorkbook, type OpenWorkbook } from "../../../helpers/workbook";

type Context = Excel.RequestContext;
const sheetOf = (context: Context) => context.workbook.worksheets.getItem("Sheet1");
const rangeOf = (context: Context, address: string) => sheetOf(context).getRange(address);

const text = (basicValue: string) => ({ type: "String", basicType: "String", basicValue });
const number = (basicValue: number) => ({ type: "Double", basicType: "Double", basicValue });
const truth = (basicValue: boolean) => ({ type: "Boolean", basicType: "Boolean", basicValue });
const empty = { type: "Empty", basicType: "Empty", basicValue: "" };

const json = (book: OpenWorkbook, address: string) =>
  book.run(async (context) => {
    const range = rangeOf(context, address).load("valuesAsJson,valuesAsJsonLocal");
    await context.sync();
    expect(range.valuesAsJsonLocal).toEqual(range.valuesAsJson);
    return range.valuesAsJson;
  });

const put = (book: OpenWorkbook, address: string, values: unknown) =>
  book.run(async (context) => void (rangeOf(context, address).valuesAsJson = values as Excel.CellValue[][]));

const chai = {
  type: "Entity",
  text: "チャイ",
  properties: { 単価: { type: "FormattedNumber", basicValue: 18, numberFormat: "¥#,##0" }, 産地: "静岡" },
  layouts: { compact: { icon: "ShoppingBag" } },
};

describe("Range.valuesAsJson", () => {
  test("ふつうの値は型を名乗る", async () => {
    const book = await openWorkbook();
    await book.write("A1:E1", [[1.5, "文", true, "", "=1/0"]]);
    expect(await json(book, "A1:E1")).toEqual([
      [
        number(1.5),
        text("文"),
        truth(true),
        empty,
        { type: "Error", basicType: "Error", basicValue: "#DIV/0!", errorType: "Div0" },
      ],
    ]);
  });

  test("書いた文字は読み解かれず、null のセルは変わらない", async () => {
    const book = await openWorkbook();
    await book.write("A1:C1", [[1, 2, 3]]);
    await put(book, "A1:C1", [[text("=1+1"), null, { type: "Empty" }]]);
    expect(await book.values("A1:C1")).toEqual([["=1+1", 2, ""]]);
  });

  test("エンティティは自分の文字で見え、数式には #VALUE!。読めば形を補って返る", async () => {
    const book = await openWorkbook();
    await put(book, "A1", [[chai]]);
    expect(await book.texts("A1")).toEqual([["チャイ"]]);
    expect(await book.values("A1")).toEqual([["#VALUE!"]]);
    expect(await json(book, "A1")).toEqual([
      [
        {
          ...chai,
          basicType: "Error",
          basicValue: "#VALUE!",
          properties: { 単価: { ...chai.properties.単価, basicType: "Double" }, 産地: text("静岡") },
        },
      ],
    ]);
    const found = await book.run(async (context) => {
      const cell = sheetOf(context).findAllOrNullObject("チャイ", {}).load("address");
      await context.sync();
      return cell.address;
    });
    expect(found).toBe("Sheet1!A1");
  });

  test.each([
    ["書式つきの数", { type: "FormattedNumber", basicValue: 0.5, numberFormat: "0.0%" }, 0.5, "50.0%"],
    ["属性つきの数", { ...number(3), numberFormat: "0.00", properties: { 単位: "件" } }, 3, "3.00"],
    ["属性つきの文字", { ...text("済"), properties: { 版: 1 } }, "済", "済"],
    ["画像", { type: "WebImage", address: "https://example.org/a.png", altText: "絵" }, "#VALUE!", "絵"],
    ["エラー", { type: "Error", errorType: "NotAvailable" }, "#N/A", "#N/A"],
  ])("%s", async (_, given, value, shown) => {
    const book = await openWorkbook();
    await put(book, "A1", [[given]]);
    expect(await book.values("A1")).toEqual([[value]]);
    expect(await book.texts("A1")).toEqual([[shown]]);
    expect((await json(book, "A1"))[0]?.[0]).toMatchObject({ type: given.type });
  });

  test.each([
    ["知らない型", [[{ type: "ない型" }]]],
    ["型のない物", [[{ basicValue: 1 }]]],
    ["型と違う値", [[{ type: "Double", basicValue: "1" }]]],
    ["書式のない書式つきの数", [[{ type: "FormattedNumber", basicValue: 1 }]]],
    ["大きさの違う配列", [[number(1), number(2)]]],
  ])("%sは InvalidArgument", async (_, values) => {
    const book = await openWorkbook();
    const refusal = await book.refusal(
      async (context) => void (rangeOf(context, "A1:A2").valuesAsJson = values as Excel.CellValue[][]),
    );
    expect(refusal.code).toBe("InvalidArgument");
  });

  test("写し、並べ替え、元に戻す、保存しても残り、値を書けばただの値になる", async () => {
    const book = await openWorkbook();
    await put(book, "A1:A2", [[chai], [number(1)]]);
    await book.run(async (context) => {
      rangeOf(context, "C1").copyFrom("A1");
      rangeOf(context, "A1:A2").sort.apply([{ key: 0 }]);
    });
    expect(await book.texts("A1:C2")).toEqual([
      ["1", "", "チャイ"],
      ["チャイ", "", ""],
    ]);
    await book.write("C1", [["上書き"]]);
    expect(await json(book, "C1")).toEqual([[text("上書き")]]);
    await book.host.undo();
    expect(await book.texts("C1")).toEqual([["チャイ"]]);
    const other = await openWorkbook();
    await other.host.open(JSON.parse(JSON.stringify(book.host.save())));
    expect(await other.texts("C1")).toEqual([["チャイ"]]);
  });

  test("読み込まずに聞けば PropertyNotLoaded、set でも書け、古い Excel にはない", async () => {
    const book = await openWorkbook();
    await expect(book.run(async (context) => rangeOf(context, "A1").valuesAsJson)).rejects.toMatchObject({
      code: "PropertyNotLoaded",
    });
    await book.run(async (context) => {
      rangeOf(context, "A1").set({ valuesAsJson: [[number(5) as Excel.CellValue]], numberFormat: [["0.0"]] });
    });
    expect(await book.texts("A1")).toEqual([["5.0"]]);
    const old = await openWorkbook({ apiSets: { ExcelApi: "1.15" } });
    expect(await old.refusal(async (c) => void (rangeOf(c, "A1").valuesAsJson = []))).toMatchObject({
      code: "ApiNotFound",
    });
  });

  test("新しい言葉がある", async () => {
    const { office } = await openWorkbook();
    expect([
      office.Excel.CellValueType.entity,
      office.Excel.EntityCompactLayoutIcons.shoppingBag,
      office.Excel.ErrorCellValueType.div0,
      office.Excel.CellControlType.checkbox,
    ]).toEqual(["Entity", "ShoppingBag", "Div0", "Checkbox"]);
  });
});

test("表の行と列、見えている部分、名前でも", async () => {
  const book = await openWorkbook();
  const answer = await book.run(async (context) => {
    rangeOf(context, "A1:B1").values = [["品", "数"]];
    const table = sheetOf(context).tables.add("A1:B1", true);
    const row = table.rows.addAsJson(undefined, [[chai as Excel.CellValue, number(2) as Excel.CellValue]]);
    row.load("index,valuesAsJson,valuesAsJsonLocal");
    const column = table.columns.addAsJson(undefined, [[text("済")], [truth(true)]] as Excel.CellValue[][]);
    column.load("name,valuesAsJson,valuesAsJsonLocal");
    await context.sync();
    const told = [row.valuesAsJsonLocal, column.valuesAsJsonLocal];
    expect(told).toEqual([row.valuesAsJson, column.valuesAsJson]);
    table.rows.getItemAt(0).valuesAsJson = [[text("あ"), number(3), truth(false)]] as Excel.CellValue[][];
    column.valuesAsJson = [[text("状態")], [truth(true)]] as Excel.CellValue[][];
    const view = table.getDataBodyRange().getVisibleView().load("valuesAsJson,valuesAsJsonLocal");
    const name = context.workbook.names.add("率", "=0.25").load("valueAsJson,valueAsJsonLocal");
    const cells = context.workbook.names.add("表", rangeOf(context, "B1:B2"));
    cells.arrayValues.load("valuesAsJson,valuesAsJsonLocal");
    cells.load("valueAsJson");
    await context.sync();
    expect(view.valuesAsJsonLocal).toEqual(view.valuesAsJson);
    expect(cells.arrayValues.valuesAsJsonLocal).toEqual(cells.arrayValues.valuesAsJson);
    expect(name.valueAsJsonLocal).toEqual(name.valueAsJson);
    return [
      row.index,
      row.valuesAsJson[0]?.[0]?.type,
      column.name,
      view.valuesAsJson,
      name.valueAsJson,
      cells.arrayValues.valuesAsJson,
      cells.valueAsJson,
    ];
  });
  expect(answer).toEqual([
    0,
    "Entity",
    "済",
    [[text("あ"), number(3), truth(true)]],
    number(0.25),
    [[text("数")], [number(3)]],
    "Sheet1!$B$1:$B$2",
  ]);
  expect(await book.values("C1")).toEqual([["状態"]]);
});

test(".xlsx にはデータ型とチェックボックスを書かず、値は残し、そのことを告げる", async () => {
  const book = await openWorkbook();
  await put(book, "A1:B1", [[{ type: "FormattedNumber", basicValue: 0.5, numberFormat: "0%" }, chai]]);
  await book.run(async (context) => {
    const box = rangeOf(context, "C1");
    box.values = [[true]];
    box.control = { type: "Checkbox" as Excel.CellControlType.checkbox };
  });
  const { bytes, problems } = await book.host.saveXlsx();
  expect(problems.map(({ what }) => what)).toEqual([
    "データ型（エンティティ・画像・属性つきの値） 2 個",
    "チェックボックス 1 個",
  ]);
  const other = await openWorkbook();
  await other.host.openXlsx(bytes, "写し.xlsx");
  expect(await other.values("A1:C1")).toEqual([[0.5, "#VALUE!", true]]);
});

test("Range.linkedDataTypeState、savedAsArray、convertDataTypeToText、RangeAreas.convertDataTypeToText", async () => {
  const book = await openWorkbook();
  await put(book, "A1:B1", [[chai, { type: "LinkedEntity", id: {}, text: "東京" }]]);
  await book.write("D1", [["=SEQUENCE(2)"]]);
  const answer = await book.run(async (context) => {
    const both = rangeOf(context, "A1:B1").load("linkedDataTypeState");
    const arrays = ["A1", "D1:D2", "C1:D1"].map((address) => rangeOf(context, address).load("savedAsArray"));
    await context.sync();
    return [both.linkedDataTypeState, arrays.map(({ savedAsArray }) => savedAsArray)];
  });
  expect(answer).toEqual([[["None", "ValidLinkedData"]], [false, true, null]]);
  await book.run(async (context) => {
    rangeOf(context, "A1").convertDataTypeToText();
    sheetOf(context).getRanges("B1,C1").convertDataTypeToText();
  });
  expect(await json(book, "A1:B1")).toEqual([[text("チャイ"), text("東京")]]);
});
