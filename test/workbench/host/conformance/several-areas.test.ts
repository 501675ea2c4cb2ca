/** Members that take several areas at once, as range areas or as text with commas. */
import { openWorkbook } from "../../../helpers/workbook";

type Context = Excel.RequestContext;
const sheetOf = (context: Context) => context.workbook.worksheets.getItem("Sheet1");

describe("Range.copyFrom: いくつもの範囲から", () => {
  const numbers = [
    [1, 2, 3, 4],
    [5, 6, 7, 8],
    [9, 10, 11, 12],
  ];
  test.each([
    ["列を抜く", "A1:B1,D1", false, [[1, 2, 4, ""]]],
    ["行を抜く", "A1:B1,A3:B3", false, [[1, 2, "", ""], [9, 10, "", ""]]], // prettier-ignore
    ["行も列も抜く", "A1,C1:D1,A3,C3:D3", false, [[1, 3, 4, ""], [9, 11, 12, ""]]], // prettier-ignore
    ["順は問わない", "D1,A1:B1", false, [[1, 2, 4, ""]]],
    ["行と列を入れ替える", "A1:B1,D1", true, [[1], [2], [4]].map((row) => [...row, "", "", ""])],
  ])("%s", async (_, address, transpose, expected) => {
    const book = await openWorkbook();
    await book.write("A1:D3", numbers);
    for (const asObject of [false, true]) {
      await book.run(async (context) => {
        const sheet = sheetOf(context);
        sheet.getRange("A11:D19").clear();
        const from = asObject ? sheet.getRanges(address) : address;
        sheet.getRange("A11").copyFrom(from, "Values", false, transpose);
      });
      expect((await book.values("A11:D13")).slice(0, expected.length)).toEqual(expected);
    }
  });

  test.each([
    ["互い違い", "A1,B2"],
    ["重なる", "A1:B1,B1:C1"],
    ["欠ける", "A1,C1,A3"],
  ])(
    // prettier-ignore
    "%s範囲は InvalidArgument",
    async (_, address) => {
      const book = await openWorkbook();
      const refusal = await book.refusal(
        async (context) => void sheetOf(context).getRange("A11").copyFrom(address),
      );
      expect(refusal.code).toBe("InvalidArgument");
    },
  );
});

test("RangeAreas.getIntersection: いくつもの範囲と重なる所", async () => {
  const book = await openWorkbook();
  const answer = await book.run(async (context) => {
    const areas = sheetOf(context).getRanges("A1:B4,D1:E4");
    const found = [sheetOf(context).getRanges("B2:D3,E4"), "B2:D3,E4"].map((other) =>
      areas.getIntersection(other).load("address"),
    );
    const none = areas.getIntersectionOrNullObject("C1,G1").load("address");
    await context.sync();
    return [found.map(({ address }) => address), none.isNullObject];
  });
  const both = "Sheet1!B2:B3,Sheet1!D2:D3,Sheet1!E4";
  expect(answer).toEqual([[both, both], true]);
});

test("ConditionalFormat.priority: 端を越えれば端、負は後ろから", async () => {
  const book = await openWorkbook();
  const order = async (to: number) =>
    book.run(async (context) => {
      const { conditionalFormats } = sheetOf(context).getRange("A1:A3");
      conditionalFormats.clearAll();
      for (const type of ["CellValue", "IconSet", "DataBar"] as const) conditionalFormats.add(type);
      const moved = conditionalFormats.add("Custom");
      moved.priority = to;
      conditionalFormats.load("items/type");
      await context.sync();
      return conditionalFormats.items.findIndex(({ type }) => type === "Custom");
    });
  expect([await order(1), await order(9), await order(-1), await order(-2), await order(-9)]).toEqual([
    1, 3, 3, 2, 0,
  ]);
});

test.each([
  ["[bad", false],
  ['"閉じない', false],
  ["0;0;0;0;0", false],
  ['[$-ja-JP]ggge"年"m"月"d"日"', true],
  ["#,##0人", true],
  ["[>=1000]#,##0,\"K\";0", true], // prettier-ignore
])("Range.numberFormat: %s", async (format, taken) => {
  const book = await openWorkbook();
  const write = async (context: Context) => void (sheetOf(context).getRange("A1").numberFormat = [[format]]);
  if (taken) await book.run(write);
  else expect((await book.refusal(write)).code).toBe("InvalidArgument");
});

test("PageLayout.setPrintArea、setPrintTitleRows、setPrintTitleColumns: いくつもの範囲、空の文字でやめる", async () => {
  const book = await openWorkbook();
  const states: unknown[] = [];
  await book.run(async (context) => {
    const { pageLayout } = sheetOf(context);
    const look = async () => {
      const area = pageLayout.getPrintAreaOrNullObject().load("address");
      const rows = pageLayout.getPrintTitleRowsOrNullObject().load("address");
      const columns = pageLayout.getPrintTitleColumnsOrNullObject().load("address");
      await context.sync();
      states.push([area, rows, columns].map((one) => (one.isNullObject ? null : one.address)));
    };
    pageLayout.setPrintArea("A1:B2, D4");
    pageLayout.setPrintTitleRows("A1:B1");
    pageLayout.setPrintTitleColumns("$A:$A");
    await look();
    pageLayout.setPrintArea("");
    pageLayout.setPrintTitleRows("");
    pageLayout.setPrintTitleColumns("");
    await look();
  });
  expect(states).toEqual([
    ["Sheet1!A1:B2,Sheet1!D4", "Sheet1!1:1", "Sheet1!A:A"],
    [null, null, null],
  ]);
});

test("Range.getMergedAreasOrNullObject: 結合のうち、その範囲の中だけ", async () => {
  const book = await openWorkbook();
  const answer = await book.run(async (context) => {
    sheetOf(context).getRange("A1:B2").merge();
    const found = ["A1", "B1:C9", "A1:D4"].map((address) =>
      sheetOf(context).getRange(address).getMergedAreasOrNullObject().load("address"),
    );
    await context.sync();
    return found.map(({ address }) => address);
  });
  expect(answer).toEqual(["Sheet1!A1", "Sheet1!B1:B2", "Sheet1!A1:B2"]);
});

describe("Range.clear: 何が消えるか", () => {
  const rules = async (applyTo: "All" | "Formats" | "Contents") => {
    const book = await openWorkbook();
    return book.run(async (context) => {
      const whole = sheetOf(context).getRange("A1:A3");
      whole.values = [[1], [2], [3]];
      whole.numberFormat = [["0.00"]];
      whole.dataValidation.rule = { list: { inCellDropDown: true, source: "あ,い" } };
      whole.conditionalFormats.add("DataBar");
      const cell = sheetOf(context).getRange("A2");
      cell.clear(applyTo);
      cell.load("values,numberFormat");
      cell.dataValidation.load("type");
      const formats = cell.conditionalFormats.getCount();
      const rest = whole.conditionalFormats.getItemAt(0).getRanges().load("address");
      await context.sync();
      return [
        cell.values[0]?.[0],
        cell.numberFormat[0]?.[0],
        cell.dataValidation.type,
        formats.value,
        rest.address,
      ];
    });
  };
  const [others, all] = ["Sheet1!A1,Sheet1!A3", "Sheet1!A1:A3"];
  test.each([
    ["All", ["", "General", "None", 0, others]],
    ["Formats", [2, "General", "List", 0, others]],
    ["Contents", ["", "0.00", "List", 1, all]],
  ] as const)("%s", async (applyTo, expected) => {
    expect(await rules(applyTo)).toEqual(expected);
  });
});

test("Worksheet.getRange: A1# は、こぼれた先まで", async () => {
  const book = await openWorkbook();
  const answer = await book.run(async (context) => {
    sheetOf(context).getRange("A1").formulas = [["=SEQUENCE(2,3)"]];
    const spilled = sheetOf(context).getRange("A1#").load("address,values");
    await context.sync();
    return [spilled.address, spilled.values];
  });
  expect(answer).toEqual(["Sheet1!A1:C2", [[1, 2, 3], [4, 5, 6]]]); // prettier-ignore
  const refusal = await book.refusal(async (context) => sheetOf(context).getRange("B1#").load("address"));
  expect(refusal.code).toBe("InvalidArgument");
});

test.each<[string, (range: Excel.Range) => unknown, Partial<Excel.WorksheetProtectionOptions>]>([
  ["Range.columnHidden", (range) => (range.columnHidden = true), { allowFormatColumns: true }],
  ["Range.rowHidden", (range) => (range.rowHidden = true), { allowFormatRows: true }],
  [
    "Range.setColumnProperties",
    (range) => range.setColumnProperties([{ columnHidden: true }]),
    { allowFormatColumns: true },
  ],
])("保護したシートの %s は、許されているときだけ", async (_, hide, allowed) => {
  const book = await openWorkbook();
  const protect = (options: Partial<Excel.WorksheetProtectionOptions>) =>
    book.run(async (context) => {
      sheetOf(context).protection.unprotect();
      sheetOf(context).protection.protect(options);
    });
  await protect({});
  const ask = async (context: Context) => void hide(sheetOf(context).getRange("B2"));
  expect((await book.refusal(ask)).code).toBe("AccessDenied");
  await protect(allowed);
  await book.run(ask);
});

test("保護したシートの Range.group は AccessDenied", async () => {
  const book = await openWorkbook();
  await book.run(async (context) => sheetOf(context).protection.protect());
  const { code } = await book.refusal(async (context) => sheetOf(context).getRange("2:3").group("ByRows"));
  expect(code).toBe("AccessDenied");
});

test("Worksheet.standardWidth: 幅を決めていない列の幅になる", async () => {
  const book = await openWorkbook();
  const answer = await book.run(async (context) => {
    sheetOf(context).getRange("A:A").format.columnWidth = 30;
    sheetOf(context).standardWidth = 20;
    const [sized, free] = ["A1", "C1"].map((address) => sheetOf(context).getRange(address));
    sized?.format.load("columnWidth");
    free?.format.load("columnWidth,useStandardWidth");
    free?.load("left,width");
    await context.sync();
    return [
      sized?.format.columnWidth,
      free?.format.columnWidth,
      free?.format.useStandardWidth,
      free?.left,
      free?.width,
    ];
  });
  expect(answer).toEqual([30, 123.75, true, 153.75, 123.75]);
  const refusal = await book.refusal(async (context) => void (sheetOf(context).standardWidth = 300));
  expect(refusal.code).toBe("InvalidArgument");
});
