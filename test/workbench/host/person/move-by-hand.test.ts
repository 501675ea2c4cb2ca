/** Cells a person cut or dragged elsewhere: what looks at them follows, also into and out of tables. */
import { openWorkbook, type OpenWorkbook } from "../../../helpers/workbook";

const move = (book: OpenWorkbook, area: string, to: string, toSheet = book.host.book().activeSheet) => {
  const at = (address: string) => ({
    row: Number(address.slice(1)) - 1,
    column: address.charCodeAt(0) - 65,
  });
  const [first = "", last = first] = area.split(":");
  const rectangle = {
    top: at(first).row,
    left: at(first).column,
    bottom: at(last).row,
    right: at(last).column,
  };
  return book.host.applyUserEdit({
    kind: "move",
    sheet: book.host.book().activeSheet,
    area: rectangle,
    toSheet,
    ...at(to),
  });
};

const table = async () => {
  const book = await openWorkbook();
  await book.write("A1:B4", [
    ["指標", "目標"],
    ["あ", 1],
    ["い", 2],
    ["う", 3],
  ]);
  await book.run(async ({ workbook }) => {
    workbook.worksheets.getActiveWorksheet().tables.add("A1:B4", true).name = "表";
  });
  return book;
};

test("表の外では、値も数式も書式も動き、見ている数式がついていく", async () => {
  const book = await openWorkbook();
  await book.write("A1:C2", [
    [1, "=A1*2", "=SUM(A1:A2)"],
    [2, "", ""],
  ]);
  await book.run(async ({ workbook }) => {
    workbook.worksheets.getActiveWorksheet().getRange("A1").format.font.bold = true;
  });
  expect(await move(book, "A1:B2", "E5")).toEqual({ kind: "done" });
  expect(await book.formulas("C1")).toEqual([["=SUM(E5:E6)"]]);
  expect(await book.formulas("E5:F6")).toEqual([
    [1, "=E5*2"],
    [2, ""],
  ]);
  const bold = await book.run(async (context) => {
    const cells = ["A1", "E5"].map((address) =>
      context.workbook.worksheets.getActiveWorksheet().getRange(address).format.font.load("bold"),
    );
    await context.sync();
    return cells.map((font) => font.bold);
  });
  expect(bold).toEqual([false, true]);
  await book.host.undo();
  expect(await book.formulas("A1:C1")).toEqual([[1, "=A1*2", "=SUM(A1:A2)"]]);
});

test("別のシートへ動かしても、数式はシートの名とともについていく", async () => {
  const book = await openWorkbook();
  await book.write("A1:B1", [[7, "=A1+1"]]);
  await book.run(async ({ workbook }) => void workbook.worksheets.add("別"));
  const other = book.host.book().sheets.find(({ name }) => name === "別")?.id;
  await move(book, "A1", "C3", other);
  expect(await book.formulas("B1")).toEqual([["=別!C3+1"]]);
  expect(await book.values("B1")).toEqual([[8]]);
  expect(await book.values("C3", "別")).toEqual([[7]]);
});

test("表の中のセルを外へ動かすと、表の形は変わらず、見ている数式がついていく", async () => {
  const book = await table();
  await book.write("D1", [["=B2*10"]]);
  expect(await move(book, "B2", "F8")).toEqual({ kind: "done" });
  expect(await book.values("B2")).toEqual([[""]]);
  expect(await book.values("F8")).toEqual([[1]]);
  expect(await book.formulas("D1")).toEqual([["=F8*10"]]);
  expect(book.host.book().tables[0]?.area).toMatchObject({ top: 0, left: 0, bottom: 3, right: 1 });
});

test("保護されたシートへは動かせず、何も変わらない", async () => {
  const book = await openWorkbook();
  await book.write("A1", [[1]]);
  await book.run(async ({ workbook }) => workbook.worksheets.getActiveWorksheet().protection.protect());
  expect(await move(book, "A1", "C3")).toMatchObject({ kind: "refused", code: "AccessDenied" });
  expect(await book.values("A1")).toEqual([[1]]);
});
