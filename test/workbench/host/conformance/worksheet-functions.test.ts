/** Functions called from a program: `workbook.functions.sum(range, 5)`, each with a result known from elsewhere. */
import { openWorkbook, type OpenWorkbook } from "../../../helpers/workbook";
import { CELLS, FUNCTION_CASES, type Argument } from "./worksheet-functions";

type Callable = Readonly<Record<string, (...given: unknown[]) => Excel.FunctionResult<unknown>>>;

const sheetOf = (context: Excel.RequestContext) => context.workbook.worksheets.getItem("Sheet1");

let book: OpenWorkbook;
beforeAll(async () => {
  book = await openWorkbook();
  await book.run(async (context) => {
    for (const [column, values] of Object.entries(CELLS))
      sheetOf(context).getRange(`${column}1:${column}${values.length}`).values = values.map((one) => [one]);
  });
});

const called = (member: string, given: readonly Argument[]) =>
  book.run(async (context) => {
    const all = given
      .flat()
      .map((one) =>
        typeof one === "string" && one.startsWith("@") ? sheetOf(context).getRange(one.slice(1)) : one,
      );
    const result = (context.workbook.functions as unknown as Callable)[member]?.(...all);
    result?.load("value,error");
    await context.sync();
    return { value: result?.value, error: result?.error };
  });

test.each(FUNCTION_CASES)("functions.%s(%j) は %j", async (member, given, expected) => {
  const { value, error } = await called(member, given);
  expect(error).toBeNull();
  if (typeof expected !== "number") expect(value).toBe(expected);
  else
    expect(Math.abs(Number(value) - expected)).toBeLessThanOrEqual(1e-6 * Math.max(1e-3, Math.abs(expected)));
});

describe("値でない答え", () => {
  test.each([
    ["na", [], "#N/A"],
    ["sqrt", [-1], "#NUM!"],
    ["vlookup", ["Z", "@F2:G4", 2, false], "#N/A"],
    ["sum", ["@I1:I2"], "#DIV/0!"],
  ] as const)("%s は error に入り、value は null", async (member, given, expected) => {
    expect(await called(member, given)).toEqual({ value: null, error: expected });
  });
  test("isErr と error_Type は誤りを見分ける", async () => {
    expect(await called("isErr", ["@I1"])).toEqual({ value: true, error: null });
    expect(await called("error_Type", ["@I1"])).toEqual({ value: 2, error: null });
  });
});

test("now・today・rand はその時の値", async () => {
  const value = async (member: string) => Number((await called(member, [])).value);
  const [now, today, rand] = [await value("now"), await value("today"), await value("rand")];
  expect(Math.floor(now) - today).toBeGreaterThanOrEqual(0);
  expect(now - today).toBeLessThan(2);
  expect(rand).toBeGreaterThanOrEqual(0);
  expect(rand).toBeLessThan(1);
});

test("結果を次の関数に渡せ、範囲は番地の文字でもよい", async () => {
  const value = await book.run(async (context) => {
    const { functions } = context.workbook;
    const total = functions.sum(sheetOf(context).getRange("A1:A8"), { address: "Sheet1!B1:B2" });
    const rounded = functions.round(functions.sqrt(total), 2).load("value");
    await context.sync();
    return rounded.value;
  });
  expect(value).toBe(6.32);
});

test("セルを直せば、次に読むときの答えも変わる", async () => {
  await book.run(async (context) => {
    sheetOf(context).getRange("T1").values = [[1]];
    const before = context.workbook.functions.sum(sheetOf(context).getRange("T1:T2")).load("value");
    await context.sync();
    sheetOf(context).getRange("T2").formulas = [["=T1*10"]];
    const after = context.workbook.functions.sum(sheetOf(context).getRange("T1:T2")).load("value");
    await context.sync();
    expect([before.value, after.value]).toEqual([1, 11]);
  });
});

test("知らない関数は名を挙げて断る", async () => {
  const { code, message } = await book.refusal(async (context) => {
    context.workbook.functions.usdollar(1).load("value");
    await context.sync();
  });
  expect([code, message]).toEqual(["ApiNotFound", expect.stringMatching(/Functions\.usdollar/i)]);
});
