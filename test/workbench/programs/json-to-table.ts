/** JSON を表に入れる: what a service answered becomes a table, dates and text codes as they are. */
export const title = "JSON を表に取り込む";

export async function program(): Promise<unknown> {
  const answer = JSON.parse(
    `[{"code":"011002","name":"札幌市","population":1973395,"date":"2020-10-01"},
      {"code":"112101","name":"加須市","population":111623,"date":"2020-10-01"}]`,
  ) as { code: string; name: string; population: number; date: string }[];
  return Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add("取込");
    const headers = ["団体コード", "団体名", "人口", "基準日"];
    const range = sheet.getRangeByIndexes(0, 0, answer.length + 1, headers.length);
    range.getColumn(0).numberFormat = [["@"]];
    range.values = [headers, ...answer.map((one) => [one.code, one.name, one.population, one.date])];
    const table = sheet.tables.add(range, true);
    table.name = "団体";
    table.columns.getItem("人口").getDataBodyRange().numberFormat = [["#,##0"]];
    table.columns.getItem("基準日").getDataBodyRange().numberFormat = [["yyyy/mm/dd"]];
    table.sort.apply([{ key: 2, ascending: true }]);
    table.columns.add(undefined, [
      ["規模"],
      ['=IF([@人口]>500000,"大","小")'],
      ['=IF([@人口]>500000,"大","小")'],
    ]);
    const body = table.getDataBodyRange().load("text,values");
    await context.sync();
    return { text: body.text, code: typeof body.values[0]?.[0] };
  });
}

export const expected = {
  text: [
    ["112101", "加須市", "111,623", "2020/10/01", "小"],
    ["011002", "札幌市", "1,973,395", "2020/10/01", "大"],
  ],
  code: "string",
};
