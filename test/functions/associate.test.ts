/** What Excel gets of a function: its arguments without the invocation, its answers, its refusals as Excel's own errors. */
import { associationOf } from "../../src/functions/associate";
import {
  type Argument,
  type Definition,
  notThere,
  type Parameter,
  wrongUse,
} from "../../src/functions/definition";
import "./office-errors";

const parameter: Parameter = {
  name: "指標",
  description: "指標の番号か名前です。",
  type: "any",
  matrix: true,
  optional: true,
};

function calledWith(parameters: number, run: Definition["run"]) {
  return associationOf({
    id: "NOTHING",
    description: "",
    parameters: Array.from({ length: parameters }, () => parameter),
    result: { type: "any", matrix: true },
    run,
    help: { text: "", examples: [], errors: [] },
  });
}

/** Excel puts it behind the arguments. */
const invocation = { functionName: "PLAN.NOTHING" };

describe("Excel に渡す関数", () => {
  it.each([1, 2, 3, 4])("引数が%d個の関数は、その引数だけを受け取る", (count) => {
    let got: Argument[] = [];
    const given = Array.from({ length: count }, (_, at): Argument => [[at]]);
    calledWith(count, (...received) => {
      got = received;
      return 0;
    })(...given, invocation);
    expect(got).toEqual(given);
  });

  it("一つの答えも、範囲の答えも、そのまま渡す", () => {
    expect(calledWith(1, () => "未入力")()).toBe("未入力");
    expect(calledWith(1, () => [[91.6]])()).toEqual([[91.6]]);
    expect(calledWith(1, () => [[1, "対象外"]])()).toEqual([[1, "対象外"]]);
  });

  it("一つのセルの断りは、文とともに投げる：どの版の Excel でも文が見える", () => {
    const refused = { code: "#N/A", message: "「84」という指標はありません。" };
    const refusal = notThere(refused.message);
    const thrown = (run: Definition["run"]): unknown => {
      try {
        return calledWith(1, run)();
      } catch (problem) {
        return problem;
      }
    };
    expect(thrown(() => refusal)).toMatchObject(refused);
    expect(thrown(() => [[refusal]])).toMatchObject(refused);
  });

  it("範囲の中の断りは、そのセルのエラーになり、ほかのセルは残る", () => {
    expect(calledWith(1, () => [[1, wrongUse("年度が読めません。")]])()).toEqual([
      [1, expect.objectContaining({ code: "#VALUE!", message: "年度が読めません。" })],
    ]);
  });

  it("あとから届く答えも、同じように渡す", async () => {
    await expect(calledWith(1, () => Promise.resolve([["A"]]))()).resolves.toEqual([["A"]]);
    await expect(
      calledWith(1, () => Promise.resolve(notThere("計画がありません。")))(),
    ).rejects.toMatchObject({
      code: "#N/A",
      message: "計画がありません。",
    });
  });

  it("読み込めなかった部品は、何をすればよいかを言う", async () => {
    await expect(calledWith(1, () => Promise.reject(new Error("ChunkLoadError")))()).rejects.toMatchObject({
      code: "#N/A",
      message: expect.stringContaining("再計算"),
    });
  });
});
