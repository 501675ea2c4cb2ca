import { percentOf } from "../../src/plan/percent";
import { rate } from "../../src/plan/progress/progress";
import { rateCases } from "./rate-cases";

describe("手計算の表", () => {
  it.each(rateCases)("$plan $item：$why", ({ input, expected, cause }) => {
    const result = rate(input);
    if (typeof expected === "number") {
      expect(result.kind === "rate" ? percentOf(result.value) : result).toBe(expected);
    } else {
      expect(result).toMatchObject({
        kind: "state",
        state: expected,
        ...(cause === undefined ? {} : { cause }),
      });
    }
  });

  it("120例以上あり、半分より多くが5つの計画からで、どれにも理由がある", () => {
    expect(rateCases.length).toBeGreaterThanOrEqual(120);
    expect(rateCases.filter(({ plan }) => plan !== "その他").length).toBeGreaterThan(rateCases.length / 2);
    expect(rateCases.filter(({ why }) => why === "")).toEqual([]);
  });
});
