/** Filling on: what stands in the cells next to those a person dragged from. */
import { openWorkbook } from "../../helpers/workbook";

const area = (top: number, bottom: number) => ({ top, left: 0, bottom, right: 0 });

test.each<[string, unknown[], boolean, number, unknown[]]>([
  ["数ひとつは写すだけ", [5], true, 3, [5, 5]],
  ["二つの数は同じ差で続く", [10, 20], true, 4, [30, 40]],
  ["減る数も", [1, 0.9], true, 4, [0.8, 0.7]],
  ["末尾の番号は数える", ["施策1"], true, 3, ["施策2", "施策3"]],
  ["年度は数える", ["令和3年度"], true, 3, ["令和4年度", "令和5年度"]],
  ["けたをそろえた番号", ["R-009"], true, 2, ["R-010"]],
  ["番号のない文字は写す", ["達成"], true, 3, ["達成", "達成"]],
  ["Ctrl+D は数えない", ["施策1"], false, 3, ["施策1", "施策1"]],
  ["空白は空白のまま", [""], true, 3, ["", ""]],
  ["文字の 001 は文字のまま", ["'001"], false, 2, ["001"]],
])("%s", async (_name, given, countOn, rows, expected) => {
  const book = await openWorkbook();
  await book.write(
    `A1:A${given.length}`,
    given.map((value) => [value]),
  );
  const sheet = book.host.book().activeSheet;
  const from = area(0, given.length - 1);
  const outcome = await book.host.applyUserEdit({
    kind: "fill",
    sheet,
    from,
    to: area(0, rows - 1),
    countOn,
  });
  expect(outcome).toEqual({ kind: "done" });
  const found = await book.values(`A${given.length + 1}:A${rows}`);
  expect(found.map(([value]) => value)).toEqual(expected);
});

test("数式は相対参照が動き、上へも伸びる", async () => {
  const book = await openWorkbook();
  await book.write("B1:B4", [[1], [2], [3], [4]]);
  await book.write("A3:A3", [["=B3*2"]]);
  const sheet = book.host.book().activeSheet;
  await book.host.applyUserEdit({ kind: "fill", sheet, from: area(2, 2), to: area(0, 2), countOn: true });
  await book.host.applyUserEdit({ kind: "fill", sheet, from: area(2, 2), to: area(2, 3), countOn: true });
  expect(await book.formulas("A1:A4")).toEqual([["=B1*2"], ["=B2*2"], ["=B3*2"], ["=B4*2"]]);
  expect(await book.values("A1:A4")).toEqual([[2], [4], [6], [8]]);
});

test("自分で決めた数式の入力規則は、打った値で確かめる", async () => {
  const book = await openWorkbook();
  await book.write("B1:B2", [[10], [20]]);
  await book.run(async (context) => {
    const { dataValidation } = context.workbook.worksheets.getActiveWorksheet().getRange("A1:A2");
    dataValidation.rule = { custom: { formula: "=A1<=B1" } };
    dataValidation.errorAlert = {
      showAlert: true,
      style: "Stop",
      title: "上限",
      message: "隣の値までです。",
    };
  });
  const sheet = book.host.book().activeSheet;
  const type = (row: number, text: string) =>
    book.host.applyUserEdit({ kind: "type", sheet, row, column: 0, text });
  expect(await type(1, "15")).toEqual({ kind: "done" });
  expect(await type(0, "15")).toMatchObject({ kind: "refused", message: "隣の値までです。" });
  expect(await book.values("A1:A2")).toEqual([[""], [15]]);
});
