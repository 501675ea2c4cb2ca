/** 表記を直す: find and replace over a sheet, trimmed texts, duplicates removed, blanks filled down. */
export const title = "表記の掃除";

export async function program(): Promise<unknown> {
  return Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add("掃除");
    sheet.getRange("A1:B7").values = [
      ["課", "事業"],
      [" 財政課", "市税の収納（株）"],
      ["", "基金の運用"],
      ["企画課", "計画の策定"],
      ["企画課", "計画の策定"],
      ["", "広報（株）"],
      ["税務課 ", "評価替え"],
    ];
    const body = sheet.getRange("A2:B7");
    const replaced = sheet.replaceAll("（株）", "㈱", { completeMatch: false, matchCase: true });
    body.load("values");
    await context.sync();
    let last = "";
    body.values = body.values.map(([department, work]) => {
      last = String(department).trim() || last;
      return [last, String(work).trim()];
    });
    const result = body.removeDuplicates([0, 1], false).load("removed,uniqueRemaining");
    const all = sheet
      .findAllOrNullObject("財政課", { completeMatch: true, matchCase: false })
      .load("cellCount");
    const none = sheet.findAllOrNullObject("無い言葉", {});
    const after = sheet.getRange("A2:B6").load("values");
    await context.sync();
    return {
      replaced: replaced.value,
      removed: [result.removed, result.uniqueRemaining],
      all: all.cellCount,
      none: none.isNullObject,
      after: after.values,
    };
  });
}

export const expected = {
  replaced: 2,
  removed: [1, 5],
  all: 2,
  none: true,
  after: [
    ["財政課", "市税の収納㈱"],
    ["財政課", "基金の運用"],
    ["企画課", "計画の策定"],
    ["企画課", "広報㈱"],
    ["税務課", "評価替え"],
  ],
};
