import fc from "fast-check";
import { divide, fractionOf, roundedTo, sum, times, toNumber } from "../../src/plan/fiscal/fraction";

describe("印字された小数を、分数のまま計算する", () => {
  test.each([
    [3, 3n, 1n],
    [0.1, 1n, 10n],
    [-2.5, -25n, 10n],
    [0, 0n, 1n],
    [1e21, 10n ** 21n, 1n],
    [1.5e-7, 15n, 10n ** 8n],
    [1.25e22, 125n * 10n ** 20n, 1n],
  ])("%p は %p 分の… ", (value, numerator, denominator) => {
    expect(fractionOf(value)).toEqual({ numerator, denominator });
  });

  test("足し、割り、掛ける", () => {
    expect(toNumber(sum([fractionOf(0.1), fractionOf(0.2)]))).toBe(0.3);
    expect(toNumber(divide(fractionOf(-1.2), fractionOf(0.4)))).toBe(-3);
    expect(toNumber(times(fractionOf(0.07), 100n))).toBe(7);
  });

  test.each([
    [0.125, 2, "切捨て", 0.12],
    [0.125, 2, "四捨五入", 0.13],
    [0.124, 2, "四捨五入", 0.12],
    [-0.125, 2, "切捨て", -0.12],
    [-0.125, 2, "四捨五入", -0.13],
    [24.99, 1, "切捨て", 24.9],
    [0, 1, "四捨五入", 0],
  ] as const)("%p を小数第%p位まで%s：%p", (value, digits, how, expected) => {
    expect(toNumber(roundedTo(fractionOf(value), digits, how))).toBe(expected);
  });

  test("数で持てない大きさの分子と分母も、割れば近い数になる", () => {
    const big = 10n ** 20n;
    expect(toNumber({ numerator: 3n * big, denominator: 4n * big })).toBe(0.75);
    expect(toNumber({ numerator: -7n * big, denominator: 2n * big })).toBe(-3.5);
    expect(toNumber({ numerator: 7n * big, denominator: 2n })).toBe(3.5e20);
    expect(toNumber({ numerator: 1n, denominator: 4n * big })).toBeCloseTo(0);
    expect(toNumber({ numerator: big + 1n, denominator: big })).toBe(1);
  });

  test("どんな数も、分数にして戻せば同じ数", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 }), (value) => {
        const back = toNumber(fractionOf(value));
        expect(Math.abs(back - value)).toBeLessThanOrEqual(Math.abs(value) * 1e-12 + 1e-18);
      }),
    );
  });
});
