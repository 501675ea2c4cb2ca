/** 通貨を換算する: rates as named items, amounts by formula and by worksheet functions called from the program. */
export const title = "通貨の換算";

export async function program(): Promise<unknown> {
  return Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add("換算");
    sheet.getRange("A1:B4").values = [
      ["通貨", "円"],
      ["USD", 150.25],
      ["EUR", 162.4],
      ["GBP", 190.1],
    ];
    context.workbook.names.add("レート表", sheet.getRange("A2:B4"));
    context.workbook.names.add("手数料", "=0.015", "両替の手数料");
    sheet.getRange("D1:F3").formulas = [
      ["金額", "通貨", "円換算"],
      [100, "EUR", "=ROUND(D2*VLOOKUP(E2,レート表,2,FALSE)*(1-手数料),0)"],
      [20, "JPY", '=IFERROR(D3*VLOOKUP(E3,レート表,2,FALSE),"レートなし")'],
    ];
    sheet.getRange("F2:F3").numberFormat = [["¥#,##0"], ["¥#,##0"]];
    const { functions } = context.workbook;
    const rate = functions.vlookup("USD", sheet.getRange("A2:B4"), 2, false);
    const dollars = functions.round(functions.sum(rate, 0.005), 2).load("value");
    const missing = functions.vlookup("CNY", sheet.getRange("A2:B4"), 2, false).load("value,error");
    const yen = sheet.getRange("F2:F3").load("values,text");
    const fee = context.workbook.names.getItem("手数料").load("type,value,comment");
    await context.sync();
    return {
      yen: yen.text.flat(),
      dollars: dollars.value,
      missing: missing.error,
      fee: [fee.type, fee.value, fee.comment],
    };
  });
}

export const expected = {
  yen: ["¥15,996", "レートなし"],
  dollars: 150.26,
  missing: "#N/A",
  fee: ["Double", 0.015, "両替の手数料"],
};
