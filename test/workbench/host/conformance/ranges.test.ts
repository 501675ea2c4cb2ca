/** Range: each member as Microsoft's reference describes it, through the real office.js. */
import { openWorkbook, type OpenWorkbook } from "../../../helpers/workbook";

type Context = Excel.RequestContext;
const sheetOf = (context: Context) => context.workbook.worksheets.getItem("Sheet1");

/** Members that lead from one range to another: from, how, and the address Excel gives. */
const LEADS: readonly (readonly [
  member: string,
  from: string,
  go: (range: Excel.Range, sheet: Excel.Worksheet) => Excel.Range,
  to: string,
])[] = [
  ["Range.getCell", "B2:D4", (r) => r.getCell(0, 2), "Sheet1!D2"],
  ["Range.getCell", "B2:D4", (r) => r.getCell(5, 5), "Sheet1!G7"],
  ["Range.getRow", "B2:D4", (r) => r.getRow(1), "Sheet1!B3:D3"],
  ["Range.getColumn", "B2:D4", (r) => r.getColumn(2), "Sheet1!D2:D4"],
  ["Range.getLastCell", "B2:D4", (r) => r.getLastCell(), "Sheet1!D4"],
  ["Range.getLastRow", "B2:D4", (r) => r.getLastRow(), "Sheet1!B4:D4"],
  ["Range.getLastColumn", "B2:D4", (r) => r.getLastColumn(), "Sheet1!D2:D4"],
  ["Range.getEntireRow", "B2:D4", (r) => r.getEntireRow(), "Sheet1!2:4"],
  ["Range.getEntireColumn", "B2:D4", (r) => r.getEntireColumn(), "Sheet1!B:D"],
  ["Range.getOffsetRange", "B2:D4", (r) => r.getOffsetRange(1, -1), "Sheet1!A3:C5"],
  ["Range.getResizedRange", "B2:D4", (r) => r.getResizedRange(1, -1), "Sheet1!B2:C5"],
  ["Range.getAbsoluteResizedRange", "B2:D4", (r) => r.getAbsoluteResizedRange(1, 2), "Sheet1!B2:C2"],
  ["Range.getRowsAbove", "B4:D5", (r) => r.getRowsAbove(2), "Sheet1!B2:D3"],
  ["Range.getRowsBelow", "B4:D5", (r) => r.getRowsBelow(), "Sheet1!B6:D6"],
  ["Range.getColumnsBefore", "C2:D4", (r) => r.getColumnsBefore(2), "Sheet1!A2:B4"],
  ["Range.getColumnsAfter", "C2:D4", (r) => r.getColumnsAfter(1), "Sheet1!E2:E4"],
  ["Range.getBoundingRect", "B2:C3", (r) => r.getBoundingRect("D5:E6"), "Sheet1!B2:E6"],
  ["Range.getIntersection", "B2:D4", (r) => r.getIntersection("C1:C9"), "Sheet1!C2:C4"],
  ["Range.getIntersection", "B2:D4", (r, sheet) => r.getIntersection(sheet.getRange("D4:F6")), "Sheet1!D4"],
  ["Worksheet.getCell", "A1", (_, sheet) => sheet.getCell(2, 3), "Sheet1!D3"],
  ["Worksheet.getRange", "A1", (_, sheet) => sheet.getRange(), "Sheet1!1:1048576"],
  ["Worksheet.getRangeByIndexes", "A1", (_, sheet) => sheet.getRangeByIndexes(1, 2, 3, 4), "Sheet1!C2:F4"],
];

test.each(LEADS)("%s: %s から", async (_, from, go, to) => {
  const book = await openWorkbook();
  const address = await book.run(async (context) => {
    const sheet = sheetOf(context);
    const range = go(sheet.getRange(from), sheet).load("address");
    await context.sync();
    return range.address;
  });
  expect(address).toBe(to);
});

/** What a range of a filled sheet answers: A1:C3 holds 1, 文字, TRUE / 50%, =A1*2, #N/A / blank. */
const filled = async (): Promise<OpenWorkbook> => {
  const book = await openWorkbook();
  await book.write("A1:C3", [
    [1, "文字", true],
    ["50%", "=A1*2", "#N/A"],
    ["", "", ""],
  ]);
  return book;
};

const ANSWERS: readonly (readonly [member: string, address: string, answer: unknown])[] = [
  [
    "Range.values",
    "A1:C3",
    [
      [1, "文字", true],
      [0.5, 2, "#N/A"],
      ["", "", ""],
    ],
  ],
  [
    "Range.text",
    "A1:C3",
    [
      ["1", "文字", "TRUE"],
      ["50%", "2", "#N/A"],
      ["", "", ""],
    ],
  ],
  [
    "Range.formulas",
    "A1:C2",
    [
      [1, "文字", true],
      [0.5, "=A1*2", "#N/A"],
    ],
  ],
  ["Range.formulasR1C1", "B2", [["=R[-1]C[-1]*2"]]],
  [
    "Range.valueTypes",
    "A1:C3",
    [
      ["Double", "String", "Boolean"],
      ["Double", "Double", "Error"],
      ["Empty", "Empty", "Empty"],
    ],
  ],
  ["Range.numberFormat", "A1:A2", [["General"], ["0%"]]],
  ["Range.numberFormatCategories", "A1:A2", [["General"], ["Percentage"]]],
  ["Range.address", "A1:C3", "Sheet1!A1:C3"],
  ["Range.addressLocal", "A1:C3", "Sheet1!A1:C3"],
  ["Range.rowIndex", "B3", 2],
  ["Range.columnIndex", "B3", 1],
  ["Range.rowCount", "A1:C3", 3],
  ["Range.columnCount", "A1:C2", 3],
  ["Range.cellCount", "A1:C3", 9],
  ["Range.cellCount", "A:C", 3_145_728],
  ["Range.values", "A:A", null],
  ["Range.isEntireColumn", "A:B", true],
  ["Range.isEntireColumn", "A1:B2", false],
  ["Range.isEntireRow", "1:2", true],
  ["Range.hidden", "A1", false],
  ["Range.hasSpill", "A1", false],
  ["Range.top", "A3", 37.5],
  ["Range.left", "C1", 108],
  ["Range.width", "A1:B1", 108],
  ["Range.height", "A1:A2", 37.5],
];

test.each(ANSWERS)("%s: %s", async (member, address, answer) => {
  const book = await filled();
  const name = member.split(".")[1] as "values";
  const value = await book.run(async (context) => {
    const range = sheetOf(context).getRange(address);
    range.load(name);
    await context.sync();
    return range[name];
  });
  expect(value).toEqual(answer);
});

describe("値の書き込みは、打ち込んだように読まれる", () => {
  test.each<readonly [typed: unknown, value: unknown, text: string, format?: string]>([
    ["001", 1, "1"],
    ["1,234", 1234, "1,234", "#,##0"],
    ["50%", 0.5, "50%", "0%"],
    ["12.5%", 0.125, "12.50%", "0.00%"],
    ["2021/4/1", 44287, "2021/4/1", "yyyy/m/d"],
    ["令和3年4月1日", 44287, "令和3年4月1日", '[$-ja-JP]ggge"年"m"月"d"日"'],
    ["R3.4.1", 44287, "R3.4.1", "[$-ja-JP]ge.m.d"],
    ["2021年4月1日", 44287, "2021年4月1日", 'yyyy"年"m"月"d"日"'],
    ["10:30", 0.4375, "10:30", "h:mm"],
    ["(5)", -5, "-5"],
    ["1e3", 1000, "1.00E+03", "0.00E+00"],
    ["true", true, "TRUE"],
    ["#n/a", "#N/A", "#N/A"],
    ["'001", "001", "001"],
    ["１２３", 123, "123"],
    ["令和3年度", "令和3年度", "令和3年度"],
    ["▲30", "▲30", "▲30"],
    ["１以上", "１以上", "１以上"],
    ["50％", 0.5, "50%", "0%"],
    ["+1+1", 2, "2"],
    ["=1/0", "#DIV/0!", "#DIV/0!"],
    ["", "", ""],
    [44287, 44287, "44287"],
  ])("%p", async (typed, value, text, format = "General") => {
    const book = await openWorkbook();
    await book.write("A1", [[typed]]);
    const [values, texts] = [await book.values("A1"), await book.texts("A1")];
    expect([values, texts]).toEqual([[[value]], [[text]]]);
    const formats = await book.run(async (context) => {
      const range = sheetOf(context).getRange("A1").load("numberFormat");
      await context.sync();
      return range.numberFormat;
    });
    expect(formats).toEqual([[format]]);
  });

  test("文字列の書式のセルは、書いたまま", async () => {
    const book = await openWorkbook();
    await book.run(async (context) => {
      const range = sheetOf(context).getRange("A1:A4");
      range.numberFormat = [["@"]];
      range.values = [["001"], ["1-2"], ["=1+1"], ["50%"]];
    });
    expect(await book.values("A1:A4")).toEqual([["001"], ["1-2"], ["=1+1"], ["50%"]]);
  });

  test("null はそのまま、空文字は消す、1 つの値は全体に", async () => {
    const book = await openWorkbook();
    await book.write("A1:C1", [[1, 2, 3]]);
    await book.write("A1:C1", [[null, "", 9]]);
    expect(await book.values("A1:C1")).toEqual([[1, "", 9]]);
    await book.run(async (context) => {
      sheetOf(context).getRange("A1:B2").values = [["同じ"]];
    });
    expect(await book.values("A1:B2")).toEqual([
      ["同じ", "同じ"],
      ["同じ", "同じ"],
    ]);
  });

  test("1,500 を超えるセルは office.js が分けて送るが、結果は同じ", async () => {
    const book = await openWorkbook();
    const values = Array.from({ length: 400 }, (_, row) =>
      Array.from({ length: 10 }, (__, column) => row * 10 + column),
    );
    await book.write("A1:J400", values);
    expect(await book.values("A1:J400")).toEqual(values);
  });
});

describe("断られる書き込み", () => {
  const REFUSED: readonly (readonly [why: string, code: string, batch: (context: Context) => void])[] = [
    ["行数が違う", "InvalidArgument", (c) => void (sheetOf(c).getRange("A1:A3").values = [[1], [2]])],
    ["列数が違う", "InvalidArgument", (c) => void (sheetOf(c).getRange("A1:B1").values = [[1, 2, 3]])],
    ["閉じない括弧", "InvalidArgument", (c) => void (sheetOf(c).getRange("A1").formulas = [["=SUM(A2"]])],
    ["列全体に値", "InvalidArgument", (c) => void (sheetOf(c).getRange("A:A").values = "値" as never)],
    ["ない番地", "InvalidArgument", (c) => void sheetOf(c).getRange("ZZZZ1")],
    ["シートの外", "InvalidArgument", (c) => void sheetOf(c).getRange("A1").getOffsetRange(-1, 0)],
    ["ないシート", "ItemNotFound", (c) => void c.workbook.worksheets.getItem("ない").getRange("A1")],
    ["ない色", "InvalidArgument", (c) => void (sheetOf(c).getRange("A1").format.fill.color = "ももいろ")],
    [
      "ない配置",
      "InvalidArgument",
      (c) => void (sheetOf(c).getRange("A1").format.horizontalAlignment = "まんなか" as never),
    ],
    ["重ならない共通部分", "ItemNotFound", (c) => void sheetOf(c).getRange("A1").getIntersection("B2")],
  ];
  test.each(REFUSED)("%s: %s", async (_, code, batch) => {
    const book = await openWorkbook();
    const refusal = await book.refusal(async (context) => {
      batch(context);
      await context.sync();
    });
    expect(refusal.code).toBe(code);
  });
});

test("Range.getUsedRange は値か書式のある所、valuesOnly は値のある所", async () => {
  const book = await openWorkbook();
  await book.write("B2:C3", [
    [1, ""],
    ["", 2],
  ]);
  const [all, values, none] = await book.run(async (context) => {
    const sheet = sheetOf(context);
    sheet.getRange("F9").format.fill.color = "red";
    const used = sheet.getUsedRange().load("address");
    const only = sheet.getRange("A1:Z99").getUsedRange(true).load("address");
    const empty = sheet.getRange("X1:Z9").getUsedRangeOrNullObject();
    await context.sync();
    return [used.address, only.address, empty.isNullObject];
  });
  expect([all, values, none]).toEqual(["Sheet1!B2:F9", "Sheet1!B2:C3", true]);
});

test("Range.getSurroundingRegion、getRangeEdge、getExtendedRange", async () => {
  const book = await openWorkbook();
  await book.write("B2:C4", [
    [1, 2],
    [3, 4],
    [5, 6],
  ]);
  const addresses = await book.run(async (context) => {
    const sheet = sheetOf(context);
    const ranges = [
      sheet.getRange("C3").getSurroundingRegion(),
      sheet.getRange("B2").getRangeEdge("Down"),
      sheet.getRange("A1").getRangeEdge("Down"),
      sheet.getRange("B2").getExtendedRange("Right"),
    ];
    ranges.forEach((range) => range.load("address"));
    await context.sync();
    return ranges.map((range) => range.address);
  });
  expect(addresses).toEqual(["Sheet1!B2:C4", "Sheet1!B4", "Sheet1!A1048576", "Sheet1!B2:C2"]);
});

test("Range.insert は押しのけ、返すのは空いた所。数式はついて行く", async () => {
  const book = await openWorkbook();
  await book.write("A1:B2", [
    [1, "=A1+A2"],
    [2, ""],
  ]);
  const address = await book.run(async (context) => {
    const blank = sheetOf(context).getRange("A2:A3").insert("Down").load("address");
    await context.sync();
    return blank.address;
  });
  expect(address).toBe("Sheet1!A2:A3");
  expect(await book.values("A1:A4")).toEqual([[1], [""], [""], [2]]);
  expect(await book.formulas("B1")).toEqual([["=A1+A4"]]);
});

test("Range.delete は詰め、なくなった参照は #REF!", async () => {
  const book = await openWorkbook();
  await book.write("A1:B3", [
    [1, "=A3"],
    [2, "=A2"],
    [3, ""],
  ]);
  await book.run(async (context) => sheetOf(context).getRange("A2").delete("Up"));
  expect(await book.values("A1:A3")).toEqual([[1], [3], [""]]);
  expect(await book.formulas("B1:B2")).toEqual([["=A2"], ["=#REF!"]]);
});

test("持ち続けた範囲は、行が入るとついて動く", async () => {
  const book = await openWorkbook();
  const address = await book.run(async (context) => {
    const sheet = sheetOf(context);
    const range = sheet.getRange("A5");
    range.load("address");
    await context.sync();
    sheet.getRange("1:2").insert("Down");
    range.load("address");
    await context.sync();
    return range.address;
  });
  expect(address).toBe("Sheet1!A7");
});

test("Range.clear: 中身だけ、書式だけ、全部", async () => {
  const book = await openWorkbook();
  const look = (context: Context) =>
    sheetOf(context).getRange("A1").load("values,numberFormat,format/fill/color");
  const state = () =>
    book.run(async (context) => {
      const range = look(context);
      await context.sync();
      return [range.values[0]?.[0], range.numberFormat[0]?.[0], range.format.fill.color];
    });
  const fill = () =>
    book.run(async (context) => {
      const range = sheetOf(context).getRange("A1");
      range.values = [["50%"]];
      range.format.fill.color = "red";
    });
  await fill();
  await book.run(async (context) => sheetOf(context).getRange("A1").clear("Contents"));
  expect(await state()).toEqual(["", "0%", "#FF0000"]);
  await fill();
  await book.run(async (context) => sheetOf(context).getRange("A1").clear("Formats"));
  expect(await state()).toEqual([0.5, "General", "#FFFFFF"]);
  await book.run(async (context) => sheetOf(context).getRange("A1").clear());
  expect(await state()).toEqual(["", "General", "#FFFFFF"]);
});

test("Range.select と Workbook.getSelectedRange、getActiveCell、getSelectedRanges", async () => {
  const book = await openWorkbook();
  const addresses = await book.run(async (context) => {
    sheetOf(context).getRange("B2:C3").select();
    const selected = context.workbook.getSelectedRange().load("address");
    const active = context.workbook.getActiveCell().load("address");
    const areas = context.workbook.getSelectedRanges().load("address");
    await context.sync();
    return [selected.address, active.address, areas.address];
  });
  expect(addresses).toEqual(["Sheet1!B2:C3", "Sheet1!B2", "Sheet1!B2:C3"]);
});

test("Range.getSpillParent、getSpillingToRange、hasSpill", async () => {
  const book = await openWorkbook();
  await book.write("B2", [["=SEQUENCE(2,2)"]]);
  const [parent, whole, spills, none] = await book.run(async (context) => {
    const sheet = sheetOf(context);
    const a = sheet.getRange("C3").getSpillParent().load("address");
    const b = sheet.getRange("B2").getSpillingToRange().load("address");
    const c = sheet.getRange("B2:C3").load("hasSpill");
    const d = sheet.getRange("A1").getSpillParentOrNullObject();
    await context.sync();
    return [a.address, b.address, c.hasSpill, d.isNullObject];
  });
  expect([parent, whole, spills, none]).toEqual(["Sheet1!B2", "Sheet1!B2:C3", true, true]);
});

test("Range.merge、unmerge、getMergedAreas: 左上だけが残る", async () => {
  const book = await openWorkbook();
  await book.write("A1:B2", [
    [1, 2],
    [3, 4],
  ]);
  const merged = await book.run(async (context) => {
    const sheet = sheetOf(context);
    sheet.getRange("A1:B2").merge();
    const areas = sheet.getRange("A1:D4").getMergedAreasOrNullObject().load("address");
    await context.sync();
    return areas.address;
  });
  expect(merged).toBe("Sheet1!A1:B2");
  expect(await book.values("A1:B2")).toEqual([
    [1, ""],
    ["", ""],
  ]);
  const gone = await book.run(async (context) => {
    const sheet = sheetOf(context);
    sheet.getRange("A1").unmerge();
    const areas = sheet.getRange("A1:D4").getMergedAreasOrNullObject();
    await context.sync();
    return areas.isNullObject;
  });
  expect(gone).toBe(true);
});

test("Range.group、hideGroupDetails、showGroupDetails、ungroup、Worksheet.showOutlineLevels", async () => {
  const book = await openWorkbook();
  const hidden = (address: string) =>
    book.run(async (context) => {
      const range = sheetOf(context).getRange(address).load("rowHidden");
      await context.sync();
      return range.rowHidden;
    });
  await book.run(async (context) => sheetOf(context).getRange("2:4").group("ByRows"));
  await book.run(async (context) => sheetOf(context).getRange("2:4").hideGroupDetails("ByRows"));
  expect(await hidden("2:4")).toBe(true);
  await book.run(async (context) => sheetOf(context).getRange("2:4").showGroupDetails("ByRows"));
  expect(await hidden("2:4")).toBe(false);
  await book.run(async (context) => sheetOf(context).showOutlineLevels(1, 0));
  expect(await hidden("2:4")).toBe(true);
  await book.run(async (context) => {
    sheetOf(context).showOutlineLevels(2, 0);
    sheetOf(context).getRange("2:4").ungroup("ByRows");
  });
  expect(await hidden("2:4")).toBe(false);
  const { code } = await book.refusal(async (context) => sheetOf(context).getRange("2:4").ungroup("ByRows"));
  expect(code).toBe("InvalidOperation");
});

test("RangeSort.apply: 数、文字、真偽、誤り、空白の順。数式は行についていく", async () => {
  const book = await openWorkbook();
  await book.write("A1:B6", [
    ["鍵", "倍"],
    ["い", ""],
    [3, "=A3*2"],
    ["", ""],
    [1, "=A5*2"],
    ["あ", ""],
  ]);
  await book.run(async (context) =>
    sheetOf(context)
      .getRange("A1:B6")
      .sort.apply([{ key: 0, ascending: true }], false, true),
  );
  expect(await book.values("A1:B6")).toEqual([
    ["鍵", "倍"],
    [1, 2],
    [3, 6],
    ["あ", ""],
    ["い", ""],
    ["", ""],
  ]);
  expect(await book.formulas("B2:B3")).toEqual([["=A2*2"], ["=A3*2"]]);
});

test("RangeFormat.autofitColumns、autofitRows、adjustIndent", async () => {
  const book = await openWorkbook();
  await book.write("A1:B1", [["とても長い見出しの文字列がここにある", "短"]]);
  const [wide, narrow, indent] = await book.run(async (context) => {
    const sheet = sheetOf(context);
    sheet.getRange("A:B").format.autofitColumns();
    sheet.getRange("1:1").format.autofitRows();
    sheet.getRange("A1").format.adjustIndent(2);
    const a = sheet.getRange("A1").load("format/columnWidth,format/indentLevel");
    const b = sheet.getRange("B1").load("format/columnWidth");
    await context.sync();
    return [a.format.columnWidth, b.format.columnWidth, a.format.indentLevel];
  });
  expect(wide).toBeGreaterThan(150);
  expect(narrow).toBeLessThan(54);
  expect(indent).toBe(2);
});

test("RangeFill.clear と、まちまちな書式は null", async () => {
  const book = await openWorkbook();
  const [bold, color, cleared] = await book.run(async (context) => {
    const sheet = sheetOf(context);
    sheet.getRange("A1").format.font.bold = true;
    sheet.getRange("A1").format.fill.color = "red";
    const both = sheet.getRange("A1:A2").load("format/font/bold,format/fill/color");
    await context.sync();
    const first = [both.format.font.bold, both.format.fill.color];
    sheet.getRange("A1:A2").format.fill.clear();
    both.load("format/fill/color");
    await context.sync();
    return [...first, both.format.fill.color];
  });
  expect([bold, color, cleared]).toEqual([null, "", "#FFFFFF"]);
});

test("RangeBorderCollection: getItem、getItemAt、count、items、内側の線", async () => {
  const book = await openWorkbook();
  const answer = await book.run(async (context) => {
    const { borders } = sheetOf(context).getRange("A1:B2").format;
    borders.getItem("InsideHorizontal").style = "Continuous";
    borders.load("count,items/sideIndex,items/style");
    const below = sheetOf(context).getRange("A1").format.borders.getItem("EdgeBottom").load("style");
    const first = borders.getItemAt(0).load("sideIndex");
    await context.sync();
    return [borders.count, borders.items.length, below.style, first.sideIndex];
  });
  expect(answer).toEqual([8, 8, "Continuous", "EdgeTop"]);
});

test("Range.getTables", async () => {
  const book = await openWorkbook();
  await book.write("A1:A2", [["見出し"], [1]]);
  const [names, none] = await book.run(async (context) => {
    const sheet = sheetOf(context);
    sheet.tables.add("A1:A2", true).name = "表";
    const tables = sheet.getRange("A1:C9").getTables().load("items/name");
    const first = sheet.getRange("A1").getTables().getFirst().load("name");
    const other = sheet.getRange("D1").getTables().getCount();
    const item = sheet.getRange("A2").getTables().getItemOrNullObject("表");
    await context.sync();
    return [[tables.items.map((table) => table.name), first.name, item.isNullObject], other.value];
  });
  expect([names, none]).toEqual([[["表"], "表", false], 0]);
});

test("Range.setDirty、calculate は断らない", async () => {
  const book = await openWorkbook();
  await book.write("A1", [["=1+1"]]);
  await book.run(async (context) => {
    sheetOf(context).getRange("A1").setDirty();
    sheetOf(context).getRange("A1").calculate();
    context.workbook.application.calculate("Recalculate");
  });
  expect(await book.values("A1")).toEqual([[2]]);
});
