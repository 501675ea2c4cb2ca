/** Custom functions are called as Excel calls them: omitted is null, blanks are switchable, ranges are rows of cells, errors carry their sentence. */
import {
  type Association,
  type BlanksAs,
  type FunctionMetadata,
} from "../../../src/workbench/host/calc/calc";
import { createSheet, type TestSheet } from "./sheet";

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

function withFunction(
  sheet: TestSheet,
  metadata: Partial<FunctionMetadata>,
  run: (...given: never[]) => unknown,
  allowErrorForDataTypeAny = true,
): { given: unknown[][] } {
  const record = { given: [] as unknown[][] };
  const parameters = metadata.parameters ?? [];
  const counted = (...all: unknown[]) => {
    record.given.push(all.slice(0, parameters.length));
    return (run as (...given: unknown[]) => unknown)(...all);
  };
  sheet.calc.registerFunctions(
    {
      namespace: "PLAN",
      functions: [{ id: "F", name: "F", ...metadata, parameters }],
      allowErrorForDataTypeAny,
    },
    new Map<string, Association>([["F", counted as Association]]),
  );
  return record;
}

describe("引数の届き方", () => {
  test.each<{ formula: string; arrives: unknown[] }>([
    { formula: "=PLAN.F(1)", arrives: [1, null, null] },
    { formula: "=PLAN.F(1,,3)", arrives: [1, null, 3] },
    { formula: '=PLAN.F("学校",TRUE)', arrives: ["学校", true, null] },
    { formula: "=plan.f(A1)", arrives: ["値", null, null] },
    { formula: '=PLAN.F(A1,IF(ISBLANK(A9),"",A9))', arrives: ["値", "", null] },
    { formula: '=PLAN.F(1/1+1,A2&"")', arrives: [2, "5", null] },
  ])("$formula → $arrives", ({ formula, arrives }) => {
    const sheet = createSheet();
    const { given } = withFunction(
      sheet,
      { parameters: [any("a"), any("b", { optional: true }), any("c", { optional: true })] },
      () => 1,
    );
    sheet.put({ A1: "値", A2: 5, C1: formula });
    sheet.run();
    expect(given).toEqual([arrives]);
  });

  test.each<[BlanksAs, unknown]>([
    ["null", null],
    ["empty", ""],
    ["zero", 0],
  ])("空のセルは %s として届く", (blanksAs, arrives) => {
    const sheet = createSheet({ blanksAs });
    const { given } = withFunction(
      sheet,
      { parameters: [any("a"), range("b"), any("c", { optional: true })] },
      () => 1,
    );
    sheet.put({ A1: 1, C1: "=PLAN.F(A9,A1:B2)" });
    sheet.run();
    expect(given).toEqual([
      [
        arrives,
        [
          [1, arrives],
          [arrives, arrives],
        ],
        null,
      ],
    ]);
  });

  test("範囲の引数は省略なら null、空のセルなら 1 行 1 列", () => {
    const sheet = createSheet();
    const { given } = withFunction(sheet, { parameters: [range("a", { optional: true })] }, () => 1);
    sheet.put({ C1: "=PLAN.F()", C2: "=PLAN.F(A9)", C3: '=PLAN.F("値")' });
    sheet.run();
    expect(given).toEqual([[null], [[[null]]], [[["値"]]]]);
  });

  // Smaller areas are read anew for each call anyway.
  test("関数が引数を書き換えても、ほかの呼び出しには響かない", () => {
    const sheet = createSheet();
    const { given } = withFunction(sheet, { parameters: [range("a")] }, ((rows: number[][]) => {
      const first = rows[0]?.[0];
      if (rows[0]) rows[0][0] = 99;
      rows.pop();
      return first;
    }) as (...given: never[]) => unknown);
    sheet.put({ A1: 1, A2: 2, C1: "=PLAN.F(A1:A40)", C2: "=PLAN.F(A1:A40)" });
    sheet.run();
    expect([sheet.shows("C1"), sheet.shows("C2")]).toEqual([1, 1]);
    expect(given).toHaveLength(2);
  });

  test("待っている呼び出しの範囲は、その呼び出しだけのもの", async () => {
    const sheet = createSheet();
    const answers: (() => void)[] = [];
    const { given } = withFunction(
      sheet,
      { parameters: [any("a"), range("b")] },
      (_id: never, cells: unknown[][]) =>
        new Promise((resolve) => {
          // Its header row is taken off only when the answer is there.
          answers.push(() => resolve(cells.splice(1).length));
        }),
    );
    sheet.put({ A1: "見出し", A2: 1, A3: 2, C1: "=PLAN.F(1,A1:A40)", C2: "=PLAN.F(2,A1:A40)" });
    sheet.run();
    expect(given[0]?.[1]).not.toBe(given[1]?.[1]);
    for (const answer of answers) answer();
    await Promise.resolve();
    sheet.run();
    expect([sheet.shows("C1"), sheet.shows("C2")]).toEqual([39, 39]);
  });

  test("一つの式の二つの引数に同じ範囲を渡しても、別々の写しが届く", () => {
    const sheet = createSheet();
    withFunction(sheet, { parameters: [range("a"), range("b")] }, (a: unknown[][], b: unknown[][]) => {
      a.splice(0, 1);
      return `${String(a[0]?.[0])} ${String(b[0]?.[0])}`;
    });
    sheet.put({ A1: "上", A2: "下", C1: "=PLAN.F(A1:A40,A1:A40)", C2: "=PLAN.F(A1:A40,A1:A40)" });
    sheet.run();
    expect([sheet.shows("C1"), sheet.shows("C2")]).toEqual(["下 上", "下 上"]);
  });

  test("セルごとに呼ばれるときも、範囲はどの呼び出しにも元のまま届く", () => {
    const sheet = createSheet();
    withFunction(
      sheet,
      { parameters: [any("a"), range("b")] },
      (a: number, cells: unknown[][]) => `${a}:${String(cells.shift()?.[0])}`,
    );
    sheet.put({ A1: "先頭", A2: "次", B1: 1, B2: 2, C1: "=PLAN.F(B1:B2,A1:A40)" });
    sheet.run();
    expect([sheet.shows("C1"), sheet.shows("C2")]).toEqual(["1:先頭", "2:先頭"]);
  });

  test("数値・文字列・論理値の引数は変換され、できなければ #VALUE! で呼ばれない", () => {
    const sheet = createSheet();
    const { given } = withFunction(
      sheet,
      {
        parameters: [
          { name: "a", type: "number" },
          { name: "b", type: "string" },
          { name: "c", type: "boolean" },
        ],
      },
      () => 1,
    );
    sheet.put({
      A1: "12",
      A2: 3.5,
      C1: "=PLAN.F(A1,A2,1)",
      C2: '=PLAN.F("文字",A2,1)',
      C3: "=PLAN.F(A9,A9,A9)",
    });
    sheet.run();
    expect(given).toEqual([
      [12, "3.5", true],
      [0, "", false],
    ]);
    expect(sheet.shows("C2")).toBe("#VALUE!");
  });

  test("繰り返しの引数はまとめて届く", () => {
    const sheet = createSheet();
    const { given } = withFunction(sheet, { parameters: [any("a"), any("b", { repeating: true })] }, () => 1);
    sheet.put({ C1: "=PLAN.F(1,2,3)" });
    sheet.run();
    expect(given).toEqual([[1, [2, 3]]]);
  });

  test("1 つの値の引数に範囲を渡すと、セルごとに呼ばれて広がる", () => {
    const sheet = createSheet();
    withFunction(
      sheet,
      { parameters: [any("a")] },
      ((value: number) => value * 10) as (...given: never[]) => unknown,
    );
    sheet.put({ A1: 1, A2: 2, C1: "=PLAN.F(A1:A2)" });
    sheet.run();
    expect(sheet.spilled("C1")).toEqual([[10], [20]]);
  });

  test.each([
    { allow: true, formula: "=PLAN.F(A1)", shows: "呼ばれた" },
    { allow: true, formula: "=PLAN.F(A1:A2)", shows: "呼ばれた" },
    { allow: false, formula: "=PLAN.F(A1)", shows: "#DIV/0!" },
    { allow: false, formula: "=PLAN.F(A1:A2)", shows: "#DIV/0!" },
  ])("エラー値の引数: 許すと宣言したとき($allow)だけ届く $formula", ({ allow, formula, shows }) => {
    const sheet = createSheet();
    withFunction(sheet, { parameters: [range("a")] }, () => "呼ばれた", allow);
    sheet.put({ A1: "=1/0", A2: 1, C1: formula });
    sheet.run();
    expect(sheet.shows("C1")).toBe(shows);
  });

  test.each(["=PLAN.F()", "=PLAN.F(1,2,3)"])("引数の数が合わない %s は #VALUE!", (formula) => {
    const sheet = createSheet();
    const { given } = withFunction(sheet, { parameters: [any("a"), any("b", { optional: true })] }, () => 1);
    sheet.put({ C1: formula });
    sheet.run();
    expect([sheet.shows("C1"), given]).toEqual(["#VALUE!", []]);
  });

  test("呼び出しの場所と引数の場所は、求めた関数にだけ届く", () => {
    const sheet = createSheet();
    withFunction(
      sheet,
      { parameters: [range("a")], options: { requiresAddress: true, requiresParameterAddresses: true } },
      ((_rows: unknown, invocation: { address: string; parameterAddresses: string[] }) =>
        `${invocation.address} ${invocation.parameterAddresses.join()}`) as (...given: never[]) => unknown,
    );
    sheet.put({ C1: "=PLAN.F('2021 年'!A1:B2)" });
    sheet.run();
    expect(sheet.shows("C1")).toBe("計画!C1 '2021 年'!A1:B2");
  });
});

describe("結果", () => {
  test.each<{ name: string; gives: () => unknown; shows: unknown }>([
    { name: "数値", gives: () => 1.5, shows: 1.5 },
    { name: "文字列", gives: () => "未入力", shows: "未入力" },
    { name: "null は 0", gives: () => null, shows: 0 },
    { name: "NaN は #NUM!", gives: () => NaN, shows: "#NUM!" },
    {
      name: "#VALUE! と理由",
      gives: () => {
        throw new CustomError("#VALUE!", "年度が読めません。");
      },
      shows: "#VALUE! 年度が読めません。",
    },
    {
      name: "#N/A と理由",
      gives: () => {
        throw new CustomError("#N/A", "その指標はありません。");
      },
      shows: "#N/A その指標はありません。",
    },
    {
      name: "#DIV/0! は理由を持てない",
      gives: () => {
        throw new CustomError("#DIV/0!", "理由");
      },
      shows: "#DIV/0!",
    },
    {
      name: "#NAME? は返せない",
      gives: () => {
        throw new CustomError("#NAME?", "理由");
      },
      shows: "#VALUE!",
    },
    {
      name: "ふつうの例外は #VALUE!",
      gives: () => {
        throw new TypeError("x is undefined");
      },
      shows: "#VALUE!",
    },
    { name: "返されたエラー", gives: () => new CustomError("#N/A", "なし"), shows: "#N/A なし" },
    {
      name: "数式の表示形式つき数値",
      gives: () => ({ type: "FormattedNumber", basicValue: 0.5, numberFormat: "0%" }),
      shows: 0.5,
    },
    { name: "長さの違う行は #VALUE!", gives: () => [[1], [1, 2]], shows: "#VALUE!" },
  ])("$name", ({ gives, shows }) => {
    const sheet = createSheet();
    withFunction(sheet, {}, gives);
    sheet.put({ C1: "=PLAN.F()" });
    sheet.run();
    expect(sheet.shows("C1")).toBe(shows);
  });

  test("表は広がり、中のエラーはそのセルだけのもの", () => {
    const sheet = createSheet();
    withFunction(sheet, {}, () => [
      ["指標", 1],
      [new CustomError("#N/A", "なし"), ""],
    ]);
    sheet.put({ C1: "=PLAN.F()", F1: "=ISNA(C2)", F2: "=COUNTA(C1#)" });
    sheet.run();
    expect(sheet.spilled("C1")).toEqual([
      ["指標", 1],
      ["#N/A なし", ""],
    ]);
    expect([sheet.shows("F1"), sheet.shows("F2")]).toEqual([true, 4]);
  });

  test("エラーの理由は参照した先へは移らない", () => {
    const sheet = createSheet();
    withFunction(sheet, {}, () => {
      throw new CustomError("#N/A", "なし");
    });
    sheet.put({ C1: "=PLAN.F()", C2: "=C1" });
    sheet.run();
    expect(sheet.shows("C2")).toBe("#N/A");
  });

  test("登録されていない名前は #NAME?、登録されると計算される", () => {
    const sheet = createSheet();
    sheet.put({ C1: "=PLAN.F()" });
    sheet.run();
    expect(sheet.shows("C1")).toBe("#NAME?");
    withFunction(sheet, {}, () => "はい");
    sheet.run();
    expect(sheet.shows("C1")).toBe("はい");
  });

  test("選ばれない枝の関数は呼ばれない", () => {
    const sheet = createSheet();
    const { given } = withFunction(sheet, {}, () => 1);
    sheet.put({ C1: "=IF(FALSE,PLAN.F(),2)", C2: "=IFERROR(3,PLAN.F())" });
    sheet.run();
    expect([sheet.shows("C1"), sheet.shows("C2"), given]).toEqual([2, 3, []]);
  });
});

describe("あとから届く結果", () => {
  test("約束の間は #BUSY!、届くと値になり、頼るセルも計算される", async () => {
    let late = 0;
    const sheet = createSheet({ onLate: () => late++ });
    let answer: (value: number) => void = () => undefined;
    const { given } = withFunction(sheet, {}, () => new Promise((resolve) => (answer = resolve)));
    sheet.put({ C1: "=PLAN.F()", C2: "=C1*2", C3: '=IFERROR(C1,"x")' });
    expect(sheet.run().waiting).toBe(1);
    expect([sheet.shows("C1"), sheet.shows("C2"), sheet.shows("C3")]).toEqual(["#BUSY!", "#BUSY!", "#BUSY!"]);
    answer(21);
    const changes = await sheet.calc.settled();
    expect([sheet.shows("C1"), sheet.shows("C2"), sheet.shows("C3")]).toEqual([21, 42, 21]);
    expect(changes).toHaveLength(3);
    expect([given.length, late]).toEqual([1, 1]);
  });

  test("2 つの約束を足す式は、それぞれ 1 度だけ呼ぶ", async () => {
    const sheet = createSheet();
    const { given } = withFunction(
      sheet,
      { parameters: [any("a")] },
      (async (value: number) => value * 10) as (...given: never[]) => unknown,
    );
    sheet.put({ C1: "=PLAN.F(1)+PLAN.F(PLAN.F(2))" });
    sheet.run();
    await sheet.calc.settled();
    expect([sheet.shows("C1"), given]).toEqual([210, [[1], [2], [20]]]);
  });

  test("引数が変わったら、前の約束の答えは捨てる", async () => {
    const sheet = createSheet();
    const answers: ((value: string) => void)[] = [];
    withFunction(sheet, { parameters: [any("a")] }, () => new Promise((resolve) => answers.push(resolve)));
    sheet.put({ A1: 1, C1: "=PLAN.F(A1)" });
    sheet.run();
    sheet.put({ A1: 2 });
    sheet.run();
    answers[1]?.("新しい");
    answers[0]?.("古い");
    await sheet.calc.settled();
    expect(sheet.shows("C1")).toBe("新しい");
  });

  test("断られた約束は理由を見せる", async () => {
    const sheet = createSheet();
    withFunction(sheet, {}, () => Promise.reject(new CustomError("#N/A", "読めません。")));
    sheet.put({ C1: "=PLAN.F()" });
    sheet.run();
    await sheet.calc.settled();
    expect(sheet.shows("C1")).toBe("#N/A 読めません。");
  });

  test("流れてくる値は来るたびに変わり、やめれば知らせが行く", async () => {
    const sheet = createSheet();
    let send: (value: number) => void = () => undefined;
    let cancelled = 0;
    withFunction(sheet, { options: { stream: true } }, ((invocation: {
      setResult: (value: number) => void;
      onCanceled: () => void;
    }) => {
      send = invocation.setResult;
      invocation.onCanceled = () => cancelled++;
    }) as (...given: never[]) => unknown);
    sheet.put({ C1: "=PLAN.F()" });
    sheet.run();
    for (const value of [1, 2]) {
      send(value);
      await sheet.calc.settled();
      expect(sheet.shows("C1")).toBe(value);
    }
    sheet.put({ C1: null });
    expect(cancelled).toBe(1);
  });
});

describe("いつ計算されるか", () => {
  function counted() {
    const sheet = createSheet();
    const { given } = withFunction(sheet, { parameters: [any("a", { optional: true })] }, () => 1);
    return { sheet, given };
  }

  test("引数が変わったときだけ", () => {
    const { sheet, given } = counted();
    sheet.put({ A1: 1, B1: 1, C1: "=PLAN.F(A1)" });
    sheet.run();
    sheet.put({ B1: 2 });
    sheet.run();
    expect(given).toHaveLength(1);
    sheet.put({ A1: 2 });
    sheet.run();
    expect(given).toHaveLength(2);
    sheet.put({ A1: 2 });
    sheet.run();
    expect(given).toHaveLength(2);
  });

  test("setDirty のあと、また全体の再計算で", () => {
    const { sheet, given } = counted();
    sheet.put({ C1: "=PLAN.F()", C2: "=C1+1" });
    sheet.run();
    sheet.calc.markDirty([sheet.at("C1")]);
    expect(sheet.run().evaluated).toBe(2);
    expect(given).toHaveLength(2);
    sheet.run({ extent: "everything" });
    expect(given).toHaveLength(3);
  });

  test("式をもう一度入れると計算される", () => {
    const { sheet, given } = counted();
    sheet.put({ C1: "=PLAN.F()" });
    sheet.run();
    sheet.put({ C1: "=PLAN.F()" });
    expect(sheet.run().changes).toEqual([]);
    expect(given).toHaveLength(2);
  });

  test("開いたときには計算されない", () => {
    const { sheet, given } = counted();
    sheet.calc.setNames([{ name: "計画名", formula: "=PLAN.F(計画!$A$1)" }]);
    sheet.calc.restore([
      { ...sheet.at("C1"), formula: "=PLAN.F(A1)", value: 5 },
      { ...sheet.at("C2"), formula: "=計画名", value: 7 },
    ]);
    expect(sheet.run().evaluated).toBe(0);
    expect([sheet.shows("C1"), sheet.shows("C2"), given]).toEqual([5, 7, []]);
    sheet.put({ A1: 3 });
    sheet.run();
    expect([sheet.shows("C1"), sheet.shows("C2"), given]).toEqual([1, 1, [[3], [3]]]);
  });

  test("式でできた名前は 1 度だけ計算され、多くのセルで分け合う", () => {
    const sheet = createSheet();
    const { given } = withFunction(
      sheet,
      { parameters: [range("a")] },
      ((rows: unknown[][]) => rows.length) as (...given: never[]) => unknown,
    );
    sheet.calc.setNames([{ name: "加須市", formula: '=IF(計画!$A$1:$B$3="","",計画!$A$1:$B$3)' }]);
    sheet.put({ A1: "指標", B2: 5, D1: "=PLAN.F(加須市)", D2: "=PLAN.F(加須市)" });
    expect(sheet.run().evaluated).toBe(3);
    expect(given[0]).toEqual([
      [
        ["指標", ""],
        ["", 5],
        ["", ""],
      ],
    ]);
    sheet.put({ B2: 6 });
    expect(sheet.run().evaluated).toBe(3);
  });
});
