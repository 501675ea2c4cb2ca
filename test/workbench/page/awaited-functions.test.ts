/** ブックを開いたとき: until the new pane's functions are there, no call is answered, least of all by those of the pane that is gone. */
import { awaitedFunctions } from "../../../src/workbench/page/frame/awaited-functions";
import type { Association, FunctionDefinitions } from "../../../src/workbench/host/calc/calc";
import { openWorkbook } from "../../helpers/workbook";

const definitions: FunctionDefinitions = {
  namespace: "PLAN",
  functions: [{ id: "WHO", name: "WHO", parameters: [] }],
};
const answering = (words: string) => new Map<string, Association>([["WHO", () => words]]);

test("前の関数は、開いたブックに答えない。新しい関数が来ると計算される", async () => {
  const book = await openWorkbook();
  await book.host.registerFunctions(definitions, answering("前"));
  await book.write("A1", [["=PLAN.WHO()"]]);
  expect(await book.values("A1")).toEqual([["前"]]);

  await book.host.registerFunctions(definitions, awaitedFunctions(definitions));
  // Nothing is calculated for its own sake.
  expect(await book.values("A1")).toEqual([["前"]]);
  await book.run((context) => {
    context.workbook.worksheets.getActiveWorksheet().getRange("A1").setDirty();
    context.workbook.application.calculate("Recalculate");
    return Promise.resolve();
  });
  expect(await book.values("A1")).toEqual([["#BUSY!"]]);

  await book.host.registerFunctions(definitions, answering("新しい"));
  expect(await book.values("A1")).toEqual([["新しい"]]);
});
