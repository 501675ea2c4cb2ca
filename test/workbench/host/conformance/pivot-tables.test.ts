/** PivotTables: made from cells or a table, arranged, laid out, refreshed and taken away, as Excel's reference says. */
import { openWorkbook } from "../../../helpers/workbook";
import { LIST, pivotBook, pivotNamed } from "./pivot-data";

const setUp = pivotBook;

describe("作る・消す", () => {
  test("範囲から作ると、行ごとの合計と総計がセルに入る", async () => {
    const book = await setUp();
    expect(await book.values("A3:B6", "集計")).toEqual([
      ["行ラベル", "合計 / 件数"],
      ["支所", 50],
      ["本庁", 100],
      ["総計", 150],
    ]);
  });

  test("表から作れ、元の表と種類を答える。範囲なら番地を答える", async () => {
    const book = await setUp();
    const answers = await book.run(async (context) => {
      const list = context.workbook.worksheets.getItem("一覧");
      const table = list.tables.add("A1:E6", true);
      table.name = "受付簿";
      const made = list.pivotTables.add("表から", table, list.getRange("H2"));
      const byName = list.pivotTables.add("名前で", "受付簿", "L2");
      const [type, source] = [made.getDataSourceType(), made.getDataSourceString()];
      const named = byName.getDataSourceString();
      const first = pivotNamed(context);
      const [range, address] = [first.getDataSourceType(), first.getDataSourceString()];
      await context.sync();
      return [type, source, named, range, address].map(({ value }) => value);
    });
    expect(answers).toEqual(["LocalTable", "受付簿", "受付簿", "LocalRange", "一覧!A1:E6"]);
  });

  test("名前と id で見つかり、名前を変えられる。ないものは isNullObject", async () => {
    const book = await setUp();
    const answers = await book.run(async (context) => {
      const { pivotTables } = context.workbook;
      const sheet = context.workbook.worksheets.getItem("集計");
      const pivot = sheet.pivotTables.getItem("受付").load("id,name");
      const count = pivotTables.getCount();
      pivotTables.load("items/name");
      await context.sync();
      pivot.name = "受付件数";
      const again = pivotTables.getItem(pivot.id).load("name");
      const none = sheet.pivotTables.getItemOrNullObject("受付");
      const home = pivot.worksheet.load("name");
      await context.sync();
      return [
        pivotTables.items.map(({ name }) => name),
        count.value,
        again.name,
        none.isNullObject,
        home.name,
      ];
    });
    expect(answers).toEqual([["受付"], 1, "受付件数", true, "集計"]);
  });

  test("同じ名前、見出しのない列、表や別のピボットテーブルとの重なりは断る", async () => {
    const book = await setUp();
    const add = (name: string, source: string, at: string) =>
      book.refusal(async (c) => c.workbook.worksheets.getItem("集計").pivotTables.add(name, source, at));
    expect((await add("受付", "一覧!A1:E6", "H3")).code).toBe("ItemAlreadyExists");
    expect((await add("二", "一覧!A1:F6", "H3")).code).toBe("InvalidArgument");
    expect((await add("二", "一覧!A1:E6", "B4")).code).toBe("InvalidOperation");
  });

  test("消すと、書いたセルもなくなる", async () => {
    const book = await setUp();
    await book.run(async (context) => pivotNamed(context).delete());
    expect(await book.values("A3:B6", "集計")).toEqual([
      ["", ""],
      ["", ""],
      ["", ""],
      ["", ""],
    ]);
    const count = await book.run(async (context) => {
      const all = context.workbook.pivotTables.getCount();
      await context.sync();
      return all.value;
    });
    expect(count).toBe(0);
  });

  test("範囲に重なるもの、すっぽり入るものを答える", async () => {
    const book = await setUp();
    const found = await book.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("集計");
      const touching = sheet.getRange("B5:D9").getPivotTables();
      const inside = sheet.getRange("B5:D9").getPivotTables(true);
      const first = touching.getFirst().load("name");
      const named = touching.getItem("受付").load("name");
      const none = inside.getFirstOrNullObject();
      const count = touching.getCount();
      touching.load("items/name");
      inside.load("items");
      await context.sync();
      return [first.name, named.name, none.isNullObject, count.value, inside.items.length];
    });
    expect(found).toEqual(["受付", "受付", true, 1, 0]);
  });
});

describe("元のデータ", () => {
  test("直しても refresh までは変わらない。全部まとめても更新できる", async () => {
    const book = await setUp();
    await book.write("D2", [[130]], "一覧");
    expect(await book.values("B5", "集計")).toEqual([[100]]);
    await book.run(async (context) => pivotNamed(context).refresh());
    expect(await book.values("B5", "集計")).toEqual([[200]]);
    await book.write("D2", [[30]], "一覧");
    await book.run(async (context) => context.workbook.pivotTables.refreshAll());
    expect(await book.values("B5", "集計")).toEqual([[100]]);
  });

  test("元の表の行が増えれば、更新で数える。元の範囲は動いても覚えている", async () => {
    const book = await openWorkbook();
    await book.write("A1:E6", LIST);
    const sums = await book.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Sheet1");
      const table = sheet.tables.add("A1:E6", true);
      const report = context.workbook.worksheets.add("集計");
      for (const [name, source, at] of [
        ["表", table, "A1"] as const,
        ["範囲", "Sheet1!A1:E6", "D1"] as const,
      ]) {
        const pivot = report.pivotTables.add(name, source, at);
        pivot.dataHierarchies.add(pivot.hierarchies.getItem("件数"));
      }
      table.rows.add(undefined, [["支所", "証明", "紙", 1000, 0]]);
      sheet.getRange("1:2").insert("Down");
      context.workbook.pivotTables.refreshAll();
      const range = report.getRange("A1:D2").load("values");
      const source = report.pivotTables.getItem("範囲").getDataSourceString();
      await context.sync();
      return [range.values, source.value];
    });
    expect(sums).toEqual([
      [
        ["合計 / 件数", "", "", "合計 / 件数"],
        [1150, "", "", 150],
      ],
      "Sheet1!A3:E8",
    ]);
  });
});

describe("並べる", () => {
  test("行に二つ重ねると、字下げした中の項目と小計になる", async () => {
    const book = await setUp();
    const values = await book.shown((pivot) => pivot.rowHierarchies.add(pivot.hierarchies.getItem("種類")));
    expect(values).toEqual([
      ["行ラベル", "合計 / 件数"],
      ["支所", 50],
      ["証明", 40],
      ["転入", 10],
      ["本庁", 100],
      ["証明", 20],
      ["転入", 80],
      ["総計", 150],
    ]);
    const indents = await book.run(async (context) => {
      const cell = context.workbook.worksheets.getItem("集計").getRange("A5").load("format/indentLevel");
      await context.sync();
      return cell.format.indentLevel;
    });
    expect(indents).toBe(1);
  });

  test("列に置くと横に並び、行から移ったものは行からなくなる", async () => {
    const book = await setUp();
    const values = await book.shown((pivot) => {
      pivot.rowHierarchies.add(pivot.hierarchies.getItem("種類"));
      pivot.columnHierarchies.add(pivot.hierarchies.getItem("窓口"));
    });
    expect(values).toEqual([
      ["合計 / 件数", "列ラベル", "", ""],
      ["行ラベル", "支所", "本庁", "総計"],
      ["証明", 40, 20, 60],
      ["転入", 10, 80, 90],
      ["総計", 50, 100, 150],
    ]);
  });

  test("値が二つなら、列の項目の下に値の名前が並ぶ", async () => {
    const book = await setUp();
    const values = await book.shown((pivot) => {
      pivot.columnHierarchies.add(pivot.hierarchies.getItem("方法"));
      pivot.dataHierarchies.add(pivot.hierarchies.getItem("手数料"));
    });
    expect(values).toEqual([
      ["", "列ラベル", "", "", "", "", ""],
      ["", "紙", "", "電子", "", "全体の 合計 / 件数", "全体の 合計 / 手数料"],
      ["行ラベル", "合計 / 件数", "合計 / 手数料", "合計 / 件数", "合計 / 手数料", "", ""],
      ["支所", 10, 300, 40, 800, 50, 1100],
      ["本庁", 50, 1300, 50, 1500, 100, 2800],
      ["総計", 60, 1600, 90, 2300, 150, 3900],
    ]);
  });

  test("軸の中の順、id、件数、外すこと、既定に戻すこと", async () => {
    const book = await setUp();
    const answers = await book.run(async (context) => {
      const pivot = pivotNamed(context);
      const { rowHierarchies, hierarchies } = pivot;
      const kind = rowHierarchies.add(hierarchies.getItem("種類"));
      kind.position = 0;
      kind.load("id,name,position");
      kind.fields.load("items/name");
      hierarchies.load("items/name,items/id");
      const [count, all] = [rowHierarchies.getCount(), hierarchies.getCount()];
      const fields = hierarchies.getItem("方法").fields.getCount();
      const none = rowHierarchies.getItemOrNullObject("方法");
      const unknown = hierarchies.getItemOrNullObject("県");
      await context.sync();
      hierarchies.getItem("方法").name = "申請の方法";
      const renamed = hierarchies.getItem("申請の方法").load("id,name");
      kind.name = "種別";
      kind.setToDefault();
      await context.sync();
      rowHierarchies.remove(kind);
      rowHierarchies.load("items/name");
      await context.sync();
      return [
        [kind.id, kind.position, kind.fields.items.map(({ name }) => name)],
        hierarchies.items.map(({ name }) => name),
        [count.value, all.value, fields.value, none.isNullObject, unknown.isNullObject],
        [renamed.id, renamed.name],
        rowHierarchies.items.map(({ name }) => name),
      ];
    });
    expect(answers).toEqual([
      ["種類", 0, ["種類"]],
      ["窓口", "種類", "方法", "件数", "手数料"],
      [2, 5, 1, true, true],
      ["方法", "申請の方法"],
      ["窓口"],
    ]);
  });

  test("フィルターは上に置かれ、選んだ項目だけを数える", async () => {
    const book = await setUp();
    const values = await book.shown((pivot) => {
      const filter = pivot.filterHierarchies.add(pivot.hierarchies.getItem("方法"));
      filter.enableMultipleFilterItems = false;
      filter.fields.getItem("方法").applyFilter({ manualFilter: { selectedItems: ["紙"] } });
    });
    expect(values).toEqual([
      ["方法", "紙"],
      ["", ""],
      ["行ラベル", "合計 / 件数"],
      ["支所", 10],
      ["本庁", 50],
      ["総計", 60],
    ]);
    const answers = await book.run(async (context) => {
      const { filterHierarchies, layout } = pivotNamed(context);
      const filter = filterHierarchies.getItem("方法").load("id,name,position,enableMultipleFilterItems");
      const none = filterHierarchies.getItemOrNullObject("窓口");
      const count = filterHierarchies.getCount();
      filterHierarchies.load("items/name");
      const place = layout.getFilterAxisRange().load("address");
      const body = layout.getRange().load("address");
      await context.sync();
      filter.setToDefault();
      filterHierarchies.remove(filter);
      const after = layout.getRange().load("address");
      await context.sync();
      return [
        [filter.id, filter.name, filter.position, filter.enableMultipleFilterItems],
        [none.isNullObject, count.value, filterHierarchies.items.length],
        [place.address, body.address, after.address],
      ];
    });
    expect(answers).toEqual([
      ["方法", "方法", 0, false],
      [true, 1, 1],
      ["集計!A1:B1", "集計!A3:B6", "集計!A3:B6"],
    ]);
  });
});

describe("形", () => {
  const nested = async () => {
    const book = await setUp();
    await book.run(async (context) => {
      const pivot = pivotNamed(context);
      pivot.rowHierarchies.add(pivot.hierarchies.getItem("種類"));
    });
    return book;
  };

  test("アウトライン形式は項目ごとに列を分け、小計は上。表形式では下", async () => {
    const book = await nested();
    const outline = await book.shown(({ layout }) => {
      layout.layoutType = "Outline";
    });
    expect(outline.slice(0, 4)).toEqual([
      ["窓口", "種類", "合計 / 件数"],
      ["支所", "", 50],
      ["", "証明", 40],
      ["", "転入", 10],
    ]);
    const tabular = await book.shown(({ layout }) => {
      layout.layoutType = "Tabular";
    });
    expect(tabular.slice(0, 4)).toEqual([
      ["窓口", "種類", "合計 / 件数"],
      ["支所", "証明", 40],
      ["", "転入", 10],
      ["支所 集計", "", 50],
    ]);
    const repeated = await book.shown(({ layout }) => {
      layout.repeatAllItemLabels(true);
      layout.subtotalLocation = "Off";
    });
    expect(repeated).toEqual([
      ["窓口", "種類", "合計 / 件数"],
      ["支所", "証明", 40],
      ["支所", "転入", 10],
      ["本庁", "証明", 20],
      ["本庁", "転入", 80],
      ["総計", "", 150],
    ]);
  });

  test("総計・見出し・空行・空のセルの文字を切り替える", async () => {
    const book = await nested();
    const values = await book.shown((pivot) => {
      pivot.columnHierarchies.add(pivot.hierarchies.getItem("方法"));
      const { layout } = pivot;
      layout.showRowGrandTotals = false;
      layout.showColumnGrandTotals = false;
      layout.showFieldHeaders = false;
      layout.displayBlankLineAfterEachItem(true);
      layout.fillEmptyCells = true;
      layout.emptyCellText = "なし";
    });
    expect(values).toEqual([
      ["合計 / 件数", "", ""],
      ["", "紙", "電子"],
      ["支所", 10, 40],
      ["証明", "なし", 40],
      ["転入", 10, "なし"],
      ["", "", ""],
      ["本庁", 50, 50],
      ["証明", 20, "なし"],
      ["転入", 30, 50],
    ]);
  });

  test("部分の範囲と、セルの値のもとを答える", async () => {
    const book = await nested();
    const answers = await book.run(async (context) => {
      const { layout } = pivotNamed(context);
      const ranges = [
        layout.getRange(),
        layout.getDataBodyRange(),
        layout.getRowLabelRange(),
        layout.getColumnLabelRange(),
      ].map((range) => range.load("address"));
      const data = layout.getDataHierarchy("B5").load("name");
      const items = layout.getPivotItems("Row", "B5").load("items/name");
      await context.sync();
      return [ranges.map(({ address }) => address), data.name, items.items.map(({ name }) => name)];
    });
    expect(answers).toEqual([
      ["集計!A3:B10", "集計!B4:B10", "集計!A3:A10", "集計!B3"],
      "合計 / 件数",
      ["支所", "証明"],
    ]);
  });

  test("設定は読み書きでき、できないものは断る", async () => {
    const book = await setUp();
    const answers = await book.run(async (context) => {
      const pivot = pivotNamed(context);
      const { layout } = pivot;
      layout.altTextTitle = "題";
      layout.altTextDescription = "説明";
      layout.set({ autoFormat: false, enableFieldList: false, preserveFormatting: false });
      pivot.allowMultipleFiltersPerField = true;
      pivot.refreshOnOpen = true;
      pivot.useCustomSortLists = false;
      pivot.load("allowMultipleFiltersPerField,refreshOnOpen,useCustomSortLists,enableDataValueEditing");
      layout.load(
        "altTextTitle,altTextDescription,autoFormat,enableFieldList,preserveFormatting,subtotalLocation,layoutType",
      );
      await context.sync();
      return [
        [layout.altTextTitle, layout.altTextDescription, layout.autoFormat, layout.enableFieldList],
        [layout.preserveFormatting, layout.subtotalLocation, layout.layoutType],
        [pivot.allowMultipleFiltersPerField, pivot.refreshOnOpen, pivot.useCustomSortLists],
        pivot.enableDataValueEditing,
      ];
    });
    expect(answers).toEqual([
      ["題", "説明", false, false],
      [false, "AtTop", "Compact"],
      [true, true, false],
      false,
    ]);
    const editing = await book.refusal(async (c) => (pivotNamed(c).enableDataValueEditing = true));
    expect([editing.code, editing.message]).toEqual([
      "NotImplemented",
      expect.stringContaining("PivotTable.enableDataValueEditing"),
    ]);
  });
});

describe("シートの中で", () => {
  test("書き込み、並べ替え、一部の削除は断り、見た目は変えられる", async () => {
    const book = await setUp();
    const cell = (c: Excel.RequestContext) => c.workbook.worksheets.getItem("集計").getRange("B4");
    expect((await book.refusal(async (c) => (cell(c).values = [[1]]))).code).toBe("InvalidOperation");
    expect((await book.refusal(async (c) => cell(c).delete("Up"))).code).toBe("InvalidOperation");
    const sort = await book.refusal(async (c) =>
      c.workbook.worksheets
        .getItem("集計")
        .getRange("A4:B5")
        .sort.apply([{ key: 1 }]),
    );
    expect(sort.code).toBe("InvalidOperation");
    await book.run(async (c) => void (cell(c).format.fill.color = "#FFFF00"));
    await book.run(async (c) => pivotNamed(c).refresh());
    const color = await book.run(async (c) => {
      const { fill } = cell(c).load("format/fill/color").format;
      await c.sync();
      return fill.color;
    });
    expect(color).toBe("#FFFF00");
  });

  test("上に行を挿せば一緒に動き、全部を消せばなくなり、シートの写しには写しができる", async () => {
    const book = await setUp();
    const answers = await book.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("集計");
      sheet.getRange("1:2").insert("Down");
      const moved = pivotNamed(context).layout.getRange().load("address");
      const copy = sheet.copy("End");
      const copied = copy.pivotTables.getItem("受付").load("name");
      await context.sync();
      sheet.getRange("A1:Z40").clear();
      const gone = sheet.pivotTables.getCount();
      const left = copy.pivotTables.getCount();
      await context.sync();
      return [moved.address, copied.name, gone.value, left.value];
    });
    expect(answers).toEqual(["集計!A5:B8", "受付", 0, 1]);
  });

  test("下に何かあれば、広がって消すことはしない", async () => {
    const book = await setUp();
    await book.write("A7", [["備考"]], "集計");
    const refused = await book.refusal(async (context) => {
      const pivot = pivotNamed(context);
      pivot.rowHierarchies.add(pivot.hierarchies.getItem("種類"));
    });
    expect(refused.code).toBe("InvalidOperation");
    expect(await book.values("A6:A7", "集計")).toEqual([["総計"], ["備考"]]);
  });

  test("保存して開いても、並びも元も同じ。元に戻すと前の形になる", async () => {
    const book = await setUp();
    await book.host.open(JSON.parse(JSON.stringify(book.host.save())));
    await book.run(async (context) => pivotNamed(context).refresh());
    await book.run(async (context) => {
      const pivot = pivotNamed(context);
      pivot.rowHierarchies.add(pivot.hierarchies.getItem("種類"));
    });
    expect(await book.values("A5", "集計")).toEqual([["証明"]]);
    await book.host.undo();
    expect(await book.values("A5", "集計")).toEqual([["本庁"]]);
  });

  test(".xlsx には書いた値だけが入り、ピボットテーブルとスライサーは入らないことを告げる", async () => {
    const book = await setUp();
    await book.run(async (context) => void context.workbook.slicers.add("受付", "方法", "集計"));
    const { problems } = await book.host.saveXlsx();
    expect(problems.map(({ what, where }) => [what, where])).toEqual([
      ["ピボットテーブルの仕組み 1 個", "集計"],
      ["スライサー 1 個", "集計"],
    ]);
  });
});
