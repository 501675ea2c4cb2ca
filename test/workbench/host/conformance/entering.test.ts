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
