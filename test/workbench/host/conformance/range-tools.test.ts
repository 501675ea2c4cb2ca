/** What strangers' programs do with ranges besides reading and writing: links, special cells, tracing, filling, moving, properties of many cells, styles. */
import { openWorkbook, type OpenWorkbook } from "../../../helpers/workbook";

type Context = Excel.RequestContext;
const sheetOf = (context: Context) => context.workbook.worksheets.getItem("Sheet1");
const rangeOf = (context: Context, address: string) => sheetOf(context).getRange(address);

const loaded = async <Item extends { load(names: string): unknown }>(
  context: Context,
  object: Item,
  names: string,
): Promise<Item> => {
  object.load(names);
  await context.sync();
  return object;
};

describe("Range.hyperlink", () => {
  const link = (book: OpenWorkbook, address: string) =>
    book.run(async (context) => (await loaded(context, rangeOf(context, address), "hyperlink")).hyperlink);

  test("文字と色が付き、読み返せる。リンクのないセルは null", async () => {
    const book = await openWorkbook();
    const look = await book.run(async (context) => {
      rangeOf(context, "A1").hyperlink = {
        address: "https://example.org/",
        screenTip: "出典",
        textToDisplay: "公表資料",
      };
      rangeOf(context, "A2").hyperlink = { documentReference: "Sheet1!A1" };
      const { font } = rangeOf(context, "A1").format;
      await loaded(context, font, "color,underline");
      return [font.color, font.underline];
    });
    expect(look).toEqual(["#0563C1", "Single"]);
    expect(await book.values("A1:A2")).toEqual([["公表資料"], ["Sheet1!A1"]]);
    expect(await link(book, "A1")).toEqual({
      address: "https://example.org/",
      screenTip: "出典",
      textToDisplay: "公表資料",
    });
    expect(await link(book, "A3")).toBeNull();
    expect(await book.refusal(async (c) => void (rangeOf(c, "A1").hyperlink = {}))).toMatchObject({
      code: "InvalidArgument",
    });
  });

  test("行を入れれば付いて行き、Hyperlinks は文字を残して消し、元に戻せ、保存もされる", async () => {
    const book = await openWorkbook();
    await book.run(
      async (context) => void (rangeOf(context, "A1").hyperlink = { address: "https://example.org/" }),
    );
    await book.run(async (context) => void rangeOf(context, "1:1").insert("Down"));
    expect(await link(book, "A2")).toMatchObject({ address: "https://example.org/" });
    const file = JSON.parse(JSON.stringify(book.host.save())) as unknown;
    await book.run(async (context) => void rangeOf(context, "A2").clear("RemoveHyperlinks"));
    expect(await link(book, "A2")).toBeNull();
    expect(await book.values("A2")).toEqual([["https://example.org/"]]);
    await book.host.undo();
    expect(await link(book, "A2")).toMatchObject({ address: "https://example.org/" });
    const other = await openWorkbook();
    await other.host.open(file);
    expect(await link(other, "A2")).toMatchObject({ address: "https://example.org/" });
  });
});

describe("Range.getSpecialCells", () => {
  const filled = async () => {
    const book = await openWorkbook();
    await book.write("A1:C3", [
      [1, "文字", "=A1*2"],
      ["", true, "=1/0"],
      [2, "文字", ""],
    ]);
    return book;
  };
  test.each([
    ["Constants", undefined, "Sheet1!A1:B1,Sheet1!B2,Sheet1!A3:B3"],
    ["Constants", "Numbers", "Sheet1!A1,Sheet1!A3"],
    ["Constants", "Logical", "Sheet1!B2"],
    ["Constants", "Text", "Sheet1!B1,Sheet1!B3"],
    ["Formulas", undefined, "Sheet1!C1:C2"],
    ["Formulas", "Errors", "Sheet1!C2"],
    ["Blanks", undefined, "Sheet1!A2,Sheet1!C3"],
  ] as const)("%s %s", async (kind, values, expected) => {
    const book = await filled();
    const address = await book.run(
      async (context) =>
        (await loaded(context, rangeOf(context, "A1:C3").getSpecialCells(kind, values), "address")).address,
    );
    expect(address).toBe(expected);
  });

  test("見えるセル、規則のあるセル。なければ ItemNotFound と空のオブジェクト", async () => {
    const book = await filled();
    const found = await book.run(async (context) => {
      rangeOf(context, "2:2").rowHidden = true;
      rangeOf(context, "B1:B3").conditionalFormats.add("DataBar");
      rangeOf(context, "C1").dataValidation.rule = { wholeNumber: { formula1: 1, operator: "GreaterThan" } };
      const all = rangeOf(context, "A1:C3");
      const [visible, formats, rules] = [
        all.getSpecialCells("Visible"),
        all.getSpecialCells("ConditionalFormats"),
        all.getSpecialCellsOrNullObject("DataValidations"),
      ];
      const same = rangeOf(context, "B1").getSpecialCells("SameConditionalFormat");
      const none = rangeOf(context, "E1:F2").getSpecialCellsOrNullObject("Formulas");
      const areas = sheetOf(context).getRanges("A1:A3,C1:C3").getSpecialCells("Formulas");
      for (const each of [visible, formats, rules, same, none, areas]) each.load("address");
      await context.sync();
      return [
        visible.address,
        formats.address,
        rules.address,
        same.address,
        none.isNullObject,
        areas.address,
      ];
    });
    expect(found).toEqual([
      "Sheet1!A1:C1,Sheet1!A3:C3",
      "Sheet1!B1:B3",
      "Sheet1!C1",
      "Sheet1!B1:B3",
      true,
      "Sheet1!C1:C2",
    ]);
    expect(await book.refusal(async (c) => rangeOf(c, "E1:F2").getSpecialCells("Formulas"))).toMatchObject({
      code: "ItemNotFound",
    });
  });
});

describe("参照元と参照先", () => {
  const chain = async () => {
    const book = await openWorkbook();
    await book.run(async (context) => {
      context.workbook.worksheets.add("別");
      context.workbook.worksheets.getItem("別").getRange("A1").values = [["=Sheet1!B1+1"]];
      rangeOf(context, "A1:A2").values = [[1], [2]];
      rangeOf(context, "B1").formulas = [["=SUM(A1:A2)"]];
      rangeOf(context, "C1:C2").formulas = [["=B1"], ["=B1*2"]];
    });
    return book;
  };
  const traced = (
    book: OpenWorkbook,
    ask: (range: Excel.Range) => Excel.WorkbookRangeAreas,
    address: string,
  ) =>
    book.run(
      async (context) => (await loaded(context, ask(rangeOf(context, address)), "addresses")).addresses,
    );

  test.each<[string, (range: Excel.Range) => Excel.WorkbookRangeAreas, string, string[]]>([
    ["直接の参照元", (range) => range.getDirectPrecedents(), "C1", ["Sheet1!B1"]],
    ["すべての参照元", (range) => range.getPrecedents(), "C1", ["Sheet1!B1,Sheet1!A1:A2"]],
    ["直接の参照先", (range) => range.getDirectDependents(), "A2", ["Sheet1!B1"]],
    ["すべての参照先", (range) => range.getDependents(), "A2", ["Sheet1!B1,Sheet1!C1:C2", "別!A1"]],
  ])("%s", async (_, ask, address, expected) => {
    const found = await traced(await chain(), ask, address);
    expect(found.map((each) => each.split(",").sort().join()).sort()).toEqual(
      expected.map((each) => each.split(",").sort().join()).sort(),
    );
  });

  test("シートごとに取り出せ、なければ断るか空", async () => {
    const book = await chain();
    const found = await book.run(async (context) => {
      const all = rangeOf(context, "B1").getDirectDependents();
      all.areas.load("items/address");
      all.ranges.load("items/address");
      const there = all.getRangeAreasBySheet("別").load("address");
      const none = all.getRangeAreasOrNullObjectBySheet("なし");
      await context.sync();
      return [
        all.areas.items.map(({ address }) => address),
        all.ranges.items.length,
        there.address,
        none.isNullObject,
      ];
    });
    expect(found).toEqual([["Sheet1!C1:C2", "別!A1"].sort(), 2, "別!A1", true]);
    expect(await book.refusal(async (c) => rangeOf(c, "Z1").getPrecedents())).toMatchObject({
      code: "ItemNotFound",
    });
  });
});

describe("Range.autoFill", () => {
  test.each<[string, unknown[], Excel.AutoFillType | string, unknown[]]>([
    ["数ひとつは写す", [5], "FillDefault", [5, 5]],
    ["連続データなら一つずつ増える", [5], "FillSeries", [6, 7]],
    ["差のある数は続く", [10, 20], "FillDefault", [30, 40]],
    ["写すだけ", [10, 20], "FillCopy", [10, 20]],
    ["曜日", ["土"], "FillDefault", ["日", "月"]],
    ["英語の月", ["Nov"], "FillDefault", ["Dec", "Jan"]],
    ["番号の付いた文字ふたつ", ["第1回", "第3回"], "FillDefault", ["第5回", "第7回"]],
    ["日付は一日ずつ", ["2024/2/28"], "FillDefault", ["2024/2/29", "2024/3/1"]],
    ["平日だけ", ["2024/3/29"], "FillWeekdays", ["2024/4/1", "2024/4/2"]],
    ["月末は月末まで", ["2024/1/31"], "FillMonths", ["2024/2/29", "2024/3/31"]],
    ["年", ["2024/4/1"], "FillYears", ["2025/4/1", "2026/4/1"]],
    ["直線の傾向", [1, 2, 4], "LinearTrend", [5.33333333333333, 6.83333333333333]],
    ["倍々", [2, 4], "GrowthTrend", [8, 16]],
  ])("%s", async (_, given, kind, expected) => {
    const book = await openWorkbook();
    const last = given.length;
    await book.write(
      `A1:A${last}`,
      given.map((value) => [value]),
    );
    await book.run(async (context) => {
      rangeOf(context, `A1:A${last}`).autoFill(`A1:A${last + 2}`, kind as Excel.AutoFillType);
    });
    const texts = typeof expected[0] === "string";
    const read = texts
      ? await book.texts(`A${last + 1}:A${last + 2}`)
      : await book.values(`A${last + 1}:A${last + 2}`);
    expect(read.flat()).toEqual(expected);
  });

  test("式は相対参照が動き、書式だけ・値だけも写せ、行き先が元を含まなければ断る", async () => {
    const book = await openWorkbook();
    await book.write("A1:A3", [[1], [2], [3]]);
    await book.run(async (context) => {
      rangeOf(context, "B1").formulas = [["=A1*2"]];
      rangeOf(context, "B1").format.fill.color = "#FFFF00";
      rangeOf(context, "B1").autoFill("B1:B3");
      rangeOf(context, "B1").autoFill("B1:D1", "FillFormats");
    });
    expect(await book.values("B1:D3")).toEqual([
      [2, "", ""],
      [4, "", ""],
      [6, "", ""],
    ]);
    const colors = await book.run(async (context) => {
      const [below, beside] = [rangeOf(context, "B3").format.fill, rangeOf(context, "D1").format.fill];
      await loaded(context, below, "color");
      await loaded(context, beside, "color");
      return [below.color, beside.color];
    });
    expect(colors).toEqual(["#FFFF00", "#FFFF00"]);
    const refused = async (address: string, kind?: Excel.AutoFillType | "FlashFill") =>
      (await book.refusal(async (c) => rangeOf(c, "B1").autoFill(address, kind as Excel.AutoFillType))).code;
    expect(await refused("C1:C3")).toBe("InvalidArgument");
    expect(await refused("B1:C3")).toBe("InvalidArgument");
    expect(await refused("B1:B3", "FlashFill")).toBe("InvalidOperation");
  });
});

describe("Range.moveTo", () => {
  test("式・書式ごと移り、指していた式は付いて行き、元に戻せる", async () => {
    const book = await openWorkbook();
    await book.write("A1:B2", [
      [1, "=A1+1"],
      [2, "x"],
    ]);
    await book.write("E1", [["=SUM(A1:A2)"]]);
    await book.run(async (context) => {
      rangeOf(context, "A1").format.font.bold = true;
      rangeOf(context, "A1:B2").moveTo("C5");
    });
    expect(await book.formulas("C5:D6")).toEqual([
      [1, "=C5+1"],
      [2, "x"],
    ]);
    expect(await book.formulas("E1")).toEqual([["=SUM(C5:C6)"]]);
    expect(await book.values("A1:B2")).toEqual([
      ["", ""],
      ["", ""],
    ]);
    expect(await book.values("E1")).toEqual([[3]]);
    await book.host.undo();
    expect(await book.formulas("A1:B1")).toEqual([[1, "=A1+1"]]);
    expect(await book.formulas("E1")).toEqual([["=SUM(A1:A2)"]]);
  });

  test("他のシートへも。表のセルは断る", async () => {
    const book = await openWorkbook();
    await book.write("A1", [["あ"]]);
    await book.run(async (context) => {
      const other = context.workbook.worksheets.add("別");
      rangeOf(context, "A1").moveTo(other.getRange("B2"));
      rangeOf(context, "G1:G2").values = [["列"], [1]];
      sheetOf(context).tables.add("G1:G2", true);
    });
    expect(await book.values("B2", "別")).toEqual([["あ"]]);
    expect(await book.refusal(async (c) => rangeOf(c, "G2").moveTo("H9"))).toMatchObject({
      code: "InvalidOperation",
    });
  });
});

describe("たくさんのセルの性質", () => {
  test("setCellProperties で書き、getCellProperties で頼んだものだけ読む", async () => {
    const book = await openWorkbook();
    const read = await book.run(async (context) => {
      const range = rangeOf(context, "B2:C2");
      range.setCellProperties([
        [
          {
            format: {
              fill: { color: "#FFCC00" },
              font: { bold: true, color: "red" },
              borders: { bottom: { style: "Continuous", color: "#112233" } },
              horizontalAlignment: "Center",
            },
          },
          { style: "Good", hyperlink: { address: "https://example.org/" } },
        ],
      ]);
      const result = range.getCellProperties({
        address: true,
        hidden: true,
        style: true,
        hyperlink: true,
        format: { fill: { color: true }, font: { bold: true, color: true }, horizontalAlignment: true },
      });
      const borders = rangeOf(context, "B2").getCellProperties({
        format: { borders: { color: true, style: true } },
      });
      await context.sync();
      return { cells: result.value, borders: borders.value };
    });
    expect(read.cells[0]?.[0]).toEqual({
      address: "Sheet1!B2",
      hidden: false,
      style: "Normal",
      hyperlink: null,
      format: {
        fill: { color: "#FFCC00" },
        font: { bold: true, color: "#FF0000" },
        horizontalAlignment: "Center",
      },
    });
    expect(read.cells[0]?.[1]).toMatchObject({
      style: "Good",
      hyperlink: { address: "https://example.org/" },
    });
    expect(read.borders[0]?.[0]?.format?.borders?.bottom).toEqual({ color: "#112233", style: "Continuous" });
  });

  test("行と列ごと。数が合わなければ断る", async () => {
    const book = await openWorkbook();
    const read = await book.run(async (context) => {
      rangeOf(context, "A1:A2").setRowProperties([
        { format: { rowHeight: 40, fill: { color: "#EEEEEE" } } },
        { rowHidden: true },
      ]);
      rangeOf(context, "C1:D1").setColumnProperties([
        { format: { columnWidth: 90 } },
        { columnHidden: true },
      ]);
      const rows = rangeOf(context, "A1:A2").getRowProperties({
        rowIndex: true,
        rowHidden: true,
        format: { rowHeight: true },
      });
      const columns = rangeOf(context, "C1:D1").getColumnProperties({
        columnIndex: true,
        columnHidden: true,
        format: { columnWidth: true },
      });
      await context.sync();
      return [rows.value, columns.value];
    });
    expect(read).toEqual([
      [
        { rowIndex: 0, rowHidden: false, format: { rowHeight: 40 } },
        { rowIndex: 1, rowHidden: true, format: { rowHeight: 0 } },
      ],
      [
        { columnIndex: 2, columnHidden: false, format: { columnWidth: 90 } },
        { columnIndex: 3, columnHidden: true, format: { columnWidth: 0 } },
      ],
    ]);
    const misshapen = await book.refusal(async (c) => rangeOf(c, "A1:B1").setCellProperties([[{}]]));
    expect(misshapen.code).toBe("InvalidArgument");
  });

  test("知らない性質は名を挙げて断る", async () => {
    const book = await openWorkbook();
    const { code, message } = await book.refusal(async (c) =>
      rangeOf(c, "A1").setCellProperties([[{ textRuns: [] } as Excel.SettableCellProperties]]),
    );
    expect([code, message]).toEqual(["ApiNotFound", expect.stringContaining("textRuns")]);
  });
});

describe("RangeAreas", () => {
  test("まとめて写し、表を数え、スタイルを付ける", async () => {
    const book = await openWorkbook();
    await book.write("A1:A2", [["列"], [7]]);
    const found = await book.run(async (context) => {
      sheetOf(context).tables.add("A1:A2", true);
      const areas = sheetOf(context).getRanges("C1:C1,E1:E1");
      areas.copyFrom("A2");
      areas.style = "Bad";
      areas.load("style");
      const tables = sheetOf(context).getRanges("A1,C1").getTables();
      const count = tables.getCount();
      await context.sync();
      return [areas.style, count.value];
    });
    expect(found).toEqual(["Bad", 1]);
    expect(await book.values("C1:E1")).toEqual([[7, "", 7]]);
  });
});

describe("スタイル", () => {
  test("組み込みのスタイルは色を付け、Normal は元に戻す", async () => {
    const book = await openWorkbook();
    const look = async (name: string) =>
      book.run(async (context) => {
        const range = rangeOf(context, "A1");
        range.style = name;
        range.load("style,format/fill/color,format/font/color");
        await context.sync();
        return [range.style, range.format.fill.color, range.format.font.color];
      });
    expect(await look("Good")).toEqual(["Good", "#C6EFCE", "#006100"]);
    expect(await look("Heading 1")).toEqual(["Heading1", "#C6EFCE", "#44546A"]);
    expect(await look("Normal")).toEqual(["Normal", "#FFFFFF", "#000000"]);
    const { code } = await book.refusal(async (c) => void (rangeOf(c, "A1").style = "無いスタイル"));
    expect(code).toBe("InvalidArgument");
  });

  test("自分のスタイルを作り、変えればセルも変わり、消せば標準に戻る", async () => {
    const book = await openWorkbook();
    const fill = () =>
      book.run(async (context) => {
        const range = rangeOf(context, "A1").load("style,format/fill/color,numberFormat");
        await context.sync();
        return [range.style, range.format.fill.color, range.numberFormat[0]?.[0]];
      });
    await book.run(async (context) => {
      const { styles } = context.workbook;
      styles.add("市の見出し");
      const style = styles.getItem("市の見出し");
      style.fill.color = "#DDEBF7";
      style.font.bold = true;
      style.borders.getItem("EdgeBottom").style = "Continuous";
      style.numberFormat = "#,##0";
      rangeOf(context, "A1").style = "市の見出し";
    });
    expect(await fill()).toEqual(["市の見出し", "#DDEBF7", "#,##0"]);
    await book.run(async (context) => {
      context.workbook.styles.getItem("市の見出し").fill.color = "#FFF2CC";
    });
    expect(await fill()).toEqual(["市の見出し", "#FFF2CC", "#,##0"]);
    const found = await book.run(async (context) => {
      const { styles } = context.workbook;
      const none = styles.getItemOrNullObject("なし");
      const own = styles.getItem("市の見出し").load("builtIn,name");
      const builtIn = styles.getItem("Good").load("builtIn");
      const count = styles.getCount();
      await context.sync();
      return [none.isNullObject, own.builtIn, own.name, builtIn.builtIn, count.value > 40];
    });
    expect(found).toEqual([true, false, "市の見出し", true, true]);
    expect(await book.refusal(async (c) => c.workbook.styles.getItem("Good").delete())).toMatchObject({
      code: "InvalidOperation",
    });
    expect(await book.refusal(async (c) => c.workbook.styles.add("市の見出し"))).toMatchObject({
      code: "InvalidArgument",
    });
    await book.run(async (context) => context.workbook.styles.getItem("市の見出し").delete());
    expect(await fill()).toEqual(["Normal", "#FFFFFF", "General"]);
  });

  test("書式の性質はどれも書けて読める", async () => {
    const book = await openWorkbook();
    const set = {
      numberFormat: "0.0",
      horizontalAlignment: "Center",
      verticalAlignment: "Top",
      readingOrder: "LeftToRight",
      wrapText: true,
      shrinkToFit: true,
      autoIndent: true,
      indentLevel: 2,
      textOrientation: 45,
      locked: false,
      formulaHidden: true,
      includeNumber: false,
      includeFont: false,
      includeAlignment: false,
      includeBorder: false,
      includePatterns: false,
      includeProtection: false,
    } as const;
    const read = await book.run(async (context) => {
      context.workbook.styles.add("試し");
      const style = context.workbook.styles.getItem("試し");
      style.set(set);
      style.numberFormatLocal = "0.0";
      style.load();
      await context.sync();
      return style.toJSON();
    });
    expect(read).toMatchObject(set);
    const parts = await book.run(async (context) => {
      const { fill, font, borders } = context.workbook.styles.getItem("試し");
      fill.set({ pattern: "Checker", patternColor: "#112233" });
      font.set({ name: "游明朝", size: 14, italic: true, underline: "Single", strikethrough: true });
      const edge = borders.getItem("EdgeTop");
      edge.set({ style: "Double", color: "#445566", weight: "Thick" });
      for (const each of [fill, font, edge]) each.load();
      borders.load("count");
      await context.sync();
      return { ...fill.toJSON(), ...font.toJSON(), edge: edge.toJSON(), count: borders.count };
    });
    expect(parts).toMatchObject({
      pattern: "Checker",
      patternColor: "#112233",
      name: "游明朝",
      size: 14,
      italic: true,
      underline: "Single",
      strikethrough: true,
      edge: { style: "Double", color: "#445566", weight: "Thick", sideIndex: "EdgeTop" },
      count: 8,
    });
    await book.run(async (context) => context.workbook.styles.getItem("試し").fill.clear());
  });
});
