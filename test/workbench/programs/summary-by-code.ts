/** クロス集計を自分で作る: groups in the program, a summary sheet with formulas, grouped rows, a copy of the sheet to keep. */
export const title = "クロス集計";

export async function program(): Promise<unknown> {
  return Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add("明細");
    sheet.getRange("A1:C7").values = [
      ["款", "節", "金額"],
      ["総務費", "報酬", 100],
      ["総務費", "需用費", 50],
      ["民生費", "扶助費", 300],
      ["民生費", "報酬", 80],
      ["土木費", "工事", 500],
      ["総務費", "報酬", 20],
    ];
    sheet.tables.add("A1:C7", true).name = "明細表";
    const data = sheet.tables.getItem("明細表").getDataBodyRange().load("values");
    await context.sync();
    const rows = [...new Set(data.values.map((row) => String(row[0])))];
    const columns = [...new Set(data.values.map((row) => String(row[1])))];
    const pivot = context.workbook.worksheets.add("集計表");
    const area = pivot.getRangeByIndexes(0, 0, rows.length + 1, columns.length + 1);
    area.formulas = [
      ["", ...columns],
      ...rows.map((name, row) => [
        name,
        ...columns.map(
          (_, column) =>
            `=SUMIFS(明細表[金額],明細表[款],$A${row + 2},明細表[節],${String.fromCharCode(66 + column)}$1)`,
        ),
      ]),
    ];
    const totals = pivot.getRangeByIndexes(rows.length + 1, 1, 1, columns.length);
    totals.formulasR1C1 = [columns.map(() => `=SUM(R[-${rows.length}]C:R[-1]C)`)];
    pivot.getRange("2:4").group(Excel.GroupOption.byRows);
    area.getRow(0).style = "Heading3";
    const copy = pivot.copy(Excel.WorksheetPositionType.after, pivot);
    copy.name = "控え";
    sheet.getRange("C2").values = [[1000]];
    totals.load("values");
    const kept = copy.getRangeByIndexes(1, 1, 1, 1).load("formulas,values");
    const readers = sheet.getRange("C2").getDirectDependents().load("addresses");
    await context.sync();
    return { rows, totals: totals.values[0], kept: kept.values[0]?.[0], readers: readers.addresses.length };
  });
}

export const expected = {
  rows: ["総務費", "民生費", "土木費"],
  totals: [1100, 50, 300, 500],
  kept: 1020,
  readers: 2,
};
