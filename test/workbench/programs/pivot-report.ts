/** ピボットテーブルで集計する: a list with American dates, a cross table over it, a share beside the sum, a slicer, a refresh. */
export const title = "ピボットテーブルで集計する";

export async function program(): Promise<unknown> {
  return Excel.run(async (context) => {
    const list = context.workbook.worksheets.add("申請一覧");
    const table = list.tables.add("A1:D1", true);
    table.name = "申請";
    table.getHeaderRowRange().values = [["Date", "Office", "Way", "Count"]];
    table.rows.add(undefined, [
      ["4/1/2026", "本庁", "紙", 12],
      ["4/2/2026", "本庁", "電子", 20],
      ["4/2/2026", "支所", "紙", 8],
      ["5/1/2026", "支所", "電子", 10],
    ]);
    const report = context.workbook.worksheets.add("申請の集計");
    const pivot = report.pivotTables.add("申請の集計", table, "A3");
    pivot.rowHierarchies.add(pivot.hierarchies.getItem("Office"));
    pivot.columnHierarchies.add(pivot.hierarchies.getItem("Way"));
    pivot.dataHierarchies.add(pivot.hierarchies.getItem("Count"));
    await context.sync();
    const sum = pivot.dataHierarchies.getItem("Sum of Count");
    sum.numberFormat = "#,##0";
    const share = pivot.dataHierarchies.add(pivot.hierarchies.getItem("Count"));
    share.name = "割合";
    share.showAs = { calculation: Excel.ShowAsCalculation.percentOfGrandTotal };
    pivot.layout.layoutType = "Tabular";
    const first = pivot.layout.getDataBodyRange().getLastRow().load("text");
    const slicer = report.slicers.add(pivot, "Date");
    slicer.slicerItems.load("items/name");
    await context.sync();
    slicer.selectItems(slicer.slicerItems.items.slice(0, 2).map(({ name }) => name));
    const chosen = pivot.layout.getDataBodyRange().getLastRow().load("text");
    await context.sync();
    slicer.clearFilters();
    table.rows.add(undefined, [["5/2/2026", "出張所", "紙", 50]]);
    const stale = pivot.layout.getRowLabelRange().load("values");
    await context.sync();
    pivot.refresh();
    const fresh = pivot.layout.getRowLabelRange().load("values");
    const day = table.columns.getItemAt(0).getDataBodyRange().getCell(0, 0).load("values");
    await context.sync();
    return {
      first: first.text[0],
      chosen: chosen.text[0],
      stale: stale.values.flat(),
      fresh: fresh.values.flat(),
      day: day.values[0]?.[0],
    };
  });
}

export const expected = {
  first: ["20", "40.00%", "30", "60.00%", "50", "100.00%"],
  chosen: ["20", "50.00%", "20", "50.00%", "40", "100.00%"],
  stale: ["Office", "支所", "本庁", "総計"],
  fresh: ["Office", "支所", "出張所", "本庁", "総計"],
  day: 46113,
};
