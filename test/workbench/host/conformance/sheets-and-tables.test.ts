/** Worksheets, tables, names and what belongs to them, through the real office.js. */
import { openWorkbook, type OpenWorkbook } from "../../../helpers/workbook";

type Context = Excel.RequestContext;
/** null leaves a cell alone; Excel's types do not say so. */
const UNTOUCHED = null as unknown as string;
const sheetOf = (context: Context) => context.workbook.worksheets.getItem("Sheet1");
const tableOf = (context: Context) => context.workbook.tables.getItem("計画");

/** The plan table at A1:C3: 指標, 目標, 実績. */
const withTable = async (): Promise<OpenWorkbook> => {
  const book = await openWorkbook();
  await book.write("A1:C3", [
    ["指標", "目標", "実績"],
    ["あ", 10, 5],
    ["い", 20, 15],
  ]);
  await book.run(async (context) => {
    sheetOf(context).tables.add("A1:C3", true).name = "計画";
  });
  return book;
};

const refusedWith = (book: OpenWorkbook, batch: (context: Context) => void) =>
  book.refusal(async (context) => {
    batch(context);
    await context.sync();
  });

describe("シート", () => {
  test("WorksheetCollection.add、getItem、getCount、getFirst、getLast、items、getActiveWorksheet", async () => {
    const book = await openWorkbook();
    const answer = await book.run(async (context) => {
      const { worksheets } = context.workbook;
      const added = worksheets.add("集計").load("name,position,visibility");
      const nameless = worksheets.add().load("name");
      worksheets.load("items/name");
      const count = worksheets.getCount();
      const first = worksheets.getFirst().load("name");
      const last = worksheets.getLast().load("name");
      const active = worksheets.getActiveWorksheet().load("name");
      const none = worksheets.getItemOrNullObject("ない");
      await context.sync();
      return [
        added.name,
        added.position,
        nameless.name,
        worksheets.items.map((one) => one.name),
        count.value,
        first.name,
        last.name,
        active.name,
        none.isNullObject,
      ];
    });
    expect(answer).toEqual([
      "集計",
      1,
      "Sheet2",
      ["Sheet1", "集計", "Sheet2"],
      3,
      "Sheet1",
      "Sheet2",
      "Sheet1",
      true,
    ]);
  });

  test("Worksheet.id はシートの名前が変わっても同じで、名前でも id でも取れる", async () => {
    const book = await openWorkbook();
    const answer = await book.run(async (context) => {
      const sheet = sheetOf(context).load("id,tabId");
      await context.sync();
      sheet.name = "計画";
      const again = context.workbook.worksheets.getItem(sheet.id).load("id,name");
      await context.sync();
      return [again.id === sheet.id, again.name, typeof sheet.tabId];
    });
    expect(answer).toEqual([true, "計画", "number"]);
  });

  test("Worksheet.getNext、getPrevious、activate、position、visibility", async () => {
    const book = await openWorkbook();
    const answer = await book.run(async (context) => {
      const { worksheets } = context.workbook;
      const second = worksheets.add("二");
      worksheets.add("三");
      second.visibility = "Hidden";
      const next = sheetOf(context).getNext(true).load("name");
      const previous = worksheets.getItem("三").getPrevious().load("name");
      const none = sheetOf(context).getPreviousOrNullObject();
      worksheets.getItem("三").position = 0;
      worksheets.getItem("三").activate();
      const active = worksheets.getActiveWorksheet().load("name");
      worksheets.load("items/name");
      await context.sync();
      return [
        next.name,
        previous.name,
        none.isNullObject,
        active.name,
        worksheets.items.map((one) => one.name),
      ];
    });
    expect(answer).toEqual(["三", "二", true, "三", ["三", "Sheet1", "二"]]);
  });

  test("Worksheet.delete: 参照は #REF! になり、最後の 1 枚は消せない", async () => {
    const book = await openWorkbook();
    await book.run(async (context) => {
      context.workbook.worksheets.add("元").getRange("A1").values = [[5]];
      sheetOf(context).getRange("A1").formulas = [["=元!A1"]];
    });
    expect(await book.values("A1")).toEqual([[5]]);
    await book.run(async (context) => context.workbook.worksheets.getItem("元").delete());
    expect(await book.values("A1")).toEqual([["#REF!"]]);
    expect((await refusedWith(book, (c) => sheetOf(c).delete())).code).toBe("InvalidOperation");
  });

  test("シートの名前を変えると、数式の中の名前も変わる", async () => {
    const book = await openWorkbook();
    await book.run(async (context) => {
      context.workbook.worksheets.add("元").getRange("A1").values = [[5]];
      sheetOf(context).getRange("A1").formulas = [["=元!A1+1"]];
      context.workbook.worksheets.getItem("元").name = "令和 3 年度";
    });
    expect(await book.formulas("A1")).toEqual([["='令和 3 年度'!A1+1"]]);
    expect(await book.values("A1")).toEqual([[6]]);
  });

  test.each<readonly [string, string, string]>([
    ["", "空", "InvalidArgument"],
    ["a".repeat(32), "31 字を超える", "InvalidArgument"],
    ["年度/目標", "使えない字", "InvalidArgument"],
    ["'計画", "引用符で始まる", "InvalidArgument"],
    ["sheet1", "大文字小文字だけ違う", "ItemAlreadyExists"],
  ])("シートの名前 %p（%s）は断られる", async (name, _, code) => {
    const book = await openWorkbook();
    expect((await refusedWith(book, (c) => void c.workbook.worksheets.add(name))).code).toBe(code);
  });

  test("ないシートへの getItemOrNullObject().delete() は何もしない", async () => {
    const book = await openWorkbook();
    const name = await book.run(async (context) => {
      context.workbook.worksheets.getItemOrNullObject("Sample").delete();
      const added = context.workbook.worksheets.add("Sample").load("name");
      await context.sync();
      return added.name;
    });
    expect(name).toBe("Sample");
  });

  test("Worksheet.getUsedRange は空なら A1、OrNullObject なら null", async () => {
    const book = await openWorkbook();
    const answer = await book.run(async (context) => {
      const used = sheetOf(context).getUsedRange().load("address");
      const none = sheetOf(context).getUsedRangeOrNullObject(true);
      await context.sync();
      return [used.address, none.isNullObject];
    });
    expect(answer).toEqual(["Sheet1!A1", true]);
  });

  test("Worksheet.calculate、standardHeight", async () => {
    const book = await openWorkbook();
    const height = await book.run(async (context) => {
      sheetOf(context).calculate(true);
      const sheet = sheetOf(context).load("standardHeight");
      await context.sync();
      return sheet.standardHeight;
    });
    expect(height).toBe(18.75);
  });

  test("WorksheetFreezePanes.freezeRows、freezeColumns、freezeAt、getLocation、unfreeze", async () => {
    const book = await openWorkbook();
    const answer = await book.run(async (context) => {
      const panes = sheetOf(context).freezePanes;
      panes.freezeRows(2);
      const rows = panes.getLocation().load("address");
      await context.sync();
      panes.freezeColumns(1);
      const columns = panes.getLocation().load("address");
      await context.sync();
      panes.freezeAt(sheetOf(context).getRange("A1:B2"));
      const both = panes.getLocation().load("address");
      await context.sync();
      panes.unfreeze();
      const none = panes.getLocationOrNullObject();
      await context.sync();
      return [rows.address, columns.address, both.address, none.isNullObject];
    });
    expect(answer).toEqual(["Sheet1!1:2", "Sheet1!A:A", "Sheet1!A1:B2", true]);
  });

  test("WorksheetProtection: 書き込みは AccessDenied、ロックを外したセルは書ける", async () => {
    const book = await openWorkbook();
    await book.run(async (context) => {
      sheetOf(context).getRange("B1").format.protection.locked = false;
      sheetOf(context).protection.protect({ allowSort: true }, "合言葉");
    });
    const state = await book.run(async (context) => {
      const { protection } = sheetOf(context);
      protection.load("protected,options");
      await context.sync();
      return [protection.protected, protection.options.allowSort, protection.options.allowFormatCells];
    });
    expect(state).toEqual([true, true, false]);
    expect((await refusedWith(book, (c) => void (sheetOf(c).getRange("A1").values = [[1]]))).code).toBe(
      "AccessDenied",
    );
    expect(
      (await refusedWith(book, (c) => void (sheetOf(c).getRange("A1").format.fill.color = "red"))).code,
    ).toBe("AccessDenied");
    expect((await refusedWith(book, (c) => sheetOf(c).protection.protect())).code).toBe("AccessDenied");
    expect((await refusedWith(book, (c) => sheetOf(c).protection.unprotect("ちがう"))).code).toBe(
      "BadPassword",
    );
    await book.write("B1", [[1]]);
    await book.run(async (context) => sheetOf(context).protection.unprotect("合言葉"));
    // Programs take protection off before they write, whether there is any or not.
    await book.run(async (context) => sheetOf(context).protection.unprotect());
    await book.write("A1", [[1]]);
    expect(await book.values("A1:B1")).toEqual([[1, 1]]);
  });

  test("WorkbookProtection.protect、unprotect、protected: 構造は変えられない", async () => {
    const book = await openWorkbook();
    await book.run(async (context) => context.workbook.protection.protect());
    expect((await refusedWith(book, (c) => void c.workbook.worksheets.add("新"))).code).toBe("AccessDenied");
    const state = await book.run(async (context) => {
      context.workbook.protection.unprotect();
      context.workbook.protection.unprotect();
      context.workbook.protection.load("protected");
      await context.sync();
      return context.workbook.protection.protected;
    });
    expect(state).toBe(false);
  });

  test("WorksheetCustomPropertyCollection、CustomPropertyCollection", async () => {
    const book = await openWorkbook();
    const answer = await book.run(async (context) => {
      const own = sheetOf(context).customProperties;
      own.add("版", "1");
      const one = own.getItem("版").load("key,value");
      const { custom } = context.workbook.properties;
      custom.add("計画", "加須市");
      custom.add("年度", 2021);
      custom.load("items/key,items/value,items/type");
      const count = custom.getCount();
      const none = own.getItemOrNullObject("ない");
      await context.sync();
      const first = [
        one.key,
        one.value,
        custom.items.map((each) => [each.key, each.value, each.type]),
        count.value,
        none.isNullObject,
      ];
      one.value = "2";
      custom.getItem("年度").value = 2022;
      custom.getItem("計画").delete();
      one.load("value");
      custom.load("items/value");
      await context.sync();
      const second = [one.value, custom.items.map((each) => each.value)];
      one.delete();
      custom.deleteAll();
      const [left, leftOwn] = [custom.getCount(), own.getCount()];
      await context.sync();
      return [first, second, left.value, leftOwn.value];
    });
    expect(answer).toEqual([
      [
        "版",
        "1",
        [
          ["計画", "加須市", "String"],
          ["年度", 2021, "Number"],
        ],
        2,
        true,
      ],
      ["2", [2022]],
      0,
      0,
    ]);
  });

  test("PageLayout.setPrintArea、setPrintTitleRows、setPrintTitleColumns、setPrintMargins と対の get", async () => {
    const book = await openWorkbook();
    const answer = await book.run(async (context) => {
      const layout = sheetOf(context).pageLayout;
      layout.setPrintArea("A1:D9");
      layout.setPrintTitleRows("$1:$2");
      layout.setPrintTitleColumns("A:A");
      layout.setPrintMargins("Centimeters", { top: 2.54 });
      const area = layout.getPrintArea().load("address");
      const rows = layout.getPrintTitleRows().load("address");
      const columns = layout.getPrintTitleColumns().load("address");
      layout.load("topMargin");
      const { headersFooters } = layout;
      const pages = [
        headersFooters.firstPage,
        headersFooters.evenPages,
        headersFooters.oddPages,
        headersFooters.defaultForAllPages,
      ];
      pages.forEach((page) => page.load("leftHeader"));
      await context.sync();
      return [
        area.address,
        rows.address,
        columns.address,
        layout.topMargin,
        pages.map((page) => page.leftHeader),
      ];
    });
    expect(answer).toEqual(["Sheet1!A1:D9", "Sheet1!1:2", "Sheet1!A:A", 72, ["", "", "", ""]]);
  });
});

describe("表", () => {
  test("TableCollection.add、getItem、getItemAt、getCount、count、items と表の範囲", async () => {
    const book = await withTable();
    const answer = await book.run(async (context) => {
      const { tables } = context.workbook;
      tables.load("count,items/name");
      const table = tableOf(context).load("id,legacyId,name");
      const at = tables.getItemAt(0).load("name");
      const onSheet = sheetOf(context).tables.getCount();
      const ranges = [table.getRange(), table.getHeaderRowRange(), table.getDataBodyRange()];
      ranges.forEach((range) => range.load("address"));
      const home = table.worksheet.load("name");
      await context.sync();
      const again = tables.getItem(table.id).load("name");
      await context.sync();
      return [
        tables.count,
        tables.items.length,
        at.name,
        onSheet.value,
        ranges.map((range) => range.address),
        home.name,
        again.name,
      ];
    });
    expect(answer).toEqual([
      1,
      1,
      "計画",
      1,
      ["Sheet1!A1:C3", "Sheet1!A1:C1", "Sheet1!A2:C3"],
      "Sheet1",
      "計画",
    ]);
  });

  test("見出しは文字になり、重なれば番号がつき、空なら列n", async () => {
    const book = await openWorkbook();
    await book.write("A1:D2", [
      ["指標", "指標", "", 2021],
      [1, 2, 3, 4],
    ]);
    await book.run(async (context) => void sheetOf(context).tables.add("A1:D2", true));
    expect(await book.values("A1:D1")).toEqual([["指標", "指標2", "列3", "2021"]]);
  });

  test("見出しなしで作ると、見出しの行が入る", async () => {
    const book = await openWorkbook();
    await book.write("A1:B2", [
      [1, 2],
      [3, 4],
    ]);
    await book.run(async (context) => void sheetOf(context).tables.add("A1:B2", false));
    expect(await book.values("A1:B3")).toEqual([
      ["列1", "列2"],
      [1, 2],
      [3, 4],
    ]);
  });

  test.each<readonly [string, string, (c: Context) => void]>([
    ["表の上の表", "InvalidArgument", (c) => void sheetOf(c).tables.add("C3:D4", true)],
    [
      "同じ名前（大文字小文字）",
      "InvalidArgument",
      (c) => void (c.workbook.worksheets.add("別").tables.add("A1:B2", true).name = "計画"),
    ],
    ["空白のある名前", "InvalidArgument", (c) => void (tableOf(c).name = "計 画")],
    ["番地に見える名前", "InvalidArgument", (c) => void (tableOf(c).name = "A1")],
    ["数字で始まる名前", "InvalidArgument", (c) => void (tableOf(c).name = "1計画")],
    ["ない様式", "InvalidArgument", (c) => void (tableOf(c).style = "きれい")],
    ["表を裂く挿入", "InvalidOperation", (c) => void sheetOf(c).getRange("A2").insert("Down")],
    ["列数の違う行", "InvalidArgument", (c) => void tableOf(c).rows.add(undefined, [[1, 2]])],
    ["合計行のない表の合計行", "ItemNotFound", (c) => void tableOf(c).getTotalRowRange().load("address")],
    ["離れた所へのサイズ変更", "InvalidArgument", (c) => void tableOf(c).resize("E5:F6")],
  ])("%s は %s", async (_, code, batch) => {
    const book = await withTable();
    expect((await refusedWith(book, batch)).code).toBe(code);
  });

  test("見出しに打ち込むと列の名前が変わり、数式の中も変わる", async () => {
    const book = await withTable();
    await book.write("E1", [["=SUM(計画[目標])"]]);
    await book.write("B1", [["目標値"]]);
    expect(await book.formulas("E1")).toEqual([["=SUM(計画[目標値])"]]);
    expect(await book.values("E1")).toEqual([[30]]);
  });

  test("表の名前を変えると、数式の中も変わる", async () => {
    const book = await withTable();
    await book.write("E1", [["=SUM(計画[目標])"]]);
    await book.run(async (context) => void (tableOf(context).name = "加須市"));
    expect(await book.formulas("E1")).toEqual([["=SUM(加須市[目標])"]]);
  });

  test("TableRowCollection.add: 末尾、途中。計算列は新しい行にも入る", async () => {
    const book = await withTable();
    await book.run(
      async (context) =>
        void tableOf(context).columns.add(undefined, [["率"], ["=[@実績]/[@目標]"], ["=[@実績]/[@目標]"]]),
    );
    expect(await book.values("D2:D3")).toEqual([[0.5], [0.75]]);
    const indexes = await book.run(async (context) => {
      const last = tableOf(context)
        .rows.add(undefined, [["う", 40, 10, UNTOUCHED]])
        .load("index");
      const first = tableOf(context)
        .rows.add(0, [["え", 4, 1, UNTOUCHED]])
        .load("index");
      await context.sync();
      return [last.index, first.index];
    });
    expect(indexes).toEqual([2, 0]);
    expect(await book.values("A2:D5")).toEqual([
      ["え", 4, 1, 0.25],
      ["あ", 10, 5, 0.5],
      ["い", 20, 15, 0.75],
      ["う", 40, 10, 0.25],
    ]);
    expect(await book.formulas("D5")).toEqual([["=[@実績]/[@目標]"]]);
  });

  test("表のすぐ下に書くと表が伸び、入力規則があれば伸びない", async () => {
    const book = await withTable();
    const rows = () =>
      book.run(async (context) => {
        const count = tableOf(context).rows.getCount();
        await context.sync();
        return count.value;
      });
    await book.run(async (context) => {
      tableOf(context).getDataBodyRange().getRowsBelow(1).values = [["う", 30, 3]];
    });
    expect(await rows()).toBe(3);
    await book.run(async (context) => {
      sheetOf(context).getRange("A5:A9").dataValidation.rule = {
        list: { inCellDropDown: true, source: "A,B" },
      };
      sheetOf(context).getRange("A5:C5").values = [["え", 1, 1]];
    });
    expect(await rows()).toBe(3);
  });

  test("表の上に行を入れると、表も参照も動く", async () => {
    const book = await withTable();
    await book.write("F1", [["=SUM(計画[実績])"]]);
    await book.run(async (context) => void sheetOf(context).getRange("1:2").insert("Down"));
    const address = await book.run(async (context) => {
      const range = tableOf(context).getRange().load("address");
      await context.sync();
      return range.address;
    });
    expect(address).toBe("Sheet1!A3:C5");
    expect(await book.values("F3")).toEqual([[20]]);
  });

  test("TableRowCollection.deleteRows、deleteRowsAt、TableRow.delete、getRange、getItemAt、count", async () => {
    const book = await withTable();
    const answer = await book.run(async (context) => {
      const { rows } = tableOf(context);
      rows.add(undefined, [
        ["う", 1, 1],
        ["え", 2, 2],
        ["お", 3, 3],
      ]);
      rows.deleteRowsAt(1, 1);
      rows.getItemAt(0).delete();
      await context.sync();
      rows.load("count,items/values,items/index");
      const range = rows.getItemAt(0).getRange().load("address");
      await context.sync();
      const first = [
        rows.count,
        rows.items.map((row) => row.values[0]?.[0]),
        range.address,
        rows.items.map((row) => row.index),
      ];
      rows.deleteRows([0, 1]);
      const left = rows.getCount();
      await context.sync();
      return [first, left.value];
    });
    expect(answer).toEqual([[3, ["う", "え", "お"], "Sheet1!A2:C2", [0, 1, 2]], 1]);
  });

  test("TableColumnCollection.add、getItem、getItemAt、getItemOrNullObject、count、TableColumn.delete、id、index と範囲", async () => {
    const book = await withTable();
    const answer = await book.run(async (context) => {
      const { columns } = tableOf(context);
      const added = columns.add(1, [["単位"], ["％"], ["件"]]).load("name,index,id");
      await context.sync();
      columns.load("count,items/name");
      const byName = columns.getItem("実績").load("index");
      const none = columns.getItemOrNullObject("ない");
      const ranges = [byName.getRange(), byName.getDataBodyRange(), byName.getHeaderRowRange()];
      ranges.forEach((range) => range.load("address"));
      const count = columns.getCount();
      await context.sync();
      const first = [
        added.name,
        added.index,
        columns.items.map((one) => one.name),
        byName.index,
        none.isNullObject,
        ranges.map((range) => range.address),
        count.value === columns.count,
      ];
      columns.getItem("単位").delete();
      columns.load("items/name");
      const byId = columns.getItemAt(0).load("id");
      await context.sync();
      return [first, columns.items.map((one) => one.name), typeof byId.id];
    });
    expect(answer).toEqual([
      [
        "単位",
        1,
        ["指標", "単位", "目標", "実績"],
        3,
        true,
        ["Sheet1!D1:D3", "Sheet1!D2:D3", "Sheet1!D1"],
        true,
      ],
      ["指標", "目標", "実績"],
      "number",
    ]);
  });

  test("Table.showTotals、getTotalRowRange、TableColumn.getTotalRowRange", async () => {
    const book = await withTable();
    const answer = await book.run(async (context) => {
      tableOf(context).showTotals = true;
      const total = tableOf(context).getTotalRowRange().load("address,values");
      const column = tableOf(context).columns.getItem("目標").getTotalRowRange().load("address");
      await context.sync();
      return [total.address, total.values[0]?.[0], column.address];
    });
    expect(answer).toEqual(["Sheet1!A4:C4", "集計", "Sheet1!B4"]);
  });

  test("Table.resize: 広げれば列が増え、縮めれば減る", async () => {
    const book = await withTable();
    const names = () =>
      book.run(async (context) => {
        const { columns } = tableOf(context);
        columns.load("items/name");
        await context.sync();
        return columns.items.map((one) => one.name);
      });
    await book.run(async (context) => tableOf(context).resize("A1:D5"));
    expect(await names()).toEqual(["指標", "目標", "実績", "列4"]);
    await book.run(async (context) => tableOf(context).resize(sheetOf(context).getRange("A1:B3")));
    expect(await names()).toEqual(["指標", "目標"]);
  });

  test("Table.convertToRange は中身を残し、delete は消す", async () => {
    const book = await withTable();
    await book.write("E1", [["=SUM(計画[目標])"]]);
    const address = await book.run(async (context) => {
      const range = tableOf(context).convertToRange().load("address");
      await context.sync();
      return range.address;
    });
    expect(address).toBe("Sheet1!A1:C3");
    expect(await book.values("E1")).toEqual([[30]]);
    expect(String((await book.formulas("E1"))[0]?.[0])).toMatch(/B\$?2/);
    const other = await withTable();
    await other.run(async (context) => tableOf(context).delete());
    expect(await other.values("A1:C3")).toEqual([
      ["", "", ""],
      ["", "", ""],
      ["", "", ""],
    ]);
  });

  test("TableSort.apply、fields、matchCase、method、reapply、clear", async () => {
    const book = await withTable();
    const answer = await book.run(async (context) => {
      const { sort } = tableOf(context);
      sort.apply([{ key: 1, ascending: false }]);
      sort.load("fields,matchCase,method");
      await context.sync();
      const first = [sort.fields.map(({ key, ascending }) => [key, ascending]), sort.matchCase, sort.method];
      tableOf(context).rows.add(undefined, [["う", 99, 1]]);
      sort.reapply();
      const body = tableOf(context).getDataBodyRange().load("values");
      await context.sync();
      sort.clear();
      sort.load("fields");
      await context.sync();
      return [first, body.values.map((row) => row[1]), sort.fields];
    });
    expect(answer).toEqual([[[[1, false]], false, "PinYin"], [99, 20, 10], []]);
  });

  test.each<readonly [string, (filter: Excel.Filter) => void, readonly string[]]>([
    ["applyValuesFilter", (f) => f.applyValuesFilter(["10"]), ["い"]],
    ["applyCustomFilter", (f) => f.applyCustomFilter(">=15", "<=20", "And"), ["あ"]],
    ["applyTopItemsFilter", (f) => f.applyTopItemsFilter(1), ["あ"]],
    ["applyBottomItemsFilter", (f) => f.applyBottomItemsFilter(1), ["い"]],
    ["applyTopPercentFilter", (f) => f.applyTopPercentFilter(50), ["あ"]],
    ["applyBottomPercentFilter", (f) => f.applyBottomPercentFilter(50), ["い"]],
    ["applyDynamicFilter", (f) => f.applyDynamicFilter("AboveAverage"), ["あ"]],
    ["applyCellColorFilter", (f) => f.applyCellColorFilter("#FF0000"), ["あ", "い"]],
    ["applyFontColorFilter", (f) => f.applyFontColorFilter("#000000"), []],
    ["apply", (f) => f.apply({ filterOn: "Values", values: ["20"] }), ["あ"]],
  ])("Filter.%s は合わない行を隠す", async (_, apply, hidden) => {
    const book = await withTable();
    const answer = await book.run(async (context) => {
      const { filter } = tableOf(context).columns.getItem("目標");
      apply(filter);
      filter.load("criteria");
      const rows = [sheetOf(context).getRange("A2"), sheetOf(context).getRange("A3")];
      rows.forEach((row) => row.load("values,rowHidden"));
      await context.sync();
      const gone = rows.filter((row) => row.rowHidden).map((row) => row.values[0]?.[0]);
      filter.clear();
      rows.forEach((row) => row.load("rowHidden"));
      await context.sync();
      return [gone, filter.criteria !== null, rows.some((row) => row.rowHidden)];
    });
    expect(answer).toEqual([hidden, true, false]);
  });

  test("AutoFilter（表とシート）: apply、enabled、isDataFiltered、criteria、clearCriteria、clearColumnCriteria、reapply、getRange、remove", async () => {
    const book = await withTable();
    const answer = await book.run(async (context) => {
      const ofTable = tableOf(context).autoFilter;
      ofTable.apply(tableOf(context).getRange(), 1, { filterOn: "Values", values: ["10"] });
      ofTable.load("enabled,isDataFiltered,criteria");
      const range = ofTable.getRange().load("address");
      await context.sync();
      const first = [ofTable.enabled, ofTable.isDataFiltered, ofTable.criteria.length, range.address];
      tableOf(context).reapplyFilters();
      tableOf(context).clearFilters();
      ofTable.clearCriteria();
      ofTable.load("isDataFiltered");
      const other = context.workbook.worksheets.add("別");
      other.getRange("A1:A3").values = [["x"], [1], [2]];
      const { autoFilter } = other;
      autoFilter.apply("A1:A3", 0, { filterOn: "Custom", criterion1: ">1" });
      const row = other.getRange("A2").load("rowHidden");
      await context.sync();
      const second = [ofTable.isDataFiltered, row.rowHidden];
      autoFilter.clearColumnCriteria(0);
      autoFilter.reapply();
      row.load("rowHidden");
      await context.sync();
      autoFilter.remove();
      const none = autoFilter.getRangeOrNullObject();
      autoFilter.load("enabled");
      await context.sync();
      return [first, second, row.rowHidden, none.isNullObject, autoFilter.enabled];
    });
    expect(answer).toEqual([[true, true, 3, "Sheet1!A1:C3"], [false, true], false, true, false]);
  });
});

describe("名前", () => {
  test("NamedItemCollection.add、getItem、addFormulaLocal、getCount、items と NamedItem の中身", async () => {
    const book = await openWorkbook();
    await book.write("A1:A2", [[1], [2]]);
    const answer = await book.run(async (context) => {
      const { names } = context.workbook;
      const range = names
        .add("範囲", sheetOf(context).getRange("A1:A2"), "注記")
        .load("name,type,value,formula,comment,visible,scope");
      const constant = names.add("定数", "=5").load("type,value,formula");
      const word = names.add("言葉", "計画").load("type,value,formula");
      names.addFormulaLocal("合計", "=SUM(範囲)");
      names.load("items/name");
      const count = names.getCount();
      const target = names.getItem("範囲").getRange().load("address");
      const array = names.getItem("範囲").arrayValues.load("values");
      const none = names.getItemOrNullObject("ない");
      await context.sync();
      return [
        [range.name, range.type, range.value, range.formula, range.comment, range.visible, range.scope],
        [constant.type, constant.value, constant.formula],
        [word.type, word.value, word.formula],
        names.items.map((one) => one.name),
        count.value,
        target.address,
        array.values,
        none.isNullObject,
      ];
    });
    expect(answer).toEqual([
      ["範囲", "Range", "Sheet1!$A$1:$A$2", "=Sheet1!$A$1:$A$2", "注記", true, "Workbook"],
      ["Integer", 5, "=5"],
      ["String", "計画", '="計画"'],
      ["範囲", "定数", "言葉", "合計"],
      4,
      "Sheet1!A1:A2",
      [[1], [2]],
      true,
    ]);
  });

  test("名前は数式で使え、変えれば計算し直し、消せば #NAME?", async () => {
    const book = await openWorkbook();
    await book.write("A1:B1", [[1, 7]]);
    await book.run(async (context) => {
      context.workbook.names.add("基準", sheetOf(context).getRange("A1"));
      context.workbook.names.add("倍", "=基準*2");
      sheetOf(context).getRange("C1:D1").formulas = [["=基準+1", "=倍"]];
    });
    expect(await book.values("C1:D1")).toEqual([[2, 2]]);
    await book.run(async (context) => void (context.workbook.names.getItem("基準").formula = "=Sheet1!$B$1"));
    expect(await book.values("C1:D1")).toEqual([[8, 14]]);
    await book.run(async (context) => {
      const item = context.workbook.names.getItem("基準");
      item.comment = "変えた";
      item.visible = false;
      item.delete();
    });
    expect(await book.values("C1")).toEqual([["#NAME?"]]);
  });

  test("シートの名前: worksheet、scope", async () => {
    const book = await openWorkbook();
    const answer = await book.run(async (context) => {
      const item = sheetOf(context).names.add("局所", sheetOf(context).getRange("A1")).load("scope");
      const home = item.worksheet.load("name");
      const range = sheetOf(context).getRange("局所").load("address");
      const global = context.workbook.names.getItemOrNullObject("局所");
      await context.sync();
      return [item.scope, home.name, range.address, global.isNullObject];
    });
    expect(answer).toEqual(["Worksheet", "Sheet1", "Sheet1!A1", true]);
  });

  test.each([["A1"], ["1番"], ["計 画"], [""], ["R1C1"]])("名前 %p は断られる", async (name) => {
    const book = await openWorkbook();
    expect((await refusedWith(book, (c) => void c.workbook.names.add(name, "=1"))).code).toBe(
      "InvalidArgument",
    );
  });

  test("同じ名前は ItemAlreadyExists", async () => {
    const book = await openWorkbook();
    await book.run(async (context) => void context.workbook.names.add("名", "=1"));
    expect((await refusedWith(book, (c) => void c.workbook.names.add("名", "=2"))).code).toBe(
      "ItemAlreadyExists",
    );
  });
});
