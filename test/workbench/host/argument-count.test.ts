/** A custom function with too many or too few arguments: Excel does not take the formula. */
import type { Association } from "../../../src/workbench/host/calc/custom/definition";
import { openWorkbook } from "../../helpers/workbook";

const parameters = (required: number, optional: number, repeating = false) => [
  ...Array.from({ length: required }, (_, at) => ({ name: `値${at + 1}` })),
  ...Array.from({ length: optional }, (_, at) => ({ name: `任意${at + 1}`, optional: true })),
  ...(repeating ? [{ name: "続き", repeating: true }] : []),
];
const functions = [
  { id: "YEAR", name: "YEAR", parameters: parameters(1, 1) },
  { id: "NOTHING", name: "NOTHING", parameters: [] },
  { id: "SUMUP", name: "SUMUP", parameters: parameters(1, 0, true) },
];
const associations: ReadonlyMap<string, Association> = new Map<string, Association>(
  functions.map(({ id }) => [id, () => 1]),
);

const withFunctions = async () => {
  const book = await openWorkbook();
  await book.host.registerFunctions({ namespace: "PLAN", functions }, associations);
  return book;
};

test.each([
  ["=PLAN.YEAR()", "PLAN.YEAR の引数が足りません（1 個要りますが、0 個しかありません）。"],
  ["=PLAN.YEAR(1,2,3)", "PLAN.YEAR の引数が多すぎます（2 個までですが、3 個あります）。"],
  ["=plan.year(1,2,3)", "PLAN.YEAR の引数が多すぎます"],
  ["=IF(TRUE,PLAN.NOTHING(1))", "PLAN.NOTHING の引数が多すぎます（0 個までですが、1 個あります）。"],
  ["=PLAN.SUMUP()", "PLAN.SUMUP の引数が足りません"],
])("%s は、プログラムにも人にも断られ、セルは元のまま", async (formula, sentence) => {
  const book = await withFunctions();
  await book.write("A1", [["元"]]);
  const { code, message } = await book.refusal(async (context) => {
    context.workbook.worksheets.getActiveWorksheet().getRange("A1").formulas = [[formula]];
    await context.sync();
  });
  expect(code).toBe("InvalidArgument");
  expect(message).toContain(sentence);
  const sheet = book.host.book().activeSheet;
  const typed = await book.host.applyUserEdit({ kind: "type", sheet, row: 0, column: 0, text: formula });
  expect(typed).toMatchObject({ kind: "refused", code: "InvalidArgument" });
  expect(await book.values("A1")).toEqual([["元"]]);
});

test.each([
  "=PLAN.YEAR(1)",
  "=PLAN.YEAR(,)",
  "=PLAN.YEAR(1,2)",
  "=PLAN.NOTHING()",
  "=PLAN.SUMUP(1)",
  "=PLAN.SUMUP(1,2,3,4)",
  '=PLAN.YEAR("(1,2,3)")',
  "=PLAN.YEAR(SUM(1,2,3))",
])("%s は受け取られる", async (formula) => {
  const book = await withFunctions();
  await book.write("A1", [[formula]]);
  expect(await book.formulas("A1")).toEqual([[formula]]);
  expect(await book.values("A1")).toEqual([[1]]);
});

test("関数が登録される前に入れた数式は残り、計算できないことがセルに出る", async () => {
  const book = await openWorkbook();
  await book.write("A1", [["=PLAN.YEAR()"]]);
  await book.host.registerFunctions({ namespace: "PLAN", functions }, associations);
  expect(await book.values("A1")).toEqual([["#VALUE!"]]);
});
