/** フィルターのボタン: of a table, and of a sheet's own filter as a budget workbook from Excel brings one. */
import { filteredColumns } from "../../../src/workbench/page/beside/filtered-columns";
import { openWorkbook } from "../../helpers/workbook";

const rows = [
  ["区分", "年度", "金額"],
  ["市税", "R3", 120],
  ["市債", "R3", 9],
  ["市税", "R4", 80],
  ["", "R4", 100],
];

async function budget() {
  const book = await openWorkbook();
  await book.write("B2:D6", rows);
  await book.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    sheet.autoFilter.apply(sheet.getRange("B2:D6"));
  });
  const id = book.host.book().activeSheet;
  const hidden = () =>
    [...(book.host.book().sheets[0]?.rows ?? [])].flatMap(([row, { filtered }]) =>
      filtered ? [row + 1] : [],
    );
  return { book, id, hidden, columns: () => filteredColumns(book.host.book(), id, [0, 1, 2, 3, 4]) };
}

test("シートのフィルターの見出しごとにあり、その列の値を並べる", async () => {
  const { columns } = await budget();
  expect(columns().map(({ row, column, name }) => [row, column, name])).toEqual([
    [1, 1, "区分"],
    [1, 2, "年度"],
    [1, 3, "金額"],
  ]);
  expect(columns().map(({ texts }) => texts())).toEqual([
    ["市債", "市税", ""],
    ["R3", "R4"],
    ["9", "80", "100", "120"],
  ]);
  expect(columns().every(({ sort }) => sort === undefined)).toBe(true);
});

test("選んだ値の行だけを見せ、解除すればすべて戻る", async () => {
  const { book, hidden, columns } = await budget();
  const [kind] = columns();
  if (!kind) throw new Error("no button");
  await book.host.applyUserEdit(kind.set({ filterOn: "Values", values: ["市税"] }));
  expect(hidden()).toEqual([4, 6]);
  expect(columns()[0]?.filter).toEqual({ filterOn: "Values", values: ["市税"] });
  await book.host.applyUserEdit(kind.set());
  expect(hidden()).toEqual([]);
  expect(await book.host.undo()).toBe(true);
  expect(hidden()).toEqual([4, 6]);
});

test("画面にない列のボタンは作らない", async () => {
  const { book, id } = await budget();
  expect(filteredColumns(book.host.book(), id, [3, 9]).map(({ name }) => name)).toEqual(["金額"]);
});

test("表の列は、並べ替えも", async () => {
  const book = await openWorkbook();
  await book.write("A1:B3", [
    ["指標", "実績"],
    ["経常収支比率", 91.2],
    ["実質公債費比率", 5],
  ]);
  await book.run(async (context) => {
    context.workbook.worksheets.getActiveWorksheet().tables.add("A1:B3", true);
  });
  const [, actual] = filteredColumns(book.host.book(), book.host.book().activeSheet, [0, 1]);
  if (!actual?.sort) throw new Error("no order");
  await book.host.applyUserEdit(actual.sort(true));
  expect(await book.values("B2:B3")).toEqual([[5], [91.2]]);
  const after = filteredColumns(book.host.book(), book.host.book().activeSheet, [0, 1]);
  expect(after.map(({ name, sorted }) => [name, sorted])).toEqual([
    ["指標", undefined],
    ["実績", "up"],
  ]);
});
