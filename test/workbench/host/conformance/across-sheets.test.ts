/** いくつものシートにまたがる参照: `四月:六月!B2` is the same cells on every sheet from one to another. */
import { openWorkbook, type OpenWorkbook } from "../../../helpers/workbook";

async function quarter(): Promise<OpenWorkbook> {
  const book = await openWorkbook();
  await book.run(async (context) => {
    const { worksheets } = context.workbook;
    for (const [at, name] of ["四月", "五月", "六 月", "まとめ"].entries()) {
      worksheets.add(name).getRange("B1:B2").values = [[at + 1], [10 * (at + 1)]];
    }
    return Promise.resolve();
  });
  return book;
}

const enter = (book: OpenWorkbook, ...formulas: string[]) =>
  book.run((context) => {
    const cells = formulas.map((formula) => [formula]);
    context.workbook.worksheets.getItem("まとめ").getRange(`D1:D${cells.length}`).formulas = cells;
    return Promise.resolve();
  });

describe("いくつものシートにまたがる参照", () => {
  test("間のシートも、両端も合わせて計算し、書かれたとおりに残る", async () => {
    const book = await quarter();
    const formulas = ["=SUM('四月:六 月'!B1)", "=MAX(四月:五月!B1:B2)", "=COUNT('六 月:四月'!$B$1:$B$2)"];
    await enter(book, ...formulas);
    expect(await book.values("D1:D3", "まとめ")).toEqual([[6], [20], [6]]);
    expect((await book.formulas("D1:D3", "まとめ")).flat()).toEqual(formulas);
  });

  test("どのシートのセルが変わっても、すぐ従う", async () => {
    const book = await quarter();
    await enter(book, "=SUM('四月:六 月'!B1)");
    await book.write("B1", [[100]], "五月");
    expect(await book.values("D1", "まとめ")).toEqual([[104]]);
  });

  test("間に入ったシートも数え、間から出たシートは数えない", async () => {
    const book = await quarter();
    await enter(book, "=SUM('四月:六 月'!B1)");
    await book.run((context) => {
      context.workbook.worksheets.getItem("五月").position = 0;
      return Promise.resolve();
    });
    expect(await book.values("D1", "まとめ")).toEqual([[4]]);
    await book.run((context) => {
      context.workbook.worksheets.getItem("五月").position = 2;
      return Promise.resolve();
    });
    expect(await book.values("D1", "まとめ")).toEqual([[6]]);
  });

  test("端のシートの名前が変わると、数式もその名前になる", async () => {
    const book = await quarter();
    await enter(book, "=SUM('四月:六 月'!B1)", "=SUM(四月:五月!B1)");
    await book.run((context) => {
      context.workbook.worksheets.getItem("四月").name = "四月分";
      return Promise.resolve();
    });
    expect((await book.formulas("D1:D2", "まとめ")).flat()).toEqual([
      "=SUM('四月分:六 月'!B1)",
      "=SUM(四月分:五月!B1)",
    ]);
    expect(await book.values("D1:D2", "まとめ")).toEqual([[6], [3]]);
  });

  test("ないシートまでの参照は #REF! で、数式は残る", async () => {
    const book = await quarter();
    await enter(book, "=SUM(四月:九月!B1)");
    expect(await book.values("D1", "まとめ")).toEqual([["#REF!"]]);
    expect(await book.formulas("D1", "まとめ")).toEqual([["=SUM(四月:九月!B1)"]]);
  });

  test("セルからセルまでの範囲は、シートにまたがる参照ではない", async () => {
    const book = await quarter();
    await enter(book, "=SUM(四月!B1:四月!B2)", "=SUM(B1:まとめ!B2)");
    expect(await book.values("D1:D2", "まとめ")).toEqual([[11], [44]]);
  });

  test(".xlsx に保存して開き直しても、同じ数式で同じ値", async () => {
    const book = await quarter();
    const formulas = ["=SUM('四月:六 月'!B1)", "=SUM(四月:五月!B1)"];
    await enter(book, ...formulas);
    const { bytes } = await book.host.saveXlsx();
    const again = await openWorkbook();
    expect(await again.host.openXlsx(bytes, "四半期.xlsx")).toMatchObject({ kind: "opened", problems: [] });
    expect((await again.formulas("D1:D2", "まとめ")).flat()).toEqual(formulas);
    await again.write("B1", [[100]], "四月");
    expect(await again.values("D1:D2", "まとめ")).toEqual([[105], [102]]);
  });
});
