/** What becomes of what a program writes into cells. */
import { openWorkbook } from "../../../helpers/workbook";

type Context = Excel.RequestContext;
const rangeOf = (context: Context, address: string) =>
  context.workbook.worksheets.getItem("Sheet1").getRange(address);

describe("一つの式を何セルにも入れる（Ctrl+Enter と同じ）", () => {
  const doubled = [["=A1*2", "=B1*2"], ["=A2*2", "=B2*2"]]; // prettier-ignore
  test.each([
    ["formulas に一つ", (range: Excel.Range) => void (range.formulas = "=A1*2" as never), doubled],
    ["formulas に 1×1", (range: Excel.Range) => void (range.formulas = [["=A1*2"]]), doubled],
    ["values に一つ", (range: Excel.Range) => void (range.values = "=A1*2" as never), doubled],
    ["formulasLocal に一つ", (range: Excel.Range) => void (range.formulasLocal = "=A1*2" as never), doubled],
    [
      "絶対参照は動かない",
      (range: Excel.Range) => void (range.formulas = [["=$A$1+A$1+$A1"]]),
      [
        ["=$A$1+A$1+$A1", "=$A$1+B$1+$A1"],
        ["=$A$1+A$1+$A2", "=$A$1+B$1+$A2"],
      ],
    ],
    [
      "R1C1 では同じ式",
      (range: Excel.Range) => void (range.formulasR1C1 = "=RC[-3]" as never),
      [
        ["=A1", "=B1"],
        ["=A2", "=B2"],
      ],
    ],
    [
      "大きさの同じ配列は書いたまま",
      (range: Excel.Range) =>
        void (range.formulas = [
          ["=A1", "=A1"],
          ["=A1", "=A1"],
        ]),
      [
        ["=A1", "=A1"],
        ["=A1", "=A1"],
      ],
    ],
  ])("%s", async (_, write, expected) => {
    const book = await openWorkbook();
    await book.run(async (context) => write(rangeOf(context, "D1:E2")));
    expect(await book.formulas("D1:E2")).toEqual(expected);
  });
});

describe("式が連れてくる表示形式", () => {
  const FORMATS = [["¥#,##0", "0.0%", "yyyy/m/d", "yyyy/m/d", "@", "General"]];
  test.each([
    ["=TODAY()", "yyyy/m/d"],
    ["=NOW()", "yyyy/m/d h:mm"],
    ["=DATE(2026,4,1)", "yyyy/m/d"],
    ["=TIME(9,0,0)", "h:mm AM/PM"],
    ["=A1", "¥#,##0"],
    ["=-A1", "¥#,##0"],
    ["=F1+A1", "¥#,##0"],
    ["=SUM(B1:F1)", "0.0%"],
    ["=AVERAGE(A1,B1)", "¥#,##0"],
    ["=C1+30", "yyyy/m/d"],
    ["=C1-D1", "General"],
    ["=A1*3", "¥#,##0"],
    ["=B1*F1", "General"],
    ["=A1/4", "¥#,##0"],
    ["=A1/A1", "General"],
    ["=10%", "0%"],
    ["=E1", "General"],
    ["=VLOOKUP(1,A1:B1,1)", "General"],
    ['=A1&"円"', "General"],
  ])("%s → %s", async (formula, expected) => {
    const book = await openWorkbook();
    const format = await book.run(async (context) => {
      rangeOf(context, "A1:F1").numberFormat = FORMATS;
      const cell = rangeOf(context, "H1");
      cell.formulas = [[formula]];
      cell.load("numberFormat");
      await context.sync();
      return cell.numberFormat[0]?.[0];
    });
    expect(format).toBe(expected);
  });

  test("表示形式のあるセルはそのまま、ほかのシートのセルからも連れてくる", async () => {
    const book = await openWorkbook();
    const formats = await book.run(async (context) => {
      context.workbook.worksheets.add("元").getRange("A1").numberFormat = [["0.00"]];
      rangeOf(context, "B1").numberFormat = [["#,##0"]];
      rangeOf(context, "A1:B1").formulas = [["=元!A1", "=元!A1"]];
      const cells = rangeOf(context, "A1:B1").load("numberFormat");
      await context.sync();
      return cells.numberFormat;
    });
    expect(formats).toEqual([["0.00", "#,##0"]]);
  });
});
