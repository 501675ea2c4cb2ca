/** Kinds of custom functions besides the plain one: streaming, cancelable, volatile, repeating parameters, tables with errors, addresses. */
import type { Association, FunctionMetadata } from "../../../src/workbench/host/calc/calc";
import { createSheet, type TestSheet } from "./sheet";

interface Invocation {
  readonly address?: string;
  readonly parameterAddresses?: readonly (string | undefined)[];
  readonly isInValuePreview: boolean;
  setResult(value: unknown): void;
  onCanceled: () => void;
}

class CustomError extends Error {
  constructor(
    readonly code: string,
    message = "",
  ) {
    super(message);
  }
}

const any = (name: string, more: object = {}) => ({ name, type: "any", ...more });
const range = (name: string, more: object = {}) => any(name, { dimensionality: "matrix", ...more });

const register = (
  sheet: TestSheet,
  metadata: Partial<FunctionMetadata>,
  run: (...given: never[]) => unknown,
): void =>
  sheet.calc.registerFunctions(
    {
      namespace: "PLAN",
      functions: [{ id: "F", name: "F", parameters: [], ...metadata }],
      allowErrorForDataTypeAny: true,
    },
    new Map<string, Association>([["F", run]]),
  );

/** A stream that its test speaks through: every call, in order, with what it was given. */
const stream = (sheet: TestSheet, parameters = [any("間隔", { optional: true })]) => {
  const calls: { given: unknown; invocation: Invocation; cancelled: number }[] = [];
  register(sheet, { parameters, options: { stream: true } }, ((given: unknown, invocation: Invocation) => {
    const call = { given, invocation, cancelled: 0 };
    invocation.onCanceled = () => (call.cancelled += 1);
    calls.push(call);
  }) as never);
  return calls;
};

describe("流れる関数（streaming）", () => {
  test("最初の値までは #BUSY!、来るたびに変わり、頼るセルも計算される", async () => {
    const sheet = createSheet();
    const calls = stream(sheet);
    sheet.put({ A1: "=PLAN.F(1)", B1: "=A1*10" });
    sheet.run();
    expect([sheet.shows("A1"), sheet.shows("B1")]).toEqual(["#BUSY!", "#BUSY!"]);
    for (const value of [1, 2, 3]) {
      calls[0]?.invocation.setResult(value);
      await sheet.calc.settled();
      expect([sheet.shows("A1"), sheet.shows("B1")]).toEqual([value, value * 10]);
    }
    expect(calls.length).toBe(1);
  });

  test("引数が変わると前の流れは止められ、新しい引数で始まる。止めた流れの値は捨てる", async () => {
    const sheet = createSheet();
    const calls = stream(sheet);
    sheet.put({ A1: 5, B1: "=PLAN.F(A1)" });
    sheet.run();
    calls[0]?.invocation.setResult("前");
    sheet.put({ A1: 6 });
    sheet.run();
    expect(calls.map(({ given, cancelled }) => [given, cancelled])).toEqual([
      [5, 1],
      [6, 0],
    ]);
    calls[0]?.invocation.setResult("遅れた");
    calls[1]?.invocation.setResult("今");
    await sheet.calc.settled();
    expect(sheet.shows("B1")).toBe("今");
  });

  test("同じ式の二つのセルは、別々に流れ、別々に止まる", async () => {
    const sheet = createSheet();
    const calls = stream(sheet);
    sheet.put({ A1: "=PLAN.F(1)", A2: "=PLAN.F(1)" });
    sheet.run();
    calls[0]?.invocation.setResult("上");
    calls[1]?.invocation.setResult("下");
    await sheet.calc.settled();
    sheet.put({ A1: null });
    sheet.run();
    expect(calls.map(({ cancelled }) => cancelled)).toEqual([1, 0]);
    expect([sheet.shows("A1"), sheet.shows("A2")]).toEqual([null, "下"]);
  });

  test("呼ばれたその場で値を言ってもよい", () => {
    const sheet = createSheet();
    register(sheet, { options: { stream: true } }, ((invocation: Invocation) => {
      invocation.setResult("すぐ");
    }) as never);
    sheet.put({ A1: "=PLAN.F()" });
    sheet.run();
    expect(sheet.shows("A1")).toBe("すぐ");
  });

  test("表を流せば広がり、縮めば空き、エラーを流せば理由が見える", async () => {
    const sheet = createSheet();
    const calls = stream(sheet);
    const say = async (value: unknown) => {
      calls[0]?.invocation.setResult(value);
      await sheet.calc.settled();
    };
    sheet.put({ A1: "=PLAN.F(1)" });
    sheet.run();
    await say([
      [1, 2],
      [3, 4],
    ]);
    expect(sheet.spilled("A1")).toEqual([
      [1, 2],
      [3, 4],
    ]);
    await say([[9]]);
    expect([sheet.shows("A1"), sheet.shows("B2")]).toEqual([9, null]);
    await say(new CustomError("#N/A", "途切れました。"));
    expect(sheet.shows("A1")).toBe("#N/A 途切れました。");
  });

  test("全体の再計算では、止めてから始めなおす", () => {
    const sheet = createSheet();
    const calls = stream(sheet);
    sheet.put({ A1: "=PLAN.F(1)" });
    sheet.run();
    sheet.run({ extent: "everything" });
    expect(calls.map(({ cancelled }) => cancelled)).toEqual([1, 0]);
  });

  test("開いたファイルの流れは始めなおし、待っていた約束も呼びなおす。ほかは値のまま", () => {
    const sheet = createSheet();
    const calls = stream(sheet);
    const saved = (address: string, formula: string, value: unknown) =>
      ({ ...sheet.at(address), formula, value }) as never;
    sheet.calc.restore([saved("A1", "=PLAN.F(1)", "前の値"), saved("A2", "=1+1", 3)]);
    sheet.run();
    expect(calls.length).toBe(1);
    expect([sheet.shows("A1"), sheet.shows("A2")]).toEqual(["#BUSY!", 3]);
    let called = 0;
    const other = createSheet();
    register(other, {}, () => (called += 1));
    other.calc.restore([
      { ...other.at("A1"), formula: "=PLAN.F()", value: { kind: "error", code: "#BUSY!" } },
      { ...other.at("A2"), formula: "=PLAN.F()", value: 7 },
    ]);
    other.run();
    expect([called, other.shows("A1"), other.shows("A2")]).toEqual([1, 1, 7]);
  });
});

describe("取り消せる関数（cancelable）", () => {
  const promised = (options: FunctionMetadata["options"]) => {
    const sheet = createSheet();
    const told: unknown[] = [];
    let answer: (value: unknown) => void = () => undefined;
    register(sheet, { parameters: [any("値")], ...(options ? { options } : {}) }, ((
      given: unknown,
      invocation: Invocation,
    ) => {
      invocation.onCanceled = () => told.push(given);
      return new Promise((resolve) => (answer = resolve));
    }) as never);
    sheet.put({ A1: 1, B1: "=PLAN.F(A1)" });
    sheet.run();
    return { sheet, told, answer: (value: unknown) => answer(value) };
  };

  test("答えの前に引数が変わる、または式が消えると、取り消しが届く", () => {
    const { sheet, told } = promised({ cancelable: true });
    sheet.put({ A1: 2 });
    sheet.run();
    expect(told).toEqual([1]);
    sheet.put({ B1: null });
    expect(told).toEqual([1, 2]);
  });

  test("答えたあとには届かない", async () => {
    const { sheet, told, answer } = promised({ cancelable: true });
    answer("答え");
    await sheet.calc.settled();
    expect(sheet.shows("B1")).toBe("答え");
    sheet.put({ A1: 2 });
    sheet.run();
    expect(told).toEqual([]);
  });

  test("取り消せるとも流れるとも言わない関数には届かない", () => {
    const { sheet, told } = promised(undefined);
    sheet.put({ B1: null });
    expect(told).toEqual([]);
  });
});

describe("揮発する関数（volatile）", () => {
  test("関わりのないセルが変わっても計算され、頼るセルも計算される", () => {
    const sheet = createSheet();
    let count = 0;
    register(sheet, { options: { volatile: true } }, () => (count += 1));
    sheet.put({ A1: "=PLAN.F()", B1: "=A1*10" });
    sheet.run();
    sheet.put({ D9: "関わりなし" });
    sheet.run();
    expect([sheet.shows("A1"), sheet.shows("B1")]).toEqual([2, 20]);
  });

  test("登録より先に入れた式も揮発する", () => {
    const sheet = createSheet();
    let count = 0;
    sheet.put({ A1: "=PLAN.F()" });
    sheet.run();
    register(sheet, { options: { volatile: true } }, () => (count += 1));
    sheet.run();
    sheet.run();
    expect(sheet.shows("A1")).toBe(2);
  });
});

test("繰り返す引数は一つの並びで届き、範囲ならセルの行列の並びになる", () => {
  const sheet = createSheet();
  let given: unknown;
  register(sheet, { parameters: [any("初め"), range("続き", { repeating: true })] }, ((
    first: unknown,
    rest: unknown,
  ) => {
    given = [first, rest];
    return 0;
  }) as never);
  sheet.put({ A1: 1, A2: 2, B1: "=PLAN.F(9,A1:A2,5,A2)" });
  sheet.run();
  expect(given).toEqual([9, [[[1], [2]], [[5]], [[2]]]]);
});

test("表の結果は、エラーの理由をそのセルに持って広がる", () => {
  const sheet = createSheet();
  register(sheet, { result: { dimensionality: "matrix" } }, () => [
    ["可", new CustomError("#VALUE!", "読めません。")],
    [new CustomError("#DIV/0!", "見えない理由"), null],
  ]);
  sheet.put({ A1: "=PLAN.F()", D1: "=IFERROR(B1,0)" });
  sheet.run();
  expect(sheet.spilled("A1")).toEqual([
    ["可", "#VALUE! 読めません。"],
    ["#DIV/0!", 0],
  ]);
  expect(sheet.shows("D1")).toBe(0);
});

test("住所は呼んだセルのもの、引数の住所は範囲なら範囲、値なら undefined。繰り返しの分も続く", () => {
  const sheet = createSheet();
  let seen: Partial<Invocation> = {};
  register(
    sheet,
    {
      parameters: [any("値"), range("続き", { repeating: true })],
      options: { requiresAddress: true, requiresParameterAddresses: true },
    },
    ((_value: unknown, _rest: unknown, invocation: Invocation) => {
      seen = { ...invocation };
      return 0;
    }) as never,
  );
  sheet.put({ C3: "=PLAN.F(A1,B1:B2,'2021 年'!A1,5)" });
  sheet.run();
  expect(seen.address).toBe("計画!C3");
  expect(seen.parameterAddresses).toEqual(["計画!A1", "計画!B1:B2", "'2021 年'!A1", undefined]);
  expect(seen.isInValuePreview).toBe(false);
});
