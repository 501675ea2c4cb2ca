/** 絞り込んで数える: filters by value and by condition, what is left to see, and all of it again. */
export const title = "絞り込み";

export async function program(): Promise<unknown> {
  return Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add("絞込");
    sheet.getRange("A1:C6").values = [
      ["課", "状態", "日数"],
      ["財政課", "未入力", 12],
      ["企画課", "済", 3],
      ["財政課", "済", 5],
      ["税務課", "未入力", 30],
      ["企画課", "未入力", 8],
    ];
    const table = sheet.tables.add("A1:C6", true);
    const seen = async (): Promise<unknown[]> => {
      const view = table.getDataBodyRange().getVisibleView().load("values");
      await context.sync();
      return view.values.map((row) => row[0] as unknown);
    };
    table.columns.getItem("状態").filter.applyValuesFilter(["未入力"]);
    const byValue = await seen();
    table.columns.getItem("日数").filter.applyCustomFilter(">=10");
    const both = await seen();
    table.clearFilters();
    table.columns.getItem("日数").filter.applyTopItemsFilter(2);
    const top = await seen();
    table.clearFilters();
    const all = await seen();
    sheet.getRange("E1:F4").values = [
      ["印", "数"],
      ["○", 1],
      ["×", 2],
      ["○", 3],
    ];
    sheet.autoFilter.apply(sheet.getRange("E1:F4"), 0, { filterOn: Excel.FilterOn.values, values: ["○"] });
    sheet.autoFilter.load("isDataFiltered");
    await context.sync();
    const filtered = sheet.autoFilter.isDataFiltered;
    sheet.autoFilter.remove();
    await context.sync();
    return { byValue, both, top, all: all.length, filtered };
  });
}

export const expected = {
  byValue: ["財政課", "税務課", "企画課"],
  both: ["財政課", "税務課"],
  top: ["財政課", "税務課"],
  all: 5,
  filtered: true,
};
