/** Slicers: made for a table or a PivotTable, choosing from it, placed and named; nothing of them is drawn. */
import { pivotBook } from "./pivot-data";

const withTable = async () => {
  const book = await pivotBook();
  await book.run(async (context) => {
    const list = context.workbook.worksheets.getItem("一覧");
    const table = list.tables.add("A1:E6", true);
    table.name = "受付簿";
    list.slicers.add(table, "窓口").name = "窓口で選ぶ";
  });
  return book;
};

const visible = (context: Excel.RequestContext) =>
  context.workbook.worksheets.getItem("一覧").getRange("A2:A6").getVisibleView().load("values");

test("表の列から選ぶと、その列の絞り込みになる", async () => {
  const book = await withTable();
  const answers = await book.run(async (context) => {
    const slicer = context.workbook.slicers.getItem("窓口で選ぶ");
    slicer.selectItems(["支所"]);
    slicer.load("id,name,caption,isFilterCleared,sortBy,style");
    const chosen = slicer.getSelectedItems();
    const shown = visible(context);
    const { filter } = context.workbook.tables
      .getItem("受付簿")
      .columns.getItem("窓口")
      .load("filter/criteria");
    slicer.worksheet.load("name");
    await context.sync();
    slicer.clearFilters();
    slicer.load("isFilterCleared");
    const all = context.workbook.slicers.getItem(slicer.id).getSelectedItems();
    const first = [slicer.name, slicer.caption, slicer.isFilterCleared, slicer.sortBy, slicer.worksheet.name];
    await context.sync();
    return [
      first,
      chosen.value,
      shown.values.flat(),
      filter.criteria.values,
      all.value,
      slicer.isFilterCleared,
    ];
  });
  expect(answers).toEqual([
    ["窓口で選ぶ", "窓口", false, "DataSourceOrder", "一覧"],
    ["支所"],
    ["支所", "支所"],
    ["支所"],
    ["支所", "本庁"],
    true,
  ]);
});

test("項目を一つずつ外せ、順と見出しと場所を変えられる", async () => {
  const book = await withTable();
  const answers = await book.run(async (context) => {
    const slicer = context.workbook.worksheets.getItem("一覧").slicers.getItemAt(0);
    slicer.slicerItems.getItem("支所").isSelected = false;
    slicer.set({ caption: "場所", left: 10, top: 20, width: 150, height: 100, style: "SlicerStyleLight6" });
    slicer.sortBy = "Descending" as Excel.SlicerSortType;
    slicer.load("caption,left,top,width,height,style");
    slicer.slicerItems.load("items/key,items/name,items/hasData,items/isSelected");
    const count = slicer.slicerItems.getCount();
    const none = slicer.slicerItems.getItemOrNullObject("県庁");
    const shown = visible(context);
    await context.sync();
    const items = slicer.slicerItems.items.map(({ key, name, hasData, isSelected }) => [
      key,
      name,
      hasData,
      isSelected,
    ]);
    const { caption, left, top, width, height, style } = slicer;
    return [
      items,
      count.value,
      none.isNullObject,
      shown.values.length,
      [caption, left, top, width, height, style],
    ];
  });
  expect(answers).toEqual([
    [
      ["本庁", "本庁", true, true],
      ["支所", "支所", true, false],
    ],
    2,
    true,
    3,
    ["場所", 10, 20, 150, 100, "SlicerStyleLight6"],
  ]);
});

test("ピボットテーブルのフィールドから選ぶと、軸に置いていなくても数える行が絞られる", async () => {
  const book = await pivotBook();
  const total = async () => (await book.values("B3:B6", "集計")).flat().at(-1);
  await book.run(async (context) => {
    const { slicers } = context.workbook.worksheets.getItem("集計");
    slicers.add("受付", "方法").selectItems(["紙"]);
  });
  expect(await total()).toBe(60);
  await book.run(async (context) => context.workbook.slicers.getItem("方法").clearFilters());
  expect(await total()).toBe(150);
});

test("同じ名前は断り、表やピボットテーブルが消えれば一緒に消える", async () => {
  const book = await withTable();
  const taken = await book.refusal(async (context) => {
    context.workbook.slicers.getItem("窓口で選ぶ").load("name");
    context.workbook.slicers.add("受付", "種類").name = "窓口で選ぶ";
  });
  await book.run(async (context) => context.workbook.slicers.getItem("種類").delete());
  expect(taken.code).toBe("InvalidArgument");
  const unknown = await book.refusal(async (context) => context.workbook.slicers.add("受付簿", "県"));
  expect(unknown.code).toBe("InvalidArgument");
  const counts = await book.run(async (context) => {
    const { slicers, tables, pivotTables } = context.workbook;
    slicers.add("受付", "種類", "集計").delete();
    slicers.add("受付", "種類", "集計");
    const before = slicers.getCount();
    const none = slicers.getItemOrNullObject("ない");
    await context.sync();
    tables.getItem("受付簿").convertToRange();
    pivotTables.getItem("受付").delete();
    const after = slicers.getCount();
    slicers.load("items");
    await context.sync();
    return [before.value, none.isNullObject, after.value, slicers.items.length];
  });
  expect(counts).toEqual([2, true, 0, 0]);
});
