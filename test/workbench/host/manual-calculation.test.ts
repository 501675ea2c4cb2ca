/** Calculation by hand: what was entered shows its value, what depends on it waits until it is asked for. */
import { cellAt } from "../../../src/workbench/host/model/cells/grid";
import { openWorkbook, type OpenWorkbook } from "../../helpers/workbook";

const byHand = async (): Promise<OpenWorkbook> => {
  const book = await openWorkbook();
  await book.write("A1:B1", [[1, "=A1*2"]]);
  await book.run(async ({ workbook }) => void (workbook.application.calculationMode = "Manual"));
  return book;
};
const type = (book: OpenWorkbook, row: number, column: number, text: string) =>
  book.host.applyUserEdit({ kind: "type", sheet: book.host.book().activeSheet, row, column, text });

test.each(["人が打つ", "プログラムが書く"])(
  "%sと、入れた数式だけが計算され、それを見る数式は待つ",
  async (who) => {
    const book = await byHand();
    if (who === "人が打つ") {
      await type(book, 0, 0, "5");
      await type(book, 0, 2, "=A1+B1");
    } else await book.write("A1:C1", [[5, null, "=A1+B1"]]);
    // The new formula sees the new 5 and the old 2.
    expect(await book.values("A1:C1")).toEqual([[5, 2, 7]]);
    await book.run(async ({ workbook }) => workbook.application.calculate("Recalculate"));
    expect(await book.values("A1:C1")).toEqual([[5, 10, 15]]);
  },
);

test("入れた数式どうしは、並びにかかわらず、参照される方から計算される", async () => {
  const book = await byHand();
  await book.write("C1:E1", [["=D1+1", "=E1+1", "=10"]]);
  expect(await book.values("C1:E1")).toEqual([[12, 11, 10]]);
});

test("入れた数式はスピルもする。塞いだ先を空けても、計算するまで広がらない", async () => {
  const book = await byHand();
  await book.write("D2", [["じゃま"]]);
  await book.write("D1", [["=SEQUENCE(2)"]]);
  expect(await book.values("D1")).toEqual([["#SPILL!"]]);
  await book.write("D2", [[""]]);
  expect(await book.values("D1:D2")).toEqual([["#SPILL!"], [""]]);
  await book.run(async ({ workbook }) => workbook.application.calculate("Recalculate"));
  expect(await book.values("D1:D2")).toEqual([[1], [2]]);
});

test("元に戻しても、待っていた数式は待ったまま", async () => {
  const book = await byHand();
  await type(book, 0, 0, "5");
  await type(book, 0, 3, "おわり");
  await book.host.undo();
  expect(await book.values("A1:B1")).toEqual([[5, 2]]);
  await book.host.calculate();
  expect(await book.values("A1:B1")).toEqual([[5, 10]]);
});

test("自動に戻すと、待っていたものがすぐ計算される", async () => {
  const book = await byHand();
  await book.write("A1", [[5]]);
  await book.run(async ({ workbook }) => void (workbook.application.calculationMode = "Automatic"));
  expect(await book.values("B1")).toEqual([[10]]);
});

test("AutomaticExceptTables では、ふつうの数式は自動で計算される", async () => {
  const book = await byHand();
  await book.run(async ({ workbook }) => {
    workbook.application.calculationMode = "AutomaticExceptTables";
  });
  await book.write("A1", [[5]]);
  expect(await book.values("B1")).toEqual([[10]]);
});

test("suspendApiCalculationUntilNextSync のあとの sync で計算される", async () => {
  const book = await openWorkbook();
  await book.write("A1:B1", [[1, "=A1*2"]]);
  await book.run(async (context) => {
    context.application.suspendApiCalculationUntilNextSync();
    context.workbook.worksheets.getActiveWorksheet().getRange("A1").values = [[5]];
  });
  // Asked of the workbook itself: a program that reads would make it calculate.
  const [sheet] = book.host.book().sheets;
  expect(sheet && cellAt(sheet.grid, 0, 1)?.value).toBe(10);
});

test("ファイルを開いて手動のまま計算しても、値は変わらず、数式は生きている", async () => {
  const book = await byHand();
  await book.write("A1", [[5]]);
  const other = await openWorkbook();
  expect(await other.host.open(JSON.parse(JSON.stringify(book.host.save())))).toEqual({ kind: "opened" });
  expect(await other.values("A1:B1")).toEqual([[5, 2]]);
  await other.host.calculate(true);
  expect(await other.values("A1:B1")).toEqual([[5, 10]]);
});
